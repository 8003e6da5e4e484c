import EntenteRender
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct MarkupSafetyTests {
  /// What tries to get out of a value and into the page.
  static let payloads = [
    #"x\"><script>alert(1)</script>"#, #"x\" onload=\"alert(1)"#, "javascript:alert(1)",
    "JaVaScRiPt:alert(1)", "java&#115;cript:alert(1)", "data:text/html,<script>alert(1)</script>",
    "vbscript:x", "//example.org/x", "file:///etc/passwd",
    "</title></text></svg><script>x</script>",
    "--><script>alert(1)</script><!--", "]]><script>alert(1)</script>", "&lt;script&gt;alert(1)",
    "\u{1}\u{1B}]0;x\u{7}", "\u{202E}txt.exe", "&#1;&#xFFFF;&#55296;", "&unknown;", "?><script>x",
    "https://example.org/?a=1&b=2", "https://example.org/?a=1&amp;b=2", "#x\\\" onclick=\\\"y",
    "{a|b<script>|c}", "\\N\\E\\G", "'; alert(1)//", "https://example.org/\\N",
  ]

  static let places = [
    "URL", "href", "tooltip", "label", "fontname", "id", "class", "target",
    "xlabel", "comment", "style", "color", "fillcolor", "shape", "image",
  ]

  @Test("No value gets out of its place", arguments: places)
  func place(_ attribute: String) throws {
    var drawn = 0
    for (index, payload) in Self.payloads.enumerated() {
      let dot = """
        digraph "\(payload)" { graph [\(attribute)="\(payload)" stylesheet="\(payload)"]
        node [\(attribute)="\(payload)"] edge [\(attribute)="\(payload)"]
        subgraph cluster_x { \(attribute)="\(payload)"; "\(payload)"; b } "\(payload)" -> b }
        """
      // A refusal is as good as a clean drawing.
      guard let drawing = try? draw(dot) else { continue }
      guard let bytes = try? SVGSanitizer.rewrite(drawing.bytes) else { continue }
      let svg = String(decoding: bytes, as: UTF8.self)
      expectClean(svg, "\(attribute) \(index)")
      drawn += 1
    }
    #expect(drawn >= Self.payloads.count - 2)
  }

  @Test(
    "HTML-like labels carry no script",
    arguments: [
      #"<FONT FACE="f&quot; onx=&quot;y">x</FONT>"#,
      #"<TABLE HREF="java&#115;cript:x"><TR><TD>q</TD></TR></TABLE>"#,
      #"<TABLE><TR><TD HREF="&#32;javascript:x" ID="a&quot; onx=&quot;" TITLE="&lt;/a&gt;">q</TD></TR></TABLE>"#,
      #"<TABLE><TR><TD HREF="https://e.org/?a=1&amp;b=2" TARGET="&quot; onx=&quot;">q</TD></TR></TABLE>"#,
    ])
  func html(_ label: String) throws {
    let svg = try page("digraph{a[label=<\(label)> URL=\"https://example.org\"]}")
    expectClean(svg, label)
  }

  @Test func aHarmlessAddressIsKept() throws {
    let svg = try page(#"digraph{a[URL="https://example.org/?a=1&b=Tô"]; b[URL="mailto:x@e.org"]}"#)
    #expect(svg.contains("href=\"https://example.org/?a=1&amp;b=T%C3%B4\""))
    #expect(svg.contains("href=\"mailto:x@e.org\""))
    #expect(svg.contains("rel=\"noopener noreferrer\""))
    #expect(!svg.contains("<a href=\"javascript"))
  }

  @Test(
    "What the reader doesn't understand is an error",
    arguments: [
      "<script>alert(1)</script>", "<g onload=\"x\"/>", "<image xlink:href=\"https://e.org\"/>",
      "<a xlink:href=\"javascript:x\"><text>x</text></a>", "<![CDATA[x]]>", "<?x?>", "<g><g></g>",
      "<path d=\"M0,nan\"/>", "<text style=\"x\">x</text>", "<foreignObject/>",
      "<use href=\"#x\"/>",
      "<polygon fill=\"url(https://e.org)\" points=\"0,0\"/>", "<text x=1>x</text>", "& ",
      "<text x=\"1\" x=\"2\">x</text>", "<style>x</style>",
    ])
  func unknown(_ part: String) {
    let svg = """
      <svg width="8pt" height="8pt" viewBox="0 0 8 8" xmlns="http://www.w3.org/2000/svg">
      <g id="graph0" class="graph">\(part)</g></svg>
      """
    #expect(failure { _ = try SVGSanitizer.rewrite(Array(svg.utf8)) }?.code == .svg)
  }

  @Test func aViewBoxWithoutNumbersIsAnError() {
    let svg = #"<svg viewBox="0 0 nan 8" xmlns="http://www.w3.org/2000/svg"><g id="a"></g></svg>"#
    #expect(failure { _ = try SVGSanitizer.rewrite(Array(svg.utf8)) }?.code == .extent)
  }

  /// Every tag is one of ours, no attribute is an event's, every address is harmless, and xmllint,
  /// where there is one, calls the whole well-formed.
  private func expectClean(_ svg: String, _ place: String) {
    let known = [
      "svg", "title", "desc", "rect", "g", "text", "a", "path", "polygon", "polyline",
      "ellipse", "defs", "linearGradient", "radialGradient", "stop",
    ]
    for tag in svg.split(separator: "<") where !tag.hasPrefix("/") {
      let name = tag.prefix { $0 != " " && $0 != ">" && $0 != "/" }
      #expect(known.contains(String(name)), "\(name) in \(place)")
      // Within a tag and outside quotes there are names only.
      let names = tag.prefix { $0 != ">" }.split(separator: "\"", omittingEmptySubsequences: false)
        .enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined(separator: " ")
      #expect(!names.lowercased().contains(" on"), "\(names) in \(place)")
    }
    for address in values(of: "href", in: svg) {
      #expect(
        ["http://", "https://", "mailto:", "#"].contains { address.hasPrefix($0) }, "\(place)")
    }
    #expect(svg.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" }, "\(place)")
    #expect(wellFormed(svg), "\(place)")
  }

  private func wellFormed(_ svg: String) -> Bool {
    guard unsafe access("/usr/bin/xmllint", X_OK) == 0 else { return true }
    let command = "/usr/bin/xmllint --noout --nonet - 2>/dev/null"
    guard let pipe = unsafe popen(command, "w") else { return true }
    unsafe fputs(svg, pipe)
    return unsafe pclose(pipe) == 0
  }
}
