internal import EntenteModel

/// Which verb a time belongs to that stands before it.
extension FrameBuilder {
  /// `X on Monday met Y`, but `X, elected in 2019, met Y`: a time behind another verb is that one's.
  mutating func findTimesBefore(_ f: Int) {
    var found: [TimeExpression] = []
    var isJoined = false
    for m in (0..<frames[f].chunk).reversed() {
      switch chunks[m] {
      case .time(let time):
        // `X, in power since 2022, met Y`
        if let slot = preposition(m - 1), borders.contains(slot) { continue }
        found.append(time)
      case .conjunction: isJoined = true
      case .phrase(let p) where p == frames[f].subject:
        frames[f].times += found
        return
      case .verb:
        guard frames[f].verb.form == .finite else {
          // `will arrive on Monday to meet Y`; a purpose of the past has no day yet.
          let isPurpose =
            frames[f].verb.form == .infinitive
            && frame(atChunk: m).map { frames[$0].verb.isPast && !frames[$0].verb.isFuture }
              ?? false
          if !isPurpose { frames[f].times += found }
          return
        }
        if isJoined, let g = frame(atChunk: m), mayShare(g, f) { shared[f] = found }
        return
      case .relative, .border:
        frames[f].times += found
        return
      case .comma, .other, .preposition, .phrase: break
      }
    }
    frames[f].times += found
  }

  /// `met X on Monday and signed a pact`: on the same day; not what is yet to come, nor what a relative clause told.
  private func mayShare(_ g: Int, _ f: Int) -> Bool {
    frames[g].verb.form == .finite && frames[g].verb.isFuture == frames[f].verb.isFuture
      && frames[g].subject == frames[f].subject && !frames[g].subjectIsRelative(in: chunks)
  }

  mutating func shareTimes() {
    for f in frames.indices where frames[f].times.isEmpty {
      frames[f].times = shared[f] ?? []
    }
  }
}
