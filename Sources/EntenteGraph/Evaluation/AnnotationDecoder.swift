import EntenteModel

/// Builds an annotation from JSON values.
struct AnnotationDecoder {
  private(set) var reader: JSONReader
  private let kinds: [String]
  private var ids: Set<String> = []
  /// Uses of ids, checked when all are known.
  private var references: [(id: String, offset: Int)] = []

  private static let relations = [EdgeType.leads, .memberOf, .partOf].map(\.rawValue)
  private static let events = [Kind.meeting, .agreement, .visit].map(\.rawValue)

  init(_ reader: JSONReader, _ kinds: [Kind]) {
    self.reader = reader
    self.kinds = kinds.map(\.rawValue)
  }

  mutating func annotation(_ value: JSONValue, name: String) -> Annotation {
    let lists = ["entities", "relations", "events"]
    var result = Annotation(
      name: name, marks: Annotation.Marks(), optional: Annotation.Marks(), notes: [])
    let keys = ["document", "title", "date", "optional"] + lists
    guard let object = reader.object(value, "the annotation", known: keys) else { return result }
    result.document = reader.optional(object["document"])
    _ = reader.optional(object["title"])
    _ = reader.date(object["date"])
    // A misspelt key must not pass for an article in which nothing happened.
    for key in lists { _ = reader.required(object, key, in: value) }
    result.marks = marks(object)
    if let optional = object["optional"],
      let object = reader.object(optional, "“optional”", known: lists)
    {
      result.optional = marks(object)
    }
    for reference in references where !ids.contains(reference.id) {
      reader.fault(
        "annotation.undefined", "“\(reference.id)” is not among the entities.",
        at: reference.offset,
        hint: Resemblance.hint(
          for: reference.id, among: ids, otherwise: "Add it to the entities, or to optional ones."))
    }
    return result
  }

  private mutating func marks(_ object: [String: JSONValue]) -> Annotation.Marks {
    var marks = Annotation.Marks()
    for element in reader.list(object["entities"]) {
      if let entity = entity(element) { marks.entities.append(entity) }
    }
    for element in reader.list(object["relations"]) {
      if let relation = relation(element) { marks.relations.append(relation) }
    }
    for element in reader.list(object["events"]) {
      if let event = event(element) { marks.events.append(event) }
    }
    return marks
  }

  private mutating func entity(_ value: JSONValue) -> Annotation.Entity? {
    let keys = ["id", "kind", "name", "mentions"]
    guard let object = reader.object(value, "an entity", known: keys) else { return nil }
    let id = reader.string(reader.required(object, "id", in: value))
    if let id, !ids.insert(id).inserted {
      reader.fault("annotation.id-twice", "The entity “\(id)” stands twice.", at: value.offset)
    }
    let kind = reader.required(object, "kind", in: value)
    let name = reader.string(reader.required(object, "name", in: value))
    let mentions = reader.strings(reader.required(object, "mentions", in: value))
    guard let id, let name, let kind, let words = reader.string(kind) else { return nil }
    let kinds = words.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    for word in kinds { check(word, "kind", among: self.kinds, at: kind) }
    return Annotation.Entity(
      id: id, kinds: kinds.map { Kind($0) }, name: name, mentions: mentions)
  }

  private mutating func relation(_ value: JSONValue) -> Annotation.Relation? {
    let keys = ["type", "from", "to", "role", "evidence"]
    guard let object = reader.object(value, "a relation", known: keys) else { return nil }
    let type = type(object, of: "relation", among: AnnotationDecoder.relations, in: value)
    let from = reference(reader.required(object, "from", in: value))
    let to = reference(reader.required(object, "to", in: value))
    guard let type, let from, let to else { return nil }
    return Annotation.Relation(type: EdgeType(type), from: from, to: to)
  }

  private mutating func event(_ value: JSONValue) -> Annotation.Event? {
    let keys = [
      "type", "participants", "place", "date", "status", "title", "period", "evidence",
    ]
    guard let object = reader.object(value, "an event", known: keys) else { return nil }
    let type = type(object, of: "event", among: AnnotationDecoder.events, in: value)
    let participants = reader.list(reader.required(object, "participants", in: value))
      .compactMap { reference($0) }
    let place = reference(object["place"])
    let date = reader.date(object["date"])
    let status = reader.word(reader.required(object, "status", in: value), Status.self)
    guard let type, let status else { return nil }
    return Annotation.Event(
      kind: Kind(type), participants: participants, place: place, date: date, status: status)
  }

  /// An entity's id; nil for null.
  private mutating func reference(_ value: JSONValue?) -> String? {
    guard let value, let id = reader.optional(value) else { return nil }
    references.append((id, value.offset))
    return id
  }

  private mutating func type(
    _ object: [String: JSONValue], of what: String, among known: [String], in value: JSONValue
  ) -> String? {
    guard let type = reader.required(object, "type", in: value), let word = reader.string(type)
    else { return nil }
    check(word, "type of \(what)", among: known, at: type)
    return word
  }

  private mutating func check(
    _ word: String, _ what: String, among known: [String], at value: JSONValue
  ) {
    guard !known.contains(word) else { return }
    let words = known.map { "“\($0)”" }.joined(separator: ", ")
    reader.fault(
      "annotation.unknown-word", "“\(word)” is no \(what).", at: value.offset,
      hint: "Write one of \(words).")
  }
}
