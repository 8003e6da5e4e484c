/// The markup of the report's page: what stands there before its script has run.
struct ExplorerPage {
  let diagram: Diagram
  let policy: String

  /// What every report begins with, so that it is not taken for an article.
  static let start = "<!DOCTYPE html>\n<html lang=\"en\" data-entente=\"report\">"

  /// Up to the style sheet.
  var head: [UInt8] {
    Array(
      """
      \(ExplorerPage.start)
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="referrer" content="no-referrer">
      <meta name="generator" content="Entente">
      <title>\(escaped(diagram.title))</title>

      """.utf8)
  }

  /// From the style sheet up to the picture.
  var top: [UInt8] {
    Array(
      """
      </head>
      <body>
      <a class="skip" href="#views">Skip to the picture and the tables</a>
      <header class="masthead">
      <h1>\(escaped(diagram.title))</h1>
      <p class="counts">\(escaped(diagram.subtitle))</p>
      <noscript><p class="warning">Search, tables and quotations of this page need JavaScript, which is
      switched off here. The picture shows the quotations where the mouse rests.</p></noscript>
      </header>
      <div class="layout">
      <div class="controls" role="search" aria-label="Search and filters">
      <div class="find">
      <label for="query">Search</label>
      <input id="query" type="search" autocomplete="off" spellcheck="false" role="combobox"
      aria-expanded="false" aria-controls="found" aria-autocomplete="list"
      placeholder="Name, alias, office, place">
      <div id="found" role="listbox" aria-label="Matches" hidden></div>
      </div>
      <details id="filters"><summary>Filters<span id="active"></span></summary>
      <div id="facets"></div>
      </details>
      </div>
      <main id="views" tabindex="-1">
      <div class="bar">
      <div id="tabs" role="tablist" aria-label="Views"></div>
      </div>
      <p id="result" role="status"></p>
      <p id="filtered" class="print-only"></p>
      <section id="view-picture" class="view" role="tabpanel" aria-labelledby="tab-picture">
      <div class="zoom" role="group" aria-label="Size of the picture">
      <button type="button" id="smaller" aria-label="Smaller">−</button>
      <button type="button" id="fit">Fit</button>
      <button type="button" id="larger" aria-label="Larger">+</button>
      </div>
      <div id="picture">

      """.utf8)
  }

  /// From the picture up to the data.
  var bottom: [UInt8] {
    var notes = ""
    for paragraph in diagram.note { notes += "<p>\(escaped(paragraph))</p>\n" }
    return Array(
      """
      </div>
      <div class="notes">
      \(notes)</div>
      </section>
      <section id="view-events" class="view" role="tabpanel" aria-labelledby="tab-events" hidden></section>
      <section id="view-entities" class="view" role="tabpanel" aria-labelledby="tab-entities" hidden></section>
      <section id="view-statements" class="view" role="tabpanel" aria-labelledby="tab-statements"
      hidden></section>
      <section id="view-documents" class="view" role="tabpanel" aria-labelledby="tab-documents"
      hidden></section>
      </main>
      <aside id="evidence" aria-label="Evidence" tabindex="-1"></aside>
      </div>
      <footer class="foot">
      <details id="keys"><summary>Keys</summary>
      <dl>
      <dt><kbd>/</kbd></dt><dd>to the search. <label><input type="checkbox" id="slash" checked> on</label></dd>
      <dt><kbd>↓</kbd> <kbd>↑</kbd> <kbd>Enter</kbd></dt><dd>in the search: choose a match and open it</dd>
      <dt><kbd>←</kbd> <kbd>→</kbd></dt><dd>on the tabs: change the view</dd>
      <dt><kbd>←</kbd> <kbd>→</kbd> <kbd>↑</kbd> <kbd>↓</kbd></dt><dd>in the picture: to the next box that
      way; <kbd>Home</kbd> and <kbd>End</kbd> to the first and the last</dd>
      <dt><kbd>Enter</kbd></dt><dd>on a box or a name: show its evidence; every line of a box is listed there</dd>
      <dt><kbd>↑</kbd> <kbd>↓</kbd></dt><dd>in a table: to the next row</dd>
      <dt><kbd>Esc</kbd></dt><dd>closes the evidence and goes back; in the search, clears it</dd>
      </dl>
      </details>
      <p>Made by Entente from the articles quoted. The picture folds and leaves out; the tables hold everything.
      Whether what the articles say is true, Entente does not know.</p>
      </footer>

      """.utf8)
  }

  /// Text as markup shows it, without characters that no one sees.
  private func escaped(_ text: String) -> String {
    var escaped = ""
    for character in DOTText.visible(text).unicodeScalars {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(character)
      }
    }
    return escaped
  }
}
