import EntenteModel

/// Collects what lies at the given paths, and names it.
struct SourceWalk {
  private struct Found {
    /// The components of the absolute path.
    var components: [String]
    /// How many of them, counted from the end, make the id.
    var used: Int
    var origin: SourceEntry.Origin
  }

  private let maximumBytes: Int
  private var found: [Found] = []
  private var places: [[UInt8]: Int] = [:]
  private var hidden = 0
  private var repeated = 0
  private var faults: [Diagnostic] = []

  init(maximumBytes: Int) { self.maximumBytes = maximumBytes }

  mutating func take(_ path: String) {
    if path == "-" {
      return takeStream(path: nil, name: DocumentName.standardInput)
    }
    guard let kind = FileAccess.kind(of: path) else {
      faults.append(
        Diagnostic(
          .error, code: "source.missing", "\"\(path)\" cannot be read: \(FileAccess.reason())",
          at: Diagnostic.Place(file: path)))
      return
    }
    switch kind {
    case .folder: takeFolder(FileAccess.resolved(path))
    case .file:
      // The name as given, in its folder's true place: a link keeps the name that the user chose for it.
      let (folder, name) = SourceWalk.split(path)
      let place = FileAccess.resolved(folder) + "/" + name
      add(place, used: 1, givenByName: true)
    case .stream:
      takeStream(path: path, name: SourceWalk.split(path).name)
    case .other:
      faults.append(
        Diagnostic(
          .error, code: "source.type", "\"\(path)\" is neither a file, a folder nor a pipe",
          at: Diagnostic.Place(file: path)))
    }
  }

  private mutating func takeStream(path: String?, name: String) {
    guard places[Array("stream:\(path ?? "-")".utf8)] == nil else {
      repeated += 1
      return
    }
    places[Array("stream:\(path ?? "-")".utf8)] = found.count
    let origin: SourceEntry.Origin
    do throws(EntenteError) {
      let bytes =
        if let path {
          try FileAccess.read(path, maximum: maximumBytes)
        } else {
          try FileAccess.read(0, maximum: maximumBytes)
        }
      origin = .bytes(bytes)
    } catch {
      origin = .refused(error.faults[0])
    }
    found.append(Found(components: [name], used: 1, origin: origin))
  }

  /// All below a folder. Links to folders are not followed, so that no cycle can arise.
  private mutating func takeFolder(_ root: String) {
    var open: [(path: String, depth: Int)] = [(root, 0)]
    while let (folder, depth) = open.popLast() {
      guard let names = FileAccess.names(in: folder) else {
        refuse(
          folder, used: max(1, depth), code: "document.unreadable",
          "the folder cannot be read: \(FileAccess.reason())")
        continue
      }
      for name in names.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
        if name.first == 0x2E {
          hidden += 1
          continue
        }
        let used = depth + 1
        guard let text = String(validating: name, as: UTF8.self) else {
          refuse(
            "\(folder)/\(DocumentName.escaped(name))", used: used, code: "document.name",
            "its file name is not UTF-8", hint: "rename the file")
          continue
        }
        let path = "\(folder)/\(text)"
        switch FileAccess.kind(of: path) {
        case .folder where FileAccess.isSymbolicLink(path):
          refuse(
            path, used: used, code: "document.type", "a link to a folder is not followed",
            hint: "give the folder itself")
        case .folder: open.append((path, used))
        case .file: add(path, used: used, givenByName: false)
        case .stream, .other:
          refuse(path, used: used, code: "document.type", "neither a file nor a folder")
        case nil:
          refuse(
            path, used: used, code: "document.unreadable",
            "cannot be read: \(FileAccess.reason())")
        }
      }
    }
  }

  private mutating func add(_ path: String, used: Int, givenByName: Bool) {
    if let earlier = places[Array(path.utf8)] {
      // Given twice, say as a file and in its folder: one document, under the shorter id.
      repeated += 1
      found[earlier].used = min(found[earlier].used, used)
      if givenByName { found[earlier].origin = origin(path, givenByName: true) }
      return
    }
    places[Array(path.utf8)] = found.count
    found.append(
      Found(
        components: SourceWalk.components(path), used: used,
        origin: origin(path, givenByName: givenByName)))
  }

  private func origin(_ path: String, givenByName: Bool) -> SourceEntry.Origin {
    if FileSignature.ending(of: path) == "json",
      let head = try? FileAccess.read(path, maximum: maximumBytes, head: 4096),
      FileSignature.isGraph(head)
    {
      if givenByName { return .graph(path) }
      return .refused(
        Diagnostic(
          .error, code: "document.type", "a graph that Entente wrote, in a folder of articles",
          hint: "give it by name to make it a source"))
    }
    if FileSignature.ending(of: path) == "html",
      let head = try? FileAccess.read(path, maximum: maximumBytes, head: 100),
      FileSignature.isReport(head)
    {
      return .refused(
        Diagnostic(
          .error, code: "document.type", "a report that Entente wrote, and no article",
          hint: "give its articles or its graph JSON"))
    }
    if FileSignature.isReadable(path, givenByName: givenByName) { return .file(path) }
    let ending = FileSignature.ending(of: path)
    return .refused(
      Diagnostic(
        .error, code: "document.type", "files that end in .\(ending) are not read",
        hint: givenByName
          ? "save it as plain text or Markdown"
          : "text, Markdown, HTML, PDF and JSON lines are (.txt, .md, .html, .pdf, .ndjson); give a file by name to read it as text"
      ))
  }

  private mutating func refuse(
    _ path: String, used: Int, code: String, _ message: String, hint: String? = nil
  ) {
    guard places[Array(path.utf8)] == nil else {
      repeated += 1
      return
    }
    places[Array(path.utf8)] = found.count
    found.append(
      Found(
        components: SourceWalk.components(path), used: used,
        origin: .refused(Diagnostic(.error, code: code, message, hint: hint))))
  }

  private static func components(_ path: String) -> [String] {
    path.split(separator: "/").map(String.init)
  }

  private static func split(_ path: String) -> (folder: String, name: String) {
    let parts = components(path)
    guard let name = parts.last else { return ("/", path) }
    let folder = parts.dropLast().joined(separator: "/")
    if path.hasPrefix("/") { return ("/" + folder, name) }
    return (folder.isEmpty ? "." : folder, name)
  }

  /// The list: entries named apart, in byte order of id.
  func finished() -> SourceList {
    var list = SourceList(faults: faults)
    let ids = DocumentName.distinct(found.map { ($0.components, $0.used) })
    for (item, id) in zip(found, ids) {
      var origin = item.origin
      if case .refused(var reason) = origin {
        reason.place = Diagnostic.Place(file: id)
        origin = .refused(reason)
      }
      let lines = RecordLines(origin, file: id, maximumBytes: maximumBytes)
      list.entries += lines?.entries ?? [SourceEntry(id: id, origin: origin)]
    }
    list.entries.sort { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    if hidden > 0 {
      list.notes.append(
        Diagnostic(
          .note, code: "source.hidden",
          "\(hidden) hidden file\(hidden == 1 ? "" : "s") or folder\(hidden == 1 ? "" : "s") skipped"
        ))
    }
    if repeated > 0 {
      list.notes.append(
        Diagnostic(
          .note, code: "source.repeated",
          "\(repeated) file\(repeated == 1 ? " was" : "s were") given more than once"))
    }
    return list
  }
}
