import EntenteModel

/// Which view a graph is drawn in.
///
/// The one asked for. Else *ego* where someone is in focus and has a part in most of the events;
/// *overview* where more boxes would be drawn than can be read and three or more countries took
/// part; *timeline* where one country or more than three took part on four or more days; *banks*
/// otherwise.
struct ViewChoice {
  private(set) var view: ViewName
  /// The id of who stands in the centre; for *ego* only.
  private(set) var focus: String?
  /// What is drawn: the whole, or for *ego* what the focus has a part in.
  private(set) var graph: Graph
  private(set) var notes: [Diagnostic] = []
  /// For the note at the foot: that it is not the whole.
  private(set) var remark: String?

  init(_ graph: Graph, _ options: DiagramOptions) {
    self.graph = graph
    view = .banks
    let asked = options.view
    if asked == .ego || asked == nil && options.focus != nil, centre(graph, options) { return }
    if let asked {
      view = asked
      return
    }
    guard ViewChoice.mayBeOther(graph, options) else { return }
    choose(DiagramView.whole(of: graph, options: options), options)
  }

  /// Puts who was asked for, or has a part in most events, in the centre; false where another view is better.
  private mutating func centre(_ whole: Graph, _ options: DiagramOptions) -> Bool {
    let ego = EgoSelection(whole, focus: options.focus)
    guard options.view == .ego || ego.holdsMost else { return false }
    guard let id = ego.focus, let name = ego.name else {
      let who = options.focus.map { "“\($0)” has no part" } ?? "Nobody has a part"
      notes.append(
        Diagnostic(
          .note, code: "view.focus",
          "\(who) in an event, and so nobody stands in the centre: drawn as banks."
        ))
      return true
    }
    view = .ego
    focus = id
    graph = ego.graph
    if ego.others > 0 {
      let events = Captions.count(ego.others, "event")
      remark = "Only what \(name) had a part in is drawn; \(events) of others are not."
    }
    if options.focus == nil {
      say("Drawn around \(name), with a part in most events; --focus puts another in the centre.")
    } else if options.view == nil {
      say("Drawn around \(name) (--view ego).")
    }
    return true
  }

  /// False where counting alone shows that no other view than *banks* comes into question, as in most single articles.
  private static func mayBeOther(_ graph: Graph, _ options: DiagramOptions) -> Bool {
    graph.nodes.count > options.mostBoxes
      || Set(graph.nodes.compactMap { $0.event?.date }).count > 3
  }

  private mutating func choose(_ diagram: Diagram, _ options: DiagramOptions) {
    let boxes = diagram.events.count + diagram.banks.reduce(0) { $0 + $1.cards.count }
    let countries = diagram.banks.filter { $0.id != "bank.others" }.count
    let days = Set(diagram.events.compactMap(\.date)).count
    if boxes > options.mostBoxes, countries >= 3 {
      view = .overview
      say(
        "Drawn as an overview of \(countries) countries (--view overview), since \(boxes) boxes"
          + " cannot be read on a page; --view banks draws the most told of them.")
    } else if days >= 4, countries == 1 || countries > 3 {
      view = .timeline
      say(
        "Drawn along \(days) dates (--view timeline), since \(Captions.count(countries, "country"))"
          + " took part; --view banks puts countries face to face.")
    }
  }

  private mutating func say(_ text: String) {
    notes.append(Diagnostic(.note, code: "view.chosen", text))
  }
}
