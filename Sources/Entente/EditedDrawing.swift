import EntenteGraph
public import EntenteModel

/// A DOT file that Entente wrote and a person edited.
///
/// ```swift
/// let drawing = try EditedDrawing(dot: bytes, file: "map.dot")
/// let outcome = try await Pipeline(ReadingOptions(edited: drawing)).read(["articles/"])
/// let picture = outcome.edited(DrawingOptions())
/// ```
public struct EditedDrawing: Hashable, Sendable {
  let content: EditedDOT

  /// Reads a file.
  ///
  /// - Parameter file: what messages call it.
  /// - Throws: where it is no DOT, with every fault's line and column, or Entente did not write it.
  public init(dot: [UInt8], file: String) throws(EntenteError) {
    content = try EditedDOT(dot, file: file)
  }

  /// True where nodes were joined by hand since the file was written.
  var hasNewJoins: Bool { content.newMerges > 0 }

  public static func == (a: EditedDrawing, b: EditedDrawing) -> Bool {
    a.content.bytes == b.content.bytes && a.content.file == b.content.file
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(content.bytes)
    hasher.combine(content.file)
  }
}

extension Decisions {
  /// These decisions and the joins of nodes that an edited picture stands for.
  func merging(_ drawing: EditedDrawing?) -> Decisions {
    guard let drawing else { return self }
    return adding(Decisions(same: drawing.content.same, rename: drawing.content.renames))
  }

  /// These decisions and the joins that an edited picture carries from before.
  func carrying(_ drawing: EditedDrawing) -> Decisions {
    adding(
      Decisions(
        same: drawing.content.same.dropLast(drawing.content.newMerges),
        rename: drawing.content.renames))
  }
}
