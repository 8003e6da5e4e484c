import EntenteGraph
import EntenteModel
import Testing

@Suite("Keeping a layout")
struct KeptLayoutTests {
  /// How far boxes moved that both pictures have, in shares of the new picture's diagonal.
  struct Displacement {
    var mean = 0.0
    var most = 0.0
    var common = 0

    init(_ old: [String: Picture.Box], _ new: [String: Picture.Box], _ picture: Picture) {
      let diagonal = (picture.width * picture.width + picture.height * picture.height).squareRoot()
      var sum = 0.0
      for (id, a) in old {
        guard let b = new[id] else { continue }
        let dx = (a.x + a.width / 2) - (b.x + b.width / 2)
        let dy = (a.y + a.height / 2) - (b.y + b.height / 2)
        let distance = (dx * dx + dy * dy).squareRoot() / diagonal
        sum += distance
        most = max(most, distance)
        common += 1
      }
      mean = sum / Double(max(common, 1))
    }
  }

  /// The box of every node drawn.
  static func boxes(_ diagram: Diagram, _ picture: Picture) -> [String: Picture.Box] {
    var boxes: [String: Picture.Box] = [:]
    for placed in picture.events {
      for id in diagram.events[placed.index].members { boxes[id] = placed.box }
    }
    for panel in picture.panels {
      for placed in panel.cards {
        for id in diagram.banks[panel.bank].cards[placed.index].members { boxes[id] = placed.box }
      }
    }
    return boxes
  }

  static func drawn(_ graph: Graph, keeping old: Graph? = nil) -> (Diagram, Picture) {
    let kept = old.map { KeptLayout(of: $0) }
    let diagram = DiagramView.diagram(of: graph, options: DiagramOptions(kept: kept))
    return (diagram, BanksLayout.picture(of: diagram))
  }

  static func moved(_ old: Graph, _ new: Graph, keeping: Bool) -> Displacement {
    let (before, after) = (drawn(old), drawn(new, keeping: keeping ? old : nil))
    return Displacement(boxes(before.0, before.1), boxes(after.0, after.1), after.1)
  }

  /// A graph with one more entity that meets one that is there.
  static func withLeaf(_ graph: Graph, _ number: Int) -> Graph {
    var sample = ViewSample()
    let drawn = drawn(graph).0
    let cards = drawn.banks.flatMap(\.cards).filter { $0.members.count == 1 }
    let other = cards[number * 7 % cards.count]
    let country = graph.nodes.first { $0.id == other.id }?.country
    let kinds = ["person", "ministry", "province", "party"]
    let leaf = "\(kinds[number % 4]).added\(number)"
    sample.entity(leaf, "Added number \(number)", number % 3 == 0 ? "country.new" : country)
    sample.event(
      "meeting.added\(number)", .meeting, "talks", [leaf, other.id],
      date: number % 5 == 0 ? nil : "2031-0\(number % 9 + 1)-12")
    var new = graph
    new.nodes += sample.graph.nodes
    new.edges += sample.graph.edges
    return new
  }

  static let samples = [
    ("visit", ViewSample.visit()), ("small", ViewSample.crowd(entities: 12, events: 8)),
    ("middling", ViewSample.crowd(entities: 25, events: 16)),
    ("large", ViewSample.crowd(entities: 32, events: 24)),
  ]

  /// An event belongs into its day, so that those below make room for it: about one box's height,
  /// which is 3 % of the diagonal in the small ones of these pictures.
  @Test("One leaf more moves the others by little: 3.5 % of the diagonal on average, 10 % at most")
  func leaf() {
    var sums = (kept: 0.0, free: 0.0)
    var trials = 0.0
    for (name, graph) in KeptLayoutTests.samples {
      for number in 0..<5 {
        let new = KeptLayoutTests.withLeaf(graph, number)
        let kept = KeptLayoutTests.moved(graph, new, keeping: true)
        let free = KeptLayoutTests.moved(graph, new, keeping: false)
        sums = (sums.kept + kept.mean, sums.free + free.mean)
        trials += 1
        #expect(kept.common > 10)
        #expect(kept.mean <= 0.035, "\(name) \(number)")
        #expect(kept.most <= 0.10, "\(name) \(number)")
        #expect(kept.mean <= free.mean + 0.002, "\(name) \(number)")
      }
    }
    #expect(sums.kept / trials <= 0.015)
    #expect(sums.kept * 4 <= sums.free, "drawn anew, they move five times as far")
  }

  @Test("The same graph keeps its picture, bank by bank and box by box")
  func unchanged() {
    for (_, graph) in KeptLayoutTests.samples {
      let moved = KeptLayoutTests.moved(graph, graph, keeping: true)
      #expect(moved.most < 1e-3)
      #expect(moved.common > 10)
    }
  }

  @Test("Boxes do not overlap and stay in their order where they are kept")
  func sound() {
    for (_, graph) in KeptLayoutTests.samples {
      for number in 0..<4 {
        let (_, picture) = KeptLayoutTests.drawn(
          KeptLayoutTests.withLeaf(graph, number), keeping: graph)
        for column in [picture.events] + picture.panels.map(\.cards) {
          let boxes = column.map(\.box).sorted { $0.y < $1.y }
          for (a, b) in zip(boxes, boxes.dropFirst()) { #expect(a.y + a.height <= b.y + 0.01) }
        }
        let panels = picture.panels.map(\.box)
        for a in panels {
          for b in panels where a != b && a.x == b.x {
            #expect(a.y + a.height <= b.y + 0.01 || b.y + b.height <= a.y + 0.01)
          }
        }
      }
    }
  }

  @Test("Banks stay on their sides and keep their colours, even where another weighs more now")
  func banks() {
    var sample = ViewSample()
    for i in 0..<6 {
      sample.entity("person.new\(i)", "New Person \(i)", "country.new")
      sample.event("visit.new\(i)", .visit, "visit", ["person.new\(i)"], place: "country.aa")
    }
    let old = ViewSample.visit()
    var new = old
    new.nodes += sample.graph.nodes
    new.edges += sample.graph.edges
    let (before, after) = (KeptLayoutTests.drawn(old), KeptLayoutTests.drawn(new, keeping: old))
    #expect(after.0.banks.map(\.id).prefix(2) == before.0.banks.map(\.id).prefix(2))
    for panel in before.1.panels {
      let same = after.1.panels.first { $0.id == panel.id }
      #expect(same.map { abs($0.box.x - panel.box.x) < 20 } == true)
      #expect(same?.tint == panel.tint)
    }
  }

  @Test("Dates win over places: an event with an earlier day moves up")
  func dates() throws {
    let old = ViewSample.visit()
    var new = old
    let i = try #require(new.nodes.firstIndex { $0.id == "meeting.undated" })
    new.nodes[i].event?.date = PartialDate("2029")
    let diagram = KeptLayoutTests.drawn(new, keeping: old).0
    #expect(diagram.events.first?.id == "meeting.undated")
  }

  @Test("The events of one day keep their order when other words would change it")
  func sameDay() throws {
    let old = ViewSample.visit()
    let before = KeptLayoutTests.drawn(old).0.events.map(\.id)
    var new = old
    let talks = try #require(new.nodes.firstIndex { $0.id == "meeting.talks" })
    let first = Evidence(document: "a.txt", start: 0, end: 1, text: "x")
    new.nodes[talks].event?.evidence.append(first)
    for e in new.edges.indices where new.edges[e].target == "meeting.talks" {
      new.edges[e].evidence.append(first)
    }
    #expect(KeptLayoutTests.drawn(new, keeping: old).0.events.map(\.id) == before)
  }

  @Test("A new card comes behind those of its kind, so that few make room for it")
  func newCard() {
    let old = ViewSample.visit()
    var sample = ViewSample()
    sample.entity("person.new-king", "New King", "country.bb")
    sample.edge(.leads, "person.new-king", "country.bb", role: "King")
    sample.event("meeting.new", .meeting, "talks", ["person.new-king", "person.anna-berg"])
    var new = old
    new.nodes += sample.graph.nodes
    new.edges += sample.graph.edges
    let cards = KeptLayoutTests.drawn(new, keeping: old).0.banks[1].cards.map(\.id)
    #expect(
      cards.prefix(4) == [
        "person.king-olo", "person.mira-sun", "person.ted-speaker", "person.new-king",
      ])
  }

  @Test("A layout can be kept over several graphs, each in the places of the one before")
  func chain() {
    let first = ViewSample.visit()
    let second = KeptLayoutTests.withLeaf(first, 1)
    let third = KeptLayoutTests.withLeaf(second, 2)
    let one = KeptLayout(of: first)
    let options = DiagramOptions(kept: one)
    let two = KeptLayout(of: second, options: options)
    let secondDiagram = DiagramView.diagram(of: second, options: options)
    let thirdDiagram = DiagramView.diagram(of: third, options: DiagramOptions(kept: two))
    let picture = BanksLayout.picture(of: thirdDiagram)
    let moved = Displacement(
      KeptLayoutTests.boxes(secondDiagram, BanksLayout.picture(of: secondDiagram)),
      KeptLayoutTests.boxes(thirdDiagram, picture), picture)
    #expect(moved.mean <= 0.035)
    #expect(moved.most <= 0.10)
  }
}
