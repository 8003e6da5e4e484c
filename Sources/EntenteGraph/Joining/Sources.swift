import EntenteModel

/// The readings in canonical order, one for each document.
struct SourceSet {
  private(set) var readings: [Reading]
  /// For each document the id of the first one that it repeats, or its own.
  let sources: [String]
  var diagnostics: [Diagnostic] = []

  init(_ readings: [Reading]) {
    var byID: [String: Reading] = [:]
    for reading in readings {
      guard let other = byID[reading.document.id] else {
        byID[reading.document.id] = reading
        continue
      }
      guard other != reading else { continue }
      if other.document.sha256 != reading.document.sha256 {
        diagnostics.append(
          Diagnostic(
            .warning, code: "joining.one-id",
            "Two documents have the id “\(other.document.id)”; only one of them is used.",
            at: .init(file: other.document.id), hint: "Give each document an id of its own."))
      }
      byID[reading.document.id] = SourceSet.richer(other, reading)
    }
    let ordered = byID.sorted { $0.key < $1.key }.map(\.value)
    self.readings = ordered
    sources = ordered.map { reading in
      var id = reading.document.id
      var seen: Set<String> = [id]
      while let next = byID[id]?.document.nearCopyOf, seen.insert(next).inserted { id = next }
      return id
    }
    diagnostics = Array(Set(diagnostics)).sorted { $0.message < $1.message }
  }

  /// Changes the readings; each stays that of its document.
  mutating func change(_ body: (inout [Reading]) -> Void) { body(&readings) }

  /// The reading that says more; what decides a tie is no matter, as long as it is always the same.
  private static func richer(_ a: Reading, _ b: Reading) -> Reading {
    func weight(_ reading: Reading) -> (Int, Int, Int, String) {
      (
        reading.events.count, reading.entities.count, reading.relations.count,
        reading.document.sha256 + reading.entities.map(\.key).joined(separator: " ")
      )
    }
    return weight(a) < weight(b) ? b : a
  }
}
