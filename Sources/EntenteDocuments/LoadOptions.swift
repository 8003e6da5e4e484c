package import EntenteModel

/// What a run says about its sources as a whole.
package struct LoadOptions: Sendable {
  /// What a table says of single files; used where a text lacks it.
  package var metadata: [MetadataRow]
  /// The day of publication of every text that tells none, nor its metadata.
  package var date: PartialDate?
  /// A larger file is refused before it is read: 64 MB unless told otherwise, as a news article has some kilobytes.
  package var maximumBytes: Int
  /// The codes of the languages that there is a pack for.
  package var languages: Set<String>

  package init(
    metadata: [MetadataRow] = [], date: PartialDate? = nil, maximumBytes: Int = 64 << 20,
    languages: Set<String> = ["en"]
  ) {
    self.metadata = metadata
    self.date = date
    self.maximumBytes = maximumBytes
    self.languages = languages
  }
}
