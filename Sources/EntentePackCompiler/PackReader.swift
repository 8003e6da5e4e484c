import EntenteKnowledge
package import EntenteModel

/// Reads folders of pack sources and lists all faults at once.
///
/// ```
/// schema/kinds.yaml, relations.yaml    world/countries.tsv, regions.tsv, cities.tsv, adjectives.tsv, organizations.tsv, blocs.yaml
///                                      world/subdivisions/XX.tsv
/// lang/LL/*.yaml, patterns/*.yaml      countries/XX.yaml
/// ```
/// Every part may be absent; the rest of the knowledge comes from the pack that it is added to.
package struct PackReader {
  /// What was read; without the entries that have faults.
  package private(set) var source = PackSource()
  /// Errors and warnings by file and line.
  package private(set) var faults: [Diagnostic] = []

  /// What the pack is added to: ids and words may refer to it.
  let base: PackSource
  var files: [String: SourceFile] = [:]
  var references: [Reference] = []
  var capitals: [Capital] = []
  var seats: [Seat] = []
  var cities: [City] = []
  var adjectives: [(code: String, words: [String], place: Diagnostic.Place)] = []
  var digest: [UInt8] = []
  private var sawSource = false

  /// Reads `folders` in order. With `rooted` the pack remembers its files as the user named them, else relative
  /// to their folder, so that a pack has the same bytes wherever it is built.
  package init(folders: [String], base: PackSource = PackSource(), rooted: Bool = false) {
    self.base = base
    for folder in folders { read(folder: folder, rooted: rooted) }
    finish()
    source.digest = unsafe PackChecksum.of(digest.span.bytes)
    order()
  }

  /// Throws where there is an error; warnings pass.
  package func checked() throws(EntenteError) -> PackSource {
    let errors = faults.filter { $0.severity == .error }
    guard errors.isEmpty else { throw EntenteError(errors) }
    return source
  }

  // MARK: - Files

  private mutating func read(folder: String, rooted: Bool) {
    let root = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    guard FileSystem.isFolder(root) else {
      note(
        Diagnostic(
          .error, code: "pack.folder", "`\(folder)` is no folder that can be read",
          at: Diagnostic.Place(file: folder),
          hint: "give the folder that holds `countries`, `lang`, `schema` or `world`"))
      return
    }
    sawSource = false
    func path(_ name: String) -> String { "\(root)/\(name)" }
    each(in: path("schema"), "schema", root, rooted) { $0.readSchema($1) }
    for language in FileSystem.names(in: path("lang")) ?? [] {
      let name = "lang/\(language)"
      each(in: path(name), name, root, rooted) { $0.readLexicon($1) }
      each(in: path(name + "/patterns"), name + "/patterns", root, rooted) { $0.readPatterns($1) }
    }
    each(in: path("world"), "world", root, rooted) { $0.readWorld($1) }
    each(in: path("world/subdivisions"), "world/subdivisions", root, rooted) {
      $0.readSubdivisions($1)
    }
    each(in: path("countries"), "countries", root, rooted) { $0.readCountry($1) }
    if !sawSource {
      note(
        Diagnostic(
          .error, code: "pack.empty", "`\(folder)` holds no pack sources",
          at: Diagnostic.Place(file: folder),
          hint:
            "a pack has files like `countries/NO.yaml`, `lang/en/verbs.yaml`, `world/blocs.yaml`"))
    }
  }

  private mutating func each(
    in path: String, _ name: String, _ root: String, _ rooted: Bool,
    _ body: (inout PackReader, SourceFile) -> Void
  ) {
    for entry in FileSystem.names(in: path) ?? [] {
      let full = "\(path)/\(entry)"
      guard entry.hasSuffix(".yaml") || entry.hasSuffix(".tsv") else {
        if !FileSystem.isFolder(full), entry.hasSuffix(".yml") || entry.hasSuffix(".csv") {
          note(
            Diagnostic(
              .error, code: "pack.file-name", "`\(entry)` is not read",
              at: Diagnostic.Place(file: full), hint: "call it `.yaml` or `.tsv`"))
        }
        continue
      }
      sawSource = true
      let known = rooted ? full : "\(name)/\(entry)"
      guard let file = load(full, known) else { continue }
      body(&self, file)
    }
  }

  private mutating func load(_ path: String, _ name: String) -> SourceFile? {
    switch FileSystem.read(path, limit: YAMLReader.Limit.bytes) {
    case .failure(let problem):
      note(
        Diagnostic(
          .error, code: "pack.unreadable-source", "cannot be read: \(problem.reason)",
          at: Diagnostic.Place(file: path)))
      return nil
    case .success(let bytes):
      guard let text = String(validating: bytes, as: UTF8.self) else {
        note(SourceFile.notUTF8(bytes, path: path))
        return nil
      }
      digest.append(contentsOf: name.utf8)
      digest.append(0)
      digest.append(contentsOf: bytes)
      digest.append(0)
      let file = SourceFile(path: path, name: name, text: text)
      files[name] = file
      return file
    }
  }

  // MARK: - Noting

  mutating func note(_ fault: Diagnostic) { faults.append(fault) }

  /// Runs `body` with the list of faults.
  mutating func noting<Result>(_ body: (inout [Diagnostic]) -> Result) -> Result { body(&faults) }

  /// Lets an extension in another file change the source.
  mutating func change(_ body: (inout PackSource) -> Void) { body(&source) }

  /// The tree of a YAML file, with the fault noted where there is none.
  mutating func tree(_ file: SourceFile) -> PackNode? {
    do {
      return try YAMLReader.read(file)
    } catch {
      faults.append(contentsOf: error.faults)
      return nil
    }
  }

  /// The place of an entry, with the text of its line.
  func place(_ place: SourcePlace) -> Diagnostic.Place {
    files[place.file]?.place(place.line, place.column)
      ?? Diagnostic.Place(file: place.file, line: place.line, column: place.column)
  }

  /// Adds an entity unless its id is taken.
  @discardableResult
  mutating func add(_ entity: SourceEntity) -> Int? {
    if let first = entityIndex[entity.id] {
      let other = source.entities[first].place
      note(
        Diagnostic(
          .error, code: "pack.duplicate-id", "the id `\(entity.id)` is taken",
          at: place(entity.place), hint: "\(other.file):\(other.line) has it already"))
      return nil
    }
    entityIndex[entity.id] = source.entities.count
    source.entities.append(entity)
    return source.entities.count - 1
  }

  /// The number of each id in `source.entities`.
  private(set) var entityIndex: [String: Int] = [:]

  /// Faults by file and line; entries stay in the order read.
  private mutating func order() {
    let sorted = faults.enumerated().sorted { a, b in
      let x = a.element.place
      let y = b.element.place
      return (x?.file ?? "", x?.line ?? 0, x?.column ?? 0, a.offset)
        < (y?.file ?? "", y?.line ?? 0, y?.column ?? 0, b.offset)
    }
    faults = sorted.map(\.element)
  }
}

extension SourceFile {
  /// The fault of a file that is not UTF-8, at its first wrong byte.
  static func notUTF8(_ bytes: [UInt8], path: String) -> Diagnostic {
    var line = 1
    var start = 0
    var i = 0
    while i < bytes.count {
      if bytes[i] == 0x0A {
        line += 1
        start = i + 1
      }
      if bytes[i] < 0x80 {
        i += 1
        continue
      }
      let width = [2, 3, 4].first {
        i + $0 <= bytes.count && String(validating: bytes[i..<i + $0], as: UTF8.self) != nil
      }
      guard let width else { break }
      i += width
    }
    let byte = i < bytes.count ? String(bytes[i], radix: 16, uppercase: true) : "?"
    return Diagnostic(
      .error, code: "pack.not-utf8", "byte 0x\(byte) is not UTF-8",
      at: Diagnostic.Place(file: path, line: line, column: i - start + 1, offset: i),
      hint: "save the file as UTF-8, for instance by `iconv -f WINDOWS-1252 -t UTF-8`")
  }
}
