package import EntenteModel

/// What is kept of a document to find its copies: small, and independent of other documents.
package struct Fingerprint: Hashable, Sendable {
  package let id: String
  package let date: PartialDate?
  /// The digest of the text that is read: white space as one space, letters composed.
  package let bodyDigest: String
  /// The smallest hashes of its runs of five words, ascending: a sample of them (Broder 1997).
  package let sketch: [UInt64]
  package let wordCount: Int

  /// How many hashes are kept: up to that many words the comparison is exact, beyond it within 0.03.
  static let sketchSize = 256

  package init(id: String, date: PartialDate?, text: [UInt8], blocks: [Article.Block]) {
    self.id = id
    self.date = date
    var digest = BodyDigest()
    var words = ShingleSketch()
    var folded: [UInt8] = []
    for block in blocks {
      switch block.role {
      case .headline, .body, .item, .caption: digest.add(text, block.start, block.end)
      case .dateline, .credit, .menu: continue
      }
      if block.role == .headline { continue }
      folded.removeAll(keepingCapacity: true)
      Folding.append(text.span.extracting(block.start..<block.end), to: &folded)
      words.add(folded)
    }
    bodyDigest = digest.finished()
    sketch = words.smallest()
    wordCount = words.count
  }

  /// The share of runs of five words that both have, of those that either has; 0…1.
  package func likeness(to other: Fingerprint) -> Double {
    var (i, j, shared, all) = (0, 0, 0, 0)
    while all < Fingerprint.sketchSize, i < sketch.count || j < other.sketch.count {
      all += 1
      if j == other.sketch.count || i < sketch.count && sketch[i] < other.sketch[j] {
        i += 1
      } else if i == sketch.count || other.sketch[j] < sketch[i] {
        j += 1
      } else {
        shared += 1
        i += 1
        j += 1
      }
    }
    return all == 0 ? 0 : Double(shared) / Double(all)
  }
}

/// The digest of running text, whatever its line breaks and however its letters are composed.
private struct BodyDigest {
  private var digest = SHA256()
  private var buffer: [UInt8] = []
  private var needsSpace = false

  mutating func add(_ text: [UInt8], _ start: Int, _ end: Int) {
    buffer.removeAll(keepingCapacity: true)
    buffer.reserveCapacity(end - start + 1)
    var decomposed = false
    var i = start
    while i < end {
      // Letters of ASCII, which most bytes are, are no blanks.
      let blank = (0x21...0x7E).contains(text[i]) ? 0 : Blank.width(text, at: i, before: end)
      if blank > 0 {
        needsSpace = true
        i += blank
        continue
      }
      if needsSpace { buffer.append(0x20) }
      needsSpace = false
      // U+0300…036F: combining marks.
      if text[i] == 0xCC || text[i] == 0xCD { decomposed = true }
      buffer.append(text[i])
      i += 1
    }
    needsSpace = true
    if decomposed {
      buffer = Array(Folding.composed(String(decoding: buffer, as: UTF8.self)).utf8)
    }
    let taken = buffer
    digest.update(taken.span)
  }

  func finished() -> String { digest.hexadecimal() }
}
