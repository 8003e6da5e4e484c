import Testing

@testable import EntenteReader

struct CommonWordsTests {
  /// A word that the pack lacks is never found in any article, and nothing else would tell.
  @Test func `the pack has every word that rules look for`() throws {
    let missing = try Shipped.reader.get().lexicon.words.missing
    #expect(missing.isEmpty, "\(missing)")
  }
}
