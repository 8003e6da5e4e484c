/// A quotation: the exact bytes of a document that support a statement.
public struct Evidence: Hashable, Sendable, Comparable {
  /// The document's id.
  public let document: String
  /// Byte offset of the first byte in the document's text as read.
  public let start: Int
  /// Byte offset behind the last byte.
  public let end: Int
  /// The bytes `start..<end`, which are valid UTF-8.
  public let text: String
  /// The id of the rule or pattern that read it, where one did.
  public let rule: String?
  /// Whom the document quotes or reports as saying it; nil where it tells it in its own voice.
  public let speaker: Speaker?

  public init(
    document: String, start: Int, end: Int, text: String, rule: String? = nil,
    speaker: Speaker? = nil
  ) {
    self.document = document
    self.start = start
    self.end = end
    self.text = text
    self.rule = rule
    self.speaker = speaker
  }

  /// The place tells quotations apart; hashing the text too would cost more than it saves.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(document)
    hasher.combine(start)
    hasher.combine(end)
  }

  /// Who says something in a document: `X said that …`.
  public struct Speaker: Hashable, Sendable, Comparable {
    /// The id of the person or body in the graph; nil where the words name none that is known.
    public let id: String?
    /// Byte offset of the first of the words that name the speaker, in the same document.
    public let start: Int
    /// Byte offset behind the last of them.
    public let end: Int
    /// The bytes `start..<end`: `Foreign Minister Amina Yusuf`, `she`, `officials`.
    public let text: String

    public init(id: String?, start: Int, end: Int, text: String) {
      self.id = id
      self.start = start
      self.end = end
      self.text = text
    }

    /// Orders by place, then by id.
    public static func < (a: Speaker, b: Speaker) -> Bool {
      (a.start, a.end, a.id ?? "") < (b.start, b.end, b.id ?? "")
    }
  }

  /// Orders by document, then by place in it; among equals, what nobody is quoted for comes first.
  public static func < (a: Evidence, b: Evidence) -> Bool {
    let x = (a.document, a.start, a.end, a.rule ?? "")
    let y = (b.document, b.start, b.end, b.rule ?? "")
    guard x == y else { return x < y }
    guard let other = b.speaker else { return false }
    return a.speaker.map { $0 < other } ?? true
  }
}

extension Evidence {
  /// The same quotation as said by another, or by nobody.
  package func said(by speaker: Speaker?) -> Evidence {
    Evidence(document: document, start: start, end: end, text: text, rule: rule, speaker: speaker)
  }

  /// The same quotation as read by another rule.
  package func read(by rule: String?) -> Evidence {
    Evidence(document: document, start: start, end: end, text: text, rule: rule, speaker: speaker)
  }
}

extension Evidence.Speaker {
  /// The same words for another thing.
  package func named(_ id: String?) -> Evidence.Speaker {
    Evidence.Speaker(id: id, start: start, end: end, text: text)
  }

  /// The number of the entity inside a reading, before joining gives ids: `#3`.
  package var number: Int? { id.flatMap { $0.hasPrefix("#") ? Int($0.dropFirst()) : nil } }

  /// The words with the number of an entity of the reading for an id.
  package func numbered(_ entity: Int?) -> Evidence.Speaker { named(entity.map { "#\($0)" }) }
}
