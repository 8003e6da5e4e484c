import EntenteModel

/// Whether confidence means what it says: of the edges with a confidence of nine in ten, nine in ten should be right.
///
/// Reliability in bins, as for weather forecasts (Murphy and Winkler, 1977).
public struct Calibration: Hashable, Sendable {
  /// Edges whose confidence lies in one bin, or that rest on the same.
  public struct Row: Hashable, Sendable {
    public let name: String
    /// How many there are.
    public internal(set) var edges = 0
    /// How many of them the annotations have.
    public internal(set) var right = 0
    /// The sum of their confidences.
    public internal(set) var sum = 0.0

    /// The share that is right; 0 where there are no edges.
    public var share: Double { edges == 0 ? 0 : Double(right) / Double(edges) }

    /// The mean confidence; 0 where there are no edges.
    public var confidence: Double { edges == 0 ? 0 : sum / Double(edges) }
  }

  /// From the least confidence to the greatest; empty bins too.
  public private(set) var bins: [Row]
  /// By type, rule of a relation, and whether the country of the edge's source is known.
  public private(set) var groups: [Row]
  /// All edges, and those of at least 0.9.
  public let all: Row
  public let sure: Row
  /// The mean of the squared differences between confidence and truth (Brier, 1950); 0 is best.
  public let brier: Double

  /// Lower ends of the bins, in hundredths.
  private static let borders = [0, 50, 60, 70, 80, 85, 90, 95]

  init(_ edges: [JudgedEdge]) {
    bins = Calibration.borders.enumerated().map { i, border in
      let next = i + 1 < Calibration.borders.count ? Calibration.borders[i + 1] - 1 : 100
      return Row(
        name: "\(Decimals.text(Double(border) / 100, places: 2))–"
          + Decimals.text(Double(next) / 100, places: 2))
    }
    var (all, sure) = (Row(name: "all"), Row(name: "0.90 and above"))
    var rows: [String: Row] = [:]
    var squares = 0.0
    for edge in edges {
      let count = Hundredths.count(edge.confidence)
      let bin = Calibration.borders.lastIndex { $0 <= count } ?? 0
      bins[bin].add(edge)
      all.add(edge)
      if count >= 90 { sure.add(edge) }
      rows[edge.group, default: Row(name: edge.group)].add(edge)
      let error = edge.confidence - (edge.isRight ? 1 : 0)
      squares += error * error
    }
    (self.all, self.sure) = (all, sure)
    groups = rows.values.sorted { $0.name < $1.name }
    brier = edges.isEmpty ? 0 : squares / Double(edges.count)
  }
}

extension Calibration.Row {
  mutating func add(_ edge: JudgedEdge) {
    edges += 1
    right += edge.isRight ? 1 : 0
    sum += edge.confidence
  }
}

/// An edge that an article states, and whether its annotation has it.
struct JudgedEdge: Hashable, Sendable {
  let confidence: Double
  let isRight: Bool
  /// What its confidence rests on: `leads title, country known`.
  let group: String

  init(_ edge: Edge, isRight: Bool, source: Node?) {
    confidence = edge.confidence
    self.isRight = isRight
    let isKnown = source.map { $0.country != nil || $0.kind == .country } ?? false
    let rule = edge.type.isSide ? nil : edge.evidence.first?.rule
    let body = edge.type == .participant && source?.kind != .person ? "no person" : nil
    let words = [edge.type.rawValue, rule, body].compactMap { $0 }
    group = words.joined(separator: " ") + (isKnown ? ", country known" : ", country unknown")
  }
}

extension Scorecard {
  /// Compares the confidence of relations and of sides with whether the annotations have them.
  ///
  /// An edge that an annotation calls optional is not counted, nor is one that only a pack says. A side is right where
  /// its event is a marked one, by half of the sides, and the marked one has it too.
  public var calibration: Calibration { Calibration(documents.flatMap(\.judged)) }
}

/// Prints how far confidence can be believed.
public struct CalibrationFormatter: Sendable {
  public init() {}

  /// ```
  /// confidence       edges  right  share  mean confidence
  /// 0.90–0.94          105     99  0.943  0.929
  /// ```
  public func format(_ calibration: Calibration) -> String {
    var text = "confidence" + pad("", 24) + "edges  right  share  mean confidence\n"
    for row in calibration.bins { text += line(row) }
    text += line(calibration.sure) + line(calibration.all)
    text += "Brier score " + Decimals.text(calibration.brier, places: 3) + "\n\n"
    text += "what it rests on\n"
    for row in calibration.groups { text += line(row) }
    return text
  }

  private func line(_ row: Calibration.Row) -> String {
    let share = row.edges == 0 ? "    –" : Decimals.text(row.share, places: 3)
    let mean = row.edges == 0 ? "    –" : Decimals.text(row.confidence, places: 3)
    return row.name + String(repeating: " ", count: max(1, 34 - row.name.count))
      + pad("\(row.edges)", 5) + "  " + pad("\(row.right)", 5) + "  \(share)  \(mean)\n"
  }

  private func pad(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
