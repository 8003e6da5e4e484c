import Entente
import Foundation
import Testing

@Suite struct Evaluating {
  private let articles = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "EntenteReaderTests/Articles/read")
    .path(percentEncoded: false)

  @Test func `annotated articles are scored, with the same figures at any number of jobs`()
    async throws
  {
    let one = try await Pipeline(ReadingOptions(jobs: 1)).evaluate(articles, against: articles)
    let many = try await Pipeline(ReadingOptions(jobs: 7)).evaluate(articles, against: articles)
    #expect(one.scores.json() == many.scores.json())
    #expect(one.scores.documents.count == one.outcome.ledger.used)
    #expect(one.scores[.meeting].score.f1 > 0)
    #expect(one.scores.linking.f1 > 0)
    #expect(one.notes.isEmpty)
  }

  @Test func `a folder that is missing is a fault`() async throws {
    let pipeline = try Pipeline()
    let error = await #expect(throws: EntenteError.self) {
      try await pipeline.evaluate("/no/such", against: articles)
    }
    #expect(error?.faults.map(\.code) == ["source.missing"])
  }
}
