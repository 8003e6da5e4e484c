/// What events are called, and how far two names of events can mean one.
enum Nouns {
  private static let plain: Set<String> = [
    "meeting", "meetings", "talk", "talks", "session", "event", "visit", "trip", "tour",
    "agreement", "deal", "document", "pact", "accord",
  ]
  private static let remote: Set<String> = [
    "call", "phone", "telephone", "video", "videoconference", "virtual", "online", "conversation",
  ]
  private static let staged: Set<String> = [
    "ceremony", "banquet", "congress", "forum", "parade", "conference", "exhibition", "festival",
  ]

  /// True where the noun says no more than the kind does.
  static func isPlain(_ noun: String) -> Bool { plain.contains(noun) }

  /// Last word of the noun: `meeting` of `high-level meeting`, `memorandum` of `memorandum of
  /// understanding`.
  static func head(_ noun: String) -> Substring {
    let words = noun.split(separator: " ")
    if let of = words.firstIndex(of: "of"), of > 0 { return words[of - 1] }
    return words.last ?? ""
  }

  /// What the two nouns say for or against one event: points to add to a score, and the reason.
  static func agreement(_ a: String, _ b: String) -> (points: Double, reason: String?) {
    if a == b { return isPlain(a) ? (0.03, nil) : (0.12, "both a \(a)") }
    let (x, y) = (words(a), words(b))
    if isRemote(x) != isRemote(y) { return (-0.4, "\(a) against \(b)") }
    if x.isDisjoint(with: staged) != y.isDisjoint(with: staged), !isPlain(a), !isPlain(b) {
      return (-0.2, "\(a) against \(b)")
    }
    if !x.isDisjoint(with: staged) || !y.isDisjoint(with: staged) { return (-0.15, nil) }
    if head(a) == head(b), x.intersection(y).count > 1 { return (0.1, "both a \(common(a, b))") }
    if isPlain(a) || isPlain(b) || head(a) == head(b) { return (0.03, nil) }
    return (-0.08, "\(a) against \(b)")
  }

  /// The words of the first noun that the second has too: `high-level meeting`.
  private static func common(_ a: String, _ b: String) -> String {
    let others = Set(b.split(separator: " "))
    return a.split(separator: " ").filter(others.contains).joined(separator: " ")
  }

  /// True where one noun may be short for the other, so that their sides may be merged.
  static func agree(_ a: String, _ b: String) -> Bool {
    a == b || isPlain(a) || isPlain(b) || head(a) == head(b)
  }

  private static func words(_ noun: String) -> Set<String> {
    Set(noun.split { $0 == " " || $0 == "-" }.map(String.init))
  }

  private static func isRemote(_ words: Set<String>) -> Bool {
    !words.isDisjoint(with: remote) && !words.contains("courtesy")
  }
}
