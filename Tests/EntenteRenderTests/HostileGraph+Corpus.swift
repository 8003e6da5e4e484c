import EntenteRender

extension HostileGraph {
  /// Graphs that are too large, too deep or too strange, beside those whose outcome is known.
  static let corpus: [HostileGraph] =
    large + deep + odd + numbers + engines.flatMap { nonsense($0) }

  private static let large = [
    HostileGraph("4,000 edges", .survived, "digraph{" + random(2000, 4000) + "}"),
    HostileGraph(
      "4,000 edges with labels", .survived, "digraph{edge[label=met]" + random(800, 4000) + "}"),
    HostileGraph(
      "60,000 nodes", .survived, "digraph{" + (0..<60_000).map { "\($0);" }.joined() + "}"),
    HostileGraph(
      "a path of 20,000", .survived,
      "digraph{" + (0..<20_000).map { "\($0)->\($0 + 1);" }.joined() + "}"),
    HostileGraph(
      "a star of 5,000", .survived, "digraph{" + (1..<5000).map { "0->\($0);" }.joined() + "}"),
    HostileGraph("5,000 edges of two nodes", .survived, "digraph{" + repeated("a->b;", 5000) + "}"),
    HostileGraph("5,000 loops", .survived, "digraph{" + repeated("a->a[label=x];", 5000) + "}"),
    HostileGraph(
      "a complete graph in ortho", .survived, "digraph{splines=ortho;" + complete(40) + "}"),
    HostileGraph(
      "a million characters in a line", .drawn(warning: "node a", attribute: "label"),
      "digraph{a[label=\"" + repeated("m", 1_000_000) + "\"]}"),
    HostileGraph(
      "a million characters in a name", .drawn(warning: "node m", attribute: "label"),
      "digraph{\"" + repeated("m", 1_000_000) + "\"}"),
    HostileGraph("a million spaces", .survived, "digraph{" + repeated(" ", 1_000_000) + "a}"),
    HostileGraph(
      "a comment of a million", .survived, "/*" + repeated("*", 1_000_000) + "*/digraph{a}"),
    HostileGraph(
      "a name joined of 20,000", .survived,
      "digraph{a[label=\"" + repeated("x\"+\"", 20_000) + "\"]}"),
    HostileGraph(
      "10,000 attributes", .survived,
      "digraph{a[" + (0..<10_000).map { "k\($0)=v " }.joined() + "]}"),
    HostileGraph(
      "10,000 cells", .survived, "digraph{a[shape=record label=\"" + repeated("x|", 10_000) + "\"]}"
    ),
    HostileGraph(
      "10,000 rows", .survived,
      "digraph{a[label=<<TABLE>" + repeated("<TR><TD>x</TD></TR>", 10_000) + "</TABLE>>]}"),
    HostileGraph(
      "a label of HTML of a megabyte", .refused(.label),
      "digraph{a[label=<" + repeated("<B>x</B>", 130_000) + ">]}"),
    HostileGraph(
      "2,000 clusters", .survived,
      "digraph{" + (0..<2000).map { "subgraph cluster_\($0){n\($0)}" }.joined() + "}"),
  ]

  private static let deep = [
    HostileGraph("1,000 subgraphs deep", .survived, nested("subgraph{", 1000)),
    HostileGraph(
      "3,000 clusters deep", .survived,
      "digraph{" + (0..<3000).map { "subgraph cluster_\($0){" }.joined() + "a" + repeated("}", 3001)
    ),
    HostileGraph(
      "a record 20,000 deep", .survived,
      "digraph{a[shape=record label=\"" + repeated("{", 20_000) + "x" + repeated("}", 20_000)
        + "\"]}"),
    HostileGraph(
      "tables 2,000 deep", .survived,
      "digraph{a[label=<" + repeated("<TABLE><TR><TD>", 2000) + "x"
        + repeated("</TD></TR></TABLE>", 2000) + ">]}"),
    HostileGraph(
      "fonts 20,000 deep", .survived,
      "digraph{a[label=<" + repeated("<B>", 20_000) + "x" + repeated("</B>", 20_000) + ">]}"),
    HostileGraph(
      "brackets that stay open", .refused(.syntax), "digraph{a" + repeated("[", 100_000)),
    HostileGraph(
      "a string that stays open", .refused(.syntax), "digraph{a[label=\"" + repeated("x", 100_000)),
    HostileGraph(
      "HTML that stays open", .refused(.syntax), "digraph{a[label=<" + repeated("<", 100_000)),
  ]

  private static let odd = [
    HostileGraph(
      "a cluster that holds itself", .survived,
      "digraph{subgraph cluster_a{subgraph cluster_b{x}} subgraph cluster_b{subgraph cluster_a{y}} x->y}"
    ),
    HostileGraph(
      "clusters that share nodes", .survived,
      "digraph{subgraph cluster_a{x y} subgraph cluster_b{y z} subgraph cluster_c{z x} x->y->z->x}"),
    HostileGraph(
      "ranks that contradict", .survived,
      "digraph{newrank=true {rank=same a b}{rank=min b}{rank=max a}{rank=source b} subgraph cluster_c{rank=same a} a->b->a}"
    ),
    HostileGraph(
      "ports that are not there", .survived, "digraph{a:nowhere:zz->b:e:e:w; c:\"<\"->c:_:n}"),
    HostileGraph(
      "an edge to a cluster that is none", .survived,
      "digraph{compound=true;a->b[lhead=nothing ltail=cluster_c] subgraph cluster_c{c}}"),
    HostileGraph(
      "200 nodes in one place", .survived,
      "graph{layout=neato;" + (0..<200).map { "\($0)[pos=\"1,1!\"];" }.joined() + "}"),
    HostileGraph(
      "200 nodes in one place, by spring", .survived,
      "graph{layout=fdp overlap=false;" + (0..<200).map { "\($0)[pos=\"1,1\"];" }.joined()
        + ring(200, 3, "--") + "}"),
    HostileGraph(
      "an arrow of 100,000 letters", .survived,
      "digraph{a->b[arrowhead=" + repeated("crow", 25_000) + "]}"),
    HostileGraph("two graphs", .survived, "digraph{a} digraph{b[URL=\"javascript:x\"]}"),
    HostileGraph("undirected edges in a directed graph", .refused(.syntax), "digraph{a--b}"),
    HostileGraph(
      "an attribute named like the library's own", .survived,
      "digraph{_gvc=x; Agnodeinfo_t=x; a[Agnodeinfo_t=x _order=1]; a->b[key=k __x=y]}"),
    HostileGraph(
      "many keys of one edge", .survived,
      "strict digraph{" + (0..<2000).map { "a->b[key=k\($0)];" }.joined() + "}"),
    HostileGraph(
      "a colour list without end", .survived,
      "digraph{a[style=wedged fillcolor=\"" + repeated("red:", 5000) + "\"]; a->b[color=\""
        + repeated("red;0.0001:", 5000) + "\"]}"),
    HostileGraph(
      "a position of 100,000 points", .survived,
      "digraph{layout=nop2;a[pos=\"0,0\"];b[pos=\"9,9\"];a->b[pos=\"e,1,1 "
        + repeated("1,1 ", 100_000) + "\"]}"),
    HostileGraph(
      "half a position", .survived,
      "digraph{layout=nop2;a[pos=\"0\"];b[pos=\"\"];a->b[pos=\"e,1 s,\"]}"),
    HostileGraph("no position", .survived, "digraph{layout=nop2;a->b}"),
    HostileGraph("a byte order mark", .survived, "\u{FEFF}digraph{a}"),
    HostileGraph("old line ends", .survived, "digraph{\ra->b\r// x\r}"),
    HostileGraph("a charset", .survived, "digraph{charset=\"UTF-7\" a}"),
    HostileGraph("a graph from a web server", .refused(.syntax), "<html><body>404</body></html>"),
    HostileGraph("an SVG", .refused(.syntax), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
    HostileGraph("JSON", .refused(.syntax), "{\"format\": \"entente-graph\"}"),
    HostileGraph("an HTML label without content", .survived, "digraph{a[label=<>]; b[label=< >]}"),
    HostileGraph("a table without rows", .survived, "digraph{a[label=<<TABLE></TABLE>>]}"),
    HostileGraph("an unknown tag", .refused(.label), "digraph{a[label=<<BLINK>x</BLINK>>]}"),
    HostileGraph(
      "a tag that is another's end", .refused(.label), "digraph{a[label=<<B><I>x</B></I>>]}"),
    HostileGraph(
      "a reference that is none", .survived, "digraph{a[label=<&nope; &#xD800; &#0; & >]}"),
  ]

  /// Sizes and places that are no numbers or not of this world, under every name that takes one.
  private static let numbers = [
    "nan", "-nan", "inf", "-inf", "1e300", "-1e300", "1e-300", "0x7fffffff", "99999999999999999999",
    "1,,", "-1", "1e6",
  ]
  .map { value in
    let places = [
      "width", "height", "fontsize", "penwidth", "margin", "sides", "peripheries", "skew",
      "distortion", "orientation", "samplepoints",
    ]
    let ofEdges = [
      "weight", "minlen", "len", "arrowsize", "labeldistance", "labelangle", "labelfontsize",
      "penwidth",
    ]
    let ofGraphs = [
      "ranksep", "nodesep", "size", "ratio", "pad", "margin", "dpi", "sep", "esep", "nslimit",
      "mclimit", "searchsize", "rotate", "scale", "viewport", "page", "fontsize", "quantum", "K",
      "Damping", "levels", "defaultdist", "repulsiveforce", "epsilon", "maxiter", "dim", "dimen",
      "mindist", "pack", "packmode", "voro_margin", "bb", "lp",
    ]
    func all(_ names: [String]) -> String {
      names.map { "\($0)=\"\(value)\"" }.joined(separator: " ")
    }
    return HostileGraph(
      "every number is \(value)", .survived,
      "digraph{\(all(ofGraphs)); node[\(all(places))]; edge[\(all(ofEdges))]; a[pos=\"\(value),\(value)\"]; a->b->c}"
    )
  }

  private static let engines = [
    "neato", "fdp", "sfdp", "twopi", "circo", "osage", "patchwork", "nop", "nop1", "nop2",
  ]

  /// What only one engine looks at.
  private static func nonsense(_ engine: String) -> [HostileGraph] {
    [
      HostileGraph(
        "\(engine) with nonsense", .survived,
        """
        graph{layout=\(engine) root=nobody mode=nothing model=nothing overlap=nothing splines=nothing packmode="array_x999999"
        start="x y z" area=0 a[area=0 pin=true root=true]; b[area=-1 area=nan]; a--b[len=0]; c--c; subgraph cluster_d{d} d--a}
        """),
      HostileGraph(
        "\(engine) without edges", .survived, "graph{layout=\(engine) a b c; subgraph cluster_d{}}"),
      HostileGraph("\(engine) without anything", .survived, "graph{layout=\(engine)}"),
      HostileGraph(
        "\(engine) with many", .survived, "graph{layout=\(engine);" + ring(400, 7, "--") + "}"),
    ]
  }

  private static func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  private static func nested(_ opening: String, _ depth: Int) -> String {
    "digraph{" + repeated(opening, depth) + "a" + repeated("}", depth + 1)
  }

  /// The same edges on every machine.
  private static func random(_ nodes: Int, _ edges: Int) -> String {
    var state: UInt64 = 1
    func next() -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % nodes
    }
    return (0..<edges).map { _ in "\(next())->\(next());" }.joined()
  }
}
