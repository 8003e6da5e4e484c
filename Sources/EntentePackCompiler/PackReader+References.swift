import EntenteKnowledge
import EntenteModel

/// A word in a source that must name something elsewhere; looked up when all files are read.
enum Reference {
  /// What of an entity the reference fills.
  enum Field: Hashable {
    case country, partOf, into, member
    case post(Int)
    /// The country gets the culture of its file.
    case culture(String)
  }

  /// The entity's id, the field, the text, what may stand before it in the id meant, and where.
  case entity(String, Field, String, [String], Diagnostic.Place)
  case kind(String, SourceFile, PackNode)
  case event(String, SourceFile, PackNode)
  case edgeType(String, SourceFile, PackNode)
  case slot(String, SourceFile, PackNode)
  case lemma(String, TermClass?, SourceFile, PackNode)
}

extension PackReader {
  /// Looks up all references and makes the places that tables only mention.
  mutating func finish() {
    makeCapitals()
    makeSeats()
    addAdjectives()
    let vocabulary = Vocabulary(source, base)
    for reference in references {
      switch reference {
      case .entity(let id, let field, let text, let prefixes, let place):
        resolve(id, field, text, prefixes, place, vocabulary)
      case .kind(let text, let file, let node):
        check(text, in: vocabulary.kinds, "kind", "pack.unknown-kind", file, node)
      case .event(let text, let file, let node):
        check(text, in: vocabulary.events, "event kind", "pack.unknown-kind", file, node)
      case .edgeType(let text, let file, let node):
        check(text, in: vocabulary.edgeTypes, "edge type", "pack.unknown-edge-type", file, node)
      case .slot(let text, let file, let node):
        check(text, in: vocabulary.slots, "slot", "pack.unknown-slot", file, node)
      case .lemma(let text, let termClass, let file, let node):
        checkLemma(text, termClass, vocabulary, file, node)
      }
    }
  }

  private mutating func check(
    _ text: String, in known: [String], _ what: String, _ code: String, _ file: SourceFile,
    _ node: PackNode
  ) {
    // A pack without a schema or lexicon of its own, compiled alone, can't be checked against one.
    guard !known.isEmpty, !known.contains(text) else { return }
    note(
      FieldReader.unknown(
        what, text, known, code: code, at: file.place(node.line, node.column)))
  }

  private mutating func checkLemma(
    _ text: String, _ termClass: TermClass?, _ vocabulary: Vocabulary, _ file: SourceFile,
    _ node: PackNode
  ) {
    guard !vocabulary.terms.isEmpty else { return }
    let known = termClass.map { vocabulary.byClass[$0] ?? [] } ?? vocabulary.nouns
    guard !known.contains(text) else { return }
    let what = termClass?.name ?? "noun"
    note(
      Diagnostic(
        .warning, code: "pack.unknown-lemma",
        "`\(text)` is no \(what) of the lexicon; it is inflected by rule",
        at: file.place(node.line, node.column),
        hint: Spelling.hint(
          for: text, known: known.sorted(), otherwise: "add it to lang/en/*.yaml")))
    let place = SourcePlace(file: file.name, line: node.line, column: node.column)
    let added = SourceTerm(termClass ?? .common, text, at: place)
    if !source.terms.contains(where: { $0.termClass == added.termClass && $0.text == text }) {
      change { $0.terms.append(added) }
    }
  }

  private mutating func resolve(
    _ id: String, _ field: Reference.Field, _ text: String, _ prefixes: [String],
    _ place: Diagnostic.Place, _ vocabulary: Vocabulary
  ) {
    let candidates = [text] + prefixes.map { $0 + text }
    guard
      let found = candidates.first(where: { entityIndex[$0] != nil || vocabulary.ids.contains($0) })
    else {
      let known = Array(vocabulary.ids) + source.entities.map(\.id)
      let near =
        Spelling.nearest(to: text, in: known.sorted())
        ?? candidates.lazy.compactMap { Spelling.nearest(to: $0, in: known.sorted()) }.first
      note(
        Diagnostic(
          .error, code: "pack.unknown-id", "`\(text)` names nothing that a pack lists", at: place,
          hint: near.map { "did you mean `\($0)`?" }
            ?? "use the id of a country (country.vn), party, ministry or body"))
      return
    }
    if case .culture(let culture) = field {
      guard !culture.isEmpty, let i = entityIndex[found] else { return }
      change { $0.entities[i].culture = culture }
      return
    }
    guard let i = entityIndex[id] else { return }
    change { source in
      switch field {
      case .country: source.entities[i].country = found
      case .partOf: if found != id { source.entities[i].partOf = found }
      case .into: if found != id { source.entities[i].into = found }
      case .member: source.entities[i].members.append(found)
      case .post(let k): source.entities[i].posts[k].body = found
      case .culture: break
      }
    }
  }
}

/// The words that sources may refer to: those of the pack and of the one it is added to.
struct Vocabulary {
  /// Ids of the base; those of the source are in the reader's index.
  let ids: Set<String>
  let kinds: [String]
  let events: [String]
  let edgeTypes: [String]
  let slots: [String]
  let terms: Set<String>
  let byClass: [TermClass: Set<String>]
  let nouns: Set<String>

  init(_ source: PackSource, _ base: PackSource) {
    ids = Set(base.entities.map(\.id))
    let kindStyles = base.kinds + source.kinds
    kinds = kindStyles.map(\.kind.rawValue)
    events = kindStyles.filter(\.isEvent).map(\.kind.rawValue)
    edgeTypes = (base.relations + source.relations).map(\.type.rawValue)
    var byClass: [TermClass: Set<String>] = [:]
    var slots: Set<String> = []
    for term in base.terms + source.terms {
      byClass[term.termClass, default: []].formUnion([term.text] + term.also)
      guard term.termClass == .preposition else { continue }
      if !term.text.contains(" ") { slots.insert(term.text) }
      slots.formUnion(term.attributes.filter { $0.key == "slot" }.map(\.value))
    }
    self.byClass = byClass
    terms = byClass.values.reduce(into: []) { $0.formUnion($1) }
    nouns = byClass.filter { $0.key.isNoun || $0.key == .common }.values
      .reduce(into: []) { $0.formUnion($1) }
    self.slots =
      slots.isEmpty
      ? [] : ["subject", "object", "possessive", "modifier", "place", "time"] + slots.sorted()
  }
}
