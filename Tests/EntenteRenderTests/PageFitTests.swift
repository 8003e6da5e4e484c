import EntenteRender
import Testing

@Suite struct PageFitTests {
  @Test func idsAreUniqueAndPrefixed() throws {
    let svg = try page(
      #"digraph{subgraph cluster_a{a[id=same]; b[id=same fillcolor="red:blue" style=filled]} a->b}"#,
      SVGOptions(idPrefix: "fig1-"))
    let ids = values(of: "id", in: svg)
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.hasPrefix("fig1-") })
    let used = svg.split(separator: "url(#").dropFirst().map { $0.prefix { $0 != ")" } }
    #expect(!used.isEmpty && used.allSatisfy { ids.contains(String($0)) })
  }

  @Test func twoDrawingsHaveDifferentPrefixes() throws {
    let (one, two) = (try page("digraph{a}"), try page("digraph{b}"))
    #expect(Set(values(of: "id", in: one)).isDisjoint(with: values(of: "id", in: two)))
  }

  @Test func nothingOfTheFileRoundTheDrawingIsLeft() throws {
    let svg = try page("digraph{a[comment=secret]}")
    #expect(svg.hasPrefix("<svg "))
    for part in ["<?xml", "DOCTYPE", "<!--", "xlink", "transparent", "secret", "pt\""] {
      #expect(!svg.contains(part), "\(part)")
    }
  }

  @Test func theWidthFollowsTheOptions() throws {
    let svg = try page("digraph{a}", SVGOptions(width: .millimetres(170)))
    #expect(svg.contains(" width=\"170mm\""))
    let screen = try page("digraph{a}", SVGOptions(width: .responsive(maxWidth: 640)))
    #expect(screen.contains(" width=\"640\"") && screen.contains("max-width:100%"))
  }

  @Test func titlesAreForPeople() throws {
    let dot = #"""
      digraph{ n1[label="Tô Lâm"]; n2[label="x" tooltip="King of Cambodia"]; n3[label="y"]
      n4[label=<<b>Hun Sen</b>> URL="https://example.org"]; n1->n2; n1->n3 }
      """#
    let svg = try page(dot, SVGOptions(names: ["n3": "Khuon Sudary", "n1->n3": "a meeting"]))
    for title in ["Tô Lâm", "King of Cambodia", "Khuon Sudary", "a meeting", "Hun Sen"] {
      #expect(svg.contains("<title>\(title)</title>"), "\(title)")
    }
    #expect(!svg.contains("n1") && !svg.contains("&gt;n2"))
  }

  @Test func theRootIsNamedAndHasARole() throws {
    let options = SVGOptions(language: "vi", title: "Who & whom", description: "Five articles")
    let image = try page("digraph{a}", options)
    #expect(image.contains("role=\"img\"") && image.contains(" lang=\"vi\" xml:lang=\"vi\""))
    #expect(image.contains(">Who &amp; whom</title>") && image.contains(">Five articles</desc>"))
    let linked = try page("digraph{a[URL=\"https://example.org\"]}", options)
    #expect(linked.contains("role=\"group\"") && !linked.contains("role=\"img\""))
  }

  @Test func whatIsNoLinkIsToldByTheDescriptionAlone() throws {
    let told = SVGOptions(description: "A is joined to B.")
    let svg = try page(#"digraph{a[URL="https://e.org" label=Linked]; b[label=Plain]; a->b}"#, told)
    let groups = svg.split(separator: "<g ").filter {
      $0.contains("class=\"node\"") || $0.contains("class=\"edge\"")
    }
    #expect(groups.count == 3)
    for group in groups {
      let isLink = group.contains("Linked")
      #expect(group.contains("role=\"none\"") == isLink)
      #expect(group.contains("aria-hidden=\"true\"") == !isLink)
    }
    let image = try page("digraph{a->b}", told)
    #expect(image.split(separator: "aria-hidden=\"true\"").count == 2)
    // Without a description the names of the parts are all there is.
    #expect(!(try page("digraph{a->b}")).contains("aria-hidden"))
  }

  @Test(arguments: ["https://e.org/a?b=1&amp;c", "http://e.org", "mailto:a@e.org", "#there"])
  func harmlessLinksStay(address: String) throws {
    let svg = try page("digraph{a[URL=\"\(address)\"]}")
    #expect(svg.contains("href=\"\(address)\""))
  }

  @Test func anEmbeddedDrawingFollowsPrintAndForcedColoursUnderItsOwnId() throws {
    let svg = try page("digraph{a->b}", SVGOptions(dark: .auto, isEmbedded: true, idPrefix: "f-"))
    #expect(svg.contains("@media print{#f-svg{") && svg.contains("@media (forced-colors:active)"))
    let rules = svg.split(separator: "<style>")[1].prefix { $0 != "<" }
    for rule in rules.split(separator: "}") {
      let selectors = rule.split(separator: "{").dropLast().last ?? ""
      guard !selectors.isEmpty, !selectors.hasPrefix("@") else { continue }
      #expect(selectors.split(separator: ",").allSatisfy { $0.hasPrefix("#f-svg") }, "\(rule)")
    }
  }

  @Test func linksDoNotNest() throws {
    let svg = try page(
      """
      digraph{a[URL="https://e.org/outer" label=<<TABLE><TR><TD HREF="https://e.org/in">x</TD>
      <TD>y</TD></TR></TABLE>>]}
      """)
    var depth = 0
    for piece in svg.split(separator: "<") {
      if piece.hasPrefix("a ") { depth += 1 }
      if piece.hasPrefix("/a>") { depth -= 1 }
      #expect(depth <= 1)
    }
    #expect(svg.contains("/outer") && svg.contains("/in"))
  }

  @Test func paperIsOpaqueAndDarkOnlyOnRequest() throws {
    let light = try page("digraph{bgcolor=transparent; a}")
    #expect(light.contains("<rect x=\"0\" y=\"0\"") && light.contains("fill=\"white\""))
    #expect(!light.contains("<style"))
    let dark = try page("digraph{a; a->b[label=met]}", SVGOptions(dark: .auto))
    #expect(dark.contains("@media screen and (prefers-color-scheme:dark)"))
    #expect(dark.contains("class=\"e-ink\"") && dark.contains("class=\"e-line\""))
  }

  @Test(
    "Text of every script survives",
    arguments: ["Đồng Nai – Tây Ninh", "ភ្នំពេញ", "ວຽງຈັນ", "中国", "İstanbul"])
  func script(_ name: String) throws {
    let svg = try page("digraph{a[label=\"\(name)\"]}")
    #expect(svg.contains(">\(name)</text>"))
  }

  @Test func fontsAreOnesThatReadersHave() throws {
    let svg = try page(#"digraph{a[fontname="Comic Sans Bold"]; b[fontname=Courier]}"#)
    #expect(svg.contains("Arial, &quot;Liberation Sans&quot;, Helvetica, sans-serif"))
    #expect(svg.contains("font-weight=\"bold\"") && svg.contains("monospace"))
    #expect(!svg.contains("Comic"))
  }
}
