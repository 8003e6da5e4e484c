internal import EntenteKnowledge
internal import EntenteModel

/// The pack's event patterns, indexed for lookup by verb and by noun.
struct PatternTable: Sendable {
  /// Where in a frame an entity stands.
  enum Slot: Hashable, Sendable {
    case subject
    case object
    case possessive
    /// Behind this preposition.
    case preposition(UInt32)
  }

  struct Role: Sendable {
    let type: EdgeType
    let slots: [Slot]
    /// `co-chair`, where the pattern says so.
    let part: String?
  }

  struct Entry: Sendable {
    let id: String
    let event: Kind
    let verbs: Set<UInt32>
    /// Event nouns, by term; with `objectClasses`, what the object must be.
    let objects: Set<UInt32>
    let objectClasses: Set<Kind>
    let nouns: Set<UInt32>
    let nounClasses: Set<Kind>
    let roles: [Role]
    let act: String?
    let status: Status?
    let noun: String?
    /// Slots of which one at least must be filled by a side.
    let needs: [Slot]
    /// True where only persons may stand beside the subject.
    let onlyPersons: Bool
    /// True where its subject must be persons too.
    let onlyPeople: Bool
    /// True where nothing but a time, a preposition or an infinitive may follow the object.
    let isClosed: Bool
    /// True where the verb without an object tells of something else.
    let requiresObject: Bool
    /// The event that must be the subject: `The tour will take her to Mali`, `The summit brought together A and B`.
    let subjectKind: Kind?
    /// What the visit is for, by the verbs that may follow: an infinitive of another verb makes it no event.
    let purposes: Set<UInt32>
    /// True where the subject alone is told: no object, and nobody behind `with` or `to`.
    let isAlone: Bool
    /// Slots whose phrase is the place.
    let places: [Slot]

    var needsObjectNoun: Bool { !objects.isEmpty || !objectClasses.isEmpty }
  }

  private(set) var entries: [Entry] = []
  private(set) var byVerb: [UInt32: [Int]] = [:]
  /// Verbs of several words, by term.
  private(set) var byPhrase: [UInt32: [Int]] = [:]
  private(set) var byNoun: [UInt32: [Int]] = [:]
  private(set) var byNounClass: [Kind: [Int]] = [:]
  /// The verbs of patterns whose object is an event's noun.
  private(set) var light: Set<UInt32> = []

  /// The entries of a verb; one of several words has only its own.
  func entries(for verb: VerbGroup) -> [Int] {
    if let phrasal = verb.phrasal { return byPhrase[phrasal] ?? [] }
    return byVerb[verb.lemma] ?? []
  }

  init(_ knowledge: Knowledge) {
    let classes: Set<String> = ["meeting", "agreement", "visit"]
    for pattern in knowledge.patterns {
      func slot(_ name: String) -> Slot? {
        switch name {
        case "subject": return .subject
        case "object": return .object
        case "possessive": return .possessive
        default:
          let word = knowledge.word(name)
          return word == 0 ? nil : .preposition(word)
        }
      }
      func slots(_ key: String) -> [Slot] {
        (pattern.attribute(key) ?? "").split(separator: " ").compactMap { slot(String($0)) }
      }
      let part = pattern.attribute("part")
      let entry = Entry(
        id: pattern.id, event: pattern.event,
        verbs: Set(pattern.verbs.map { $0.word }.filter { $0 != 0 }),
        objects: Set(pattern.objects.filter { !classes.contains($0.text) }.compactMap { $0.term }),
        objectClasses: Set(
          pattern.objects.filter { classes.contains($0.text) }.map { Kind($0.text) }),
        nouns: Set(pattern.nouns.filter { !classes.contains($0.text) }.compactMap { $0.term }),
        nounClasses: Set(pattern.nouns.filter { classes.contains($0.text) }.map { Kind($0.text) }),
        roles: pattern.roles.map { role in
          Role(
            type: role.type, slots: role.slots.compactMap(slot),
            part: role.slots.contains("subject") ? part : nil)
        },
        act: pattern.attribute("act"), status: pattern.attribute("status").flatMap(Status.init),
        noun: pattern.attribute("noun"), needs: slots("needs"),
        onlyPersons: pattern.attribute("only") == "person",
        onlyPeople: pattern.attribute("only") == "people",
        isClosed: pattern.attribute("closed") == "yes",
        requiresObject: pattern.attribute("requires") == "object",
        subjectKind: pattern.attribute("requires").flatMap {
          classes.contains($0) ? Kind($0) : nil
        },
        purposes: Set(
          (pattern.attribute("purpose") ?? "").split(separator: " ").map {
            knowledge.word(String($0))
          }),
        isAlone: pattern.attribute("alone") == "yes", places: slots("place"))
      let index = entries.count
      entries.append(entry)
      for verb in entry.verbs { byVerb[verb, default: []].append(index) }
      if entry.needsObjectNoun { light.formUnion(entry.verbs) }
      for verb in pattern.verbs where verb.word == 0 {
        if let term = verb.term { byPhrase[term, default: []].append(index) }
      }
      for noun in entry.nouns { byNoun[noun, default: []].append(index) }
      for noun in entry.nounClasses { byNounClass[noun, default: []].append(index) }
    }
  }
}
