import EntenteDocuments
import EntenteModel
import Foundation

/// The whole articles that these tests read.
enum Seeds {
  static let folder = checkout.appending(path: "seeds")

  static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)))
    ?? [])
    .filter { $0.hasSuffix(".txt") }.sorted()

  /// The seed as the program would load it, its bytes changed before.
  static func article(
    _ name: String, changed: (String) -> String = { $0 }
  ) throws -> Article? {
    let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    let entry = SourceEntry(id: name, origin: .bytes(Array(changed(text).utf8)))
    return SourceLoader().load(entry).article
  }
}
