internal import EntenteKnowledge
internal import EntenteModel

/// The pack's persons by the words of their names.
struct PersonIndex: Sendable {
  /// The hash of a folded name word → indices of the persons who bear it.
  let byWord: [UInt32: [UInt32]]

  init(_ knowledge: Knowledge) {
    var byWord: [UInt32: [UInt32]] = [:]
    for index in 0..<knowledge.entityCount {
      let entity = knowledge.entity(index)
      guard entity.kind == .person else { continue }
      for name in [entity.name] + entity.aliases {
        for word in Tokenizer.words(of: name) {
          var hash: UInt32 = 2_166_136_261
          for byte in word.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
          if byWord[hash]?.contains(index) != true { byWord[hash, default: []].append(index) }
        }
      }
    }
    self.byWord = byWord
  }
}
