import Entente
import Foundation
import Testing

/// The articles that come with the project.
let seeds = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appending(path: "seeds").path(percentEncoded: false)

@Suite struct Reading {
  @Test func `a folder is read, drawn and written in few lines`() async throws {
    let outcome = try await Entente.read([seeds])
    #expect(outcome.ledger.refused == 0)
    #expect(outcome.ledger.used == outcome.graph.documents.count)
    #expect(outcome.emptyReason == nil)
    let picture = try outcome.graph.svg()
    #expect(picture.warnings.isEmpty)
    #expect(picture.bytes.starts(with: "<svg ".utf8))
    #expect(try Graph(json: outcome.graph.json()) == outcome.graph)
  }

  @Test func `a pipeline reads any number of corpora, with the same result at any number of jobs`()
    async throws
  {
    let one = try await Pipeline(ReadingOptions(jobs: 1)).read([seeds])
    let pipeline = try Pipeline(ReadingOptions(jobs: 7))
    for _ in 0..<3 {
      let many = try await pipeline.read([seeds])
      #expect(many.graph.json() == one.graph.json())
      #expect(many.ledger.tsv == one.ledger.tsv)
    }
  }

  @Test func `texts in memory are read under their ids`() async throws {
    let pipeline = try Pipeline(ReadingOptions(date: PartialDate("2025-03-04")))
    let outcome = try await pipeline.read(texts: [
      SourceText(
        id: "wire-1",
        text: """
          OSLO — Norwegian Prime Minister Anna Berg met Swedish Prime Minister Bo Ek in Oslo on March 3, 2025.

          "We spoke at length about trade," Berg told reporters after the talks on Monday.

          """)
    ])
    #expect(outcome.graph.documents.map(\.id) == ["wire-1"])
    #expect(outcome.graph.nodes.contains { $0.kind == .meeting })
    #expect(outcome.graph.nodes.contains { $0.name == "Anna Berg" })
  }

  @Test func `two texts of one id are a fault`() async throws {
    let pipeline = try Pipeline()
    let text = SourceText(id: "a", text: "Some words.")
    await #expect(throws: EntenteError.self) { try await pipeline.read(texts: [text, text]) }
  }

  @Test func `a cancelled reading throws`() async throws {
    let pipeline = try Pipeline()
    let task = Task {
      // Waits until it is cancelled, so that the reading begins in a cancelled task.
      try? await Task.sleep(for: .seconds(60))
      return try await pipeline.read([seeds])
    }
    task.cancel()
    let error = await #expect(throws: EntenteError.self) { try await task.value }
    #expect(error?.faults.first?.code == "cancelled")
  }

  @Test func `progress is told for every document`() async throws {
    let seen = Seen()
    let outcome = try await Pipeline().read([seeds]) { done, count in seen.add(done, count) }
    #expect(seen.pairs.map(\.0).sorted() == Array(1...outcome.ledger.used))
    #expect(seen.pairs.allSatisfy { $0.1 == outcome.ledger.used })
  }

  @Test func `decisions are read from YAML and obeyed`() async throws {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "entente-\(UUID().uuidString).yaml").path(percentEncoded: false)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let first = try await Entente.read([seeds])
    let person = try #require(first.graph.nodes.first { $0.kind == .person })
    try Data("rename: {\"\(person.name)\": Somebody}\n".utf8).write(to: URL(filePath: path))
    let decisions = try Decisions(contentsOf: path)
    #expect(decisions.rename == [Decisions.Rename(from: person.name, to: "Somebody")])
    let second = try await Entente.read([seeds], options: ReadingOptions(decisions: decisions))
    #expect(second.graph.nodes.first { $0.id == person.id }?.name == "Somebody")
  }
}

/// Collects from several threads.
final class Seen: @unchecked Sendable {
  private let lock = NSLock()
  private var all: [(Int, Int)] = []

  func add(_ a: Int, _ b: Int) { lock.withLock { all.append((a, b)) } }

  var pairs: [(Int, Int)] { lock.withLock { all } }
}
