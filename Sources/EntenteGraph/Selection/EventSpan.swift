import EntenteModel

/// The days that an event may have taken: as wide as its date is imprecise.
struct EventSpan: Hashable {
  /// Year, month and day as one number that orders like the calendar.
  let first: Int
  let last: Int

  init(first: PartialDate, last: PartialDate) {
    self.first = EventSpan.start(of: first)
    self.last = max(self.first, EventSpan.end(of: last))
  }

  /// The event's own days; for one without a date, those of the nearest dated event around it.
  ///
  /// What is part of a visit took place during it, so nothing is guessed.
  init?(of id: String, in index: GraphIndex) {
    var seen: Set<String> = []
    var current: String? = id
    while let next = current, seen.insert(next).inserted, let event = index.node(next)?.event {
      if let date = event.date {
        self.init(first: date, last: event.end ?? date)
        return
      }
      current = event.within
    }
    return nil
  }

  /// The first day that the date can mean.
  static func start(of date: PartialDate) -> Int {
    (date.year * 100 + (date.month ?? 1)) * 100 + (date.day ?? 1)
  }

  /// A day not before the last one that the date can mean.
  static func end(of date: PartialDate) -> Int {
    (date.year * 100 + (date.month ?? 12)) * 100 + (date.day ?? 31)
  }
}
