import EntenteDocuments
import EntenteGraph
import EntenteModel

/// The annotations in a folder, each with the article that it marks.
struct AnnotationFolder {
  /// In byte order of their names, each with its article's path.
  private(set) var annotations: [(annotation: Annotation, article: String)] = []
  private let sources: String
  /// Names of the files in `sources`, and those of one stem; JSON is never an article.
  private let names: Set<String>
  private let stems: [String: [String]]

  /// Reads every `NAME.json` of a folder, and finds its article in `sources`.
  ///
  /// - Throws: the faults of all annotations at once, or `source.missing` and `annotation.none`.
  init(_ folder: String, sources: String, kinds: [Kind]) throws(EntenteError) {
    let files = try AnnotationFolder.files(in: folder).filter { $0.hasSuffix(".json") }
    guard !files.isEmpty else {
      throw EntenteError(
        code: "annotation.none", "there is no annotation in the folder",
        at: Diagnostic.Place(file: folder), hint: "an annotation is a file NAME.json")
    }
    let articles = try AnnotationFolder.files(in: sources).filter { !$0.hasSuffix(".json") }
    self.sources = sources
    names = Set(articles)
    stems = Dictionary(grouping: articles, by: AnnotationFolder.stem)
    var faults: [Diagnostic] = []
    for file in files {
      do throws(EntenteError) {
        try add(AnnotationFolder.path(folder, file), stem: String(file.dropLast(5)), kinds)
      } catch {
        faults += error.faults
      }
    }
    guard faults.isEmpty else { throw EntenteError(faults) }
  }

  private mutating func add(
    _ path: String, stem: String, _ kinds: [Kind]
  ) throws(EntenteError) {
    let annotation = try Annotation(
      json: FileBytes.read(path), name: stem, file: path, kinds: kinds)
    let article = AnnotationFolder.path(
      sources, try article(of: annotation, at: Diagnostic.Place(file: path)))
    if let other = annotations.first(where: { $0.article == article }) {
      throw EntenteError(
        code: "annotation.article-twice",
        "it marks the article of \"\(other.annotation.name).json\"",
        at: Diagnostic.Place(file: path), hint: "score them apart, each from a folder of its own")
    }
    annotations.append((annotation, article))
  }

  /// The file that the annotation names, or else the one of its own name.
  private func article(
    of annotation: Annotation, at place: Diagnostic.Place
  ) throws(EntenteError) -> String {
    if let document = annotation.document, names.contains(document) { return document }
    let found = stems[annotation.name] ?? []
    guard found.count < 2 else {
      throw EntenteError(
        code: "annotation.no-article",
        "it can be of \(found.map { "\"\($0)\"" }.joined(separator: " and of "))", at: place,
        hint: "name the file under \"document\"")
    }
    if let only = found.first { return only }
    let wanted = annotation.document ?? annotation.name + ".*"
    throw EntenteError(
      code: "annotation.no-article", "its article, \"\(wanted)\", is not in \"\(sources)\"",
      at: place, hint: "name the file under \"document\", or give the folder that holds it")
  }

  /// Names without hidden files, in byte order.
  private static func files(in folder: String) throws(EntenteError) -> [String] {
    guard let names = FileAccess.names(in: folder) else {
      throw EntenteError(
        code: "source.missing", "the folder cannot be read: \(FileAccess.reason())",
        at: Diagnostic.Place(file: folder))
    }
    return names.filter { $0.first != 0x2E }
      .sorted { $0.lexicographicallyPrecedes($1) }
      .compactMap { String(validating: $0, as: UTF8.self) }
  }

  private static func path(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  private static func stem(_ name: String) -> String {
    name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  }
}
