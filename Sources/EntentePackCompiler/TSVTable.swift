import EntenteModel

/// A table of tab-separated values with a header line; `#` lines are comments.
struct TSVTable: Sendable {
  struct Row: Sendable {
    let line: Int
    let cells: [Cell]

    /// The cell of that column's number.
    subscript(_ i: Int) -> Cell { cells[i] }
  }

  struct Cell: Sendable {
    let text: String
    let line: Int
    /// In bytes.
    let column: Int

    /// The items between ` | `; none for an empty cell.
    var items: [String] {
      text.split(separator: "|").map { String($0.trimmingSpaces) }.filter { !$0.isEmpty }
    }

    /// The text, or nil where there is none.
    var value: String? { text.isEmpty ? nil : text }
  }

  private(set) var rows: [Row] = []

  /// Reads a table with exactly these columns; rows with faults are left out.
  init(_ file: SourceFile, columns: [String], faults: inout [Diagnostic]) {
    var sawHeader = false
    for (index, line) in file.lines.enumerated() {
      guard !line.hasPrefix("#"), !line.trimmingSpaces.isEmpty else { continue }
      let cells = TSVTable.cells(line, number: index + 1)
      guard sawHeader else {
        sawHeader = true
        guard cells.map(\.text) == columns else {
          faults.append(TSVTable.wrongHeader(cells, columns, file, line: index + 1))
          return
        }
        continue
      }
      guard cells.count == columns.count else {
        faults.append(
          Diagnostic(
            .error, code: "pack.columns",
            "\(cells.count) cells instead of \(columns.count)",
            at: file.place(index + 1, cells[min(cells.count, columns.count) - 1].column),
            hint: "the columns are " + columns.joined(separator: ", ")
              + "; separate them by tabs, and leave a cell empty where there is nothing"))
        continue
      }
      rows.append(Row(line: index + 1, cells: cells))
    }
    if !sawHeader {
      faults.append(
        Diagnostic(
          .error, code: "pack.header", "the header line is missing", at: file.place(1, 1),
          hint: "the first line names the columns: " + columns.joined(separator: ", ")))
    }
  }

  private static func cells(_ line: Substring, number: Int) -> [Cell] {
    var column = 1
    return line.split(separator: "\t", omittingEmptySubsequences: false).map { part in
      defer { column += part.utf8.count + 1 }
      let text = Folding.composed(String(part.trimmingSpaces))
      return Cell(text: text, line: number, column: column)
    }
  }

  private static func wrongHeader(
    _ cells: [Cell], _ columns: [String], _ file: SourceFile, line: Int
  ) -> Diagnostic {
    let wrong = cells.enumerated().first { i, cell in i >= columns.count || cell.text != columns[i]
    }
    let message =
      wrong.map { "the header has `\($0.element.text)` as column \($0.offset + 1)" }
      ?? "the header ends after \(cells.count) columns"
    return Diagnostic(
      .error, code: "pack.header", message,
      at: file.place(line, wrong?.element.column ?? cells.last?.column ?? 1),
      hint: "the columns are " + columns.joined(separator: ", "))
  }
}
