internal import EntenteModel

extension EventLinker {
  /// `that evening`, `a day earlier`: counted from the day told last, at most four paragraphs before; else unknown.
  mutating func countFromText() {
    let waiting = clusters.indices.filter { clusters[$0].time?.isFromText == true }
    for c in waiting.sorted(by: { timeStart($0) < timeStart($1) }) {
      clusters[c].time = told(before: c).flatMap { clusters[c].time?.counted(from: $0) }
    }
  }

  private func told(before c: Int) -> PartialDate? {
    let block = scanner.text.sentences[start(c)].block
    return clusters.indices.filter { other in
      guard let time = clusters[other].time, !time.isFromText, time.start < timeStart(c) else {
        return false
      }
      let distance = block - scanner.text.sentences[start(other)].block
      return 0...4 ~= distance && day(other) != nil
    }.max { timeStart($0) < timeStart($1) }.flatMap { day($0) }
  }

  private func timeStart(_ c: Int) -> Int { clusters[c].time?.start ?? 0 }

  private func day(_ c: Int) -> PartialDate? {
    let date = clusters[c].time?.resolved(
      on: linker.date, isPlanned: clusters[c].status == .planned)
    return date?.day == nil ? nil : date
  }

  /// `On December 5 X travelled to Brasília. He also met Y`: in one paragraph, told at most two sentences later of one
  /// who was there, what has no date of its own has that day's.
  mutating func inheritDates() {
    for c in clusters.indices
    where clusters[c].time == nil
      && (clusters[c].status?.happened == true || clusters[c].status == .planned)
    {
      guard let first = clusters[c].sentences.first?.number else { continue }
      var nearest: Int?
      for other in clusters.indices where other != c && gives(other, aDayTo: c, in: first) {
        if nearest.map({ start($0) <= start(other) }) ?? true { nearest = other }
      }
      if let nearest { clusters[c].time = clusters[nearest].time }
    }
  }

  /// A report of one day tells its date once: where all that happened on a day told happened on the same, what the same
  /// people did besides, without a time of its own, was on that day too.
  mutating func spreadOnlyDay() {
    let dated = clusters.indices.filter { c in
      clusters[c].status?.happened == true && clusters[c].time?.lastDay == nil
        && clusters[c].time?.isVague == false && day(c) != nil
    }
    let days = Set(dated.compactMap { day($0) })
    guard days.count == 1, let first = dated.min(by: { start($0) < start($1) }),
      clusters.allSatisfy({ $0.time?.lastDay == nil })
    else { return }
    let persons = Set(
      dated.flatMap { clusters[$0].sides }.filter { linker.clusters[$0].kind == .person })
    for c in clusters.indices
    where clusters[c].time == nil && clusters[c].status?.happened == true
      && !clusters[c].isEarlier && !clusters[c].sides.isDisjoint(with: persons)
      && 0...6 ~= block(c) - block(first) && mayBeThere(c, first)
    {
      clusters[c].time = clusters[first].time
    }
  }

  /// Not at two places on one day, as far as the article tells.
  private func mayBeThere(_ c: Int, _ other: Int) -> Bool {
    guard let a = clusters[c].place, let b = clusters[other].place, a != b else { return true }
    return linker.clusters[a].owner == b || linker.clusters[b].owner == a
      || linker.clusters[a].kind == .country || linker.clusters[b].kind == .country
  }

  /// `leads a delegation to Guyana tomorrow`: what lies behind the article's day has not been held yet.
  mutating func postpone() {
    guard let published = linker.date, published.day != nil else { return }
    for c in clusters.indices where clusters[c].status?.happened == true {
      // `is visiting Tallinn next week`
      if let time = clusters[c].time, (time.shiftWeeks ?? time.shiftMonths ?? 0) > 0 {
        clusters[c].status = .planned
        continue
      }
      guard let time = clusters[c].time, time.lastDay == nil,
        let day = time.resolved(on: published, isPlanned: true), day.day != nil, published < day,
        time.resolved(on: published, isPlanned: false) == day
      else { continue }
      clusters[c].status = .planned
    }
  }

  /// `in October` was said first, `on October 25` later: the same time.
  func isFiner(_ time: TimeExpression, than other: TimeExpression?, _ status: Status?) -> Bool {
    guard let other, !other.isFromText, !time.isFromText, other.day == nil,
      let new = time.resolved(on: linker.date, isPlanned: status == .planned), new.day != nil,
      let old = other.resolved(on: linker.date, isPlanned: status == .planned), old.day == nil
    else { return false }
    return new.isCompatible(with: old)
  }

  /// `Talks were held in Oslo on Monday. They were attended by A and B`: the meeting that nobody was told to be at yet.
  func openMeeting(before mention: EventMention, _ sides: Set<Int>) -> EventMention? {
    guard sides.count >= 2, let untold, untold.kind == .meeting, untold.status?.happened == true,
      1...2 ~= mention.sentence - untold.sentence, !untold.isPlural || untold.noun == "talks"
    else { return nil }
    return untold
  }

  /// `the eighth meeting of the commission, held on 29 May. The meeting was chaired by A and B`
  func timeOfUntold(_ mention: EventMention) -> TimeExpression? {
    guard let untold, mention.kind == .meeting, untold.kind == .meeting, mention.isDefinite,
      mention.status?.happened == true, untold.status?.happened ?? true,
      1...2 ~= mention.sentence - untold.sentence, !untold.isPlural,
      mention.noun.split(separator: " ").last == untold.noun.split(separator: " ").last
    else { return nil }
    return untold.time
  }

  /// Gives a visit told before the days that a later clause tells of it.
  mutating func settle(_ stay: EventMention, _ parts: [EventCluster.Part], _ place: Int?) {
    guard let place, let time = stay.time else { return }
    let visitors = Set(parts.map { $0.entity })
    let own = clusters.indices.filter { c in
      clusters[c].kind == .visit && !clusters[c].sides.isDisjoint(with: visitors)
    }
    let there = own.filter { clusters[$0].place == place }
    let around = own.filter { c in
      clusters[c].place.map {
        linker.clusters[$0].kind == .country && sameCountry($0, place)
      } ?? false
    }
    let candidates = there.isEmpty ? around : there
    guard candidates.count == 1, let c = candidates.first, clusters[c].status == stay.status,
      clusters[c].time == nil || isFiner(time, than: clusters[c].time, stay.status)
        || isLeg(stay, of: c)
    else { return }
    clusters[c].time = time
    if !clusters[c].sentences.contains(where: { $0.number == stay.sentence }) {
      clusters[c].sentences.append((stay.sentence, stay.rule))
    }
  }

  private func block(_ c: Int) -> Int { scanner.text.sentences[start(c)].block }

  private func start(_ c: Int) -> Int { clusters[c].sentences.first?.number ?? 0 }

  private func gives(_ other: Int, aDayTo c: Int, in sentence: Int) -> Bool {
    let (earlier, event) = (clusters[other], clusters[c])
    if event.status == .planned, !sameCountry(earlier.place, event.place) { return false }
    guard let time = earlier.time, time.lastDay == nil, !time.isVague,
      time.day != nil || time.weekday != nil || time.shiftDays != nil,
      earlier.status?.happened == true && event.status?.happened == true
        || earlier.status == .planned && event.status == .planned,
      let last = earlier.sentences.last(where: { $0.number <= sentence })?.number,
      sentence - last <= 2,
      scanner.text.sentences[last].block == scanner.text.sentences[sentence].block
    else { return false }
    let shared = earlier.sides.intersection(event.sides)
    return shared.count > 1 || shared.contains { linker.clusters[$0].kind == .person }
  }
}
