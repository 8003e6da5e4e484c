import EntenteKnowledge
import EntenteModel
import EntentePackCompiler
import Foundation
import Testing

@Suite struct FaultTests {
  /// The faults of the small world with some files replaced.
  private func faults(_ files: [String: String]) throws -> [String] {
    try PackFolder(PackFolder.small.merging(files) { $1 }).faults()
  }

  @Test func `all faults of all files are told at once, in order, each at its place`() throws {
    let found = try faults([
      "countries/SE.yaml": """
      country: SE
      partys: []
      parties:
        - {id: s, name: Blå Party, abreviation: S}
        - {id: s, name: Again}
        - {id: M, name: Moderates}
        - {name: No id}
      leaders:
        - id: bo-ek
          name: Bo Ek
          posts:
            - {office: Chairman, of: party.x, since: 2024-13}
      """,
      "world/regions.tsv": "id\tname\nnorth\tNorth\n",
      "world/subdivisions/SE.tsv": """
      code\tname\ttype\taliases\tcapital\tsince\tuntil\tinto
      SE-AB\tStockholm\tcounty
      NO-AC\tVästerbotten\tcounty\t\t\t\t\t
      SE-BD\t\tcounty\t\t\t\tlate\tSE-XX
      """,
    ])
    #expect(
      found == [
        "countries/SE.yaml:2:1 pack.unknown-key",
        "countries/SE.yaml:4:31 pack.unknown-key",
        "countries/SE.yaml:5:5 pack.duplicate-id",
        "countries/SE.yaml:6:10 pack.id",
        "countries/SE.yaml:7:5 pack.missing-key",
        "countries/SE.yaml:12:32 pack.unknown-id",
        "countries/SE.yaml:12:48 pack.date",
        "world/regions.tsv:1:4 pack.header",
        "world/subdivisions/SE.tsv:2:17 pack.columns",
        "world/subdivisions/SE.tsv:3:1 pack.iso-code",
        "world/subdivisions/SE.tsv:4:7 pack.missing-key",
      ])
  }

  @Test func `a pattern must have a trigger, roles and examples, of words that exist`() throws {
    let found = try faults([
      "lang/en/patterns/bad.yaml": """
      - id: empty
        event: meating
      - id: odd
        event: meeting
        verb: [meeet]
        roles: {participants: [subject, by], participant: [objekt]}
        accept: ["[participant: Bo] met."]
      """
    ])
    #expect(
      found == [
        "lang/en/patterns/bad.yaml:1:3 pack.missing-key",
        "lang/en/patterns/bad.yaml:1:3 pack.missing-key",
        "lang/en/patterns/bad.yaml:1:3 pack.missing-key",
        "lang/en/patterns/bad.yaml:2:10 pack.unknown-kind",
        "lang/en/patterns/bad.yaml:5:10 pack.unknown-lemma",
        "lang/en/patterns/bad.yaml:6:11 pack.unknown-edge-type",
        "lang/en/patterns/bad.yaml:6:35 pack.unknown-slot",
        "lang/en/patterns/bad.yaml:6:54 pack.unknown-slot",
      ])
  }

  @Test func `a lexicon has known classes, and its near misses are told`() throws {
    let found = try faults([
      "lang/en/more.yaml": """
      verbs: [meet]
      verb:
        - {term: sign, sens: sign}
        - {sense: sign}
        - {term: agree, forms: {pasts: agreed}}
      """
    ])
    #expect(
      found == [
        "lang/en/more.yaml:1:1 pack.unknown-class",
        "lang/en/more.yaml:3:18 pack.unknown-key",
        "lang/en/more.yaml:4:5 pack.missing-key",
        "lang/en/more.yaml:5:27 pack.unknown-key",
      ])
  }

  @Test(arguments: [("NO", 0), ("no", 1), ("NOR", 1), ("XX", 1)])
  func `a country's file names it by its code`(code: String, count: Int) throws {
    let folder = try PackFolder([
      "world/countries.tsv": PackFolder.small["world/countries.tsv"] ?? "",
      "countries/NO.yaml": "country: \(code)\nculture: western\n",
    ])
    #expect(folder.faults().count == count)
  }

  @Test func `a fault is shown with its line, a caret and a guess`() throws {
    let folder = try PackFolder([
      "countries/NO.yaml": "country: NO\nparties:\n  - {id: ø, nmae: Å}\n",
      "world/countries.tsv": PackFolder.small["world/countries.tsv"] ?? "",
    ])
    let fault = try #require(
      PackCompiler.check([folder.path]).first { $0.code == "pack.unknown-key" })
    #expect(
      DiagnosticFormatter.text(fault) == """
        \(folder.path)/countries/NO.yaml:3:14: error: unknown key `nmae`
            - {id: ø, nmae: Å}
                      ^
        hint: did you mean `name`?
        """)
  }

  @Test func `a file that is not UTF-8 is told of with its first wrong byte`() throws {
    let folder = try PackFolder([:])
    try folder.write(Data([0x61, 0x0A, 0xC3, 0xA9, 0x62, 0xE9, 0x0A]), "world/regions.tsv")
    #expect(folder.faults() == ["world/regions.tsv:2:4 pack.not-utf8"])
  }

  @Test func `errors are thrown together`() throws {
    let folder = try PackFolder([
      "countries/NO.yaml": "parties: 3\n", "countries/SE.yaml": "contry: SE\n",
    ])
    let error = #expect(throws: EntenteError.self) { try PackCompiler.compile([folder.path]) }
    #expect((error?.faults.count ?? 0) >= 3)
  }

  @Test func `a folder that is none or holds nothing is an error`() throws {
    #expect(PackCompiler.check(["/nowhere/at/all"]).map(\.code) == ["pack.folder"])
    let folder = try PackFolder(["notes.txt": "nothing"])
    #expect(PackCompiler.check([folder.path]).map(\.code) == ["pack.empty"])
  }
}
