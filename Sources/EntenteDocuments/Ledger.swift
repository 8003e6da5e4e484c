package import EntenteModel

/// The account of a run: what became of every document.
package struct Ledger: Hashable, Sendable {
  /// One document's line.
  package struct Row: Hashable, Sendable {
    package enum Outcome: String, Sendable {
      case used, refused, duplicate
    }

    package var document: String
    package var outcome: Outcome
    /// A stable word such as `document.language`; empty for a document that is used as it is.
    package var reason: String
    /// The reason in words, or the original's id.
    package var detail: String
    /// The file's size.
    package var bytes: Int
    /// Words that were read.
    package var words: Int
    package var date: PartialDate?
    package var source: String?

    package init(
      document: String, outcome: Outcome, reason: String = "", detail: String = "", bytes: Int = 0,
      words: Int = 0, date: PartialDate? = nil, source: String? = nil
    ) {
      self.document = document
      self.outcome = outcome
      self.reason = reason
      self.detail = detail
      self.bytes = bytes
      self.words = words
      self.date = date
      self.source = source
    }
  }

  /// In byte order of the document's id.
  package private(set) var rows: [Row]

  package init(_ rows: [Row] = []) {
    self.rows = rows.sorted { $0.document.utf8.lexicographicallyPrecedes($1.document.utf8) }
  }

  /// The number of documents with that outcome.
  package func count(_ outcome: Row.Outcome) -> Int {
    rows.count { $0.outcome == outcome }
  }

  /// `Read 5 documents: 5 used, 0 refused, 0 duplicates.`
  package var summary: String {
    func counted(_ number: Int, _ noun: String) -> String {
      "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
    return "Read \(counted(rows.count, "document")): \(count(.used)) used, "
      + "\(count(.refused)) refused, \(counted(count(.duplicate), "duplicate"))."
  }

  /// A header and a line per document, separated by tabs; tabs, line ends and other control characters
  /// inside a cell are written as `\t`, `\n`, `\x1B`, the backslash as `\\`.
  package var tsv: String {
    var text: [UInt8] = Array(
      "document\toutcome\treason\tdetail\tbytes\twords\tdate\tsource\n".utf8)
    for row in rows {
      let cells = [
        row.document, row.outcome.rawValue, row.reason, row.detail, String(row.bytes),
        String(row.words), row.date?.description ?? "", row.source ?? "",
      ]
      for (i, cell) in cells.enumerated() {
        Ledger.append(cell, to: &text)
        text.append(i == cells.count - 1 ? 0x0A : 0x09)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func append(_ cell: String, to text: inout [UInt8]) {
    let digits = Array("0123456789ABCDEF".utf8)
    var previous: UInt8 = 0
    for byte in cell.utf8 {
      switch byte {
      case 0x09: text += [0x5C, 0x74]
      case 0x0A: text += [0x5C, 0x6E]
      case 0x0D: text += [0x5C, 0x72]
      case 0x5C: text += [0x5C, 0x5C]
      case 0..<0x20, 0x7F: text += [0x5C, 0x78, digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
      case 0x80..<0xA0 where previous == 0xC2:
        // U+0080…009F are control characters too; some terminals obey them.
        text.removeLast()
        text += [0x5C, 0x78, digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
      default: text.append(byte)
      }
      previous = byte
    }
  }
}
