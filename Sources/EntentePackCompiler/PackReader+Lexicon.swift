import EntenteKnowledge
import EntenteModel

extension PackReader {
  /// Attributes that decide what the reader does: a key close to one of them is taken for a slip.
  private static let attributes = [
    "relation", "of", "rank", "field", "abroad", "kind", "organ", "legislature", "single",
    "generic",
    "house",
    "event", "honours",
    "weak",
    "serves-in", "same", "vague", "sense", "says", "number", "gender", "case", "value", "shift",
    "status",
    "noun", "state", "leg",
    "like",
  ]
  private static let structure = ["term", "also", "forms", "plural"]
  private static let formNames = ["third", "past", "participle", "gerund", "plural"]

  /// `lang/LL/*.yaml`: a mapping from term classes to lists of terms.
  mutating func readLexicon(_ file: SourceFile) {
    guard file.name.hasSuffix(".yaml"), let tree = tree(file) else { return }
    guard let top = noting({ FieldReader(tree, file, what: "a lexicon", faults: &$0) }) else {
      return
    }
    for (key, value) in top.pairs {
      guard let name = key.text, let termClass = TermClass(name: name) else {
        note(
          FieldReader.unknown(
            "term class", key.text ?? "", TermClass.allCases.map(\.name),
            code: "pack.unknown-class", at: file.place(key.line, key.column)))
        continue
      }
      for item in noting({ top.nodes(name, faults: &$0) }) {
        readTerm(item, termClass, file)
      }
      _ = value
    }
  }

  private mutating func readTerm(_ node: PackNode, _ termClass: TermClass, _ file: SourceFile) {
    let place = SourcePlace(file: file.name, line: node.line, column: node.column)
    if let text = node.text {
      add(SourceTerm(termClass, Folding.composed(String(text.trimmingSpaces)), at: place))
      return
    }
    guard let fields = noting({ FieldReader(node, file, what: "a term", faults: &$0) }),
      let text = noting({ fields.required("term", what: "this \(termClass.name)", faults: &$0) })
    else { return }
    var term = SourceTerm(termClass, text, at: place)
    term.also = noting { fields.texts("also", faults: &$0) }
    for (key, value) in fields.pairs {
      guard let name = key.text else { continue }
      switch name {
      case "term", "also": continue
      case "forms": readForms(value, &term, file)
      case "plural" where termClass.isNoun:
        let plurals = noting { fields.texts("plural", faults: &$0) }
        term.forms.append(Pattern.Attribute(key: "plural", value: plurals.joined(separator: "|")))
      default:
        let known = PackReader.structure + PackReader.attributes
        if name.utf8.count > 3, !known.contains(name),
          let near = Spelling.nearest(to: name, in: known), name != "effect"
        {
          note(
            Diagnostic(
              .error, code: "pack.unknown-key", "unknown key `\(name)`",
              at: file.place(key.line, key.column), hint: "did you mean `\(near)`?"))
          continue
        }
        let values = noting { fields.texts(name, faults: &$0) }
        term.attributes.append(
          Pattern.Attribute(key: name, value: values.joined(separator: "|")))
      }
    }
    term.attributes.sort { $0.key < $1.key }
    add(term)
  }

  private mutating func readForms(_ node: PackNode, _ term: inout SourceTerm, _ file: SourceFile) {
    guard let fields = noting({ FieldReader(node, file, what: "`forms`", faults: &$0) }) else {
      return
    }
    noting { fields.allowOnly(PackReader.formNames, faults: &$0) }
    for name in PackReader.formNames where fields.has(name) {
      let values = noting { fields.texts(name, faults: &$0) }
      term.forms.append(Pattern.Attribute(key: name, value: values.joined(separator: "|")))
    }
  }

  private mutating func add(_ term: SourceTerm) {
    guard !Tokenizer.words(of: term.text).isEmpty else {
      note(
        Diagnostic(
          .error, code: "pack.missing-key", "this \(term.termClass.name) has no text",
          at: place(term.place), hint: "add `term: …`"))
      return
    }
    change { $0.terms.append(term) }
  }
}
