import EntenteModel

/// One document's word on an event, with its sides as nodes of the graph.
struct EventReport {
  let document: Int
  /// The event's number in its document.
  let event: Int
  let kind: Kind
  /// Shown form of what the document calls it.
  let noun: String
  /// Participants, parties or visitors: node numbers in order.
  let sides: [Int]
  /// The countries behind the sides, in order.
  let camps: [Int]
  let place: Int?
  let date: PartialDate?
  let end: PartialDate?
  let status: Status
  /// The days on which it can have taken place, from its own date or from the document's.
  let days: ClosedRange<Int>?
  /// True where `days` come from the report's own date.
  let isDated: Bool
  /// The day that its document was published, where that is known.
  let published: Int?
  /// The cluster of the visit that it is told to be part of.
  var visit: Int? = nil

  init(
    _ event: Reading.Event, number: Int, document: Int, record: DocumentRecord, entities: Entities,
    affiliations: Affiliations
  ) {
    self.document = document
    self.event = number
    kind = event.kind
    noun = NameForm.shown(event.noun)
    let sides = Set(
      event.participants.filter(\.type.isSide).compactMap { entities.node(document, $0.entity) })
    self.sides = sides.sorted()
    camps = Set(sides.compactMap { affiliations.country[$0] }).sorted()
    place = event.place.flatMap { entities.node(document, $0) }
    date = event.date
    end = event.end
    status = event.status
    isDated = event.date != nil
    days = EventReport.days(of: event, record: record)
    published = record.date?.dayNumber
  }

  /// News tells of what happened within six weeks, and announces what comes within two months.
  private static func days(of event: Reading.Event, record: DocumentRecord) -> ClosedRange<Int>? {
    if let date = event.date, let first = firstDay(date) {
      let last = lastDay(event.end ?? date) ?? first
      return first...max(first, last)
    }
    guard let published = record.date, let first = firstDay(published),
      let last = lastDay(published)
    else { return nil }
    return event.status.happened ? (first - 42)...last : first...(last + 60)
  }

  private static func firstDay(_ date: PartialDate) -> Int? {
    PartialDate(year: date.year, month: date.month ?? 1, day: date.day ?? 1)?.dayNumber
  }

  private static func lastDay(_ date: PartialDate) -> Int? {
    if date.day != nil { return date.dayNumber }
    let next =
      date.month.map { $0 == 12 ? (date.year + 1, 1) : (date.year, $0 + 1) }
      ?? (date.year + 1, 1)
    return PartialDate(year: next.0, month: next.1, day: 1)?.dayNumber.map { $0 - 1 }
  }

  /// True where both reports know the day and it is one and the same, or the days of one hold the
  /// other's.
  func isSameDay(as other: EventReport) -> Bool {
    guard date?.precision == 3, other.date?.precision == 3, let a = days, let b = other.days else {
      return false
    }
    return a.overlaps(b)
  }

  /// What decides whether a report contradicts others; many documents tell of an event in one
  /// shape.
  struct Shape: Hashable {
    let kind: Kind
    let noun: String
    let sides: [Int]
    let place: Int?
    let date: PartialDate?
    let end: PartialDate?
  }

  var shape: Shape {
    Shape(kind: kind, noun: noun, sides: sides, place: place, date: date, end: end)
  }
}
