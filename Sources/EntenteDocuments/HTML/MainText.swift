/// Which lines of a page are the article.
///
/// Three questions, after Kohlschütter et al. (2010) and what editors' templates have in common: which elements
/// stand beside the article by their tag or name; which of the rest holds the prose; and which lines in it are
/// mere links. Each doubt is settled by where the prose is: a form around the whole page is no search form.
struct MainText {
  let scan: PageScan
  /// For each element the last one inside it: elements are listed in the order of their start tags.
  private let last: [Int]
  /// For each line, whether it is kept.
  private(set) var isKept: [Bool]
  /// The line of the article's own h1; nil where there is none.
  private(set) var title: Int?
  /// Bytes of prose on the page, and what of it is kept.
  private(set) var prose = 0
  private(set) var keptProse = 0

  init(_ scan: PageScan) {
    self.scan = scan
    isKept = []
    var last = Array(scan.elements.indices)
    for e in scan.elements.indices.dropFirst().reversed() {
      let parent = scan.elements[e].parent
      last[parent] = max(last[parent], last[e])
    }
    self.last = last
    let weights = scan.lines.map { MainText.prose(scan.text, $0) }
    let isBeside = besides(sums(weights) { _ in true })
    let live = sums(weights) { !isBeside[$0] }
    let root = mainElement(live, isBeside)
    isKept = scan.lines.map { line in
      isInside(line.element, root) && !isBeside[line.element] && !MainText.isLinks(line)
    }
    takeCaptions(around: root, isBeside)
    takeTitle(isBeside)
    for (i, weight) in weights.enumerated() {
      prose += weight
      if isKept[i] { keptProse += weight }
    }
    // A page without a sentence: all that is no menu, or else all.
    if !isKept.contains(true) { isKept = scan.lines.map { !isBeside[$0.element] } }
    if !isKept.contains(true) { isKept = scan.lines.map { _ in true } }
  }

  /// The bytes of running text in a line: none in a title, a button or a line of links.
  private static func prose(_ text: [UInt8], _ line: PageScan.Line) -> Int {
    let bytes = line.end - line.start - line.linked
    guard bytes * 2 > line.end - line.start else { return 0 }
    return bytes >= 120 || bytes >= 40 && SentenceEnd.closes(text, line.start, line.end) ? bytes : 0
  }

  private static func isLinks(_ line: PageScan.Line) -> Bool {
    line.linked * 3 > (line.end - line.start) * 2
  }

  /// For each element the weight of the lines in it, at any depth, that are in elements that count.
  private func sums(_ weights: [Int], where counts: (Int) -> Bool) -> [Int] {
    var sums = [Int](repeating: 0, count: scan.elements.count)
    for (line, weight) in zip(scan.lines, weights) where counts(line.element) {
      sums[line.element] += weight
    }
    for e in scan.elements.indices.dropFirst().reversed() {
      sums[scan.elements[e].parent] += sums[e]
    }
    return sums
  }

  /// The element that holds the article: what the page calls so, if there is one and it holds enough of the
  /// prose; else the smallest with four fifths of it.
  private func mainElement(_ live: [Int], _ isBeside: [Bool]) -> Int {
    let elements = scan.elements
    func best(_ isCandidate: (PageScan.Element) -> Bool) -> Int? {
      let found = elements.indices.filter { isCandidate(elements[$0]) && !isBeside[$0] }
      guard let best = found.max(by: { (live[$0], $1) < (live[$1], $0) }) else { return nil }
      // Several of one size are a list of articles, of which none is the page's.
      let rivals = found.contains { $0 != best && live[$0] * 2 > live[best] && !isInside($0, best) }
      return live[best] * 3 > live[0] && !rivals ? best : nil
    }
    if let body = best({ $0.hints.contains(.articleBody) }) { return body }
    if let article = best({ $0.tag == .article }) { return article }
    if let main = best({ $0.tag == .main || $0.hints.contains(.main) }) { return main }
    var root = 0
    for e in elements.indices.dropFirst()
    where elements[e].parent == root && live[e] * 5 >= live[0] * 4 && live[0] > 0 {
      // A paragraph alone is no container: its neighbours are the short lines of the article.
      if last[e] > e { root = e }
    }
    return root
  }

  private func isInside(_ element: Int, _ outer: Int) -> Bool {
    element >= outer && element <= last[outer]
  }

  /// The picture above the text belongs to the article: captions of the element one or two above.
  private mutating func takeCaptions(around root: Int, _ isBeside: [Bool]) {
    var outer = root
    while outer > 0, scan.elements[outer].tag != .article, scan.elements[outer].tag != .main {
      outer = scan.elements[outer].parent
    }
    guard outer > 0, outer != root else { return }
    for (i, line) in scan.lines.enumerated()
    where isInside(line.element, outer) && !isBeside[line.element] && isCaption(line) {
      isKept[i] = true
    }
  }

  func isCaption(_ line: PageScan.Line) -> Bool {
    var e = line.element
    // A caption is a small thing; a page whose body is called so is none.
    for _ in 0..<4 {
      let element = scan.elements[e]
      if element.tag == .caption || element.hints.contains(.caption) {
        return line.end - line.start <= 1000
      }
      if e == 0 { return false }
      e = element.parent
    }
    return false
  }

  /// The last h1 before the article's first line, or the first in it. It may stand in a `header`.
  private mutating func takeTitle(_ isBeside: [Bool]) {
    let first = isKept.firstIndex(of: true) ?? scan.lines.count
    let titles = scan.lines.indices.filter { scan.elements[scan.lines[$0].element].tag == .title }
    title = titles.last { $0 <= first } ?? titles.first { isKept[$0] }
    guard let title else { return }
    isKept[title] = true
    // Between title and text stand the day and the author, outside of what holds the text.
    guard title < first, first < scan.lines.count else { return }
    for i in max(title + 1, first - 8)..<max(title + 1, first) {
      let line = scan.lines[i]
      if !isBeside[line.element], !MainText.isLinks(line), line.end - line.start <= 200 {
        isKept[i] = true
      }
    }
  }
}
