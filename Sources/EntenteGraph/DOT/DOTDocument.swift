package import EntenteModel

/// A DOT file as statements, written one a line.
package struct DOTDocument: Sendable {
  /// The graph's own attributes.
  package var attributes: [DOTAttribute] = []
  package var statements: [DOTStatement] = []
  /// Lines at the head, for whoever opens the file; without the leading `//`.
  package var remarks: [String] = []
  /// The articles quoted, as comments at the end: see ``DOTArticles``.
  package var articles: [DocumentRecord] = []

  package init() {}
}

/// A name and its value.
package struct DOTAttribute: Sendable {
  package enum Value: Sendable {
    /// Ours, not data: a shape, a colour, a number, a name of a node.
    case plain(String)
    /// Data that a reader sees: a tooltip, a label.
    case text(String)
    /// An HTML-like label, made with ``DOTText/html(_:)`` for every piece of data in it.
    case html(String)
    /// As somebody else wrote it: written as it stands.
    case given(DOTValue)
  }

  /// A word of letters that is no keyword of DOT; never data.
  package var name: String
  package var value: Value

  package init(_ name: String, _ value: Value) {
    self.name = name
    self.value = value
  }

  /// A plain value.
  package init(_ name: String, _ value: String) { self.init(name, .plain(value)) }
  /// A number of points or inches, with three decimals at most.
  package init(_ name: String, _ value: Double) { self.init(name, .plain(DOTNumber.text(value))) }
}

/// One statement of a DOT file.
package indirect enum DOTStatement: Sendable {
  case node(String, [DOTAttribute], evidence: [Evidence] = [])
  case edge(String, String, [DOTAttribute], evidence: [Evidence] = [])
  /// What all later `node`, `edge` or `graph` statements of the enclosing braces start from.
  case defaults(String, [DOTAttribute])
  /// With a name, or nil for one that only holds defaults.
  case group(String?, [DOTStatement])
  /// A remark for whoever reads the file.
  case remark(String)
  /// A line of `//?`: a conflict to look at.
  case note(String)
}

extension DOTStatement {
  /// How reports and decisions call the statement that sets what the nodes or edges of a group, or
  /// the group itself, start from.
  package static func defaultsID(_ what: String, in group: String) -> String {
    switch (what, group.isEmpty) {
    case ("graph", true): "the graph"
    case ("graph", false): group
    case (_, true): "every \(what)"
    case (_, false): "every \(what) in \(group)"
    }
  }

  /// How an edge is called; the second and later ones between the same ends bear a number.
  package static func edgeID(_ tail: String, _ head: String, number: Int = 1) -> String {
    "\(tail)--\(head)" + (number > 1 ? "#\(number)" : "")
  }
}

/// Numbers as DOT takes them, the same in every locale.
package enum DOTNumber {
  /// At most three decimals, none where the number is whole.
  package static func text(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "0" }
    let scaled = Int((value * 1000).rounded())
    let sign = scaled < 0 ? "-" : ""
    let whole = sign + String(scaled.magnitude / 1000)
    let thousandths = scaled.magnitude % 1000
    guard thousandths > 0 else { return whole }
    // A 1 before the three digits keeps their zeros.
    var digits = 1000 + thousandths
    while digits % 10 == 0 { digits /= 10 }
    return whole + "." + String(digits).dropFirst()
  }
}
