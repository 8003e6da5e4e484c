package import EntenteModel

/// Reads the DOT language: all of it that Graphviz takes, in one pass, with bounded depth.
///
/// After a fault it goes on with the next statement, so that all faults are told at once. Time and
/// memory are linear in the size of the file.
package struct DOTParser {
  /// What a file may be.
  package enum Limit {
    /// Groups within groups.
    package static let depth = 200
    /// More faults than these are only counted.
    package static let faults = 50
  }

  private let lexer: DOTLexer
  private var faults: [(offset: Int, message: String, hint: String)] = []
  private var position = 0
  private var comment = 0
  private var depth = 0

  private init(_ bytes: [UInt8]) {
    lexer = DOTLexer(bytes)
    faults = lexer.faults
  }

  /// The file's statements.
  ///
  /// - Parameter file: what messages call it.
  /// - Throws: every fault with its line and column.
  package static func parse(_ bytes: [UInt8], file: String) throws(EntenteError) -> DOTSource {
    var parser = DOTParser(bytes)
    let result = parser.graph()
    guard parser.faults.isEmpty else { throw parser.error(file) }
    return result
  }

  private func error(_ file: String) -> EntenteError {
    let lines = DOTLines(lexer.bytes)
    let sorted = faults.sorted { $0.offset < $1.offset }
    var found = sorted.prefix(Limit.faults).map { fault in
      let (line, column) = lines.place(fault.offset)
      return Diagnostic(
        .error, code: "dot.syntax", fault.message,
        at: .init(file: file, line: line, column: column), hint: fault.hint)
    }
    if sorted.count > Limit.faults {
      found.append(
        Diagnostic(
          .error, code: "dot.syntax", "and \(sorted.count - Limit.faults) more faults",
          at: .init(file: file)))
    }
    return EntenteError(found)
  }

  // MARK: Tokens

  private var token: DOTToken { lexer.tokens[position] }
  private var isAtEnd: Bool { token.kind == .end }

  private mutating func advance() {
    if !isAtEnd { position += 1 }
  }

  private func isSign(_ sign: UInt8) -> Bool { token.kind == .sign(sign) }

  private mutating func take(_ sign: UInt8) -> Bool {
    guard isSign(sign) else { return false }
    advance()
    return true
  }

  /// The bare word in lower case, for keywords; nil for anything else.
  private var keyword: String? {
    guard token.kind == .word, token.range.count <= 8 else { return nil }
    let word = String(decoding: lexer.bytes[token.range], as: UTF8.self).lowercased()
    let words = ["node", "edge", "graph", "digraph", "subgraph", "strict"]
    return words.contains(word) ? word : nil
  }

  private var shown: String {
    if isAtEnd { return "the end of the file" }
    let text = String(decoding: lexer.bytes[token.range].prefix(40), as: UTF8.self)
    return "“\(text)”"
  }

  private mutating func fault(_ message: String, hint: String, at offset: Int? = nil) {
    let place = offset ?? token.range.lowerBound
    // What follows from a fault at the same spot, mostly the end, is no news.
    guard faults.last?.offset != place else { return }
    faults.append((place, message, hint))
  }

  /// Skips to behind the next semicolon, or to a brace.
  private mutating func recover() {
    while !isAtEnd, !isSign(0x7B), !isSign(0x7D) {
      if take(0x3B) { return }
      advance()
    }
  }

  // MARK: Comments

  /// The comments before an offset that no statement has yet.
  private mutating func comments(before offset: Int) -> [DOTComment] {
    let first = comment
    while comment < lexer.comments.count, lexer.comments[comment].range.lowerBound < offset {
      comment += 1
    }
    return Array(lexer.comments[first..<comment])
  }

  /// The comments on the line that a statement ends on, and the quotations below.
  private mutating func trailing(after end: Int) -> [DOTComment] {
    var found: [DOTComment] = []
    var line = end
    while comment < lexer.comments.count {
      let next = lexer.comments[comment]
      guard next.range.lowerBound < token.range.lowerBound || isAtEnd else { break }
      let isQuotation =
        next.isLine && next.text.utf8.first.map { [0x40, 0x2B, 0x7E].contains($0) } ?? false
      let isSameLine = !lexer.bytes[line..<max(line, next.range.lowerBound)].contains(0x0A)
      guard isSameLine || isQuotation && (found.isEmpty || isMachine(found.last)) else { break }
      found.append(next)
      line = next.range.upperBound
      comment += 1
    }
    return found
  }

  private func isMachine(_ comment: DOTComment?) -> Bool {
    guard let comment, comment.isLine, let first = comment.text.utf8.first else { return false }
    return [0x40, 0x2B, 0x7E, 0x3D].contains(first)
  }

  // MARK: Grammar

  private mutating func graph() -> DOTSource {
    var file = DOTSource()
    file.head = comments(before: token.range.lowerBound)
    if keyword == "strict" {
      file.isStrict = true
      advance()
    }
    switch keyword {
    case "digraph": file.isDirected = true
    case "graph": file.isDirected = false
    default:
      fault(
        "a DOT file begins with graph or digraph, not with \(shown)",
        hint: "write: digraph { … }")
      return file
    }
    advance()
    file.name = value()
    guard take(0x7B) else {
      fault("expected “{”, found \(shown)", hint: "the statements stand between { and }")
      return file
    }
    file.statements = statements()
    file.foot = comments(before: isAtEnd ? .max : token.range.lowerBound)
    file.closing = token.range.lowerBound
    guard take(0x7D) else {
      fault("the graph is not closed", hint: "end it with }")
      return file
    }
    file.foot += comments(before: .max)
    if !isAtEnd {
      fault("\(shown) stands behind the end of the graph", hint: "one file holds one graph")
    }
    return file
  }

  private mutating func statements() -> [DOTParsed] {
    var found: [DOTParsed] = []
    while !isAtEnd, !isSign(0x7D) {
      if take(0x3B) || take(0x2C) { continue }
      let leading = comments(before: token.range.lowerBound)
      let start = token.range.lowerBound
      let before = position
      guard var statement = statement() else {
        recover()
        // A brace where a statement should begin: its content is read as statements.
        if position == before, isSign(0x7B) { advance() }
        continue
      }
      let end = lexer.tokens[max(position - 1, 0)].range.upperBound
      statement.range = start..<end
      statement.leading = leading + comments(before: end)
      var last = end
      while isSign(0x3B) || isSign(0x2C) {
        last = token.range.upperBound
        advance()
      }
      statement.trailing = trailing(after: last)
      found.append(statement)
    }
    return found
  }

  private mutating func statement() -> DOTParsed? {
    if let word = keyword, word == "node" || word == "edge" || word == "graph" {
      advance()
      guard isSign(0x5B) else {
        fault(
          "expected “[” behind \(word), found \(shown)",
          hint: "write: \(word) [name=value]; a node of that name needs quotation marks")
        return nil
      }
      let list = token.range.upperBound
      return DOTParsed(content: .defaults(word, attributes()), range: 0..<0, list: list)
    }
    let first = token.range.lowerBound
    guard let end = end() else { return nil }
    if case .node(let reference) = end, reference.port.isEmpty, isSign(0x3D) {
      advance()
      guard let value = value() else {
        fault("expected a value, found \(shown)", hint: "write: name=value")
        return nil
      }
      let range = first..<lexer.tokens[position - 1].range.upperBound
      let attribute = DOTParsedAttribute(name: reference.name, value: value, range: range)
      return DOTParsed(content: .assignment(attribute), range: range, list: nil)
    }
    guard case .arrow = token.kind else {
      guard case .node(let reference) = end else {
        if case .group(let group) = end, !isSign(0x5B) { return group }
        // `a, b [color=red]` gives both the attributes.
        return edge(from: end)
      }
      let list = isSign(0x5B) ? token.range.upperBound : nil
      return DOTParsed(content: .node(reference, attributes()), range: 0..<0, list: list)
    }
    return edge(from: end)
  }

  private mutating func edge(from first: DOTParsed.End) -> DOTParsed? {
    var ends = [first]
    while case .arrow = token.kind {
      advance()
      guard let next = end() else { return nil }
      ends.append(next)
    }
    let list = isSign(0x5B) ? token.range.upperBound : nil
    return DOTParsed(content: .edge(ends, attributes()), range: 0..<0, list: list)
  }

  private mutating func end() -> DOTParsed.End? {
    if keyword == "subgraph" || isSign(0x7B) { return group().map { .group($0) } }
    guard keyword == nil, let name = value() else {
      fault(
        "expected a statement, found \(shown)",
        hint: "a statement is a node, an edge a -> b, a group { … } or name=value")
      return nil
    }
    var reference = DOTParsed.Reference(name: name.text)
    while reference.port.count < 2, take(0x3A) {
      guard let port = value() else {
        fault(
          "expected a port behind “:”, found \(shown)", hint: "write: node:port or node:port:ne")
        return nil
      }
      reference.port.append(port.text)
    }
    guard isSign(0x2C), [.word, .string].contains(lexer.tokens[position + 1].kind) else {
      return .node(reference)
    }
    return list(from: reference)
  }

  /// `a, b, c` as one end: a group of them.
  private mutating func list(from first: DOTParsed.Reference) -> DOTParsed.End {
    var members = [first]
    while isSign(0x2C), [.word, .string].contains(lexer.tokens[position + 1].kind) {
      advance()
      guard keyword == nil, let name = value() else { break }
      members.append(DOTParsed.Reference(name: name.text))
    }
    let range = lexer.tokens[position - 1].range
    let inner = members.map { DOTParsed(content: .node($0, []), range: range) }
    return .group(DOTParsed(content: .group(nil, inner, foot: []), range: range))
  }

  private mutating func group() -> DOTParsed? {
    let start = token.range.lowerBound
    var name: DOTValue?
    if keyword == "subgraph" {
      advance()
      name = value()
    }
    guard isSign(0x7B) else {
      // `subgraph x` alone names a group that stands elsewhere.
      if name != nil {
        return DOTParsed(
          content: .group(name, [], foot: []),
          range: start..<lexer.tokens[position - 1].range.upperBound)
      }
      fault("expected “{”, found \(shown)", hint: "write: subgraph name { … }")
      return nil
    }
    guard depth < Limit.depth else {
      fault(
        "groups are nested deeper than \(Limit.depth)", hint: "take out a level of { … }")
      skipGroup()
      return DOTParsed(
        content: .group(name, [], foot: []),
        range: start..<lexer.tokens[position - 1].range.upperBound)
    }
    let brace = token.range.lowerBound
    advance()
    depth += 1
    let inner = statements()
    depth -= 1
    let foot = comments(before: token.range.lowerBound)
    if !take(0x7D) {
      fault("the group that begins here is not closed", hint: "end it with }", at: brace)
    }
    return DOTParsed(
      content: .group(name, inner, foot: foot),
      range: start..<lexer.tokens[position - 1].range.upperBound)
  }

  /// Passes over a group without reading it, however deep it goes.
  private mutating func skipGroup() {
    var open = 0
    repeat {
      if isSign(0x7B) { open += 1 }
      if isSign(0x7D) { open -= 1 }
      advance()
    } while open > 0 && !isAtEnd
  }

  /// Any number of attribute lists.
  private mutating func attributes() -> [DOTParsedAttribute] {
    var found: [DOTParsedAttribute] = []
    while take(0x5B) {
      while !isAtEnd, !isSign(0x5D) {
        if take(0x3B) || take(0x2C) { continue }
        let start = token.range.lowerBound
        guard let name = value() else {
          fault(
            "expected the name of an attribute, found \(shown)",
            hint: "write: [name=value, name=value]")
          skipAttribute()
          if isSign(0x7B) || isSign(0x7D) { return found }
          continue
        }
        var value = DOTValue("true")
        if take(0x3D) {
          guard let given = self.value() else {
            fault("expected a value, found \(shown)", hint: "write: \(name.text)=\"…\"")
            skipAttribute()
            continue
          }
          value = given
        }
        found.append(
          DOTParsedAttribute(
            name: name.text, value: value,
            range: start..<lexer.tokens[position - 1].range.upperBound))
      }
      if !take(0x5D) {
        fault("the list of attributes is not closed", hint: "end it with ]")
      }
    }
    return found
  }

  private mutating func skipAttribute() {
    while !isAtEnd, !isSign(0x5D), !isSign(0x2C), !isSign(0x3B), !isSign(0x7B), !isSign(0x7D) {
      advance()
    }
  }

  /// A word, a number, strings joined by `+`, or an HTML-like text; nil where none stands here.
  private mutating func value() -> DOTValue? {
    switch token.kind {
    case .word:
      let text = String(decoding: lexer.bytes[token.range], as: UTF8.self)
      advance()
      return DOTValue(text)
    case .html:
      let inner = (token.range.lowerBound + 1)..<(token.range.upperBound - 1)
      advance()
      return DOTValue(String(decoding: lexer.bytes[inner], as: UTF8.self), isHTML: true)
    case .string:
      var text = DOTValue.unquoted(lexer.bytes[token.range])
      advance()
      while isSign(0x2B), lexer.tokens[position + 1].kind == .string {
        advance()
        text += DOTValue.unquoted(lexer.bytes[token.range])
        advance()
      }
      return DOTValue(String(decoding: text, as: UTF8.self))
    default: return nil
    }
  }
}

extension DOTValue {
  /// What stands in one pair of quotation marks, as Graphviz's scanner hands it on.
  static func unquoted(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var i = bytes.startIndex + 1
    let end = bytes.endIndex - 1
    while i < end {
      if bytes[i] == 0x5C, i + 1 < end {
        switch bytes[i + 1] {
        case 0x22: result.append(0x22)
        case 0x0A: break  // A line that goes on.
        case 0x0D where i + 2 < end && bytes[i + 2] == 0x0A: i += 1
        default: result += [0x5C, bytes[i + 1]]
        }
        i += 2
      } else {
        result.append(bytes[i])
        i += 1
      }
    }
    return result
  }

  /// The value as DOT writes it, in quotation marks or angle brackets.
  package var written: [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return bytes
  }

  /// Appends what ``written`` says; most values need nothing but their quotation marks.
  func write(to output: inout [UInt8]) {
    let isPlain =
      isHTML
      || text.utf8.count <= DOTText.longestPiece
        && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C && $0 != 0x7F }
    guard isPlain else {
      output += escaped
      return
    }
    output.append(isHTML ? 0x3C : 0x22)
    output += text.utf8
    output.append(isHTML ? 0x3E : 0x22)
  }

  private var escaped: [UInt8] {
    let bytes = Array(text.utf8)
    var pieces: [UInt8] = [0x22]
    pieces.reserveCapacity(bytes.count + bytes.count / 8 + 16)
    var length = 0
    var i = 0
    while i < bytes.count {
      if length > DOTText.longestPiece - 4, bytes[i] & 0xC0 != 0x80 {
        pieces += "\" + \"".utf8
        length = 0
      }
      switch bytes[i] {
      case 0x5C:
        // A backslash goes with what it escapes; a lone one at the end would swallow the mark.
        let next = i + 1 < bytes.count ? bytes[i + 1] : 0x5C
        if next == 0x22 || next == 0x0A {
          pieces += [0x5C, 0x5C]
        } else {
          pieces += [0x5C, next]
          i += 1
        }
        length += 2
      case 0x22:
        pieces += [0x5C, 0x22]
        length += 2
      case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0x7F: break  // No reader of DOT takes them well.
      default:
        pieces.append(bytes[i])
        length += 1
      }
      i += 1
    }
    return pieces + [0x22]
  }
}
