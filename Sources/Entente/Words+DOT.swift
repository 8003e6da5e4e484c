public import EntenteGraph
public import EntenteModel

extension Words {
  /// A DOT file in words, edited or not: names, texts and lines as they stand in it, quotations and
  /// articles from its comments.
  ///
  /// - Parameter file: what messages call the bytes.
  /// - Throws: where the bytes are no DOT, with line and column.
  public init(editedDOT dot: [UInt8], file: String = "the DOT text") throws(EntenteError) {
    try self.init(dot: dot, file: file)
  }
}
