internal import EntenteModel

extension EventLinker {
  /// `On December 5 X travelled to Brasília. He also met Y`: in one paragraph, told at most two sentences later of one
  /// who was there, what has no date of its own has that day's.
  mutating func inheritDates() {
    for c in clusters.indices where clusters[c].time == nil && clusters[c].status?.happened == true
    {
      guard let first = clusters[c].sentences.first?.number else { continue }
      let earlier = clusters.indices.filter { other in
        other != c && gives(clusters[other], aDayTo: clusters[c], in: first)
      }
      if let nearest = earlier.max(by: { start($0) < start($1) }) {
        clusters[c].time = clusters[nearest].time
      }
    }
  }

  /// `leads a delegation to Guyana tomorrow`: what lies behind the article's day has not been held yet.
  mutating func postpone() {
    guard let published = linker.date, published.day != nil else { return }
    for c in clusters.indices where clusters[c].status?.happened == true {
      guard let time = clusters[c].time, time.lastDay == nil,
        let day = time.resolved(on: published, isPlanned: true), day.day != nil, published < day,
        time.resolved(on: published, isPlanned: false) == day
      else { continue }
      clusters[c].status = .planned
    }
  }

  private func start(_ c: Int) -> Int { clusters[c].sentences.first?.number ?? 0 }

  private func gives(_ earlier: EventCluster, aDayTo event: EventCluster, in sentence: Int) -> Bool
  {
    guard let time = earlier.time, time.lastDay == nil, !time.isVague,
      time.day != nil || time.weekday != nil || time.shiftDays != nil,
      earlier.status?.happened == true,
      let last = earlier.sentences.last(where: { $0.number <= sentence })?.number,
      sentence - last <= 2,
      scanner.text.sentences[last].block == scanner.text.sentences[sentence].block
    else { return false }
    return earlier.sides.contains { side in
      event.sides.contains(side) && linker.clusters[side].kind == .person
    }
  }
}
