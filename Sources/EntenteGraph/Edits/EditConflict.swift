package import EntenteModel

/// An edit that meets a change in the articles: both sides, for a person to decide.
package struct EditConflict: Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// Both changed one thing.
    case both
    /// What was edited is no longer there.
    case gone
    /// What was taken out now says something else.
    case news
    /// The statement has lost the comment that tells what it was.
    case unknown
  }

  package var id: String
  /// The attribute; empty for the whole statement.
  package var attribute: String
  package var reason: Reason
  package var mine: String
  package var theirs: String
  package var place: Diagnostic.Place

  package var diagnostic: Diagnostic {
    let what = attribute.isEmpty ? "“\(id)”" : "the \(attribute) of “\(id)”"
    let (message, hint): (String, String) =
      switch reason {
      case .both:
        (
          "\(what) was edited and has changed in the articles too: yours is \(mine), theirs is \(theirs)",
          "yours stays; to take theirs, remove the decision about it or edit it again"
        )
      case .gone:
        (
          "\(what) was edited, but the articles no longer have it: yours is \(mine)",
          "the edit is left out of the picture; add the node anew, or name what has taken its place"
        )
      case .news:
        (
          "\(what) was taken out, and now says something else: \(theirs)",
          "it stays out; to have it back, remove it from `hide`"
        )
      case .unknown:
        (
          "\(what) has lost the comment //= that tells what it was: yours is \(mine), theirs is \(theirs)",
          "yours stays; leave the comments behind statements as they are"
        )
      }
    return Diagnostic(.warning, code: "edits.conflict", message, at: place, hint: hint)
  }

  /// The line that the DOT bears above the statement.
  package var note: String {
    "conflict" + (attribute.isEmpty ? "" : " in \(attribute)")
      + ": yours is \(mine); theirs is \(theirs)"
  }

  static func shown(_ value: DOTValue?) -> String {
    guard let value else { return "none" }
    let words = value.words
    let text = words.isEmpty ? value.text : words
    return "“" + (text.count > 120 ? text.prefix(120) + "…" : text) + "”"
  }
}
