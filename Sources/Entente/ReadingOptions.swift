public import EntenteGraph
public import EntenteModel

/// How sources are read.
public struct ReadingOptions: Hashable, Sendable {
  /// Folders of knowledge beside the built-in pack; their entries win over its own.
  public var packs: [String]
  /// What the user decided about names and events.
  public var decisions: Decisions
  /// A picture of an earlier run, edited by hand: its edits go into the new one; see ``Outcome/edited(_:)``.
  public var edited: EditedDrawing?
  /// The path of a CSV file `file,date,title,url,source` about single documents.
  public var metadata: String?
  /// The day of publication of every document that tells none.
  public var date: PartialDate?
  /// How many documents are read at once; nil for as many as there are cores. The result does not depend on it.
  public var jobs: Int?
  /// A larger file is refused: 64 MB unless told otherwise.
  public var maximumBytes: Int

  public init(
    packs: [String] = [], decisions: Decisions = .none, metadata: String? = nil,
    date: PartialDate? = nil, jobs: Int? = nil, maximumBytes: Int = 64 << 20
  ) {
    self.packs = packs
    self.decisions = decisions
    self.metadata = metadata
    self.date = date
    self.jobs = jobs
    self.maximumBytes = maximumBytes
  }
}
