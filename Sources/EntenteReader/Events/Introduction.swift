internal import EntenteModel

/// A list that stands in items of its own: `Four instruments were exchanged on Monday. They are:`, then one a line.
enum Introduction {
  /// Gives the agreements of listed items the status, act, time and place of the sentence that introduces the list.
  static func share(_ events: inout [EventMention], _ sentences: [Text.Sentence]) {
    var s = 0
    while s < sentences.count {
      guard sentences[s].role == .item, s > 0 else {
        s += 1
        continue
      }
      var end = s
      while end < sentences.count, sentences[end].role == .item { end += 1 }
      share(&events, items: s..<end)
      s = end
    }
  }

  private static func share(_ events: inout [EventMention], items: Range<Int>) {
    // The sentence is asked first, since there may be as many lists as events.
    var listed = events.indices.filter {
      items.contains(events[$0].sentence) && isListed(events[$0], items)
    }
    let unsided = events.indices.filter {
      items.contains(events[$0].sentence) && isListed(events[$0], items, sides: 0)
    }
    guard !listed.isEmpty || !unsided.isEmpty else { return }
    let told = events.indices.filter {
      events[$0].sentence < items.lowerBound && events[$0].sentence >= items.lowerBound - 4
        && introduces(events[$0], before: items.lowerBound)
    }
    // `The instruments are:` says no more than which they are; when they were signed is told before.
    guard let whole = told.last(where: { !events[$0].isDefinite }) ?? told.last
    else { return }
    let source = events[whole]
    let sides = source.roles.filter { $0.type.isSide }
    let isOnVisit = events.contains { $0.kind == .visit && $0.sentence == source.sentence }
    if sides.count >= 2 || isOnVisit {
      // `Norway and Mali signed:`, then `Memorandum of understanding on trade`
      for i in unsided {
        events[i].roles += sides
        events[i].isOnOccasion = true
      }
      listed += unsided
    }
    let list = (events.compactMap { $0.list }.max() ?? 0) + 1
    for i in listed {
      events[i].status = source.status
      if events[i].act == nil { events[i].act = source.act }
      if events[i].time == nil { events[i].time = source.time }
      if events[i].place == nil { events[i].place = source.place }
      events[i].introduction = source.sentence
      events[i].isDefinite = false
      events[i].isBare = false
      events[i].isPlural = false
      events[i].list = list
    }
    // What the items name one by one is not told once more as a whole.
    let isWhole = source.isPlural && source.count == nil && source.sentence == items.lowerBound - 1
    if !source.roles.contains(where: { $0.type.isSide }) || source.count == listed.count || isWhole
    {
      events.remove(at: whole)
    }
  }

  private static func isListed(
    _ event: EventMention, _ items: Range<Int>, sides: Int = 2
  ) -> Bool {
    let told = event.roles.filter { $0.type.isSide }.count
    return event.kind == .agreement && items.contains(event.sentence) && event.status == nil
      && (sides == 0 ? told == 0 && !event.isDefinite && event.isVerbless : told >= sides)
  }

  /// Several agreements whose status is told, in the few sentences before the list.
  private static func introduces(_ event: EventMention, before sentence: Int) -> Bool {
    event.kind == .agreement && event.status != nil && event.sentence < sentence
      && event.sentence >= sentence - 4 && (event.isPlural || event.sentence == sentence - 1)
  }
}
