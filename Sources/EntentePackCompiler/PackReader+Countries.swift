import EntenteKnowledge
import EntenteModel

extension PackReader {
  static let bodyKeys = ["id", "name", "abbreviation", "aliases", "of", "type", "generic"]
  private static let sections = [
    "country", "culture", "parties", "ministries", "legislature", "organizations", "leaders",
  ]

  /// `countries/XX.yaml`: the parties, ministries, bodies and leaders of a country.
  mutating func readCountry(_ file: SourceFile) {
    guard file.name.hasSuffix(".yaml"), let tree = tree(file),
      let top = noting({ FieldReader(tree, file, what: "a country's file", faults: &$0) })
    else { return }
    noting { top.allowOnly(PackReader.sections, faults: &$0) }
    guard
      let text = noting({ top.required("country", what: "this file", faults: &$0) }),
      let node = top.node("country"),
      let code = isoCode(text, file.place(node.line, node.column))
    else { return }
    let culture = noting { top.text("culture", faults: &$0) } ?? ""
    references.append(
      .entity("", .culture(culture), "country." + code, [], file.place(node.line, node.column)))
    var section = CountrySection(file: file, top: top, code: code, culture: culture)
    readParties(&section)
    readBodies(&section, "ministries", .ministry, "ministry.\(code).", extra: ["field"])
    readBodies(&section, "legislature", .organization, "organization.\(code).", extra: [])
    readBodies(&section, "organizations", .organization, "organization.\(code).", extra: ["field"])
    for item in noting({ top.nodes("leaders", faults: &$0) }) { readLeader(item, section) }
  }

  /// What the parts of a country's file share.
  struct CountrySection {
    let file: SourceFile
    let top: FieldReader
    let code: String
    let culture: String

    var country: String { "country." + code }
    /// Where a short reference may be found.
    var prefixes: [String] {
      ["organization.\(code).", "ministry.\(code).", "party.", "organization.", ""]
    }
  }

  private mutating func readParties(_ section: inout CountrySection) {
    let file = section.file
    for node in noting({ section.top.nodes("parties", faults: &$0) }) {
      guard
        case (var party, let fields)? = body(
          node, file, what: "this party", prefix: "party.", kind: .party,
          keys: PackReader.bodyKeys + ["organs"])
      else { continue }
      party.country = section.country
      party.needsOwner = noting { fields.flag("generic", faults: &$0) } ?? false
      add(party)
      refer(party.id, .partOf, fields, "of", prefixes: section.prefixes)
      for item in noting({ fields.nodes("organs", faults: &$0) }) {
        guard
          case (var organ, let parts)? = body(
            item, file, what: "this organ", prefix: party.id + ".", kind: .party,
            keys: PackReader.bodyKeys)
        else { continue }
        organ.country = section.country
        organ.partOf = party.id
        organ.type = organ.type ?? "organ"
        organ.needsOwner = noting { parts.flag("generic", faults: &$0) } ?? true
        add(organ)
        refer(organ.id, .partOf, parts, "of", prefixes: [party.id + "."] + section.prefixes)
      }
    }
  }

  private mutating func readBodies(
    _ section: inout CountrySection, _ key: String, _ kind: Kind, _ prefix: String, extra: [String]
  ) {
    for node in noting({ section.top.nodes(key, faults: &$0) }) {
      guard
        case (var body, let fields)? = body(
          node, section.file, what: kind == .ministry ? "this ministry" : "this body",
          prefix: prefix, kind: kind, keys: PackReader.bodyKeys + extra)
      else { continue }
      body.country = section.country
      if extra.contains("field") { body.field = noting { fields.text("field", faults: &$0) } }
      if key == "legislature", body.type == nil { body.type = "legislature" }
      let isGeneric = noting { fields.flag("generic", faults: &$0) }
      body.needsOwner = isGeneric ?? (key != "organizations")
      add(body)
      refer(body.id, .partOf, fields, "of", prefixes: [prefix] + section.prefixes)
    }
  }

  private mutating func readLeader(_ node: PackNode, _ section: CountrySection) {
    let file = section.file
    guard let fields = noting({ FieldReader(node, file, what: "a leader", faults: &$0) }) else {
      return
    }
    noting { fields.allowOnly(["id", "name", "aliases", "posts", "culture"], faults: &$0) }
    guard
      let (id, name) = idAndName(fields, file, what: "this leader", prefix: "person.")
    else { return }
    var person = SourceEntity(id: id, kind: .person, name: name, at: fields.place)
    person.aliases = noting { fields.texts("aliases", faults: &$0) }
    person.culture = noting { fields.text("culture", faults: &$0) } ?? section.culture
    person.country = section.country
    var posts: [(body: PackNode, text: String)] = []
    for item in noting({ fields.nodes("posts", faults: &$0) }) {
      guard let parts = noting({ FieldReader(item, file, what: "a post", faults: &$0) }) else {
        continue
      }
      noting { parts.allowOnly(["office", "of", "since", "until"], faults: &$0) }
      guard let office = noting({ parts.required("office", what: "this post", faults: &$0) }),
        let body = noting({ parts.required("of", what: "this post", faults: &$0) }),
        let bodyNode = parts.node("of")
      else { continue }
      person.posts.append(
        SourceEntity.Post(
          office: office, body: body, since: noting { parts.date("since", faults: &$0) },
          until: noting { parts.date("until", faults: &$0) }, line: item.line))
      posts.append((bodyNode, body))
    }
    guard add(person) != nil else { return }
    for (i, post) in posts.enumerated() {
      references.append(
        .entity(
          person.id, .post(i), post.text, section.prefixes,
          file.place(post.body.line, post.body.column)))
    }
  }

  // MARK: - Parts

  /// The entity under `node` with what all bodies share, and its fields; nil with faults noted.
  mutating func body(
    _ node: PackNode, _ file: SourceFile, what: String, prefix: String, kind: Kind,
    keys: [String]
  ) -> (SourceEntity, FieldReader)? {
    guard let fields = noting({ FieldReader(node, file, what: what, faults: &$0) }) else {
      return nil
    }
    noting { fields.allowOnly(keys, faults: &$0) }
    guard let (id, name) = idAndName(fields, file, what: what, prefix: prefix) else { return nil }
    var entity = SourceEntity(id: id, kind: kind, name: name, at: fields.place)
    entity.abbreviation = noting { fields.text("abbreviation", faults: &$0) }
    entity.aliases = noting { fields.texts("aliases", faults: &$0) }
    entity.type = noting { fields.text("type", faults: &$0) }
    return (entity, fields)
  }

  private mutating func idAndName(
    _ fields: FieldReader, _ file: SourceFile, what: String, prefix: String
  ) -> (id: String, name: String)? {
    let id = noting { fields.required("id", what: what, faults: &$0) }
    let name = noting { fields.required("name", what: what, faults: &$0) }
    guard let id, let name, let node = fields.node("id"),
      let word = identifier(id, file.place(node.line, node.column))
    else { return nil }
    return (prefix + word, name)
  }

  /// Notes that `key` of an entry names another entity.
  mutating func refer(
    _ id: String, _ field: Reference.Field, _ fields: FieldReader, _ key: String,
    prefixes: [String]
  ) {
    guard let node = fields.node(key),
      let text = noting({ fields.text(key, faults: &$0) })
    else { return }
    references.append(
      .entity(id, field, text, prefixes, fields.file.place(node.line, node.column)))
  }
}
