import EntenteDocuments
import EntenteModel
import Testing

@Suite struct CopyTests {
  static let long = (1...60).map { "Minister number \($0) met envoy \($0 * 7) in the capital." }

  private func set(_ texts: [(String, String)]) -> DocumentSet {
    DocumentSet(texts.map { load($0.1, as: $0.0) })
  }

  @Test func `an exact copy is skipped, whatever its line breaks and front matter`() {
    let text = "OSLO — \(prose) The king was there."
    let other = "---\ndate: 2026-02-07\n---\n\(prose)\n The king was there. — NTB"
    let set = set([("a.txt", text), ("b.txt", other)])
    #expect(set.articles.map(\.record.id) == ["b.txt"])
    #expect(set.ledger.count(.duplicate) == 1)
    #expect(set.ledger.rows[0].detail == "the same text as b.txt")
  }

  @Test func `the earliest is the original, then the smallest id, in any order`() {
    let texts = [
      ("c.txt", "2026-02-06\n\n\(prose)"), ("b.txt", "2026-02-06\n\n\(prose)"),
      ("a.txt", "2026-02-08\n\n\(prose)"), ("0.txt", prose),
    ]
    for order in [texts, texts.reversed(), [texts[2], texts[0], texts[3], texts[1]]] {
      #expect(set(order).articles.map(\.record.id) == ["b.txt"])
    }
  }

  @Test func `a near copy is read and names its original`() {
    var changed = Self.long
    changed[30] = "The two countries also spoke of fish."
    changed.append("Another paragraph closes this one.")
    let set = set([
      ("b.txt", changed.joined(separator: " ")), ("a.txt", Self.long.joined(separator: " ")),
      ("c.txt", prose),
    ])
    #expect(set.articles.map(\.record.nearCopyOf) == [nil, "a.txt", nil])
    #expect(set.ledger.count(.used) == 3)
    #expect(set.ledger.rows[1].reason == "document.near-copy")
  }

  @Test func `texts that share half their sentences are no copies`() {
    let half =
      Self.long[..<30] + (1...30).map { "Envoy \($0) left for city \($0 * 3) at noon today." }
    let set = set([
      ("a.txt", Self.long.joined(separator: " ")), ("b.txt", half.joined(separator: " ")),
    ])
    #expect(set.articles.allSatisfy { $0.record.nearCopyOf == nil })
  }

  @Test func `likeness is near the true share of common runs of words`() throws {
    let many = (1...2000).map { "Minister number \($0) met envoy \($0 * 7)." }
    let a = try #require(load(many.joined(separator: " ")).fingerprint)
    let b = try #require(load(many[200...].joined(separator: " ")).fingerprint)
    #expect(abs(a.likeness(to: b) - 0.9) < 0.08)
    #expect(a.likeness(to: a) == 1)
  }

  @Test func `letters composed in another way make an exact copy`() {
    let set = set([("a.txt", "Tô Lâm. \(prose)"), ("b.txt", "To\u{302} La\u{302}m. \(prose)")])
    #expect(set.ledger.count(.duplicate) == 1)
  }
}
