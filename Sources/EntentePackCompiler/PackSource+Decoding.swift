package import EntenteKnowledge
import EntenteModel

extension PackSource {
  /// The sources that a compiled pack was made from, without columns and comments.
  package init(decoding knowledge: Knowledge) {
    self.init()
    digest = knowledge.digest
    kinds = knowledge.kinds
    relations = knowledge.relations
    terms = (0..<knowledge.termCount).map { SourceTerm(knowledge.term($0)) }
    entities = (0..<knowledge.entityCount).map { SourceEntity(knowledge.entity($0), knowledge) }
    patterns = knowledge.patterns.map { pattern in
      SourcePattern(
        id: pattern.id, event: pattern.event, verbs: pattern.verbs.map(\.text),
        nouns: pattern.nouns.map(\.text), objects: pattern.objects.map(\.text),
        roles: pattern.roles, attributes: pattern.attributes, accept: pattern.accept,
        reject: pattern.reject,
        place: SourcePlace(file: pattern.file, line: pattern.line, column: 1))
    }
  }
}

extension SourceTerm {
  init(_ term: Term) {
    let source = term.source
    self.init(
      term.termClass, term.text,
      at: SourcePlace(file: source.file, line: source.line, column: 1))
    attributes = term.attributes.map { Pattern.Attribute(key: $0.key, value: $0.value) }
    for note in term.formNotes {
      guard let sign = note.firstIndex(of: "=") else { continue }
      let key = String(note[..<sign])
      let value = String(note[note.index(after: sign)...])
      if key == "also" {
        also.append(value)
      } else {
        forms.append(Pattern.Attribute(key: key, value: value))
      }
    }
  }
}

extension SourceEntity {
  init(_ entity: KnownEntity, _ knowledge: Knowledge) {
    func id(_ index: UInt32?) -> String? { index.map { knowledge.entity($0).id } }
    let source = entity.source
    self.init(
      id: entity.id, kind: entity.kind, name: entity.name,
      at: SourcePlace(file: source.file, line: source.line, column: 1))
    abbreviation = entity.abbreviation
    aliases = entity.aliases
    adjectives = entity.adjectives
    people = entity.people
    country = id(entity.country)
    partOf = id(entity.partOf)
    capitalOf = id(entity.capitalOf)
    into = id(entity.into)
    culture = entity.culture
    type = entity.type
    field = entity.field
    since = entity.since
    until = entity.until
    members = entity.members.compactMap { id($0) }
    posts = entity.posts.compactMap { post in
      id(post.body).map {
        Post(office: post.office, body: $0, since: post.since, until: post.until, line: post.line)
      }
    }
    needsOwner = entity.needsOwner
  }
}
