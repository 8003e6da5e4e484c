package import EntenteKnowledge
public import EntenteModel
import EntentePackCompiler
import EntenteReader

/// What Entente knows before it reads: names, offices, words and patterns.
public struct KnowledgePack: Sendable {
  package let knowledge: Knowledge

  fileprivate init(knowledge: Knowledge) { self.knowledge = knowledge }

  /// The built-in pack with the entries of `folders` added; they win over its own.
  ///
  /// - Throws: where the built-in pack is missing or damaged, or a folder has faults: all of them at once.
  public init(adding folders: [String] = []) throws(EntenteError) {
    knowledge = try PackCompiler.compile(adding: folders, to: Builtin.opened.get().pack.knowledge)
  }

  /// Opens the built-in pack, so that the first ``Pipeline`` need not: call it on another thread while something else
  /// is to be done. A fault is told by what needs the pack.
  public static func prepare() { _ = Builtin.opened }

  /// Every fault and warning of `folders`, as they would be added to the built-in pack.
  ///
  /// - Throws: where the built-in pack is missing or damaged.
  public static func check(_ folders: [String]) throws(EntenteError) -> [Diagnostic] {
    PackCompiler.check(folders, base: try Builtin.opened.get().pack.knowledge)
  }

  /// Names of countries by id: `country.kh` is `Cambodia`.
  public var countryNames: [String: String] {
    Dictionary(
      knowledge.entities(of: .country).map { ($0.id, $0.name) },
      uniquingKeysWith: { _, last in last })
  }

  /// What it holds, counted, as a table for people.
  public var listing: String {
    let listing = PackListing(knowledge)
    var rows: [(String, String)] = []
    rows += listing.kinds.map { ($0.name, "\($0.count)") }
    var text = "Names\n" + PackTable.text(rows)
    text += "\nEvent patterns\n" + PackTable.text(listing.patterns.map { ($0.name, "\($0.count)") })
    text += "\nWords\n" + PackTable.text(listing.terms.map { ($0.name, "\($0.count)") })
    text += "\nCountries\n"
    text += PackTable.text(
      listing.countries.map { country in
        let name = country.id.map { "\(country.name) (\($0))" } ?? "(of no country)"
        return (name, country.counts.map { "\($0.name) \($0.count)" }.joined(separator: ", "))
      })
    return text
  }

  /// All that it knows under an id, a name, an alias or a word, as text for people.
  ///
  /// - Throws: `pack.unknown-name`, with what may have been meant.
  public func entry(_ name: String) throws(EntenteError) -> String {
    let entries = knowledge.show(name)
    guard entries.isEmpty else { return entries.map { $0.text + "\n" }.joined(separator: "\n") }
    let close = knowledge.suggestions(for: name)
    throw EntenteError(
      code: "pack.unknown-name", "the packs know nothing called \"\(name)\"",
      hint: close.isEmpty
        ? "ask for an id, a name, an alias or a word" : "try " + close.joined(separator: ", "))
  }
}

/// The built-in pack, opened once in a process and kept: a tenth of what one article takes.
enum Builtin {
  static let opened = Result { () throws(EntenteError) in
    let knowledge = try Knowledge.open(path: BuiltinPack.locate())
    let pack = KnowledgePack(knowledge: knowledge)
    return (pack: pack, reader: Reader(knowledge), countryNames: pack.countryNames)
  }
}

/// Two columns of text.
private enum PackTable {
  static func text(_ rows: [(String, String)]) -> String {
    let width = rows.map { $0.0.count }.max() ?? 0
    return rows.map { row in
      "  " + row.0 + String(repeating: " ", count: width - row.0.count + 2) + row.1 + "\n"
    }.joined()
  }
}
