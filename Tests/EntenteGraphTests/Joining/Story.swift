import EntenteModel

/// Builds what a reader would give for an invented article, with a text in which every quotation stands.
struct Story {
  var reading: Reading
  private(set) var text: [UInt8] = []
  private var numbers: [String: Int] = [:]

  init(_ id: String, date: String? = nil) {
    reading = Reading(
      document: DocumentRecord(id: id, date: date.flatMap { PartialDate($0) }, sha256: "00"))
  }

  private mutating func write(_ words: String, then more: String) -> Evidence {
    let start = text.count
    text += Array(words.utf8)
    let evidence = Evidence(
      document: reading.document.id, start: start, end: text.count, text: words, rule: nil)
    text += Array(more.utf8)
    return evidence
  }

  /// Names an entity by these forms, the first of which is its name.
  @discardableResult
  mutating func name(
    _ key: String, _ forms: String..., country: String? = nil, known: Bool = true
  ) -> Int {
    if let number = numbers[key] {
      for form in forms {
        reading.entities[number].mentions.append(write(form, then: " spoke. "))
        if !reading.entities[number].aliases.contains(form) {
          reading.entities[number].aliases.append(form)
        }
      }
      return number
    }
    let mentions = forms.map { write($0, then: " spoke. ") }
    let kind = Kind(String(key.prefix { $0 != "." }))
    let entity = Reading.Entity(
      key: key, kind: kind, name: forms.max { $0.utf8.count < $1.utf8.count } ?? key,
      aliases: forms, isKnown: known, country: country, mentions: mentions)
    reading.entities.append(entity)
    numbers[key] = reading.entities.count - 1
    return reading.entities.count - 1
  }

  mutating func relate(_ source: String, _ type: EdgeType, _ target: String, _ role: String? = nil)
  {
    guard let a = numbers[source], let b = numbers[target] else { return }
    let quote = write("\(source) \(type.rawValue) \(role ?? "") \(target)", then: ". ")
    reading.relations.append(
      Reading.Relation(
        type: type, source: a, target: b, role: role, origin: .text, confidence: 0.9,
        evidence: [quote]))
  }

  @discardableResult
  mutating func event(
    _ kind: Kind, _ noun: String, _ sides: [String], at place: String? = nil,
    on date: String? = nil, _ status: Status, act: String? = nil, list: Int? = nil,
    within: Int? = nil, saidBy speaker: String? = nil
  ) -> Int {
    let said = speaker.map { write("The words of \($0)", then: ": ") }
    let quote = write("The \(noun) of \(sides.joined(separator: " and "))", then: ". ").said(
      by: said.map { words in
        Evidence.Speaker(id: nil, start: words.start, end: words.end, text: words.text)
          .numbered(speaker.flatMap { numbers[$0] })
      })
    var event = Reading.Event(kind: kind, noun: noun, status: status, evidence: [quote])
    let type: EdgeType = kind == .visit ? .visitor : kind == .agreement ? .partyTo : .participant
    event.participants = sides.compactMap { side in
      numbers[side].map {
        Reading.Participation(entity: $0, type: type, confidence: 0.9, evidence: [quote])
      }
    }
    event.place = place.flatMap { numbers[$0] }
    event.date = date.flatMap { PartialDate($0) }
    event.act = act
    event.list = list
    event.within = within
    reading.events.append(event)
    return reading.events.count - 1
  }
}
