import EntenteModel

/// The cells of a comma-separated file (RFC 4180), with their places.
struct CSVTable {
  struct Cell {
    /// Without its quotes and outer spaces.
    var text: String
    /// From 1.
    var line: Int
    /// From 1, in bytes.
    var column: Int

    func place(_ file: String) -> Diagnostic.Place {
      Diagnostic.Place(file: file, line: line, column: column)
    }

    func fault(
      _ code: String, _ message: String, _ file: String, hint: String? = nil
    ) -> Diagnostic {
      Diagnostic(.error, code: code, message, at: place(file), hint: hint)
    }
  }

  /// Blank lines left out.
  var rows: [[Cell]] = []
  private(set) var faults: [Diagnostic] = []

  init(_ bytes: [UInt8], file: String) {
    var i = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var line = 1
    var lineStart = i
    var row: [Cell] = []
    while i < bytes.count || !row.isEmpty {
      var cell = Cell(text: "", line: line, column: i - lineStart + 1)
      var text: [UInt8] = []
      if i < bytes.count, bytes[i] == 0x22 {
        var closed = false
        i += 1
        while i < bytes.count {
          if bytes[i] == 0x22 {
            guard i + 1 < bytes.count, bytes[i + 1] == 0x22 else {
              closed = true
              i += 1
              break
            }
            i += 1
          } else if bytes[i] == 0x0A {
            line += 1
            lineStart = i + 1
          }
          text.append(bytes[i])
          i += 1
        }
        if !closed { faults.append(cell.fault("csv.quote", "this quote is never closed", file)) }
        let rest = i
        while i < bytes.count, bytes[i] != 0x2C, bytes[i] != 0x0A, bytes[i] != 0x0D { i += 1 }
        if bytes[rest..<i].contains(where: { $0 != 0x20 && $0 != 0x09 }) {
          faults.append(cell.fault("csv.quote", "text behind the closing quote", file))
        }
      } else {
        let start = i
        while i < bytes.count, bytes[i] != 0x2C, bytes[i] != 0x0A, bytes[i] != 0x0D { i += 1 }
        text = Array(bytes[start..<i])
        if text.contains(0x22) {
          faults.append(
            cell.fault(
              "csv.quote", "a quote inside a cell that does not begin with one", file,
              hint: "put the cell in quotes and double those inside"))
        }
      }
      if ByteCensus(text).stray > 0 {
        faults.append(cell.fault("csv.encoding", "the cell is not UTF-8", file))
      }
      cell.text = CSVTable.trimmed(text)
      row.append(cell)
      if i < bytes.count, bytes[i] == 0x2C {
        i += 1
        continue
      }
      if i < bytes.count, bytes[i] == 0x0D { i += 1 }
      if i < bytes.count, bytes[i] == 0x0A { i += 1 }
      line += 1
      lineStart = i
      if row.count > 1 || !row[0].text.isEmpty { rows.append(row) }
      row = []
    }
  }

  private static func trimmed(_ bytes: [UInt8]) -> String {
    var low = 0
    var high = bytes.count
    while low < high, bytes[low] <= 0x20 { low += 1 }
    while high > low, bytes[high - 1] <= 0x20 { high -= 1 }
    return String(decoding: bytes[low..<high], as: UTF8.self)
  }
}
