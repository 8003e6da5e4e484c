import EntenteDocuments
import EntenteGraph
import EntenteModel
import EntenteReader
import Foundation

/// Annotations made by hand, and what is read of their articles.
enum Gold {
  /// Annotations that are not part of the repository, where they lie beside the checkout.
  static let folder = checkout.deletingLastPathComponent().appending(path: "shared/gold")

  static let isThere = FileManager.default.fileExists(
    atPath: folder.appending(path: "GUIDE.md").path(percentEncoded: false))

  /// Each article read alone, and all of them joined.
  struct Readings {
    var entries: [Scorecard.Entry] = []
    var together = Graph()
  }

  /// The scores of the annotations in a folder; the articles lie beside them unless told otherwise.
  static func scores(_ folder: URL, of articles: URL? = nil) throws -> Scorecard {
    let readings = try read(folder, of: articles)
    return Scorecard(readings.entries, together: readings.together)
  }

  static func read(_ folder: URL, of articles: URL? = nil) throws -> Readings {
    let reader = try Shipped.reader.get()
    var result = Readings()
    var readings: [Reading] = []
    for file in try files(in: folder) where file.pathExtension == "json" {
      let name = file.deletingPathExtension().lastPathComponent
      let annotation = try Annotation(
        json: Array(try Data(contentsOf: file)), name: name, file: file.lastPathComponent)
      let document = annotation.document ?? name + ".md"
      let bytes = try Data(contentsOf: (articles ?? folder).appending(path: document))
      let entry = SourceEntry(id: document, origin: .bytes(Array(bytes)))
      let own = SourceLoader().load(entry).article.map { [reader.read($0)] } ?? []
      result.entries.append(Scorecard.Entry(annotation, graph: Joiner.join(own)))
      readings += own
    }
    result.together = Joiner.join(readings)
    return result
  }

  private static func files(in folder: URL) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }
}
