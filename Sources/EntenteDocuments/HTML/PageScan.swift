/// A page taken apart into lines of text, each with the element that it stands in.
struct PageScan {
  /// An element that shapes the page; inline tags are none.
  struct Element {
    /// Before this one in the list; the root is its own.
    var parent: Int
    var tag: PageTag
    var hints: PageHints
  }

  /// One paragraph, heading, item or cell.
  struct Line {
    var element: Int
    /// In `text`, without blanks at the ends.
    var start: Int
    var end: Int
    /// Bytes of it inside links.
    var linked = 0
    /// Follows the line before it after a `<br>`.
    var isBroken = false
  }

  private(set) var text: [UInt8] = []
  private(set) var lines: [Line] = []
  private(set) var elements = [Element(parent: 0, tag: .block, hints: [])]
  private(set) var facts = PageFacts()

  /// A tag that is open: its name, and the element that it made, if any.
  private struct Open {
    var name: String
    var element: Int?
    var isLink = false
    var isSilent = false
    var isPreformatted = false
  }

  private var open: [Open] = []
  private var element = 0
  private var links = 0
  private var silent = 0
  private var preformatted = 0
  private var lineStart = 0
  private var linked = 0
  private var wantsSpace = false
  private var isBroken = false

  init(_ events: consuming HTMLEvents) {
    var events = events
    while let event = events.next() {
      switch event {
      case .start(let name, let attributes): start(name, attributes)
      case .end(let name): end(name)
      case .text(let range):
        facts.take(events.bytes[range])
        if silent == 0 { append(events.bytes[range]) }
      }
    }
    finishLine()
  }

  private mutating func start(_ name: String, _ attributes: [(name: String, value: String)]) {
    facts.open(name, attributes)
    let tag = PageTag(name)
    var opened = Open(name: name)
    switch tag {
    case .inline, .time: break
    case .lineBreak:
      // Two in a row make a paragraph.
      let hadText = text.count > lineStart
      finishLine()
      isBroken = hadText
      return
    case .link:
      opened.isLink = true
      links += 1
    case .silent:
      opened.isSilent = true
      silent += 1
    default:
      finishLine()
      isBroken = false
      opened.element = element
      elements.append(Element(parent: element, tag: tag, hints: PageHints(attributes)))
      element = elements.count - 1
      if tag == .preformatted {
        opened.isPreformatted = true
        preformatted += 1
      }
    }
    if !PageScan.void.contains(name) { open.append(opened) } else { close(opened) }
  }

  private static let void: Set<String> = ["hr", "img", "input"]

  /// The parser closes in order what the page leaves open. Versions of it differ in corner cases, and a tag that
  /// stayed open could silence the rest of the page, so a few levels are closed along.
  private mutating func end(_ name: String) {
    facts.close(name)
    guard let place = open.suffix(16).lastIndex(where: { $0.name == name }) else { return }
    while open.count > place { close(open.removeLast()) }
  }

  private mutating func close(_ opened: Open) {
    if opened.isLink { links -= 1 }
    if opened.isSilent { silent -= 1 }
    if opened.isPreformatted { preformatted -= 1 }
    if let outer = opened.element {
      finishLine()
      isBroken = false
      element = outer
    }
  }

  private mutating func finishLine() {
    let (start, end) = Blank.trimmed(text, lineStart, text.count)
    if start < end {
      lines.append(
        Line(element: element, start: start, end: end, linked: linked, isBroken: isBroken))
      isBroken = false
    }
    lineStart = text.count
    linked = 0
    wantsSpace = false
  }

  private mutating func append(_ bytes: ArraySlice<UInt8>) {
    var i = bytes.startIndex
    while i < bytes.endIndex {
      let width = HTMLText.width(bytes, at: i)
      switch HTMLText.sort(bytes, at: i, width) {
      case .nothing: break
      case .blank:
        if preformatted > 0, bytes[i] == 0x0A {
          text.append(0x0A)
          wantsSpace = false
        } else {
          wantsSpace = text.count > lineStart && text[text.count - 1] != 0x0A
        }
      case .letter(let substitute):
        let before = text.count
        if wantsSpace { text.append(0x20) }
        wantsSpace = false
        if let substitute {
          UTF16Text.append(substitute, to: &text)
        } else {
          text.append(contentsOf: bytes[i..<(i + width)])
        }
        if links > 0 { linked += text.count - before }
      }
      i += width
    }
  }
}
