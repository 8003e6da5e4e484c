internal import EntenteKnowledge
internal import EntenteModel

extension Text {
  /// Cuts a block at full stops, question and exclamation marks and semicolon-free ends.
  ///
  /// A stop does not end a sentence behind a title (`Dr.`), a month (`Feb.`), an initial, or before a small letter.
  mutating func splitSentences(
    _ start: Int, _ end: Int, _ role: Article.Block.Role, _ block: Int, _ lexicon: Lexicon
  ) {
    var from = start
    var i = start
    while i < end {
      if endsSentence(i, end, lexicon.words) {
        var to = i + 1
        while to < end, isClosing(to) { to += 1 }
        add(from, to, role, block)
        from = to
        i = to
      } else {
        i += 1
      }
    }
    add(from, end, role, block)
  }

  private mutating func add(_ from: Int, _ to: Int, _ role: Article.Block.Role, _ block: Int) {
    guard from < to else { return }
    append(Sentence(start: from, end: to, role: role, block: block))
  }

  private func endsSentence(_ i: Int, _ end: Int, _ common: CommonWords) -> Bool {
    switch marks[i] {
    case 0x21, 0x3F: return true
    case 0x2E: break
    default: return false
    }
    guard i + 1 < end else { return true }
    if i > 0, classes[i - 1].isDisjoint(with: [.honorific, .office, .month, .weekday]) == false,
      isAbbreviation(i - 1), !common.shortMonths.contains(words[i - 1])
    {
      return false
    }
    var next = i + 1
    while next < end, isClosing(next) { next += 1 }
    guard next < end else { return true }
    let shape = tokens[next].shape
    if shape.contains(.word), !shape.contains(.capital), !shape.contains(.caseless) { return false }
    return shape.contains(.spaced)
  }

  /// True for the short forms that carry a stop: at most five letters, a capital first.
  private func isAbbreviation(_ i: Int) -> Bool {
    tokens[i].shape.contains(.capital) && tokens[i].end - tokens[i].start <= 5
  }

  private func isClosing(_ i: Int) -> Bool {
    switch marks[i] {
    case 0x22, 0x201D, 0x29, 0x5D: true
    case 0x27: tokens[i].shape.isDisjoint(with: .spaced)
    case 0x2E, 0x2F: tokens[i].shape.isDisjoint(with: .spaced)
    default: false
    }
  }
}
