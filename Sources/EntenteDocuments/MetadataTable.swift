package import EntenteModel

/// What a table says of one file: a row of `file,date,title,url,source`.
package struct MetadataRow: Hashable, Sendable {
  /// A document's id or base name.
  package var file: String
  package var date: PartialDate?
  package var title: String?
  package var url: String?
  package var source: String?
  /// Where the row stands, for messages.
  package var place: Diagnostic.Place?

  package init(
    file: String, date: PartialDate? = nil, title: String? = nil, url: String? = nil,
    source: String? = nil, place: Diagnostic.Place? = nil
  ) {
    self.file = file
    self.date = date
    self.title = title
    self.url = url
    self.source = source
    self.place = place
  }
}

/// Reads metadata tables.
package enum MetadataTable {
  /// The rows of a CSV file with a header line; the columns may come in any order, and all but `file` may lack.
  ///
  /// Throws every fault of the table at once, each with its line and column.
  package static func read(_ path: String) throws(EntenteError) -> [MetadataRow] {
    let bytes: [UInt8]
    do {
      bytes = try FileAccess.read(path, maximum: 64 << 20)
    } catch {
      throw EntenteError(
        code: "metadata.unreadable", error.faults[0].message, at: Diagnostic.Place(file: path))
    }
    return try parse(bytes, file: path)
  }

  /// The rows in `bytes`; `file` is the name for messages.
  package static func parse(_ bytes: [UInt8], file: String) throws(EntenteError) -> [MetadataRow] {
    var table = CSVTable(bytes, file: file)
    var faults = table.faults
    guard let header = table.rows.first else {
      throw EntenteError(
        faults + [
          Diagnostic(
            .error, code: "metadata.empty", "the table is empty",
            at: Diagnostic.Place(file: file), hint: "begin it with file,date,title,url,source")
        ])
    }
    let known = ["file", "date", "title", "url", "source"]
    var columns: [String: Int] = [:]
    for (i, cell) in header.enumerated() {
      let name = cell.text.lowercased()
      if !known.contains(name) {
        faults.append(
          cell.fault(
            "metadata.column", "unknown column \"\(cell.text)\"", file,
            hint: "columns are \(known.joined(separator: ", "))"))
      } else if columns.updateValue(i, forKey: name) != nil {
        faults.append(cell.fault("metadata.column", "column \"\(name)\" comes twice", file))
      }
    }
    if columns["file"] == nil {
      faults.append(header[0].fault("metadata.column", "there is no column \"file\"", file))
    }
    table.rows.removeFirst()
    var rows: [MetadataRow] = []
    var seen: [String: Int] = [:]
    for cells in table.rows {
      if cells.count != header.count {
        faults.append(
          cells[0].fault(
            "metadata.cells", "\(cells.count) cells where the header has \(header.count)", file))
        continue
      }
      func cell(_ name: String) -> CSVTable.Cell? { columns[name].map { cells[$0] } }
      func text(_ name: String) -> String? {
        cell(name).flatMap { $0.text.isEmpty ? nil : FrontMatter.clean($0.text) }
      }
      var row = MetadataRow(
        file: text("file") ?? "", title: text("title"), source: text("source"),
        place: cells[0].place(file))
      if row.file.isEmpty, columns["file"] != nil {
        faults.append(cells[0].fault("metadata.file", "the row names no file", file))
      }
      if let earlier = seen.updateValue(cells[0].line, forKey: row.file), !row.file.isEmpty {
        faults.append(
          cells[0].fault("metadata.file", "\"\(row.file)\" stands in line \(earlier) already", file)
        )
      }
      if let cell = cell("date"), !cell.text.isEmpty {
        row.date = PartialDate(cell.text)
        if row.date == nil {
          faults.append(
            cell.fault(
              "metadata.date", "\"\(cell.text)\" is no date", file, hint: "write 2026-02-06"))
        }
      }
      if let cell = cell("url"), let url = text("url") {
        row.url = FrontMatter.webAddress(url)
        if row.url == nil {
          faults.append(
            cell.fault(
              "metadata.url", "\"\(url)\" is no web address", file, hint: "begin it with https://"))
        }
      }
      rows.append(row)
    }
    if !faults.isEmpty { throw EntenteError(faults) }
    return rows
  }
}
