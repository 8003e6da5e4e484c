/// A JSON value with the place where it stands.
struct JSONValue {
  enum Content {
    case null
    case bool(Bool)
    /// As written; nil where it is no whole number that fits.
    case number(Double, whole: Int?)
    case string(String)
    case array([JSONValue])
    case object([Member])
  }

  /// A key and its value, in the order written.
  struct Member {
    let key: String
    let value: JSONValue
  }

  let content: Content
  /// Byte offset of its first byte.
  let offset: Int

  /// What it is, for messages: `a string`.
  var description: String {
    switch content {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a string"
    case .array: "a list"
    case .object: "an object"
    }
  }
}

/// What stops the parsing of JSON, and where.
struct JSONFault: Error {
  let message: String
  let offset: Int
}
