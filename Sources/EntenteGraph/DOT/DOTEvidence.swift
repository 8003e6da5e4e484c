package import EntenteModel

/// Quotations as comments behind the statements that they support, and read back from there.
///
/// ```
/// "person.to-lam" -> "visit.to-lam" [ … ];
/// //@ "003.txt" 0 43 "General Secretary Tô Lâm arrived in Phnom P" "visited"
/// //+ "enh."
/// //~ 870 874 "Berg" "person.anna-berg"
/// ```
/// `//@` is followed by the document's id, the offsets of the first byte and behind the last one,
/// and the text; then the rule's id, where there is one. `//+` continues the text, since Graphviz
/// refuses very long lines. `//~` tells who says it: the offsets of the words that name the speaker,
/// these words, and the id of who that is, where it is known. Strings escape `"` and `\` with a backslash and invisible characters as
/// `\u{200b}`, so that no quotation ends its line.
package enum DOTEvidence {
  private static let longestPiece = 4_000

  /// The comment lines of a statement, without indentation or line ends.
  package static func lines(_ evidence: [Evidence]) -> [String] {
    var result: [String] = []
    for item in evidence {
      var pieces = split(item.text)
      let first = pieces.removeFirst()
      var line = "//@ \(DOTText.commented(item.document)) \(item.start) \(item.end) "
      line += DOTText.commented(first)
      if let rule = item.rule { line += " " + DOTText.commented(rule) }
      result.append(line)
      for piece in pieces { result.append("//+ " + DOTText.commented(piece)) }
      if let speaker = item.speaker { result.append(DOTEvidence.line(of: speaker)) }
    }
    return result
  }

  /// Every quotation in a DOT file, in the order of the file; a line that is malformed is left out.
  ///
  /// Comments inside strings are not comments.
  package static func read(_ bytes: [UInt8]) -> [Evidence] {
    var found: [Evidence] = []
    var open: (document: String, start: Int, end: Int, text: String, rule: String?)?
    var speaker: Evidence.Speaker?
    func close() {
      guard let done = open else { return }
      found.append(
        Evidence(
          document: done.document, start: done.start, end: done.end, text: done.text,
          rule: done.rule, speaker: speaker))
      (open, speaker) = (nil, nil)
    }
    for comment in DOTComments.lines(of: bytes) {
      if comment.starts(with: [0x40]) {
        close()
        var fields = DOTCommentFields(comment.dropFirst())
        if let document = fields.string(), let start = fields.number(),
          let end = fields.number(), let text = fields.string()
        {
          open = (document, start, end, text, fields.string())
        }
      } else if comment.starts(with: [0x2B]), open != nil {
        var fields = DOTCommentFields(comment.dropFirst())
        if let text = fields.string() { open?.text += text }
      } else if comment.starts(with: [0x7E]), open != nil {
        speaker = DOTEvidence.speaker(comment.dropFirst())
      }
    }
    close()
    return found
  }

  private static func line(of speaker: Evidence.Speaker) -> String {
    let id = speaker.id.map { " " + DOTText.commented($0) } ?? ""
    return "//~ \(speaker.start) \(speaker.end) \(DOTText.commented(speaker.text))\(id)"
  }

  private static func speaker(_ comment: ArraySlice<UInt8>) -> Evidence.Speaker? {
    var fields = DOTCommentFields(comment)
    guard let start = fields.number(), let end = fields.number(), let text = fields.string() else {
      return nil
    }
    return Evidence.Speaker(id: fields.string(), start: start, end: end, text: text)
  }

  private static func split(_ text: String) -> [String] {
    guard text.utf8.count > longestPiece else { return [text] }
    var pieces: [String] = []
    var piece = String.UnicodeScalarView()
    var length = 0
    for scalar in text.unicodeScalars {
      if length >= longestPiece {
        pieces.append(String(piece))
        piece = String.UnicodeScalarView()
        length = 0
      }
      piece.append(scalar)
      length += UTF8.width(scalar)
    }
    pieces.append(String(piece))
    return pieces
  }
}
