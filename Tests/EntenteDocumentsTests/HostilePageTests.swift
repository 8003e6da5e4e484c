import EntenteDocuments
import EntenteModel
import Testing

private func times(_ text: String, _ count: Int) -> String {
  String(repeating: text, count: count)
}

/// Pages made to crash a parser, to make it slow or to make it lose text.
@Suite struct HostilePageTests {
  @Test(
    "text is found however deep it stands, whatever stands open",
    arguments: [
      times("<div>", 100_000) + prose + times("</div>", 100_000),
      times("<a><b>", 40_000) + "</a>" + prose,
      times("<ul><li>", 20_000) + prose,
      times("<article>", 20_000) + prose,
      "<p title='" + times("x", 1_000_000) + "'>" + prose,
      times("<p></i>", 20_000) + prose,
      "</body></html>" + prose,
      "<p>" + times("&nope;", 10_000) + "</p><p>" + prose,
    ])
  func found(markup: String) throws {
    let entry = SourceEntry(id: "a.html", origin: .bytes(Array(("<html>" + markup).utf8)))
    let text = String(decoding: try SourceLoader().text(of: entry), as: UTF8.self)
    #expect(text.contains(prose))
  }

  @Test(
    "what would take too long is refused, not cut",
    arguments: [
      times("<b>", 100_000) + times("</i>", 100_000),
      "<p " + (0..<50_000).map { "a\($0)" }.joined(separator: " ") + ">" + prose,
    ])
  func refused(markup: String) {
    #expect(load("<html>" + markup).refusal?.code == "document.too-complex")
  }

  @Test(
    "a page without text is refused",
    arguments: ["", "<script>document.write('x')</script>", "<!-- " + prose, times("<?", 1000)])
  func empty(markup: String) {
    let document = load("<html>" + markup)
    #expect(document.refusal?.code == "document.no-text")
    #expect(document.refusal?.message.contains("bytes of HTML hold no text") == true)
  }

  @Test func `a long text comes whole`() throws {
    let long = times("word ", 2_100_000) + "end."
    let entry = SourceEntry(id: "a.html", origin: .bytes(Array("<p>\(long)".utf8)))
    #expect(try SourceLoader().text(of: entry).count == long.utf8.count + 1)
  }

  @Test func `markup signs by the million are text`() throws {
    let entry = SourceEntry(id: "a.html", origin: .bytes(Array(times("<", 1_000_000).utf8)))
    #expect(try SourceLoader().text(of: entry).count == 1_000_001)
  }

  @Test func `entities of the page's own are neither opened nor multiplied`() throws {
    let page = """
      <!DOCTYPE html SYSTEM "file:///etc/hostname" [<!ENTITY a SYSTEM "file:///etc/passwd">
      <!ENTITY b "\(times("&c;", 1000))"><!ENTITY c "\(times("x", 1000))">]>
      <html><p>&a;&b; \(prose)</p></html>
      """
    let entry = SourceEntry(id: "a.html", origin: .bytes(Array(page.utf8)))
    let text = String(decoding: try SourceLoader().text(of: entry), as: UTF8.self)
    #expect(text.contains("&a;&b;"))
    #expect(text.utf8.count < 10_000)
  }

  @Test func `a NUL byte is a reason to refuse, as the rest might be lost behind it`() {
    #expect(load("<html><p>\(prose)\0\(prose)").refusal?.code == "document.binary")
  }
}
