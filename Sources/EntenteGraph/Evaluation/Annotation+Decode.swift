public import EntenteModel

extension Annotation {
  /// The kinds of entity that Entente knows without further packs.
  public static let kinds: [Kind] = [
    .person, .party, .ministry, .province, .country, .organization, .place,
  ]

  /// Reads an annotation.
  ///
  /// - Parameters:
  ///   - name: what tables call it.
  ///   - file: what messages call the bytes.
  ///   - kinds: the kinds that entities may have.
  /// - Throws: every fault with its line and column: broken JSON, missing keys, wrong types, ids that are
  ///   given twice or to nothing, unknown kinds, types and statuses.
  public init(
    json: [UInt8], name: String, file: String, kinds: [Kind] = Annotation.kinds
  ) throws(EntenteError) {
    var decoder = AnnotationDecoder(JSONReader(json, file: file, format: "annotation"), kinds)
    do throws(JSONFault) {
      self = decoder.annotation(try JSONParser.parse(json), name: name)
    } catch {
      throw EntenteError(
        code: "annotation.no-json", error.message + ".", at: decoder.reader.place(error.offset),
        hint: "JSON is described in RFC 8259.")
    }
    // Ids are looked up last, but a person mends a file from its first line to its last.
    let faults = decoder.reader.faults.sorted { ($0.place?.offset ?? 0) < ($1.place?.offset ?? 0) }
    guard faults.isEmpty else { throw EntenteError(faults) }
    notes = decoder.reader.notes
  }
}
