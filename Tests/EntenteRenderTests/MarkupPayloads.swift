/// What tries to get out of a value and into the page that shows it: as text a reader would see it, before quoting.
enum MarkupPayloads {
  static let all: [String] =
    lines + addresses + handlers.map { #"x" \#($0)="alert(1)"# } + hidden

  /// Markup of HTML, SVG, XML, CSS and Graphviz that means to be read as such.
  private static let lines: [String] = #"""
    <script>alert(1)</script>
    "><script>alert(1)</script>
    '><script>alert(1)</script>
    --><script>alert(1)</script><!--
    ]]><script>alert(1)</script>
    ?><script>alert(1)</script>
    </title><script>alert(1)</script>
    </title></text></svg><script>alert(1)</script>
    </text></a></g></svg><script>alert(1)</script>
    </desc><script>alert(1)</script>
    </style><script>alert(1)</script>
    <SCRIPT>alert(1)</SCRIPT>
    <ScRiPt >alert(1)</ScRiPt >
    <script/x>alert(1)</script>
    <script src=//example.org/x.js></script>
    <script src="data:text/javascript,alert(1)"></script>
    <script type="module">import "//example.org/x.js"</script>
    <svg:script xmlns:svg="http://www.w3.org/2000/svg">alert(1)</svg:script>
    <svg xmlns:x="http://www.w3.org/1999/xhtml"><x:script>alert(1)</x:script></svg>
    <svg onload=alert(1)>
    <svg/onload=alert(1)>
    <svg><script>alert&#40;1)</script></svg>
    <svg><style>@import "//example.org/x.css";</style></svg>
    <svg><animate attributeName=href values="javascript:alert(1)"/></svg>
    <animate onbegin=alert(1) attributeName=x dur=1s>
    <animate href="#x" attributeName="href" to="javascript:alert(1)"/>
    <animateTransform onbegin="alert(1)" attributeName="transform"/>
    <set attributeName="onload" to="alert(1)"/>
    <set attributeName="href" to="javascript:alert(1)"/>
    <use href="data:image/svg+xml;base64,PHN2Zz48L3N2Zz4#x"/>
    <use xlink:href="https://example.org/x.svg#x"/>
    <image href="https://example.org/x.png"/>
    <image xlink:href="file:///etc/passwd"/>
    <image href="x" onerror="alert(1)"/>
    <feImage href="https://example.org/x.svg"/>
    <filter id="f"><feImage xlink:href="//example.org/x"/></filter>
    <foreignObject><iframe src="javascript:alert(1)"/></foreignObject>
    <foreignObject><body onload="alert(1)"/></foreignObject>
    <handler type="application/javascript">alert(1)</handler>
    <listener event="load" handler="#x"/>
    <discard begin="0s" onend="alert(1)"/>
    <mpath xlink:href="//example.org/x"/>
    <pattern><image href="//example.org/x"/></pattern>
    <marker id="m" onload="alert(1)"/>
    <cursor xlink:href="//example.org/x"/>
    <a href="javascript:alert(1)">x</a>
    <a xlink:href="javascript:alert(1)"><text>x</text></a>
    <a xmlns:z="http://www.w3.org/1999/xlink" z:href="javascript:alert(1)">x</a>
    <iframe src=javascript:alert(1)>
    <iframe srcdoc="<script>alert(1)</script>">
    <object data="javascript:alert(1)">
    <embed src="data:image/svg+xml,<svg onload=alert(1)>">
    <img src=x onerror=alert(1)>
    <img src="x` `<script>alert(1)</script>"` `>
    <image src=x onerror=alert(1)>
    <video><source onerror=alert(1)></video>
    <audio src=x onerror=alert(1)>
    <details open ontoggle=alert(1)>
    <marquee onstart=alert(1)>
    <body onload=alert(1)>
    <input autofocus onfocus=alert(1)>
    <form action="javascript:alert(1)"><input type=submit>
    <button formaction="javascript:alert(1)">x</button>
    <isindex action="javascript:alert(1)" type=image>
    <base href="javascript://">
    <link rel=stylesheet href=//example.org/x.css>
    <link rel="import" href="//example.org/x">
    <meta http-equiv="refresh" content="0;url=javascript:alert(1)">
    <math><mtext><script>alert(1)</script></mtext></math>
    <math href="javascript:alert(1)">x</math>
    <maction actiontype="statusline#http://x" xlink:href="javascript:alert(1)">x</maction>
    <template><script>alert(1)</script></template>
    <noscript><p title="</noscript><script>alert(1)</script>">
    <textarea></textarea><script>alert(1)</script>
    <xmp></xmp><script>alert(1)</script>
    <plaintext>
    <xss style="behavior:url(x.htc)">
    <x style="x:expression(alert(1))">
    <x style="background:url(javascript:alert(1))">
    <table background="javascript:alert(1)">
    <div style="width:expression(alert(1))">
    style="fill:url(https://example.org/#x)"
    url(https://example.org/x.svg#x)
    url("javascript:alert(1)")
    url(#x)" onload="alert(1)
    red;}</style><script>alert(1)</script>
    red" onclick="alert(1)
    red' onclick='alert(1)
    red`onclick=alert(1)
    #fff"/><script>alert(1)</script>
    expression(alert(1))
    @import 'https://example.org/x.css';
    @font-face{src:url(https://example.org/x)}
    -moz-binding:url(//example.org/x#x)
    Arial" onload="alert(1)
    Arial' onload='alert(1)
    Arial;src:url(//example.org/x)
    Arial</text><script>alert(1)</script>
    \" onload=\"alert(1)
    \' onload=\'alert(1)
    \\" onload="alert(1)
    \\\" onload=\\\"alert(1)
    x" xlink:href="javascript:alert(1)
    x" href="javascript:alert(1)
    x" style="x:expression(alert(1))
    x" xml:base="javascript:/
    x" xmlns="http://www.w3.org/1999/xhtml
    x"><![CDATA[<script>alert(1)</script>]]>
    <![CDATA[<script>alert(1)</script>]]>
    <![CDATA[]]><script>alert(1)</script>
    <!--<script>alert(1)</script>-->
    <!--> <script>alert(1)</script> -->
    <!---><script>alert(1)</script>
    --!><script>alert(1)</script>
    <!-- -- --><script>alert(1)</script>
    -- -- --->
    <?xml-stylesheet href="javascript:alert(1)"?>
    <?php system("id") ?>
    <?import namespace="t" implementation="#default#time2"?>
    <!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>&x;
    <!ENTITY % x SYSTEM "https://example.org/x.dtd">%x;
    <xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>
    <xsl:template xmlns:xsl="http://www.w3.org/1999/XSL/Transform"/>
    &lt;script&gt;alert(1)&lt;/script&gt;
    &amp;lt;script&amp;gt;alert(1)
    &#60;script&#62;alert(1)&#60;/script&#62;
    &#x3C;script&#x3E;alert(1)
    &#x0000003Cscript>
    &quot; onload=&quot;alert(1)
    &#34; onload=&#34;alert(1)
    &apos; onload=&apos;alert(1)
    &#0;&#1;&#8;&#x1F;
    &#xFFFE;&#xFFFF;&#xD800;&#xDFFF;
    &#1114112;&#x110000;&#99999999999999999999;
    &#;&#x;&;&amp
    &unknown;&nbsp;&eacute;&Alpha;
    &x;&y;%x;
    %3Cscript%3Ealert(1)%3C/script%3E
    %22%20onload=%22alert(1)
    \u003cscript\u003ealert(1)
    \x3cscript\x3ealert(1)
    +ADw-script+AD4-alert(1)+ADw-/script+AD4-
    {{constructor.constructor('alert(1)')()}}
    ${alert(1)}
    #{alert(1)}
    <%= alert(1) %>
    `-alert(1)-`
    '-alert(1)-'
    ";alert(1);//
    ');alert(1);//
    */alert(1)/*
    {a|b<script>|{c|d}}
    {{{{{{
    }}}}}}
    <p0> x | <p0> y
    |||||<f>|
    \N\E\G\H\T\L\l\r\n
    \N" onload="\N
    %n %s %d %p %x
    x]; b [URL="javascript:alert(1)"]; //
    x"]; b [URL="javascript:alert(1)"]; //
    "]} digraph { a [URL="javascript:alert(1)"] }
    x\
    #pragma x
    // not a comment
    /* not a comment */
    <b>bold</b><br/><i>x</i>
    <TABLE><TR><TD HREF="javascript:alert(1)">x</TD></TR></TABLE>
    <TABLE><TR><TD><IMG SRC="/etc/passwd"/></TD></TR></TABLE>
    <FONT FACE="f&quot; onload=&quot;alert(1)">x</FONT>
    """#.split(separator: "\n").map(String.init)

  /// Addresses that a link must not lead to, and some that hide what they are.
  private static let addresses: [String] = #"""
    javascript:alert(1)
    JaVaScRiPt:alert(1)
    javascript://example.org/%0Aalert(1)
    javascript&colon;alert(1)
    javascript&#58;alert(1)
    &#106;avascript:alert(1)
    &#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74:alert(1)
    java&#115;cript:alert(1)
    java&Tab;script:alert(1)
    java&NewLine;script:alert(1)
    java%0ascript:alert(1)
    jav\tascript:alert(1)
    feed:javascript:alert(1)
    view-source:javascript:alert(1)
    vbscript:msgbox(1)
    livescript:alert(1)
    data:text/html,<script>alert(1)</script>
    data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==
    data:image/svg+xml,<svg onload=alert(1)>
    DATA:text/html,x
    blob:https://example.org/x
    filesystem:https://example.org/x
    file:///etc/passwd
    file://localhost/etc/passwd
    ftp://example.org/x
    about:blank
    intent://x#Intent;end
    //example.org/x
    \\example.org\x
    /\example.org/x
    https:javascript:alert(1)
    https://example.org/" onclick="alert(1)
    https://example.org/'onclick='alert(1)
    https://example.org/?a=1&b=2&amp;c=3
    https://example.org/<script>
    https://example.org\@example.com/
    http://[::1]/x
    https://
    mailto:x@example.org?subject=<script>
    #" onclick="alert(1)
    """#.split(separator: "\n").map(String.init)

  private static let handlers = [
    "onload", "onclick", "onmouseover", "onfocus", "onfocusin", "onbegin", "onend", "onrepeat",
    "onerror", "onactivate", "onunload", "onscroll", "onzoom", "onkeydown", "onanimationstart",
    "ontransitionend", "onpointerover", "onwheel", "ontoggle", "onbeforeinput", "ONLOAD", "oN load",
  ]

  /// Characters that are not seen, or that turn what is.
  private static let hidden = [
    " javascript:alert(1)", "\u{1}javascript:alert(1)", "\u{A0}javascript:alert(1)",
    "java\u{0A}script:alert(1)", "java\u{0D}script:alert(1)", "java\tscript:alert(1)",
    "java\u{AD}script:alert(1)", "java\u{200B}script:alert(1)", "\u{FEFF}javascript:alert(1)",
    "javascript\u{FF1A}alert(1)", "\u{FF1C}script\u{FF1E}alert(1)", "\u{17F}cript",
    "<scr\u{0}ipt>".replacing("\u{0}", with: ""), "\u{1}\u{2}\u{1B}[31m\u{7}", "\u{1B}]0;x\u{7}",
    "\u{202E}gnp.exe", "\u{2066}a\u{2069}\u{202A}b\u{202C}", "\u{200E}\u{200F}\u{61C}",
    "\u{2028}\u{2029}\u{85}", nonCharacters, "\u{7F}\u{80}\u{9F}",
    "e\u{301}\u{302}\u{303}\u{304}\u{305}", "\u{E0041}\u{E007F}", "\u{FFFD}",
    "\u{FFF9}a\u{FFFA}b\u{FFFB}",
    "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}", "", " ", "\t\n\r",
    String(repeating: "<", count: 500),
    String(repeating: "&", count: 500), String(repeating: "\"", count: 300),
    String(repeating: "\\", count: 301), String(repeating: "-", count: 300),
    String(repeating: "\u{E1F}\u{E38}\u{E39}", count: 50),
  ]

  /// Swift has no escapes for them.
  private static var nonCharacters: String {
    String([0xFFFE, 0xFFFF, 0xFDD0, 0x1FFFF].compactMap(Unicode.Scalar.init).map(Character.init))
  }
}
