import Foundation
import Testing

@Suite struct SelectionOptions {
  private let scratch: Scratch
  private let map: String

  init() throws {
    scratch = try Scratch()
    map = scratch["map.json"]
    _ = try entente("graph", Programs.seeds, "-o", map)
  }

  private func names(_ json: String) -> [String] {
    json.matches(of: #/"id": "((?:meeting|visit|agreement)\.[a-z0-9.-]+)"/#).map { String($0.1) }
  }

  @Test(
    arguments: [
      ["--kind", "meeting"], ["--country", "KH"], ["--country", "laos", "--status", "held"],
      ["--since", "2026-02-06", "--until", "2026"], ["--min-evidence", "2"],
      ["--min-confidence", "0.9"], ["--focus", "to lam", "--depth", "2", "--kind", "visit"],
      ["--path", "Hun Sen", "Tran Thanh Man"],
    ])
  func `a part verifies, is a source, and says what was left out`(_ options: [String]) throws {
    let part = scratch["part.json"]
    let run = try start(Programs.entente, ["graph", map, "-o", part] + options)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("Selected "))
    #expect(run.errors.contains(" Left out: "))
    let events = names(try scratch.text("part.json"))
    #expect(!events.isEmpty)
    #expect(events.count < names(try scratch.text("map.json")).count)
    let verified = try entente("verify", part, Programs.seeds)
    #expect(verified.status == 0, "\(verified.errors)")
    let again = try entente("graph", part, "--to", "json")
    #expect(names(again.text) == events)
  }

  @Test func `a picture of a part says that it is one`() throws {
    let run = try entente("graph", map, "--focus", "Heng Samrin")
    #expect(run.text.contains("A part of the data: 1 of "))
    let whole = try entente("graph", map)
    #expect(!whole.text.contains("A part of the data"))
  }

  @Test func `a path prints its sentences, and sources may follow its names`() throws {
    let run = try entente("graph", "--path", "Heng Samrin", "Tô Lâm", Programs.seeds)
    #expect(run.status == 0)
    #expect(run.errors.contains("What joins “Heng Samrin” and “Tô Lâm”:"))
    #expect(run.errors.contains("004_eac9122c5b746e9b.txt, bytes 1289–1596"))
    #expect(run.text.hasPrefix("//"))
  }

  @Test func `countries are known by any name of the pack`() throws {
    for name in ["Kingdom of Cambodia", "kh", "Cambodia", "country.kh"] {
      let run = try entente("graph", map, "--country", name, "--to", "json")
      #expect(run.status == 0, "\(name): \(run.errors)")
      #expect(names(run.text).count == 21, "\(name)")
    }
  }

  @Test func `what nobody bears is told with what may have been meant`() throws {
    let run = try entente(
      "graph", map, "--kind", "meetings", "--country", "Vietnm", "--focus", "Heng Samrim")
    #expect(run.status == 65)
    #expect(run.output.isEmpty)
    for hint in ["Did you mean “meeting”?", "“Vietnam”", "Did you mean “Heng Samrin”?"] {
      #expect(run.errors.contains(hint), "\(hint)")
    }
  }

  @Test(
    arguments: [
      ["--since", "yesterday"], ["--since", "2026-03", "--until", "2026-02"], ["--depth", "2"],
      ["--focus", "x", "--depth", "0"], ["--min-evidence", "0"], ["--min-confidence", "95"],
      ["--status", "plannd"], ["--keep-undated"], ["--path", "Hun Sen"],
    ])
  func `options that make no sense are refused before anything is read`(_ options: [String]) throws
  {
    let run = try start(Programs.entente, ["graph", "nowhere.json"] + options)
    #expect(run.status == 64)
    #expect(run.errors.hasPrefix("Error: "))
    #expect(!run.errors.contains("nowhere.json:"))
  }

  @Test func `where nothing fits, the empty part is written and the counts say why`() throws {
    let run = try entente("graph", map, "--kind", "visit", "--status", "cancelled", "--to", "json")
    #expect(run.status == 0)
    #expect(names(run.text).isEmpty)
    #expect(run.errors.contains("Selected 0 of "))
  }
}
