package import EntenteModel

/// One document to be, found but not read yet.
package struct SourceEntry: Hashable, Sendable {
  /// The document's id, composed and free of control characters; no two entries of a list share one.
  package var id: String
  package var origin: Origin
  /// What the metadata table says of it.
  package var metadata: MetadataRow?

  /// Where its bytes are.
  package enum Origin: Hashable, Sendable {
    /// A regular file, by a path that can be opened.
    case file(String)
    /// Bytes already here: standard input, a pipe, an embedding program's text.
    case bytes([UInt8])
    /// One line of a file of JSON lines.
    case record(RecordPlace)
    /// A graph that Entente wrote, by its path; it stands in for its sources.
    case graph(String)
    /// Nothing to read, and why.
    case refused(Diagnostic)
  }

  /// Where a line of JSON is.
  package struct RecordPlace: Hashable, Sendable {
    /// The id that its file would have as a document, for messages.
    package var file: String
    /// From 1.
    package var line: Int
    package var bytes: Bytes

    package enum Bytes: Hashable, Sendable {
      /// In a file, so that not all lines are held at once.
      case file(String, Range<Int>)
      /// Already here, as it came through a pipe.
      case here([UInt8])
    }
  }

  package init(id: String, origin: Origin, metadata: MetadataRow? = nil) {
    self.id = id
    self.origin = origin
    self.metadata = metadata
  }
}

/// What the given paths hold.
package struct SourceList: Sendable {
  /// In byte order of id, whatever the order of the paths.
  package var entries: [SourceEntry] = []
  /// What was passed over: hidden files, a file given twice, a metadata row without a file.
  package var notes: [Diagnostic] = []
  /// Paths that cannot be read at all, such as a misspelt one.
  package var faults: [Diagnostic] = []
}
