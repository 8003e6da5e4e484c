/// What a tag means for finding an article on its page.
enum PageTag {
  /// Part of a line: `b`, `span`, and every tag nobody knows.
  case inline
  case link
  case lineBreak
  /// Begins and ends a paragraph: `p`, `div`, `td`.
  case block
  case heading
  /// `h1`: the page's own title, if anything is.
  case title
  case item
  case caption
  /// `article`
  case article
  /// `main`
  case main
  /// `form` and `header`: often around a menu, and sometimes around everything.
  case wrapper
  /// `nav`, `footer`, `aside`: beside the article.
  case beside
  /// Never the article's words: `script`, `button`, `svg`.
  case silent
  /// Lines are the author's.
  case preformatted
  case time

  init(_ name: String) {
    self = PageTag.known[name] ?? .inline
  }

  private static let known: [String: PageTag] = {
    var known: [String: PageTag] = [
      "a": .link, "br": .lineBreak, "h1": .title, "article": .article, "main": .main,
      "figcaption": .caption, "caption": .caption, "pre": .preformatted, "time": .time,
      "form": .wrapper, "header": .wrapper,
    ]
    let groups: [(PageTag, [String])] = [
      (
        .block,
        [
          "p", "div", "td", "th", "tr", "table", "tbody", "thead", "tfoot", "section", "blockquote",
          "ul", "ol", "dl", "figure", "body", "html", "center", "address", "hr", "hgroup",
          "details", "summary", "fieldset", "picture", "img", "video",
        ]
      ),
      (.heading, ["h2", "h3", "h4", "h5", "h6"]),
      (.item, ["li", "dt", "dd"]),
      (.beside, ["nav", "footer", "aside", "menu", "dialog"]),
      (
        .silent,
        [
          "script", "style", "noscript", "template", "svg", "math", "canvas", "object", "applet",
          "iframe", "button", "select", "option", "textarea", "datalist", "noframes", "noembed",
          "audio", "map", "head", "title", "label", "input",
        ]
      ),
    ]
    for (tag, names) in groups { for name in names { known[name] = tag } }
    return known
  }()
}
