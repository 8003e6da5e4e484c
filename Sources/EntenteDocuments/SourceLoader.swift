package import EntenteModel

/// Finds documents and reads them.
///
/// `list` looks at names only; `load` turns one entry into text with blocks and depends on nothing else, so
/// that entries can be loaded on any number of threads:
///
///     let list = loader.list(["articles"])
///     let documents = list.entries.map(loader.load)
package struct SourceLoader: Sendable {
  package let options: LoadOptions

  package init(_ options: LoadOptions = LoadOptions()) { self.options = options }

  /// The documents at these paths: files, folders with all that is in them, and `-` for standard input.
  ///
  /// Standard input and pipes are read here, as their bytes come only once. A path that leads nowhere is a fault
  /// of the list. A graph JSON counts as a source where it is given by name; in a folder it may be the output
  /// of an earlier run, which must not change the next.
  package func list(_ paths: [String]) -> SourceList {
    var walk = SourceWalk(maximumBytes: options.maximumBytes)
    for path in paths { walk.take(path) }
    var list = walk.finished()
    assignMetadata(&list)
    return list
  }

  /// Reads, decodes and divides one entry.
  package func load(_ entry: SourceEntry) -> LoadedDocument {
    do {
      switch entry.origin {
      case .refused(let reason):
        return LoadedDocument(id: entry.id, result: .refused(reason))
      case .graph(let path):
        return LoadedDocument(id: entry.id, result: .graph(path))
      case .bytes, .file, .record:
        return try read(bytes(of: entry), as: entry)
      }
    } catch {
      return refused(entry.id, error.faults[0], byteCount: 0)
    }
  }

  /// The text as it is read, to which all offsets refer: also of a document that is then refused for its language.
  ///
  /// Throws what keeps it from being text, and `document.type` for a graph.
  package func text(of entry: SourceEntry) throws(EntenteError) -> [UInt8] {
    switch entry.origin {
    case .refused(let reason): throw EntenteError([reason])
    case .graph:
      throw EntenteError(
        code: "document.type", "a graph has no text", at: Diagnostic.Place(file: entry.id))
    case .bytes, .file, .record: return try contents(bytes(of: entry), entry).text
    }
  }

  /// The bytes that a document's digest is of: a file's, or a line's of a file of JSON lines.
  ///
  /// Throws where they cannot be read, and for a graph.
  package func bytes(of entry: SourceEntry) throws(EntenteError) -> [UInt8] {
    switch entry.origin {
    case .refused(let reason): throw EntenteError([reason])
    case .graph: throw EntenteError(code: "document.type", "a graph is no document")
    case .bytes(let bytes): return bytes
    case .file(let path): return try FileAccess.read(path, maximum: options.maximumBytes)
    case .record(let place):
      switch place.bytes {
      case .file(let path, let range): return try FileAccess.read(path, range)
      case .here(let bytes): return bytes
      }
    }
  }

  private func contents(
    _ bytes: [UInt8], _ entry: SourceEntry
  ) throws(EntenteError) -> DocumentContents {
    if case .record(let place) = entry.origin {
      return try DocumentContents(record: bytes, file: place.file, line: place.line)
    }
    return try DocumentContents.read(bytes, name: entry.id)
  }

  private func refused(_ id: String, _ fault: Diagnostic, byteCount: Int) -> LoadedDocument {
    var fault = fault
    fault.place = fault.place ?? Diagnostic.Place(file: id)
    return LoadedDocument(id: id, result: .refused(fault), byteCount: byteCount)
  }

  private func read(_ bytes: [UInt8], as entry: SourceEntry) throws(EntenteError) -> LoadedDocument
  {
    let id = entry.id
    let contents: DocumentContents
    do {
      contents = try self.contents(bytes, entry)
    } catch {
      return refused(id, error.faults[0], byteCount: bytes.count)
    }
    var draft = ArticleDraft(id: id, contents: contents, languages: options.languages)
    draft.fill(from: entry.metadata, defaultDate: options.date)
    for i in draft.notes.indices where draft.notes[i].place == nil {
      draft.notes[i].place = Diagnostic.Place(file: id)
    }
    if let refusal = draft.refusal {
      var document = refused(id, refusal, byteCount: bytes.count)
      document.notes = draft.notes
      return document
    }
    let record = draft.record(sha256: SHA256.hexadecimal(bytes))
    let fingerprint = Fingerprint(
      id: id, date: record.date, text: draft.text, blocks: draft.blocks)
    return LoadedDocument(
      id: id, result: .article(Article(record: record, text: draft.text, blocks: draft.blocks)),
      notes: draft.notes, byteCount: bytes.count, wordCount: fingerprint.wordCount,
      fingerprint: fingerprint)
  }

  /// Gives each entry its row: by id first, then by base name where only one entry has it.
  private func assignMetadata(_ list: inout SourceList) {
    guard !options.metadata.isEmpty else { return }
    var byID: [String: Int] = [:]
    var byName: [String: [Int]] = [:]
    for (i, entry) in list.entries.enumerated() {
      byID[entry.id] = i
      let name = entry.id.split(separator: "/").last.map(String.init) ?? entry.id
      byName[name, default: []].append(i)
    }
    for row in options.metadata {
      let file = DocumentName.shown(row.file == "-" ? DocumentName.standardInput : row.file)
      var found = byID[file]
      if found == nil, let same = byName[file], same.count == 1 { found = same[0] }
      guard let found else {
        let several = (byName[file]?.count ?? 0) > 1
        list.notes.append(
          Diagnostic(
            .warning, code: "metadata.no-file",
            several
              ? "\"\(file)\" names several of the documents" : "no document is named \"\(file)\"",
            at: row.place, hint: several ? "give its path as the ledger shows it" : nil))
        continue
      }
      list.entries[found].metadata = row
    }
  }
}
