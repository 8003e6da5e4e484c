import EntenteModel

/// An article in the making: text, blocks, and what is known of it so far.
struct ArticleDraft {
  let id: String
  let text: [UInt8]
  private(set) var blocks: [Article.Block]
  var notes: [Diagnostic] = []
  /// Why it cannot be read; nil where it can.
  private(set) var refusal: Diagnostic?
  private(set) var title: String?
  private(set) var date: PartialDate?
  private(set) var source: String?
  private(set) var url: String?

  /// No name of an outlet or title of an article is longer, in bytes.
  private static let longest = 400

  init(id: String, contents: DocumentContents, languages: Set<String>) {
    self.id = id
    text = contents.text
    notes = contents.notes
    // Three dashes on a web page open no front matter.
    let front = FrontMatter(contents.paragraphs == nil ? text : [])
    let finder = BlockFinder(text, from: front.end, marked: contents.paragraphs)
    blocks = finder.blocks
    if front.isUnclosed {
      notes.append(
        Diagnostic(
          .warning, code: "document.front-matter",
          "the front matter is opened with --- and never closed; it is read as text"))
    }
    describe(contents.description, front, finder)
    if let language = contents.description.language, !languages.contains(language) {
      refusal = ArticleDraft.refusal(of: language, languages)
    } else {
      checkLanguage(languages)
    }
  }

  /// What the format says of the text, then what the text says of itself, the front matter before the header lines.
  private mutating func describe(
    _ described: DocumentContents.Description, _ front: FrontMatter, _ finder: BlockFinder
  ) {
    title = described.title ?? front.value("title", "headline") ?? shown(finder.title)
    source =
      described.source ?? front.value("source", "outlet", "publisher", "agency")
      ?? shown(finder.source)
    if let address = described.url ?? front.value("source_url", "url", "link")
      ?? shown(finder.address)
    {
      url = FrontMatter.webAddress(address)
      if url == nil {
        notes.append(
          Diagnostic(
            .warning, code: "document.url", "\"\(address)\" is no web address and left out",
            hint: "begin it with https://"))
      }
    }
    if let stated = described.date ?? front.value("date", "published", "published_time", "pubdate")
    {
      let bytes = Array(stated.utf8)
      let scan = DateScan(WordScan(bytes, 0, bytes.count, limit: 16).tokens[...])
      date = PartialDate(stated) ?? scan.date
      if date == nil {
        notes.append(
          Diagnostic(
            .warning, code: "document.date",
            scan.isAmbiguous
              ? "the date \"\(stated)\" can be read two ways and is left out"
              : "\"\(stated)\" is no date",
            hint: "write 2026-02-06"))
      }
    } else {
      date = finder.date
      if date == nil, let range = finder.ambiguousDate {
        notes.append(
          Diagnostic(
            .warning, code: "document.date",
            "the date \"\(shown(range) ?? "")\" can be read two ways and is left out",
            at: Diagnostic.Place(file: id, offset: range.lowerBound), hint: "give it by --date"))
      }
    }
  }

  private func shown(_ range: Range<Int>?) -> String? {
    guard let range else { return nil }
    let part = text[range].prefix(ArticleDraft.longest)
    let clean = FrontMatter.clean(String(decoding: part, as: UTF8.self))
    return clean.isEmpty ? nil : clean
  }

  /// Takes out what is written in another language, and refuses a text without a part that can be read.
  private mutating func checkLanguage(_ languages: Set<String>) {
    let prose = blocks.filter { $0.role != .menu && $0.role != .credit && $0.role != .dateline }
    guard !prose.isEmpty else {
      refusal = Diagnostic(.error, code: "document.no-text", "there is no text to read")
      return
    }
    let check = LanguageCheck(text, blocks: blocks, languages: languages)
    guard check.isReadable else {
      refusal = ArticleDraft.refusal(of: check.main ?? "unknown", languages)
      return
    }
    for part in check.foreign {
      notes.append(
        Diagnostic(
          .note, code: "document.foreign-part",
          "bytes \(part.range.lowerBound)..<\(part.range.upperBound) are not read: "
            + "language: \(part.language), no pack",
          at: Diagnostic.Place(file: id, offset: part.range.lowerBound)))
    }
    blocks = check.blocks
  }

  private static func refusal(of language: String, _ languages: Set<String>) -> Diagnostic {
    Diagnostic(
      .error, code: "document.language", "language: \(language), no pack",
      hint: "packs: \(languages.sorted().joined(separator: ", "))")
  }

  /// Puts in what the text lacks: from the table first, then the date of the whole run.
  mutating func fill(from row: MetadataRow?, defaultDate: PartialDate?) {
    if let row {
      if let stated = row.date, let date, !date.isCompatible(with: stated) {
        notes.append(
          Diagnostic(
            .warning, code: "metadata.date",
            "the text is of \(date), the table says \(stated); the text holds", at: row.place))
      } else if let stated = row.date, stated.precision > (date?.precision ?? 0) {
        date = stated
      }
      title = title ?? row.title
      url = url ?? row.url
      source = source ?? row.source
    }
    date = date ?? defaultDate
  }

  func record(sha256: String) -> DocumentRecord {
    DocumentRecord(id: id, title: title, date: date, source: source, url: url, sha256: sha256)
  }
}
