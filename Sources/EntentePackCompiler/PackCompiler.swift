package import EntenteKnowledge
package import EntenteModel

/// From folders of YAML and TSV to a pack that can be opened.
package enum PackCompiler {
  /// The bytes of a pack of its own. Throws all errors at once.
  package static func compile(_ folders: [String]) throws(EntenteError) -> [UInt8] {
    PackEncoder.encode(try PackReader(folders: folders).checked())
  }

  /// `base` with the entries of `folders` added; they win over those of the base with the same id, or the same
  /// class and text. Throws all errors at once.
  package static func compile(
    adding folders: [String], to base: Knowledge
  ) throws(EntenteError) -> Knowledge {
    guard !folders.isEmpty else { return base }
    var source = PackSource(decoding: base)
    source.merge(try PackReader(folders: folders, base: source, rooted: true).checked())
    return try Knowledge(bytes: PackEncoder.encode(source))
  }

  /// All faults of `folders`, errors and warnings, as they would be added to `base`.
  package static func check(_ folders: [String], base: Knowledge? = nil) -> [Diagnostic] {
    let source = base.map { PackSource(decoding: $0) } ?? PackSource()
    return PackReader(folders: folders, base: source, rooted: true).faults
  }
}
