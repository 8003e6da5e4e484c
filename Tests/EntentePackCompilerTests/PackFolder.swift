import EntenteKnowledge
import EntenteModel
import EntentePackCompiler
import Foundation

/// A folder of pack sources that exists as long as the value that made it.
final class PackFolder {
  let path: String

  /// Writes `files`, by their path in the folder.
  init(_ files: [String: String]) throws {
    path = FileManager.default.temporaryDirectory
      .appending(path: "entente-pack-\(UUID().uuidString)").path(percentEncoded: false)
    for (name, text) in files { try write(Data(text.utf8), name) }
  }

  func write(_ data: Data, _ name: String) throws {
    let file = URL(filePath: path).appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The folder compiled alone.
  func knowledge() throws -> Knowledge { try Knowledge(bytes: PackCompiler.compile([path])) }

  /// The faults as `file:line:column code`, with the file relative to the folder.
  func faults(base: Knowledge? = nil) -> [String] {
    PackCompiler.check([path], base: base).map { fault in
      let place = fault.place
      let file = (place?.file ?? "").replacingOccurrences(of: path + "/", with: "")
      return "\(file):\(place?.line ?? 0):\(place?.column ?? 0) \(fault.code)"
    }
  }

  /// A small world: two countries, a unit, a party with organs, a leader, some words and a pattern.
  static let small: [String: String] = [
    "schema/kinds.yaml": """
    - {kind: person, caption: Person, plural: people, shape: box}
    - {kind: organization, caption: Organization}
    - {kind: meeting, caption: Meeting, event: yes}
    """,
    "schema/relations.yaml": """
    - {type: participant, caption: Takes part, from: [person], to: [meeting], side: yes}
    """,
    "world/countries.tsv": """
    code\tname\taliases\tadjectives\tpeople\tcapital\tcapital_aliases
    # Two neighbours
    NO\tNorway\tKingdom of Norway | NOR\tNorwegian\tNorwegians\tOslo\tChristiania
    SE\tSweden\t\tSwedish\tSwedes | Swede\tStockholm\t
    """,
    "world/subdivisions/NO.tsv": """
    code\tname\ttype\taliases\tcapital\tsince\tuntil\tinto
    NO-03\tOslo\tcity\t\t\t\t\t
    NO-34\tInnlandet\tcounty\t\tHamar\t2020\t\t
    NO-04\tHedmark\tcounty\t\tHamar\t\t2019-12-31\tNO-34
    """,
    "world/blocs.yaml": """
    blocs:
      - {id: nordic-council, name: Nordic Council, members: [NO, SE]}
    """,
    "countries/NO.yaml": """
    country: NO
    culture: western
    parties:
      - id: ap
        name: Workers' Party
        abbreviation: AP
        organs:
          - {id: board, name: Central Board}
          - {id: secretariat, name: Secretariat, of: board}
    ministries:
      - {id: interior, name: Ministry of Interior, field: interior}
    legislature:
      - {id: storting, name: Storting}
    leaders:
      - id: anna-berg
        name: Anna Berg
        posts:
          - {office: Chairwoman, of: ap, since: 2021-05}
          - {office: Minister, of: interior, since: 2015, until: 2019-03-01}
    """,
    "lang/en/words.yaml": """
    preposition: [with, {term: in}]
    verb:
      - {term: meet, sense: meet, forms: {past: met}}
      - {term: host, sense: host}
    event: [{term: talks, plural: none}, {term: courtesy call, event: meeting}]
    office: [{term: member of parliament, relation: member-of}]
    pronoun: [us, "no"]
    """,
    "lang/en/patterns/meetings.yaml": """
    - id: met
      event: meeting
      verb: [meet]
      roles: {participant: [subject, object, with]}
      attributes: {act: none}
      accept:
        - {text: "[participant: Anna Berg] will meet [participant: Bo Ek].", status: planned}
      reject: ["The sides met expectations."]
    """,
  ]
}
