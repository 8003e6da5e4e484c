package import EntenteModel

/// A picture before anything has a place: who stands on which bank, what happened between them, in
/// what order.
package struct Diagram: Hashable, Sendable {
  package var title: String
  /// The counts of what is drawn.
  package var subtitle: String
  /// Where it comes from and what is left out; paragraphs.
  package var note: [String]
  package var banks: [Bank]
  /// Oldest first; those of one frame stand together.
  package var events: [EventBox]
  package var frames: [Frame]
  package var lines: [Line]
  /// Where things stood in an earlier picture, to be drawn there again.
  package var kept: KeptLayout? = nil
  /// The way in which it is laid out.
  package var view = ViewName.banks
  /// Who stands in the centre; stands on no bank then.
  package var focus: Card?
  /// The bank that it was taken from.
  package var focusBank = ""
  /// What is drawn as one or left out for want of room; a sentence each.
  package var givenUp: [String] = []

  /// The entities of one country, or those whose country is not known.
  package struct Bank: Hashable, Sendable {
    /// The country's id, or `bank.` and a word where there is none.
    package var id: String
    package var title: String
    /// True where the country itself takes part in an event, so that lines end at its name.
    package var isSide: Bool
    package var cards: [Card]
    /// Statements about the country itself.
    package var evidence: [Evidence]
  }

  /// An entity, or several drawn as one.
  package struct Card: Hashable, Sendable {
    package enum Shape: String, Sendable, CaseIterable { case person, body, place }

    /// The id of the node that it stands for; for several, of the first.
    package var id: String
    package var kind: Kind
    package var shape: Shape
    package var name: String
    /// What follows the name on its line, in plain type.
    package var suffix: String
    /// The office held, the organ that acted; each a paragraph below the name.
    package var detail: [String]
    package var tooltip: String
    /// Ids of all nodes that it stands for.
    package var members: [String]
    package var evidence: [Evidence]
    /// How it changed, where that is asked for.
    package var mark: DiagramMark? = nil
  }

  /// An event, or several equal agreements of one side.
  package struct EventBox: Hashable, Sendable {
    /// The id of the event; of several, `bundle.` and the first one's.
    package var id: String
    package var kind: Kind
    package var title: String
    package var detail: [String]
    /// True where no article reports that it took place.
    package var isAnnounced: Bool
    package var tooltip: String
    package var url: String?
    package var members: [String]
    package var evidence: [Evidence]
    /// How it changed, where that is asked for.
    package var mark: DiagramMark? = nil
    /// Its first day; of an undated event inside a visit, the visit's.
    package var date: PartialDate?
    /// The last day of what lasted longer.
    package var end: PartialDate?
  }

  /// A visit with the events that were part of it.
  package struct Frame: Hashable, Sendable {
    /// The id of the visit, which is the first of `events`.
    package var id: String
    /// Ids of the event boxes inside.
    package var events: [String]
  }

  /// A line from a card, or a bank's name, to an event; or between two events.
  package struct Line: Hashable, Sendable {
    package enum Meaning: Hashable, Sendable {
      /// Took part.
      case side
      /// Received, or signed for a side.
      case other
      /// The two events may be one.
      case mayBeSame
    }

    package var id: String
    package var from: String
    package var to: String
    package var meaning: Meaning
    /// The event's kind, which gives the colour.
    package var kind: Kind
    package var isDashed: Bool
    package var tooltip: String
    package var evidence: [Evidence]
    /// How it changed, where that is asked for.
    package var mark: DiagramMark? = nil
    /// How many events it stands for.
    package var weight = 1
  }
}
