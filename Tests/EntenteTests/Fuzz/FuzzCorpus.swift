import Entente
import Foundation

/// A reader that is given damaged input.
enum FuzzTarget: String, CaseIterable {
  case dot, article, page, lines, graph, drawing, decisions, pack

  /// In so many of 20 cases: half of the time goes to what runs foreign code.
  var share: Int {
    switch self {
    case .dot: 10
    case .article, .page, .graph: 2
    case .lines, .drawing, .decisions, .pack: 1
    }
  }

  static let inShares = allCases.flatMap { Array(repeating: $0, count: $0.share) }

  /// The ending of a file of its kind.
  var ending: String {
    switch self {
    case .dot, .drawing: "dot"
    case .article: "txt"
    case .page: "html"
    case .lines: "ndjson"
    case .graph: "json"
    case .decisions, .pack: "yaml"
    }
  }
}

/// Sound input of every kind, made of the articles in seeds/ and of a few lines here.
struct FuzzCorpus {
  let sound: [FuzzTarget: [[UInt8]]]

  init(_ pipeline: Pipeline, project: URL) async throws {
    let folder = project.appending(path: "seeds")
    let names = try FileManager.default.contentsOfDirectory(
      atPath: folder.path(percentEncoded: false)
    ).sorted()
    let articles = try names.map {
      String(decoding: try Data(contentsOf: folder.appending(path: $0)), as: UTF8.self)
    }
    let short = articles.map { String($0.prefix(1800)) }
    let graph = try await pipeline.read(texts: [SourceText(id: "a.txt", text: short[3])]).graph
    let drawn = String(decoding: graph.dot(), as: UTF8.self)
    let pages = short.map { text in
      "<!DOCTYPE html><html><head><title>News</title><meta property=\"article:published_time\" "
        + "content=\"2026-02-06\"></head><body><nav><a href=\"/\">Home</a></nav><article><h1>News</h1>"
        + text.split(separator: "\n").map { "<p>\($0)</p>" }.joined() + "</article></body></html>"
    }
    let lines = try short.prefix(3).enumerated().map { number, text in
      let record = ["id": "a\(number)", "date": "2026-02-06", "title": "News", "text": text]
      return String(decoding: try JSONEncoder().encode(record), as: UTF8.self)
    }
    sound = [
      .dot: (Self.dots + [drawn]).map { Array($0.utf8) },
      .article: short.map { Array($0.utf8) },
      .page: pages.map { Array($0.utf8) },
      .lines: [Array(lines.joined(separator: "\n").utf8)],
      .graph: [graph.json()],
      .drawing: [graph.dot()],
      .decisions: [Array(Self.decisions.utf8)],
      .pack: Self.packs.map { Array($0.utf8) },
    ]
  }

  /// Damaged input of the kind.
  func input(of target: FuzzTarget, _ dice: inout Dice) -> [UInt8] {
    let sound = sound[target] ?? []
    let others =
      dice.below(8) == 0 ? self.sound.values.flatMap { $0 }.sorted { $0.count < $1.count } : sound
    return Mutation(words: Self.words(target), others: others).applied(
      to: dice.one(of: sound), &dice)
  }

  private static let dots = [
    "digraph g { graph [rankdir=LR label=\"News\"]; a [label=\"Anna Berg\" shape=box]; a -> b [label=\"met\"] }",
    "graph { layout=neato; a -- b -- c -- a [len=1.5 weight=2]; a [pos=\"1,2!\"] }",
    "digraph { layout=nop2; a [pos=\"0,0\" width=1]; b [pos=\"90,40\"]; a -> b [pos=\"e,80,30 10,9 20,9 30,20 70,28\"] }",
    "digraph { subgraph cluster_x { label=X style=\"rounded,filled\" fillcolor=\"red:blue\" a b } a:e -> b:w [lhead=cluster_x] }",
    "digraph { a [shape=record label=\"{<p> x|y|{z|<q> w}}\"]; a:p -> a:q [dir=both arrowhead=odiamond headlabel=h] }",
    "digraph { a [label=<<TABLE BORDER=\"0\"><TR><TD HREF=\"https://example.org\" PORT=\"p\">x</TD><TD COLSPAN=\"2\"><B>y</B></TD></TR></TABLE>>] }",
    "digraph { node [fontname=\"Arial\" fontsize=11 URL=\"https://example.org/?a=1&b=2\" tooltip=\"x &amp; y\"] a -> b -> c; {rank=same a c} }",
    "graph { layout=fdp; a -- b; subgraph cluster_c { c -- d } b -- c } // comment\n# line\n/* more */",
    "strict digraph \"n a m e\" { splines=ortho concentrate=true newrank=true; a -> b [xlabel=x color=\"red;0.3:blue\"]; a -> b }",
    "graph { layout=twopi root=a a -- {b c d} ; b -- e }",
    "graph { layout=circo a -- b -- c -- d -- a }",
    "graph { layout=osage a b subgraph cluster_d { c } }",
    "graph { layout=patchwork a [area=2] b [area=3] }",
    "graph { layout=sfdp overlap=prism a -- b -- c -- a; start=3 }",
  ]

  private static let decisions = """
    same:
      - [Tô Lâm, the Party chief]
    different:
      - [Hun Sen, Hun Manet]
    rename: {National Assembly: Cambodian parliament}
    drop: [Jane Doe]
    """

  private static let packs = [
    """
    country: NO
    leaders:
      - id: anna-berg
        name: Anna Berg
        aliases: [Berg]
        posts:
          - {office: Prime Minister, of: country.no, since: 2026-01-10}
    """,
    """
    - id: dined-with
      event: meeting
      verb: [dine]
      roles: {participant: [subject, with]}
      attributes: {needs: with, noun: dinner}
      accept:
        - {text: "[participant: King Harald of Norway] dined with [participant: Anna Berg].", status: held}
      reject: ["Anna Berg dined in Oslo."]
    """,
  ]

  private static func words(_ target: FuzzTarget) -> [String] {
    let text: String
    switch target {
    case .dot, .drawing:
      text = """
        digraph|graph|subgraph|strict|node|edge|->|--|{|}|[|]|;|=|:|,|"|<|>|<b>|</b>|<TABLE>|<TR><TD>|cluster_a|layout=neato|\
        layout=fdp|layout=nop2|layout=dot|splines=ortho|splines=curved|splines=polyline|pos="|label="|shape=record|shape=polygon|\
        shape=star|shape=cylinder|style=wedged|style=radial|style=striped|color="|fillcolor="|URL="|tooltip="|image="/etc/passwd"|\
        rank=same|ratio=fill|size="1,1"|concentrate=true|compound=true|ltail=|headport=|samehead=x|constraint=false|\\N|\\G|\\l|\
        peripheries=3|sides=5|skew=1|fontsize=|width=|height=|fixedsize=true|margin=|nojustify=true|labelloc=b|xlabel="|\
        // quote|// entente-dot 1|arrowhead=|dir=both|layers="a:b"|layer=a|rotate=90|viewport="|pack=true|packmode=clust
        """
    case .article, .lines, .page:
      text = """
        . | Mr. | President | Prime Minister | met | met with | signed | visited | and | of | the | , |; |: |“|”|’s| on 3 March 2026 |\
        \n\n|\n- |# |---\n|<p>|</p>|<div>|<li>|<script>|<!--|<table><tr><td>|&nbsp;|&#8217;|<a href="x">|<article>|{"id": |"text": |\
        \\u0000|\\ud800|"date": "2026-02-30"|Anna Berg|Omar Diallo|Norway|Việt Nam| who | which | not | will | between | yesterday |\
        HANOI, Feb. 6 (VNA) – |title: x\n|date: 3/4/2026\n|the two sides | his counterpart | a memorandum of understanding | delegation
        """
    case .graph:
      text = """
        {|}|[|]|,|:|"|null|true|-1|1e999|"id"|"kind"|"nodes"|"edges"|"documents"|"mentions"|"evidence"|"start"|"end"|"date"|\
        "2026-13-45"|"status"|"held"|"meeting"|"person"|"source"|"target"|"type"|"participant"|"place"|"within"|"near-copy-of"|\
        \\u0000|\\ud800|\\"|"text"|"reports"|"version"|2|"formerly"|"confidence"
        """
    case .decisions, .pack:
      text = """
        same:|different:|rename:|drop:|- |[|]|{|}|: |, |&a |*a|!!str |"|'|#|\n|\n  |\n- |---|...|?|<<: |country: |leaders:|parties:|\
        id: |name: |posts:|since: |verb: |roles: |accept: |reject: |text: |"[participant: x] y"|event: |attributes: |null|~|NO|\t
        """
    }
    return text.split(separator: "|").map(String.init)
  }
}
