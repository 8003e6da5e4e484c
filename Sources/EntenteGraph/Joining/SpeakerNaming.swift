package import EntenteModel

/// Gives the speakers of quotations their ids in the graph.
///
/// Inside a reading a speaker is a number; who was left out of the graph by a decision keeps the words alone.
struct SpeakerNaming {
  private let entities: Entities

  init(_ entities: Entities) { self.entities = entities }

  func apply(to set: inout SourceSet) {
    set.change { readings in
      for d in readings.indices {
        readings[d].changeSpeakers { speaker in
          guard let number = speaker.number else { return speaker }
          return speaker.named(entities.node(d, number).map { entities.nodes[$0].id })
        }
      }
    }
  }
}

extension Reading {
  /// Changes who speaks in all quotations that have a speaker.
  package mutating func changeSpeakers(_ change: (Evidence.Speaker) -> Evidence.Speaker) {
    func changed(_ evidence: inout [Evidence]) {
      for i in evidence.indices {
        guard let speaker = evidence[i].speaker else { continue }
        evidence[i] = evidence[i].said(by: change(speaker))
      }
    }
    for r in relations.indices { changed(&relations[r].evidence) }
    for e in events.indices {
      changed(&events[e].evidence)
      for p in events[e].participants.indices { changed(&events[e].participants[p].evidence) }
    }
  }
}
