import ArgumentParser

/// Finds what was meant by a word that nothing is called.
enum Suggestion {
  /// The closest of `known` within a third of the word's length, two at least.
  static func closest(to word: String, among known: [String]) -> String? {
    let limit = max(2, word.utf8.count / 3)
    let found = known.map { (distance(Array(word.utf8), Array($0.utf8)), $0) }.min { $0 < $1 }
    return found.flatMap { $0.0 <= limit && $0.0 < $0.1.utf8.count ? $0.1 : nil }
  }

  /// Damerau and Levenshtein's distance, with exchanges of neighbours, in bytes.
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var before: [Int] = []
    var above = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        var cost = min(row[j] + 1, above[j + 1] + 1, above[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
        row.append(cost)
      }
      (before, above) = (above, row)
    }
    return above[b.count]
  }
}

/// A first word that is no command.
enum Mistake {
  /// What to say of it; nil where the argument parser can go on.
  static func firstWord(_ arguments: [String]) -> String? {
    guard let word = arguments.first, !word.hasPrefix("-") else { return nil }
    let commands = EntenteCommand.configuration.subcommands.map {
      $0.configuration.commandName ?? ""
    }
    guard !(commands + ["help"]).contains(word), word.utf8.count < 200 else { return nil }
    var text = "Error: There is no command '\(word)'."
    if let meant = Suggestion.closest(to: word, among: commands) {
      text += " Did you mean '\(meant)'?"
    } else if OutputTarget.identity(word) != nil || word.contains("/") {
      text += " To draw it: entente graph \(word)"
    }
    return text + "\nCommands: \(commands.joined(separator: ", ")). See 'entente --help'."
  }
}
