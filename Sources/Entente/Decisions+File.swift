public import EntenteGraph
public import EntenteModel
import EntentePackCompiler

extension Decisions {
  /// Reads decisions from YAML:
  ///
  /// ```yaml
  /// same:
  ///   - [Tô Lâm, the Party chief]      # each list is one thing
  /// different:
  ///   - [Hun Sen, Hun Manet]           # no two of a list are one thing
  /// rename: {National Assembly: Cambodian parliament}
  /// drop: [Jane Doe]                   # left out, with every line to it
  /// ```
  ///
  /// `docs/decisions.md` describes every key.
  ///
  /// - Throws: every fault of the file at once, with its line and column.
  public init(contentsOf path: String) throws(EntenteError) {
    let file = try DecisionsReader.read(path)
    self.init(
      same: file.same, sameEvent: file.sameEvent, different: file.different,
      rename: file.rename.map { Rename(from: $0.name, to: $0.value) }, drop: file.drop,
      dropEdge: file.dropEdge.map(EdgeName.init), keepEdge: file.keepEdge.map(EdgeName.init),
      status: file.status.map { Change($0.name, $0.value) },
      date: file.date.map { Change($0.name, Days($0.value.first, to: $0.value.last)) },
      kind: file.kind.map { Change($0.name, Kind($0.value)) })
    origins.places = file.places
    edits = Edits(file.edits)
  }
}

extension Decisions.EdgeName {
  fileprivate init(_ name: DecisionsFile.EdgeName) {
    self.init(from: name.from, type: name.type.map { EdgeType($0) }, to: name.to)
  }
}

/// Tells whether a DOT file that stands where a new one is to go holds a person's work.
package enum DOTOwnership {
  /// Why it must not be overwritten, as a sentence; nil where Entente wrote it and nobody changed it.
  package static func objection(to bytes: [UInt8]) -> String? {
    guard !bytes.isEmpty else { return nil }
    return switch DOTStamp.isEdited(bytes) {
    case false?: nil
    case true?: "it was changed since Entente wrote it"
    case nil: "it is not a file that Entente wrote"
    }
  }
}
