package import EntenteModel

/// What is known of the articles, as comments at the end of a DOT file:
///
/// ```
/// //= "003.txt" "VNA/VNS" "2026-02-06" "https://example.org/3"
/// ```
/// The document's id, its outlet, its day of publication and its address; `""` for what is not
/// known.
package enum DOTArticles {
  /// What stands above them.
  static let remark = "The articles: document, outlet, day of publication, address"

  /// The comment line of one article, without indentation or line end.
  package static func line(_ record: DocumentRecord) -> String {
    let fields = [
      record.id, record.source ?? "", record.date?.description ?? "", record.url ?? "",
    ]
    return "//= " + fields.map { DOTText.commented($0) }.joined(separator: " ")
  }

  /// Every article that a file's comments tell of, by id; a line that is malformed is left out.
  package static func read(_ bytes: [UInt8]) -> [String: DocumentRecord] {
    var found: [String: DocumentRecord] = [:]
    for comment in DOTComments.lines(of: bytes) where comment.starts(with: [0x3D]) {
      guard let record = record(comment)?.record else { continue }
      found[record.id] = record
    }
    return found
  }

  /// What a person wrote behind an article's comment, given without its slashes; nil where it is none.
  static func remark(behind comment: String) -> String? {
    record(Array(comment.utf8)[...])?.remark
  }

  /// Four strings; a statement's base (``DOTBase``) has one or two, then digests.
  private static func record(
    _ comment: ArraySlice<UInt8>
  ) -> (record: DocumentRecord, remark: String)? {
    var fields = DOTCommentFields(comment.dropFirst())
    guard let id = fields.string(), let source = fields.string(), let date = fields.string(),
      let url = fields.string()
    else { return nil }
    let record = DocumentRecord(
      id: id, date: PartialDate(date), source: source.isEmpty ? nil : source,
      url: url.isEmpty ? nil : url, sha256: "")
    return (record, fields.remainder)
  }
}
