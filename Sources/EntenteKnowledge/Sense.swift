/// One meaning of a phrase that the trie holds.
@frozen
public struct Sense: Hashable, Sendable {
  /// How the phrase names its target.
  @frozen
  public enum Role: UInt8, CaseIterable, Sendable {
    /// A name or alias of an entity.
    case entity
    /// An abbreviation of an entity: `CPV`, `US`.
    case abbreviation
    /// A country's adjective: `Vietnamese`.
    case adjective
    /// A country's people: `Vietnamese`, `Americans`.
    case people
    /// A term of the lexicon.
    case term
    /// What stands of a party's name before its title: `Labour` in `the Labour leader`.
    case short
  }

  public let role: Role
  /// The index of the term where `role` is `.term`, else of the entity.
  public let target: UInt32
  /// True where the phrase alone proves nothing: `Central Committee`, `National Assembly`.
  public let needsOwner: Bool
  /// True where the pack writes the phrase in capitals throughout, so that `us` is not `US`.
  public let needsCapitals: Bool
  /// For a term, which of its forms this phrase is; empty for one without inflection.
  public let forms: WordForms

  package init(
    role: Role, target: UInt32, needsOwner: Bool = false, needsCapitals: Bool = false,
    forms: WordForms = []
  ) {
    self.role = role
    self.target = target
    self.needsOwner = needsOwner
    self.needsCapitals = needsCapitals
    self.forms = forms
  }

  /// The sense as the pack holds it: role, flags and forms in bits, then the target.
  package var words: (UInt32, UInt32) {
    let flags = (needsOwner ? 1 : 0) | (needsCapitals ? 2 : 0) as UInt32
    return (UInt32(role.rawValue) | flags << 8 | UInt32(forms.rawValue) << 16, target)
  }

  /// Reads what ``words`` wrote; an unknown role becomes `.term`, so that no damaged pack traps.
  init(_ bits: UInt32, _ target: UInt32) {
    role = Role(rawValue: UInt8(truncatingIfNeeded: bits)) ?? .term
    self.target = target
    needsOwner = bits & 0x100 != 0
    needsCapitals = bits & 0x200 != 0
    forms = WordForms(rawValue: UInt8(truncatingIfNeeded: bits >> 16))
  }
}
