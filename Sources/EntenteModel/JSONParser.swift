/// Reads JSON as RFC 8259 has it and nothing besides: no comments, no NaN, no lone surrogates, no
/// key twice.
package struct JSONParser {
  private let bytes: [UInt8]
  private var i = 0
  private var depth = 0
  /// A graph needs seven levels; the rest is room for keys that are not ours.
  static let deepest = 64

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The value that the bytes hold; throws at the first byte that can't be part of one.
  package static func parse(_ bytes: [UInt8]) throws(JSONFault) -> JSONValue {
    var parser = JSONParser(bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { parser.i = 3 }
    let value = try parser.value()
    parser.skipSpace()
    guard parser.i == bytes.count else { throw parser.fault("Something stands after the end") }
    return value
  }

  private func fault(_ message: String, at offset: Int? = nil) -> JSONFault {
    JSONFault(message: message, offset: offset ?? i)
  }

  private mutating func skipSpace() {
    while i < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[i]) { i += 1 }
  }

  private mutating func value() throws(JSONFault) -> JSONValue {
    skipSpace()
    guard i < bytes.count else { throw fault("The text ends where a value should stand") }
    let start = i
    switch bytes[i] {
    case 0x7B: return JSONValue(content: try object(), offset: start)
    case 0x5B: return JSONValue(content: try array(), offset: start)
    case 0x22: return JSONValue(content: .string(try string()), offset: start)
    case 0x2D, 0x30...0x39: return JSONValue(content: try number(), offset: start)
    default: return JSONValue(content: try word(), offset: start)
    }
  }

  private mutating func word() throws(JSONFault) -> JSONValue.Content {
    for (text, content) in [
      ("null", JSONValue.Content.null), ("true", .bool(true)), ("false", .bool(false)),
    ] where bytes[i...].starts(with: text.utf8) {
      i += text.utf8.count
      return content
    }
    throw fault("This is no JSON value")
  }

  private mutating func enter() throws(JSONFault) {
    depth += 1
    guard depth <= JSONParser.deepest else {
      throw fault("More than \(JSONParser.deepest) levels of lists and objects")
    }
    i += 1
    skipSpace()
  }

  /// After an element: true behind a comma, false behind the end.
  private mutating func goesOn(until end: UInt8, in what: String) throws(JSONFault) -> Bool {
    skipSpace()
    guard i < bytes.count else { throw fault("The text ends inside \(what)") }
    if bytes[i] == 0x2C {
      i += 1
      skipSpace()
      return true
    }
    guard bytes[i] == end else {
      throw fault("Expected a comma or the end of \(what)")
    }
    i += 1
    depth -= 1
    return false
  }

  private mutating func array() throws(JSONFault) -> JSONValue.Content {
    try enter()
    if i < bytes.count, bytes[i] == 0x5D {
      i += 1
      depth -= 1
      return .array([])
    }
    var elements: [JSONValue] = []
    repeat { elements.append(try value()) } while try goesOn(until: 0x5D, in: "a list")
    return .array(elements)
  }

  private mutating func object() throws(JSONFault) -> JSONValue.Content {
    try enter()
    if i < bytes.count, bytes[i] == 0x7D {
      i += 1
      depth -= 1
      return .object([])
    }
    var members: [JSONValue.Member] = []
    var keys: Set<String> = []
    repeat {
      guard i < bytes.count, bytes[i] == 0x22 else {
        throw fault("Expected a key in quotation marks")
      }
      let start = i
      let key = try string()
      guard keys.insert(key).inserted else {
        throw fault("The key “\(key)” stands twice", at: start)
      }
      skipSpace()
      guard i < bytes.count, bytes[i] == 0x3A else { throw fault("Expected a colon after a key") }
      i += 1
      members.append(JSONValue.Member(key: key, value: try value()))
    } while try goesOn(until: 0x7D, in: "an object")
    return .object(members)
  }

  private mutating func number() throws(JSONFault) -> JSONValue.Content {
    let start = i
    if bytes[i] == 0x2D { i += 1 }
    let first = i
    skipDigits()
    guard i > first, i == first + 1 || bytes[first] != 0x30 else {
      throw fault("This is no number of JSON", at: start)
    }
    var isWhole = true
    if i < bytes.count, bytes[i] == 0x2E {
      isWhole = false
      i += 1
      try expectDigits(start)
    }
    if i < bytes.count, bytes[i] | 0x20 == 0x65 {
      isWhole = false
      i += 1
      if i < bytes.count, bytes[i] == 0x2B || bytes[i] == 0x2D { i += 1 }
      try expectDigits(start)
    }
    let text = String(decoding: bytes[start..<i], as: UTF8.self)
    guard let number = Double(text), number.isFinite else {
      throw fault("The number \(text) is too large", at: start)
    }
    return .number(number, whole: isWhole ? Int(text) : nil)
  }

  private mutating func skipDigits() {
    while i < bytes.count, (0x30...0x39).contains(bytes[i]) { i += 1 }
  }

  private mutating func expectDigits(_ start: Int) throws(JSONFault) {
    let first = i
    skipDigits()
    guard i > first else { throw fault("This is no number of JSON", at: start) }
  }
}

extension JSONParser {
  private mutating func string() throws(JSONFault) -> String {
    let start = i
    i += 1
    var text: [UInt8] = []
    while i < bytes.count {
      switch bytes[i] {
      case 0x22:
        i += 1
        guard let string = String(validating: text, as: UTF8.self) else {
          throw fault("A string that is no UTF-8", at: start)
        }
        return string
      case 0x5C: try escape(into: &text)
      case 0..<0x20: throw fault("A control character in a string; write it as \\u00XX")
      default:
        let run = i
        while i < bytes.count, bytes[i] >= 0x20, bytes[i] != 0x22, bytes[i] != 0x5C { i += 1 }
        text += bytes[run..<i]
      }
    }
    throw fault("A string without an end", at: start)
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONFault) {
    guard i + 1 < bytes.count else { throw fault("A string without an end") }
    let start = i
    let letter = bytes[i + 1]
    i += 2
    switch letter {
    case 0x22, 0x5C, 0x2F: text.append(letter)
    case 0x62: text.append(0x08)
    case 0x66: text.append(0x0C)
    case 0x6E: text.append(0x0A)
    case 0x72: text.append(0x0D)
    case 0x74: text.append(0x09)
    case 0x75:
      var scalar = try hexadecimal(start)
      if (0xD800..<0xDC00).contains(scalar), i + 1 < bytes.count, bytes[i] == 0x5C,
        bytes[i + 1] == 0x75
      {
        i += 2
        let low = try hexadecimal(start)
        guard (0xDC00..<0xE000).contains(low) else { throw fault("A lone surrogate", at: start) }
        scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(scalar) else { throw fault("A lone surrogate", at: start) }
      text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    default: throw fault("No such escape in JSON", at: start)
    }
  }

  private mutating func hexadecimal(_ start: Int) throws(JSONFault) -> UInt32 {
    guard i + 4 <= bytes.count else { throw fault("A string without an end", at: start) }
    var value: UInt32 = 0
    for byte in bytes[i..<(i + 4)] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw fault("An escape without four hexadecimal digits", at: start)
      }
      value = value << 4 | UInt32(digit)
    }
    i += 4
    return value
  }
}
