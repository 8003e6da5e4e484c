import Foundation
import Testing

@Suite struct Reviewing {
  private struct Item: Decodable {
    struct Choice: Decodable {
      var meaning: String
      var line: String
    }
    struct Quotation: Decodable {
      var document: String
      var text: String
    }
    var matter: String
    var score: Double
    var statement: String
    var choices: [Choice]
    var quotations: [Quotation]
  }

  private struct Listing: Decodable {
    var format: String
    var count: Int
    var items: [Item]
  }

  private struct Graph: Decodable {
    struct Report: Decodable { var document: String }
    struct Node: Decodable {
      var id: String
      var name: String
      var aliases: [String]?
      var reports: [Report]?
    }
    struct Edge: Decodable {
      var id: String
      var confidence: Double
    }
    var nodes: [Node]
    var edges: [Edge]
  }

  private static let seeds = Programs.project.appending(path: "graphs/seeds.json")
    .path(percentEncoded: false)

  private func review(_ arguments: String...) throws -> Listing {
    let run = try start(Programs.entente, ["review", "--json"] + arguments)
    #expect(run.status == 0, "\(run.errors)")
    return try JSONDecoder().decode(Listing.self, from: run.output)
  }

  private func graph(_ source: String, _ decisions: String) throws -> Graph {
    let run = try entente("graph", source, "--decisions", decisions, "--to", "json")
    #expect(run.status == 0, "\(run.errors)")
    #expect(!run.errors.contains("warning"), "\(run.errors)")
    return try JSONDecoder().decode(Graph.self, from: run.output)
  }

  /// Ids between round brackets, in the order of the statement.
  private func ids(_ statement: String) -> [String] {
    statement.matches(of: #/\(([a-z0-9][a-z0-9.-]*)\)/#).map { String($0.1) }
  }

  /// What the graph must show once a line was decided.
  private func expect(_ item: Item, _ choice: Item.Choice, in graph: Graph) {
    let ids = ids(item.statement)
    let comment = "\(choice.line): \(item.statement)"
    switch (item.matter, choice.meaning) {
    case ("edge", let meaning):
      let edge = graph.edges.first {
        $0.id.hasPrefix(ids[0] + "--") && $0.id.hasSuffix("--" + ids[1])
          && item.statement.contains(") \($0.id.dropFirst(ids[0].count + 2).prefix { $0 != "-" })")
      }
      if meaning == "right" {
        #expect(edge?.confidence == 1, "\(comment)")
      } else {
        #expect(edge == nil, "\(comment)")
      }
    case ("names joined", let meaning):
      let form = item.statement.split(separator: "”")[0].dropFirst()
      let node = graph.nodes.first { $0.id == ids[0] }
      let isOne = ((node?.aliases ?? []) + [node?.name ?? ""]).contains(String(form))
      #expect(isOne == (meaning == "one"), "\(comment)")
    case ("reports joined", let meaning):
      let documents = item.statement.split(separator: " tells of ")
      let one = String(documents[0])
      let other = String(item.statement.split(separator: ", as ")[1].dropLast(" does".count))
      let isOne = graph.nodes.contains { node in
        let told = node.reports?.map(\.document) ?? []
        return told.contains(one) && told.contains(other)
          && node.id.hasPrefix(ids[0].prefix { $0 != "-" })
          && (meaning == "one event" || node.id == ids[0])
      }
      #expect(isOne == (meaning == "one event"), "\(comment)")
    case (_, "one event"), (_, "one"):
      #expect(
        !graph.nodes.contains { $0.id == ids[0] } || !graph.nodes.contains { $0.id == ids[1] })
    default: #expect(ids.allSatisfy { id in graph.nodes.contains { $0.id == id } }, "\(comment)")
    }
  }

  @Test func `the least sure comes first, with sentences, and the limit is kept`() throws {
    let all = try review(Self.seeds, "--limit", "0")
    #expect(all.format == "entente-review")
    #expect(all.count == all.items.count)
    #expect(all.items.count > 60)
    #expect(all.items.map(\.score) == all.items.map(\.score).sorted())
    #expect(all.items.filter { $0.matter == "edge" }.allSatisfy { !$0.quotations.isEmpty })
    let text = try entente("review", Self.seeds, "--limit", "3")
    #expect(text.status == 0)
    #expect(text.text.contains("3. "))
    #expect(!text.text.contains("\n4. "))
    #expect(text.text.hasSuffix("\(all.count - 3) more, each as sure or surer: see --limit.\n"))
  }

  @Test func `every line has the effect that it is said to have, and is not asked again`()
    async throws
  {
    let items = try review(Self.seeds, "--limit", "0").items
    // Each matter, and edges of each type, from the unsure to the sure.
    var chosen: [Item] = []
    var count: [String: Int] = [:]
    for item in items {
      let type = item.statement.split(separator: ") ").dropFirst().first?.prefix(8) ?? ""
      let key = item.matter + (item.matter == "edge" ? String(type) : "")
      count[key, default: 0] += 1
      if (count[key] ?? 0) <= 2 { chosen.append(item) }
    }
    #expect(Set(chosen.map(\.matter)) == ["edge", "names joined", "reports joined"])
    for item in chosen {
      for choice in item.choices {
        let scratch = try Scratch()
        let path = try scratch.write(choice.line + "\n", to: "d.yaml")
        expect(item, choice, in: try graph(Self.seeds, path))
        let again = try review(Self.seeds, "--decisions", path, "--limit", "0").items
        #expect(!again.contains { $0.statement == item.statement }, "\(choice.line)")
      }
    }
  }

  @Test func `all lines can stand in one file, and then nothing is left of them`() throws {
    let items = try review(Self.seeds, "--limit", "0").items
    let scratch = try Scratch()
    let lines = items.compactMap { $0.choices.first?.line }
    #expect(lines.count > 60)
    let path = try scratch.write(lines.joined(separator: "\n") + "\n", to: "d.yaml")
    _ = try graph(Self.seeds, path)
    let left = try review(Self.seeds, "--decisions", path, "--limit", "0").items
    let open = left.flatMap(\.choices).map(\.line)
    #expect(open == [])
  }

  @Test func `two meetings that may be one are asked for, and either answer holds`() throws {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(
      atPath: scratch["articles"], withIntermediateDirectories: true)
    try scratch.write(
      "OSLO, 3 March 2026 - Norwegian Prime Minister Anna Berg met Kenyan President Amina Yusuf in Oslo.\n",
      to: "articles/a.txt")
    try scratch.write(
      "NAIROBI, 9 March 2026 - Kenyan President Amina Yusuf held talks with Norwegian Foreign Minister Omar Diallo and Norwegian Prime Minister Anna Berg last week.\n",
      to: "articles/b.txt")
    let items = try review(scratch["articles"], "--limit", "0").items
    for item in items where item.matter != "edge" {
      for choice in item.choices {
        let path = try scratch.write(choice.line + "\n", to: "d.yaml")
        expect(item, choice, in: try graph(scratch["articles"], path))
      }
    }
    #expect(items.contains { $0.matter == "reports joined" || $0.matter == "may be one event" })
  }

  @Test func `hostile names are quoted so that the line stands for them`() throws {
    let scratch = try Scratch()
    let evil = "Berg\\\": [x], {y}\\u001b[31m\\u202e # 'z'"
    let json = """
      {"format": "entente-graph", "version": 1, "documents": [{"id": "a.txt", "title": null, "date": null,
       "source": null, "url": null, "sha256": "\(String(repeating: "0", count: 64))"}],
       "nodes": [{"id": "person.anna-berg", "kind": "person", "name": "Anna Berg",
        "aliases": ["Anna Berg", "\(evil)"], "country": null, "formerly": [], "mentions": [
        {"document": "a.txt", "start": 0, "end": 9, "text": "Anna Berg"},
        {"document": "a.txt", "start": 20, "end": 50, "text": "\(evil)"}]}],
       "edges": [], "judgements": [{"a": "\\"\(evil)\\"", "b": "person.anna-berg", "verdict": "same",
        "score": 0.5, "reasons": ["\(evil)"]}]}
      """
    let path = try scratch.write(json, to: "g.json")
    let text = try entente("review", path)
    #expect(text.status == 0, "\(text.errors)")
    #expect(!text.text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
    let item = try #require(try review(path).items.first)
    #expect(item.choices.count == 2)
    for choice in item.choices {
      let decisions = try scratch.write(choice.line + "\n", to: "d.yaml")
      let nodes = try graph(path, decisions).nodes
      #expect(nodes.count == (choice.meaning == "one" ? 1 : 2))
    }
  }

  @Test func `wrong use is told`() throws {
    #expect(try entente("review").status == 64)
    #expect(try entente("review", Self.seeds, "--limit", "-1").status == 64)
    #expect(try entente("review", "/no/such.json").status == 2)
  }
}
