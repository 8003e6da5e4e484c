import EntenteGraph
import EntenteModel

/// A small generator, so that a failing order can be had again.
struct Shuffler: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}

extension Reading {
  /// The same reading with entities, relations and events in another order.
  func shuffled(using generator: inout Shuffler) -> Reading {
    var copy = self
    let order = Array(entities.indices).shuffled(using: &generator)
    var place = Array(repeating: 0, count: order.count)
    for (new, old) in order.enumerated() { place[old] = new }
    copy.entities = order.map { entities[$0] }
    copy.relations = relations.map { relation in
      var moved = relation
      moved.source = place[relation.source]
      moved.target = place[relation.target]
      return moved
    }.shuffled(using: &generator)
    let eventOrder = Array(events.indices).shuffled(using: &generator)
    var eventPlace = eventOrder
    for (new, old) in eventOrder.enumerated() { eventPlace[old] = new }
    copy.events = eventOrder.map { old in
      var event = events[old]
      event.place = event.place.map { place[$0] }
      event.within = event.within.map { eventPlace[$0] }
      event.participants = event.participants.map { part in
        var moved = part
        moved.entity = place[part.entity]
        return moved
      }.shuffled(using: &generator)
      return event
    }
    copy.changeSpeakers { speaker in
      speaker.number.map { speaker.numbered(place[$0]) } ?? speaker
    }
    return copy
  }

  /// The same reading with accented Latin letters as letter and mark.
  var decomposed: Reading {
    var copy = self
    for e in copy.entities.indices {
      copy.entities[e].name = copy.entities[e].name.inPieces
      copy.entities[e].aliases = copy.entities[e].aliases.map(\.inPieces)
      copy.entities[e].mentions = copy.entities[e].mentions.map {
        Evidence(
          document: $0.document, start: $0.start, end: $0.end, text: $0.text.inPieces, rule: $0.rule
        )
      }
    }
    return copy
  }
}

extension String {
  /// The letters of these tests, decomposed.
  fileprivate var inPieces: String {
    let marks = [
      "ô": "o\u{302}", "â": "a\u{302}", "ệ": "e\u{323}\u{302}", "ạ": "a\u{323}", "í": "i\u{301}",
      "à": "a\u{300}", "ộ": "o\u{323}\u{302}", "ồ": "o\u{302}\u{300}",
    ]
    return unicodeScalars.map { marks[String($0)] ?? String($0) }.joined()
  }
}
