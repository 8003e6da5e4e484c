/// What a page tells of itself in its head, its `time` elements and its data for search engines.
struct PageFacts {
  /// By the name of the fact, each from the first place that tells it.
  private var found: [String: String] = [:]
  /// What the text of the open element is for.
  private var taking: (fact: String, tag: String)?
  private var taken: [UInt8] = []

  private static let longest = 1000

  /// What the page says to be its title when it is linked to.
  var title: String? { found["og:title"] ?? found["twitter:title"] }
  var source: String? { found["og:site_name"] ?? found["dc.publisher"] ?? found["publisher"] }
  var url: String? { found["canonical"] ?? found["og:url"] }

  /// The day of publication as the page writes it, without the hour.
  var date: String? {
    PageFacts.dates.lazy.compactMap { found[$0] }.first.map(DocumentContents.day)
  }

  private static let dates = [
    "article:published_time", "datepublished", "og:published_time", "pubdate", "publishdate",
    "publish-date", "publication_date", "article.published", "parsely-pub-date", "sailthru.date",
    "time pubdate", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date",
    "dcterms.date",
    "dc.date.created", "date", "time",
  ]

  private static let metas: Set<String> = Set(dates).union([
    "og:title", "twitter:title", "og:url", "og:site_name", "dc.publisher", "publisher",
  ])

  /// `<title>`, without the name of the site at its end.
  var pageTitle: String? {
    guard let title = found["title"] else { return nil }
    for sign in [" | ", " - ", " – ", " — "] {
      if let source, title.hasSuffix(sign + source) {
        return String(title.dropLast(sign.count + source.count))
      }
    }
    return title
  }

  private mutating func note(_ fact: String, _ value: String) {
    guard found[fact] == nil else { return }
    let clean = FrontMatter.clean(value)
    if !clean.isEmpty, clean.utf8.count <= PageFacts.longest { found[fact] = clean }
  }

  mutating func open(_ name: String, _ attributes: [(name: String, value: String)]) {
    func value(_ key: String) -> String? { attributes.first { $0.name == key }?.value }
    switch name {
    case "meta":
      guard let content = value("content") else { return }
      for key in ["property", "name", "itemprop"] {
        guard let fact = value(key)?.lowercased(), PageFacts.metas.contains(fact) else { continue }
        note(fact, content)
      }
    case "link":
      guard value("rel")?.lowercased() == "canonical", let address = value("href") else { return }
      if FrontMatter.webAddress(address) != nil { note("canonical", address) }
    case "time":
      guard let day = value("datetime") else { return }
      if value("itemprop")?.contains("datePublished") == true { note("datepublished", day) }
      note(attributes.contains { $0.name == "pubdate" } ? "time pubdate" : "time", day)
    case "title":
      guard taking == nil, found[name] == nil else { return }
      taking = (name, name)
    case "script": taking = ("json", name)
    default: break
    }
  }

  mutating func take(_ bytes: ArraySlice<UInt8>) {
    guard let taking else { return }
    if taking.fact == "json" { return readPublished(bytes) }
    if taken.count < PageFacts.longest { taken += bytes }
  }

  mutating func close(_ name: String) {
    guard let open = taking, open.tag == name else { return }
    note(open.fact, String(decoding: taken, as: UTF8.self))
    taken = []
    taking = nil
  }

  /// `"datePublished": "…"` wherever it stands: such data is too often broken for a reader of JSON.
  private mutating func readPublished(_ bytes: ArraySlice<UInt8>) {
    let key = Array("\"datePublished\"".utf8)
    guard found["datepublished"] == nil, bytes.count > key.count else { return }
    var i = bytes.startIndex
    while i + key.count < bytes.endIndex {
      guard bytes[i] == key[0], bytes[i..<(i + key.count)].elementsEqual(key) else {
        i += 1
        continue
      }
      let rest = bytes[(i + key.count)...].prefix(80)
        .drop { $0 <= 0x20 || $0 == 0x3A }
      guard rest.first == 0x22 else { return }
      let value = rest.dropFirst().prefix { $0 != 0x22 }
      return note("datepublished", String(decoding: value, as: UTF8.self))
    }
  }
}
