import EntenteModel

/// A file of JSON lines as its documents: each line an object, each object a document with an id of its own.
///
/// The file is gone through once, a line at a time, and only the places of its lines are kept.
struct RecordLines {
  private(set) var entries: [SourceEntry] = []
  private let file: String
  /// The line of each document's id so far.
  private var lines: [String: Int] = [:]
  private var taken: Set<String> = []

  /// Nil where `origin` is no file of JSON lines: another ending, or a stream that does not begin like one.
  init?(_ origin: SourceEntry.Origin, file: String, maximumBytes: Int) {
    self.file = file
    switch origin {
    case .file(let path) where ["ndjson", "jsonl"].contains(FileSignature.ending(of: path)):
      do throws(EntenteError) {
        let reader = try LineReader(path, longest: maximumBytes)
        while let line = try reader.next() {
          take(line.bytes, at: .file(path, line.range), number: line.number)
        }
      } catch {
        refuse(error.faults[0], id: file)
      }
    case .bytes(let bytes) where RecordLines.isRecord(bytes.prefix { $0 != 0x0A }):
      for (i, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
        take(Array(line), at: .here(Array(line)), number: i + 1)
      }
    default: return nil
    }
    if entries.isEmpty {
      refuse(Diagnostic(.error, code: "document.empty", "the file holds no line"), id: file)
    }
  }

  /// An object with a text: a graph or another program's data is none.
  private static func isRecord(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.first(where: { $0 > 0x20 }) == 0x7B,
      case .object(let members) = try? JSONParser.parse(Array(line)).content
    else { return false }
    return members.contains { $0.key == "text" || $0.key == "html" }
  }

  /// `bytes` is nil for a line that is too long to be looked at.
  private mutating func take(
    _ bytes: [UInt8]?, at place: SourceEntry.RecordPlace.Bytes, number: Int
  ) {
    let here = Diagnostic.Place(file: file, line: number)
    guard let bytes else {
      return refuse(
        Diagnostic(.error, code: "document.too-large", "the line is above the limit", at: here),
        id: "\(file)#\(number)")
    }
    if bytes.allSatisfy({ $0 <= 0x20 }) { return }
    do throws(EntenteError) {
      let record = try DocumentRecordReader(bytes, file: file, line: number)
      let name = try record.id() ?? String(number)
      if let earlier = lines[name] {
        throw EntenteError(
          code: "document.id", "the id “\(name)” stands in line \(earlier) already", at: here,
          hint: "give each line an id of its own")
      }
      lines[name] = number
      add("\(file)#\(name)", .record(.init(file: file, line: number, bytes: place)))
    } catch {
      refuse(error.faults[0], id: "\(file)#\(number)")
    }
  }

  private mutating func refuse(_ reason: Diagnostic, id: String) {
    var reason = reason
    reason.place = reason.place ?? Diagnostic.Place(file: file)
    add(id, .refused(reason))
  }

  /// A line without an id is called by its number, which may be another line's id.
  private mutating func add(_ id: String, _ origin: SourceEntry.Origin) {
    var distinct = id
    var n = 1
    while !taken.insert(distinct).inserted {
      n += 1
      distinct = "\(id)~\(n)"
    }
    entries.append(SourceEntry(id: distinct, origin: origin))
  }
}
