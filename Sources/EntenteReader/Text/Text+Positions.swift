internal import EntenteModel

extension Text {
  /// Takes out where somebody stands in a picture, `(R)`, `(second from left)`, `, center,`: it would part a name from
  /// what follows.
  func leaveOutPositions(in tokens: inout [Tokenizer.Token], from first: Int) {
    guard tokens[first...].contains(where: { isByte($0, 0x28) || isByte($0, 0x2C) }) else { return }
    var kept = Array(tokens[..<first])
    kept.reserveCapacity(tokens.count)
    var i = first
    while i < tokens.count {
      if isByte(tokens[i], 0x28), let end = positionEnd(i + 1, tokens) {
        i = end
      } else if isByte(tokens[i], 0x2C), let end = sideEnd(i + 1, tokens) {
        i = end
      } else {
        kept.append(tokens[i])
        i += 1
      }
    }
    tokens = kept
  }

  /// The token behind the closing bracket, where nothing but words of positions stand before it.
  private func positionEnd(_ start: Int, _ tokens: [Tokenizer.Token]) -> Int? {
    var k = start
    while k < min(start + 6, tokens.count) {
      if isByte(tokens[k], 0x29) { return k > start ? k + 1 : nil }
      guard Text.positions.contains(word(tokens[k])) else { return nil }
      k += 1
    }
    return nil
  }

  /// The token behind the second comma of `, left,`, `, second from right,`.
  private func sideEnd(_ start: Int, _ tokens: [Tokenizer.Token]) -> Int? {
    var k = start
    while k < min(start + 5, tokens.count) {
      if isByte(tokens[k], 0x2C) {
        return k > start && Text.flanks.contains(word(tokens[k - 1])) ? k + 1 : nil
      }
      guard Text.positions.contains(word(tokens[k])) else { return nil }
      k += 1
    }
    return nil
  }

  private func word(_ token: Tokenizer.Token) -> String {
    String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self).lowercased()
  }

  private func isByte(_ token: Tokenizer.Token, _ byte: UInt8) -> Bool {
    token.end - token.start == 1 && bytes[Int(token.start)] == byte
  }

  private static let flanks: Set<String> = ["left", "right", "center", "centre"]

  private static let positions: Set<String> = [
    "l", "r", "c", "left", "right", "centre", "center", "middle", "pictured", "front", "back",
    "row",
    "seated", "standing", "far", "first", "second", "third", "fourth", "fifth", "1st", "2nd", "3rd",
    "4th", "5th", "from", "above", "below", "photo", "file",
  ]
}
