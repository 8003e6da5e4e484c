/// A DOT file as its statements stand in it: nothing is looked up, merged or left out.
package struct DOTSource: Sendable {
  package var isStrict = false
  package var isDirected = true
  /// The graph's name, where it has one.
  package var name: DOTValue?
  package var statements: [DOTParsed] = []
  /// Comments before the graph begins.
  package var head: [DOTComment] = []
  /// Comments behind the last statement.
  package var foot: [DOTComment] = []
  /// Offset of the brace that closes the graph.
  package var closing = 0
}

/// A name or value: what stands between the quotation marks, with `\"` undone, or an HTML-like text
/// without its outer brackets.
package struct DOTValue: Hashable, Sendable, Comparable {
  package var text: String
  package var isHTML: Bool

  package init(_ text: String, isHTML: Bool = false) {
    self.text = text
    self.isHTML = isHTML
  }

  package static func < (a: DOTValue, b: DOTValue) -> Bool {
    (a.text, a.isHTML ? 1 : 0) < (b.text, b.isHTML ? 1 : 0)
  }
}

/// A comment of any of the three kinds.
package struct DOTComment: Hashable, Sendable {
  /// Without its marks.
  package var text: String
  /// Bytes of the file, marks included.
  package var range: Range<Int>
  /// False for `/* */`.
  package var isLine: Bool
}

/// A name and its value, where they stand.
package struct DOTParsedAttribute: Sendable {
  package var name: String
  package var value: DOTValue
  /// Bytes from the first of the name to the last of the value.
  package var range: Range<Int>
}

/// A statement where it stands, with the comments around it.
package struct DOTParsed: Sendable {
  /// A node named in a statement, with its port.
  package struct Reference: Hashable, Sendable {
    package var name: String
    /// What stands behind the colon or colons.
    package var port: [String] = []
  }

  /// What an edge statement joins: a node, or every node of a group.
  package enum End: Sendable {
    case node(Reference)
    case group(DOTParsed)
  }

  package indirect enum Content: Sendable {
    case node(Reference, [DOTParsedAttribute])
    /// Two ends or more: `a -> b -> c` is one statement. One, where `a, b` share attributes.
    case edge([End], [DOTParsedAttribute])
    /// `node`, `edge` or `graph` and what later ones start from.
    case defaults(String, [DOTParsedAttribute])
    /// `name = value`.
    case assignment(DOTParsedAttribute)
    /// Its name, its statements, and the comments before its closing brace.
    case group(DOTValue?, [DOTParsed], foot: [DOTComment])
  }

  package var content: Content
  /// Bytes from the first token to the last, without the semicolon.
  package var range: Range<Int>
  /// Where an attribute list begins behind its bracket, or nil where there is none.
  package var list: Int?
  /// Comments in the lines above, and inside.
  package var leading: [DOTComment] = []
  /// Comments behind it on its line, and the quotations below.
  package var trailing: [DOTComment] = []
}

/// Offsets as lines and columns.
package struct DOTLines: Sendable {
  private let starts: [Int]

  package init(_ bytes: [UInt8]) {
    var starts = [0]
    for (i, byte) in bytes.enumerated() where byte == 0x0A { starts.append(i + 1) }
    self.starts = starts
  }

  /// Line and column of an offset, both from 1, the column in bytes.
  package func place(_ offset: Int) -> (line: Int, column: Int) {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return (low + 1, offset - starts[low] + 1)
  }
}
