/// What stands beside an article on its page: menus, teasers, share bars, footers.
extension MainText {
  /// For each element, whether it stands beside the article, by itself or by one around it.
  func besides(_ prose: [Int]) -> [Bool] {
    let elements = scan.elements
    // What holds the article is never beside it, whatever its name: `<body class="has-sidebar">`.
    var holds = [Bool](repeating: false, count: elements.count)
    var inMenu = [Bool](repeating: false, count: elements.count)
    for e in elements.indices.dropFirst() {
      inMenu[e] = inMenu[elements[e].parent] || elements[e].tag == .beside
    }
    for e in elements.indices.reversed() {
      // Teasers in an `aside` are articles too, by their tag.
      let isMain =
        !inMenu[e]
        && (elements[e].tag == .article || elements[e].tag == .main
          || !elements[e].hints.isDisjoint(with: [.articleBody, .main]))
      if holds[e] || isMain && prose[e] * 4 > prose[0] {
        holds[e] = true
        holds[elements[e].parent] = true
      }
    }
    let underMenu = menuTitles()
    var result = [Bool](repeating: false, count: elements.count)
    var inArticle = [Bool](repeating: false, count: elements.count)
    for e in elements.indices.dropFirst() {
      let (element, parent) = (elements[e], elements[e].parent)
      inArticle[e] = inArticle[parent] || element.tag == .article || element.tag == .main
      let share: Int
      switch element.tag {
      case .beside: share = 9
      case .wrapper where !inArticle[e]: share = 5
      default:
        share = element.hints.isDisjoint(with: [.beside, .hidden]) && !underMenu[e] ? 10 : 5
      }
      // At `share` tenths of the prose the element is the article after all.
      let isAside = share < 10 && !holds[e] && prose[e] * 10 <= prose[0] * share
      result[e] = result[parent] || isAside
    }
    return result
  }

  /// For each element, whether a heading in it says that it lists other stories: "Related news", "Read more".
  private func menuTitles() -> [Bool] {
    var result = [Bool](repeating: false, count: scan.elements.count)
    for line in scan.lines where scan.elements[line.element].tag == .heading {
      if Menu.find(scan.text, line.start, line.end) != nil {
        result[scan.elements[line.element].parent] = true
      }
    }
    return result
  }
}
