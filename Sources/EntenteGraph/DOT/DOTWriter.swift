import EntenteModel

/// Writes a ``DOTDocument`` as bytes: UTF-8, one statement a line, every node's name and every
/// value quoted.
package struct DOTWriter {
  private var bytes: [UInt8] = []
  private var depth = 0

  private init() {}

  /// The file, with its stamp: see ``DOTStamp``.
  package static func write(_ document: DOTDocument) -> [UInt8] {
    var writer = DOTWriter()
    for remark in document.remarks { writer.write(remark: remark) }
    writer.line("digraph \"entente\" {")
    writer.depth = 1
    for attribute in document.attributes {
      writer.indent()
      writer.write(attribute)
      writer.end()
    }
    for statement in document.statements { writer.write(statement) }
    if !document.articles.isEmpty {
      writer.write(remark: "The articles: document, outlet, day of publication, address")
    }
    for article in document.articles { writer.line(DOTArticles.line(article)) }
    writer.depth = 0
    writer.line("}")
    return DOTStamp.stamped(writer.bytes)
  }

  private mutating func write(_ statement: DOTStatement) {
    switch statement {
    case .node(let id, let attributes, let evidence):
      indent()
      bytes += DOTText.quoted(id)
      write(list: attributes)
      write(evidence)
    case .edge(let tail, let head, let attributes, let evidence):
      indent()
      bytes += DOTText.quoted(tail)
      bytes += " -> ".utf8
      bytes += DOTText.quoted(head)
      write(list: attributes)
      write(evidence)
    case .defaults(let what, let attributes):
      indent()
      bytes += what.utf8
      write(list: attributes)
    case .group(let name, let statements):
      indent()
      bytes += "subgraph ".utf8
      if let name {
        bytes += DOTText.quoted(name)
        bytes.append(0x20)
      }
      bytes += "{\n".utf8
      depth += 1
      for inner in statements { write(inner) }
      depth -= 1
      line("}")
    case .remark(let text):
      write(remark: text)
    }
  }

  private mutating func write(list attributes: [DOTAttribute]) {
    bytes += " [".utf8
    for (i, attribute) in attributes.enumerated() {
      if i > 0 { bytes += ", ".utf8 }
      write(attribute)
    }
    bytes += "]".utf8
    end()
  }

  private mutating func write(_ attribute: DOTAttribute) {
    // Names of attributes are ours: words that need no quotation marks.
    bytes += "\(attribute.name)=".utf8
    switch attribute.value {
    case .plain(let text): bytes += DOTText.quoted(text)
    case .text(let text): bytes += DOTText.escaped(text)
    case .html(let label): bytes += "<\(label)>".utf8
    }
  }

  private mutating func write(_ evidence: [Evidence]) {
    for line in DOTEvidence.lines(evidence) {
      indent()
      bytes += line.utf8
      bytes.append(0x0A)
    }
  }

  private mutating func write(remark: String) {
    for part in DOTText.visible(remark).split(separator: "\n", omittingEmptySubsequences: false) {
      indent()
      bytes += (part.isEmpty ? "//" : "// \(part)").utf8
      bytes.append(0x0A)
    }
  }

  private mutating func indent() {
    bytes += repeatElement(0x20, count: depth * 2)
  }

  private mutating func end() { bytes += ";\n".utf8 }

  private mutating func line(_ text: String) {
    indent()
    bytes += text.utf8
    bytes.append(0x0A)
  }
}
