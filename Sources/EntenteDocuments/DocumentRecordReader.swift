import EntenteModel

/// One line of a file of JSON lines, taken apart.
struct DocumentRecordReader {
  private let file: String
  private let line: Int
  private var members: [String: JSONValue] = [:]
  /// Values that could not be used, for a user to hear.
  private(set) var notes: [Diagnostic] = []

  private static let longestID = 200

  /// Throws `document.record` where the line is no object of JSON.
  init(_ bytes: [UInt8], file: String, line: Int) throws(EntenteError) {
    self.file = file
    self.line = line
    let value: JSONValue
    do throws(JSONFault) {
      value = try JSONParser.parse(bytes)
    } catch {
      throw fault("no JSON: \(error.message)", at: error.offset)
    }
    guard case .object(let found) = value.content else {
      throw fault("\(value.description), where an object should stand", at: value.offset)
    }
    for member in found { members[member.key] = member.value }
  }

  private func fault(_ message: String, at offset: Int, hint: String? = nil) -> EntenteError {
    EntenteError(
      code: "document.record", message,
      at: Diagnostic.Place(file: file, line: line, column: offset + 1),
      hint: hint ?? "write one object a line: {\"id\": \"…\", \"date\": \"…\", \"text\": \"…\"}")
  }

  /// What calls the document apart from the others of its file; nil where the line says nothing.
  func id() throws(EntenteError) -> String? {
    guard let value = members["id"] else { return nil }
    let id: String
    switch value.content {
    case .null: return nil
    case .string(let text): id = DocumentName.shown(FrontMatter.clean(text))
    case .number(_, let whole?): id = String(whole)
    default: throw fault("the id is \(value.description), not a string", at: value.offset)
    }
    guard id.utf8.count <= DocumentRecordReader.longestID else {
      throw fault(
        "the id is longer than \(DocumentRecordReader.longestID) bytes", at: value.offset)
    }
    return id.isEmpty ? nil : id
  }

  /// The first of these keys with a text in it, and that text.
  func text(_ keys: String...) throws(EntenteError) -> (key: String, text: String) {
    for key in keys {
      guard let value = members[key] else { continue }
      switch value.content {
      case .null: continue
      case .string(let text): if !text.isEmpty { return (key, text) }
      default: throw fault("\"\(key)\" is \(value.description), not a string", at: value.offset)
      }
    }
    throw fault("there is no text", at: 0, hint: "give it as \"text\", or as \"html\"")
  }

  /// A string beside the text; anything else is told and left out.
  mutating func string(_ key: String) -> String? {
    guard let value = members[key] else { return nil }
    switch value.content {
    case .null: return nil
    case .string(let text):
      let clean = FrontMatter.clean(text)
      return clean.isEmpty ? nil : clean
    default:
      notes.append(
        Diagnostic(
          .warning, code: "document.record",
          "\"\(key)\" is \(value.description), not a string, and left out",
          at: Diagnostic.Place(file: file, line: line, column: value.offset + 1)))
      return nil
    }
  }
}

extension DocumentContents {
  /// The document of one line: `text`, or `html`, and beside it `date`, `title`, `url`, `source`, `language`.
  ///
  /// Throws `document.record` where there is no text, and what the text itself may be refused for.
  init(record bytes: [UInt8], file: String, line: Int) throws(EntenteError) {
    var record = try DocumentRecordReader(bytes, file: file, line: line)
    let (key, content) = try record.text("text", "html")
    do throws(EntenteError) {
      if key == "html" {
        try self.init(page: Decoding(page: Array(content.utf8)))
      } else {
        let decoding = try Decoding(Array(content.utf8))
        self.init(text: decoding.text, notes: decoding.notes)
      }
    } catch {
      var fault = error.faults[0]
      fault.place = Diagnostic.Place(file: file, line: line)
      throw EntenteError([fault])
    }
    description.title = record.string("title") ?? description.title
    description.date = record.string("date").map(DocumentContents.day) ?? description.date
    description.url = record.string("url") ?? description.url
    description.source = record.string("source") ?? description.source
    description.language = record.string("language").map {
      // `en-GB` and `en_GB` are English.
      String($0.lowercased().prefix { $0 != "-" && $0 != "_" })
    }
    notes += record.notes
  }
}
