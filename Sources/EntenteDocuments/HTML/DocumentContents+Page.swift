import EntenteModel

extension DocumentContents {
  /// The article on a web page: its title, captions and paragraphs, each a paragraph of the text.
  init(page: Decoding) throws(EntenteError) {
    let scan = PageScan(try HTMLEvents(page.text))
    guard !scan.lines.isEmpty else {
      throw EntenteError(
        code: "document.no-text", "the page's \(page.text.count) bytes of HTML hold no text",
        hint: "a page that a script puts together has to be saved from the browser")
    }
    let main = MainText(scan)
    notes = page.notes
    description.title = scan.facts.title
    if description.title == nil, let line = main.title.map({ scan.lines[$0] }) {
      description.title = FrontMatter.clean(
        String(decoding: scan.text[line.start..<line.end], as: UTF8.self))
    }
    description.title = description.title ?? scan.facts.pageTitle
    description.date = scan.facts.date
    description.source = scan.facts.source
    description.url = scan.facts.url.flatMap(FrontMatter.webAddress)
    text = []
    paragraphs = []
    compose(scan, main)
    account(scan, main)
  }

  /// Writes the kept lines one below the other, paragraphs apart by an empty line.
  private mutating func compose(_ scan: PageScan, _ main: MainText) {
    var kinds: [(kind: ParagraphScan.Kind, start: Int)] = []
    for (i, line) in scan.lines.enumerated() where main.isKept[i] {
      let goesOn = line.isBroken && i > 0 && main.isKept[i - 1]
      if !text.isEmpty { text += goesOn ? [0x0A] : [0x0A, 0x0A] }
      if !goesOn { kinds.append((DocumentContents.kind(of: line, scan, main), text.count)) }
      text += scan.text[line.start..<line.end]
    }
    var found: [ParagraphScan.Paragraph] = []
    for (i, (kind, start)) in kinds.enumerated() {
      let end = i + 1 < kinds.count ? kinds[i + 1].start - 2 : text.count
      // Lines that the author broke may be a list, an address or a margin's: as in a plain text.
      if kind == .plain, text[start..<end].contains(0x0A) {
        found += ParagraphScan(text, from: start, to: end).paragraphs
      } else {
        found.append(ParagraphScan.Paragraph(kind: kind, start: start, end: end, lines: 1))
      }
    }
    paragraphs = found
    if text.last != 0x0A { text.append(0x0A) }
  }

  private static func kind(
    of line: PageScan.Line, _ scan: PageScan, _ main: MainText
  ) -> ParagraphScan.Kind {
    if main.isCaption(line) { return .caption }
    let element = scan.elements[line.element]
    switch element.tag {
    case .title: return .heading
    // Some editors set the lead in an h2: a sentence is no heading.
    case .heading:
      let isSentence =
        line.end - line.start > 80 && SentenceEnd.closes(scan.text, line.start, line.end)
      return isSentence ? .plain : .heading
    case .item: return .item
    default: return scan.elements[element.parent].tag == .item ? .item : .plain
    }
  }

  /// Tells what was left out, and warns where that may have been the article.
  private mutating func account(_ scan: PageScan, _ main: MainText) {
    var (all, kept) = (0, 0)
    for (i, line) in scan.lines.enumerated() {
      all += line.end - line.start
      if main.isKept[i] { kept += line.end - line.start }
    }
    guard kept < all else { return }
    let message =
      "\(all - kept) of the page's \(all) bytes of text are not read: menus, links and what else "
      + "stands around an article"
    if main.prose - main.keptProse > max(500, main.keptProse) {
      notes.append(
        Diagnostic(
          .warning, code: "document.page",
          message + "; \(main.prose - main.keptProse) of them in sentences",
          hint: "compare with `entente text`; save the article as plain text if it is cut"))
    } else {
      notes.append(Diagnostic(.note, code: "document.page", message))
    }
  }
}
