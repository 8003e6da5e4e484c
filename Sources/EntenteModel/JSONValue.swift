/// A JSON value with the place where it stands.
package struct JSONValue {
  package enum Content {
    case null
    case bool(Bool)
    /// As written; nil where it is no whole number that fits.
    case number(Double, whole: Int?)
    case string(String)
    case array([JSONValue])
    case object([Member])
  }

  /// A key and its value, in the order written.
  package struct Member {
    package let key: String
    package let value: JSONValue
  }

  package let content: Content
  /// Byte offset of its first byte.
  package let offset: Int

  /// What it is, for messages: `a string`.
  package var description: String {
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
package struct JSONFault: Error {
  package let message: String
  package let offset: Int
}
