import EntenteModel

extension Words {
  /// The words as Markdown (CommonMark with the tables of GitHub and pandoc), for a page beside the
  /// picture.
  ///
  /// No text from an article becomes markup, a link or HTML: see ``MarkdownText``. Links lead only
  /// to the addresses of articles, http or https.
  ///
  /// - Parameter anchors: goes before the id of each event in a mark that links can lead to, `<a id>`;
  ///   nil for no marks.
  public func markdown(anchors: String? = nil) -> String {
    var out = "# \(MarkdownText.escaped(title.isEmpty ? "Diagram" : title))\n\n"
    out += "## Alternative text\n\n\(MarkdownText.escaped(alternative, beginsLine: true))\n\n"
    out += "## Description\n"
    if !summary.isEmpty {
      out += "\n" + MarkdownText.escaped(summary.joined(separator: " "), beginsLine: true) + "\n"
    }
    for chapter in chapters {
      if let anchors {
        out += "\n"
        for event in chapter.events {
          out += "<a id=\"\(DOTAddress.encoded(anchors + event))\"></a>"
        }
        out += "\n"
      }
      out += "\n### \(MarkdownText.escaped(chapter.heading))\n\n"
      out += MarkdownText.escaped(chapter.sentences.joined(separator: " "), beginsLine: true) + "\n"
    }
    if !notes.isEmpty {
      out += "\n## Notes\n"
      for note in notes { out += "\n" + MarkdownText.escaped(note, beginsLine: true) + "\n" }
    }
    out += "\n## Evidence\n\n"
    guard !evidence.isEmpty else { return out + "There is no statement, and so no quotation.\n" }
    out += "| Statement | Quotation | Source | Date | Link |\n"
    out += "|:--------------|:-----------------------|:---------|:-----|:----|\n"
    for row in evidence {
      let cells = [
        MarkdownText.escaped(row.statement),
        row.quotation.map { MarkdownText.escaped($0) + MarkdownText.remark(row.speaker) } ?? "none",
        MarkdownText.escaped(row.source),
        row.date?.description ?? "not stated",
        row.url.map { "[article](<\($0)>)" } ?? "none",
      ]
      out += "| " + cells.joined(separator: " | ") + " |\n"
    }
    return out
  }
}

/// Text made safe for Markdown.
enum MarkdownText {
  /// ` — said by X`, where somebody is quoted for it.
  static func remark(_ speaker: String?) -> String {
    speaker.map { " — said by \(escaped($0))" } ?? ""
  }

  /// One line in which nothing is markup: characters with a meaning get a backslash, addresses are
  /// no links, invisible characters are gone.
  ///
  /// - Parameter beginsLine: true where a number or sign at the start could begin a list or heading.
  static func escaped(_ text: String, beginsLine: Bool = false) -> String {
    let line = Words.line(text)
    var out = ""
    out.reserveCapacity(line.utf8.count + 8)
    var isStart = beginsLine
    var digits = false
    var last: Character = " "
    for character in line {
      switch character {
      // As entities, since not every reader of Markdown knows a backslash there.
      case "<", ">", "&":
        out += character == "<" ? "&lt;" : character == ">" ? "&gt;" : "&amp;"
        (last, isStart, digits) = (character, false, false)
        continue
      case "\\", "`", "*", "_", "[", "]", "|", "~", "$", "^", "@", "{", "}":
        out.append("\\")
      // `https://…` and `www.…` would become links by themselves.
      case "/" where last == ":": out.append("\\")
      case "." where digits || out.suffix(3).lowercased() == "www": out.append("\\")
      case ")" where digits: out.append("\\")
      case "#", "+", "-", "=", ":", "%": if isStart { out.append("\\") }
      default: break
      }
      digits = character.isASCII && character.isNumber && (isStart || digits)
      isStart = false
      out.append(character)
      last = character
    }
    return BidiText.settled(out)
  }
}
