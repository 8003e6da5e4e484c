import EntenteModel

extension DiagramView {
  /// Puts banks, cards and events into the order of an earlier picture, as far as dates allow.
  func keep(_ kept: KeptLayout, in diagram: inout Diagram) {
    diagram.kept = kept
    diagram.banks = KeptLayout.ordered(
      diagram.banks, kind: { _ in 0 }, rank: { bank in kept.banks.firstIndex(of: bank.id) })
    for b in diagram.banks.indices {
      let bank = diagram.banks[b].id
      diagram.banks[b].cards = KeptLayout.ordered(
        diagram.banks[b].cards, kind: \.kind,
        rank: { card in
          card.members.compactMap { kept.places[$0] }.first { $0.bank == bank }?.rank
        })
    }
    keepEvents(kept, in: &diagram)
  }

  /// Events of one day keep their order; a frame moves as a whole, with its visit first.
  private func keepEvents(_ kept: KeptLayout, in diagram: inout Diagram) {
    var box: [String: Diagram.EventBox] = [:]
    for event in diagram.events { box[event.id] = event }
    var frame: [String: Int] = [:]
    for (f, one) in diagram.frames.enumerated() { for event in one.events { frame[event] = f } }
    func rank(_ id: String) -> Int? {
      box[id]?.members.compactMap { kept.places[$0] }.filter { $0.side == nil }.map(\.rank).min()
    }
    func day(_ id: String) -> PartialDate? {
      let own = box[id]?.members.first.flatMap { index.node($0)?.event?.date }
      return own ?? frame[id].flatMap { index.node(diagram.frames[$0].id)?.event?.date }
    }
    func settled(_ ids: [String]) -> [String] {
      var result: [String] = []
      var i = 0
      while i < ids.count {
        let first = day(ids[i])
        let run = ids[i...].prefix { day($0) == first }
        i += run.count
        result += KeptLayout.ordered(Array(run), kind: { box[$0]?.kind }, rank: rank)
      }
      return result
    }
    for f in diagram.frames.indices {
      let events = diagram.frames[f].events
      diagram.frames[f].events = events.prefix(1) + settled(Array(events.dropFirst()))
    }
    let outside = diagram.events.map(\.id).filter { id in
      frame[id].map { diagram.frames[$0].events.first == id } ?? true
    }
    let order = settled(outside).flatMap { id in frame[id].map { diagram.frames[$0].events } ?? [id]
    }
    diagram.events = order.compactMap { box[$0] }
  }
}
