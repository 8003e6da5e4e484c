/// What an element's attributes say of its part in the page.
struct PageHints: OptionSet {
  let rawValue: UInt8

  /// Called a menu, a sidebar, a share bar and the like.
  static let beside = PageHints(rawValue: 1)
  static let caption = PageHints(rawValue: 2)
  /// Not shown.
  static let hidden = PageHints(rawValue: 4)
  /// `itemprop="articleBody"`
  static let articleBody = PageHints(rawValue: 8)
  static let main = PageHints(rawValue: 16)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ attributes: [(name: String, value: String)]) {
    self = []
    for (name, value) in attributes {
      switch name {
      case "class", "id": insert(PageHints.named(value))
      case "role":
        if PageHints.rolesBeside.contains(value) { insert(.beside) }
        if value == "main" { insert(.main) }
      case "itemprop": if value.contains("articleBody") { insert(.articleBody) }
      case "hidden": insert(.hidden)
      case "aria-hidden": if value == "true" { insert(.hidden) }
      case "style":
        let style = value.filter { $0 != " " }.lowercased()
        if style.contains("display:none") || style.contains("visibility:hidden") { insert(.hidden) }
      default: break
      }
    }
  }

  private static let rolesBeside: Set<String> = [
    "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog",
    "menu", "menubar", "toolbar", "tablist",
  ]

  /// By the words in a name like `td-relatedPosts__list`.
  private static func named(_ value: String) -> PageHints {
    var hints = PageHints()
    for name in value.split(separator: " ") {
      // WordPress puts every tag of an article into its classes: `tag-newsletter`, `category-comment`.
      if name.hasPrefix("tag-") || name.hasPrefix("category-") { continue }
      for word in words(name) {
        if wordsBeside.contains(word) || stemsBeside.contains(where: word.hasPrefix) {
          hints.insert(.beside)
        }
        if word == "caption" || word == "cutline" { hints.insert(.caption) }
      }
    }
    return hints
  }

  private static func words(_ name: Substring) -> [String] {
    var words: [[UInt8]] = [[]]
    var wasSmall = false
    for byte in name.utf8 {
      let isCapital = (0x41...0x5A).contains(byte)
      let isSmall = (0x61...0x7A).contains(byte)
      if !isCapital && !isSmall || isCapital && wasSmall { words.append([]) }
      if isCapital || isSmall { words[words.count - 1].append(byte | 0x20) }
      wasSmall = isSmall
    }
    return words.filter { !$0.isEmpty }.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Beginnings of such words: `jp-relatedposts`, `sidebar2col`.
  private static let stemsBeside = [
    "related", "recommend", "sharedaddy", "sidebar", "breadcrumb", "newsletter", "advert",
    "sponsor",
  ]

  private static let wordsBeside: Set<String> = [
    "nav", "navbar", "navigation", "menu", "submenu", "megamenu", "footer", "foot", "rail",
    "share", "sharing", "sharebar", "addthis", "addtoany", "social", "comments", "commentlist",
    "disqus", "cookie", "cookies", "consent", "gdpr", "subscribe", "subscription", "signup",
    "promo", "ad", "ads", "adsbox", "banner", "tags", "taglist", "tagcloud", "popular",
    "trending", "mostread", "widget", "toolbar", "pagination", "pager", "modal", "popup", "login",
    "search", "searchbox", "skip", "skiplink", "latest", "carousel", "slider", "ticker",
    "copyright", "dropdown", "weather", "poll", "outbrain", "taboola", "othernews", "morenews",
  ]
}
