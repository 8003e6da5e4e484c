public import EntenteGraph
import EntenteKnowledge
public import EntenteModel

extension Graph {
  /// The part of the graph that is wanted: a graph like any other.
  ///
  /// ```swift
  /// let around = try graph.selecting(Selection(focus: ["Anna Berg"], depth: 2))
  /// ```
  ///
  /// - Throws: a name, country or kind that is not known or may mean several, with what may have been meant.
  public func selecting(_ selection: Selection) throws(EntenteError) -> Graph {
    try choice(by: selection).graph
  }

  /// The part of the graph that is wanted, with what was left out and the sentences of a path.
  ///
  /// Countries may be named as the built-in pack names them, too.
  ///
  /// - Throws: what ``selecting(_:)`` throws.
  public func choice(by selection: Selection) throws(EntenteError) -> Choice {
    var selection = selection
    if !selection.countries.isEmpty, let pack = try? KnowledgePack() {
      if selection.countryNames == nil { selection.countryNames = pack.countryNames }
      selection.countries = selection.countries.map { pack.countryID(of: $0) ?? $0 }
    }
    return try selection.choice(from: self)
  }
}

extension KnowledgePack {
  /// The id of the one country that bears this name, alias or abbreviation; nil where there is none
  /// or several.
  fileprivate func countryID(of name: String) -> String? {
    let countries = knowledge.senses(ofPhrase: name)
      .filter { $0.role == .entity || $0.role == .abbreviation }
      .map { knowledge.entity($0.target) }.filter { $0.kind == .country }.map(\.id)
    return Set(countries).count == 1 ? countries[0] : nil
  }
}
