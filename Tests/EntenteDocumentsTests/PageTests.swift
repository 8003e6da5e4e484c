import EntenteDocuments
import EntenteModel
import Foundation
import Testing

/// The text of a page as it is read.
private func text(_ page: String) throws -> String { try text(Array(page.utf8)) }

private func text(_ page: [UInt8]) throws -> String {
  let entry = SourceEntry(id: "a.html", origin: .bytes(page))
  return String(decoding: try SourceLoader().text(of: entry), as: UTF8.self)
}

private let second = "They agreed to open a new border gate and to talk again in the spring."

/// A page as a newspaper's editor makes it: the article amid menus, teasers, comments and a footer.
private let page = """
  <!DOCTYPE html>
  <html lang="en"><head><meta charset="utf-8"><title>Berg visits Oslo | Example News</title>
  <meta property="og:site_name" content="Example News">
  <meta property="article:published_time" content="2026-02-06T23:30:00+07:00">
  <link rel="canonical" href="https://news.example/berg">
  <style>p { color: red }</style><script>var teaser = "<p>Not text.</p>";</script></head>
  <body class="home has-sidebar"><form id="whole-page">
  <header><h2><a href="/">Example News</a></h2>
  <nav><ul><li><a href="/">Home</a></li><li>About our newspaper</li></ul></nav></header>
  <div class="breadcrumbs"><a href="/">Home</a> › Politics</div>
  <h1>Minister Anna Berg visits Oslo</h1>
  <div class="byline">By Omar Diallo</div>
  <div class="share-bar">Share on all networks</div>
  <div class="story post tag-newsletter">
  <p>OSLO &mdash; \(prose)</p>
  <figure><img src="a.jpg"><figcaption>Anna Berg at the harbour. Photo: VNA</figcaption></figure>
  <p>\(second)</p>
  <div class="related-posts"><h3>Related stories</h3>
  <p>An earlier report told of the talks that both ministers had held in Nairobi.</p></div>
  <ul><li>An agreement on trade;</li><li>a memorandum on tourism.</li></ul>
  <p><a href="/more">Read the minister's whole speech on our other page</a></p>
  </div>
  <aside><article><p>Another story altogether, which the editors want to be read next.</p></article></aside>
  <div id="comments"><p>This is an outrage, and I shall never read this newspaper again.</p></div>
  <footer><p>Example News is published by the Example Company, 1 Main Street, Oslo.</p></footer>
  </form></body></html>
  """

@Suite struct PageTests {
  @Test func `of a page the article is read, and nothing that stands around it`() throws {
    #expect(
      try text(page) == """
        Minister Anna Berg visits Oslo

        By Omar Diallo

        OSLO — \(prose)

        Anna Berg at the harbour. Photo: VNA

        \(second)

        An agreement on trade;

        a memorandum on tourism.

        """)
  }

  @Test func `captions and lists are kept apart from prose`() {
    #expect(
      parts(load(page)) == [
        "headline: Minister Anna Berg visits Oslo", "credit: By Omar Diallo", "dateline: OSLO",
        "body: \(prose)", "caption: Anna Berg at the harbour.", "credit: Photo: VNA",
        "body: \(second)", "item: An agreement on trade;", "item: a memorandum on tourism.",
      ])
  }

  @Test func `title, day, source and address come from the head`() {
    let record = load(page).article?.record
    #expect(record?.title == "Minister Anna Berg visits Oslo")
    #expect(record?.date?.description == "2026-02-06")
    #expect(record?.source == "Example News")
    #expect(record?.url == "https://news.example/berg")
  }

  @Test(
    "the day is found wherever publishers put it",
    arguments: [
      #"<script type="application/ld+json">{"datePublished" : "2026-02-06T08:00Z",}</script>"#,
      #"<meta name="DC.date.issued" content="2026-02-06">"#,
      #"<meta itemprop="datePublished" content="2026-02-06 08:00:00">"#,
      #"<body><time datetime="2026-02-06T08:00">yesterday</time>"#,
    ])
  func days(markup: String) {
    #expect(load("<html>\(markup)<p>\(prose)").article?.record.date?.description == "2026-02-06")
  }

  @Test func `what is left out is counted, in the note and in the ledger`() throws {
    let document = load(page)
    #expect(codes(document) == ["document.page"])
    let row = try #require(DocumentSet([document]).ledger.rows.first)
    #expect(row.reason == "document.page")
    #expect(row.detail.hasSuffix("menus, links and what else stands around an article"))
    func paragraphs(_ count: Int) -> String { String(repeating: "<p>\(second)</p>", count: count) }
    let cut = load("<html><article>\(paragraphs(6))</article><div>\(paragraphs(9))</div>")
    #expect(cut.notes.map(\.severity) == [.warning])
  }

  @Test func `pages without marks for the article are read by where the prose is`() throws {
    let menu = (1...20).map { "<tr><td><a href=x>Section \($0)</a></td></tr>" }.joined()
    let found = try text(
      "<html><table><tr><td><table>\(menu)</table></td><td><b>Talks in Oslo</b><br><br>\(prose)"
        + "<br><br>\(second)<br><br>\(prose)</td></tr></table>")
    #expect(found == "Talks in Oslo\n\n\(prose)\n\n\(second)\n\n\(prose)\n")
  }

  @Test(
    "other stories are told by what stands above them, by name or by role",
    arguments: [
      "<div class='box'><h3>Read more</h3><p>\(prose)</p></div>",
      "<div class='jp-relatedposts'><p>\(prose)</p></div>",
      "<div role='complementary'><p>\(prose)</p></div>", "<nav><p>\(prose)</p></nav>",
      "<p hidden>\(prose)</p>", "<div style='display: none'><p>\(prose)</p></div>",
    ])
  func others(markup: String) throws {
    let story = "<h1>Talks</h1><p>\(second)</p><p>\(second)</p><p>\(second)</p>"
    #expect(try !text("<html><div>\(story)\(markup)</div>").contains(prose))
    // The same around the article is no reason to lose it.
    let around = markup.components(separatedBy: "<p>\(prose)</p>").joined(separator: story)
    if around != markup { #expect(try text("<html>\(around)").contains(second)) }
  }

  @Test func `a page of titles alone is kept whole`() throws {
    #expect(try text("<html><body><p>Talks in Oslo</p><p>More</p>") == "Talks in Oslo\n\nMore\n")
  }

  @Test func `nested tags, entities, soft hyphens and broken lines leave plain text`() throws {
    let found = try text(
      "<html><p>A<b>n<i>na</i></b>&nbsp;Berg met&#x20;Omar&#160;&#160;Di&shy;allo\n   &amp;\tothers &#150; twice."
        + "<!-- no --><script>no</script><noscript>no</noscript><br>They \u{200B}talked.</p>")
    #expect(found == "Anna Berg met Omar Diallo & others – twice.\nThey talked.\n")
  }

  @Test(
    "encodings are told by mark, declaration or bytes",
    arguments: [
      Array("<html><p>Tô Lâm met him.".utf8),
      [0xEF, 0xBB, 0xBF] + Array("<html><p>Tô Lâm met him.".utf8),
      Array("<html><meta charset=ISO-8859-1><p>T".utf8) + [0xF4] + Array(" L".utf8) + [0xE2]
        + Array("m met him.".utf8),
      [0xFF, 0xFE]
        + "<html><p>Tô Lâm met him.".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
      // The declaration is wrong, the bytes are UTF-8.
      Array("<html><meta charset=windows-1252><p>Tô Lâm met him.".utf8),
    ] as [[UInt8]])
  func encodings(page: [UInt8]) throws {
    #expect(try text(page) == "Tô Lâm met him.\n")
    #expect(load(page).article != nil)
  }

  @Test func `quotations stand where the text has them`() throws {
    let document = load(page)
    let article = try #require(document.article)
    #expect(try article.text == Array(text(page).utf8))
    #expect(article.record.sha256 == SHA256.hexadecimal(Array(page.utf8)))
  }
}
