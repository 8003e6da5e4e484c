import EntenteModel

/// A diagram with a place for everything. Points of 1/72 inch, the origin at the top left, y
/// downwards.
package struct Picture: Sendable {
  package struct Point: Hashable, Sendable {
    package var x: Double
    package var y: Double
  }

  package struct Box: Hashable, Sendable {
    package var x: Double
    package var y: Double
    package var width: Double
    package var height: Double

    var right: Double { x + width }
    var bottom: Double { y + height }
    var middle: Double { y + height / 2 }
  }

  /// Lines of text, each of one or two kinds of type.
  package struct Text: Hashable, Sendable {
    package struct Run: Hashable, Sendable {
      package var text: String
      package var style: TypeStyle
    }
    package var lines: [[Run]] = []

    var height: Double {
      zip(lines, struts).reduce(0) { total, line in
        total + max(line.0.map(\.style.size).max() ?? 0, line.1) * 1.17
      }
    }

    /// For each line the size in points that a Latin line of the same height has, where it needs more
    /// height than its own letters give: for tall letters, and for room below those of the line before.
    /// Whole, as Graphviz takes it; else 0.
    var struts: [Double] {
      var wasTall = false
      return lines.map { line in
        let isTall = line.contains { run in
          run.text.unicodeScalars.contains { Script.isTall($0.value) }
        }
        defer { wasTall = isTall }
        let factor = (isTall ? 1.35 : 1) + (wasTall ? 0.2 : 0)
        return factor > 1 ? ((line.map(\.style.size).max() ?? 0) * factor).rounded() : 0
      }
    }
    var width: Double {
      lines.map { line in
        line.reduce(0) {
          $0 + TextMetrics.width(of: $1.text, size: $1.style.size, bold: $1.style.isBold)
        }
      }.max() ?? 0
    }
  }

  /// The type used; the sizes are the least that stay legible when the picture is printed 170 mm
  /// wide.
  package enum TypeStyle: Hashable, Sendable {
    case title, subtitle, bank, name, detail, note

    package var size: Double {
      switch self {
      case .title: 14
      case .bank: 10
      case .name: 9
      case .subtitle, .detail, .note: 8
      }
    }
    package var isBold: Bool { self == .title || self == .bank || self == .name }
  }

  package struct Panel: Sendable {
    package var id: String
    package var title: Text
    package var titleBox: Box
    package var box: Box
    package var tint: Int
    package var bank: Int
    package var cards: [Placed]
  }

  /// A card or an event where it stands.
  package struct Placed: Sendable {
    /// Its place in the bank's `cards` or in the diagram's `events`.
    package var index: Int
    package var box: Box
    package var text: Text
  }

  package struct Sample: Sendable {
    package var key: LegendKey
    package var box: Box
    package var textBox: Box
    package var text: Text
  }

  package var width: Double
  package var height: Double
  package var title: (text: Text, box: Box)
  package var note: (text: Text, box: Box)?
  package var panels: [Panel]
  package var events: [Placed]
  /// By the place in the diagram's `frames`.
  package var frames: [Box]
  /// By the place in the diagram's `lines`: a start and Bézier pieces of three points each.
  package var paths: [[Point]]
  package var legend: [Sample]
}

/// What the strip at the foot explains.
package enum LegendKey: String, Hashable, Sendable, CaseIterable {
  case person, body, place, visit, meeting, agreement, announced, other, mayBeSame
  case new, gone, changed

  /// In plain words.
  var words: String {
    switch self {
    case .person: "person"
    case .body: "party, ministry or other body"
    case .place: "province or place"
    case .visit: "visit"
    case .meeting: "meeting"
    case .agreement: "agreement"
    case .announced: "announced, not reported as done"
    case .other: "received, or signed for a side"
    case .mayBeSame: "may be one and the same"
    case .new: "new"
    case .gone: "gone"
    case .changed: "changed, as it says"
    }
  }

  /// What a diagram uses, in the order of the strip.
  package static func used(in diagram: Diagram) -> [LegendKey] {
    let shapes = Set(diagram.banks.flatMap(\.cards).map(\.shape))
    let kinds = Set(diagram.events.map(\.kind))
    let meanings = Set(diagram.lines.map(\.meaning))
    let changes = Set(
      diagram.banks.flatMap(\.cards).compactMap(\.mark?.change)
        + diagram.events.compactMap(\.mark?.change) + diagram.lines.compactMap(\.mark?.change))
    return allCases.filter { key in
      switch key {
      case .person: shapes.contains(.person)
      case .body: shapes.contains(.body)
      case .place: shapes.contains(.place)
      case .visit: kinds.contains(.visit)
      case .meeting: kinds.contains(.meeting)
      case .agreement: kinds.contains(.agreement)
      case .announced: diagram.events.contains(where: \.isAnnounced)
      case .other: meanings.contains(.other)
      case .mayBeSame: meanings.contains(.mayBeSame)
      case .new: changes.contains(.new)
      case .gone: changes.contains(.gone)
      case .changed: changes.contains(.changed)
      }
    }
  }
}
