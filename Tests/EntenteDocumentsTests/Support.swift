import EntenteDocuments
import EntenteModel

/// What becomes of a text that comes as a file of that name.
func load(
  _ text: String, as id: String = "a.txt", metadata: MetadataRow? = nil,
  options: LoadOptions = LoadOptions()
) -> LoadedDocument {
  load(Array(text.utf8), as: id, metadata: metadata, options: options)
}

func load(
  _ bytes: [UInt8], as id: String = "a.txt", metadata: MetadataRow? = nil,
  options: LoadOptions = LoadOptions()
) -> LoadedDocument {
  SourceLoader(options).load(SourceEntry(id: id, origin: .bytes(bytes), metadata: metadata))
}

/// `role: text` for each block.
func parts(_ document: LoadedDocument) -> [String] {
  guard let article = document.article else { return [] }
  return article.blocks.map { block in
    let text = String(decoding: article.text[block.start..<block.end], as: UTF8.self)
    return "\(block.role.rawValue): \(text)"
  }
}

func parts(_ text: String) -> [String] { parts(load(text)) }

func codes(_ document: LoadedDocument) -> [String] { document.notes.map(\.code) }

/// A paragraph of English prose, for texts that need some.
let prose = "The two ministers met in Oslo on Friday and agreed to talk again in the spring."
