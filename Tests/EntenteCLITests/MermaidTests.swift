import Entente
import Foundation
import Testing

@Suite(.serialized) struct MermaidCharts {
  @Test(.enabled(if: Programs.has("python3"), "python3 is not installed"))
  func `the comments hold what the JSON holds, and every quotation once`() throws {
    let samples = try FormatSamples("mmd")
    let python = try #require(Programs.find("python3"))
    let run = try start(python, ["-c", FormatReaders.mermaidComments] + samples.pairs)
    #expect(run.status == 0, "\(run.errors.suffix(3000))")
  }

  @Test(
    .enabled(
      if: MermaidBrowser.isPresent, "chromium or Mermaid (Python's nicegui) is not installed"))
  func `Mermaid reads the nodes, lines and labels that were written`() throws {
    let samples = try FormatSamples("mmd")
    var charts: [[String]] = []
    for i in stride(from: 0, to: samples.pairs.count, by: 2) {
      let pair = samples.pairs[i...(i + 1)]
      charts.append(try pair.map { try String(contentsOfFile: $0, encoding: .utf8) })
    }
    // Mermaid decodes its codes where it draws; here that is done to compare.
    let told = try MermaidBrowser.run(
      #"""
      const decode = text => text.replace(/ﬂ°°(\d+)¶ß/g, (_, n) => String.fromCodePoint(+n));
      const dropped = /[\u0000-\u0009\u000b-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff\u{e0000}-\u{e007f}\u{10ffff}]/gu;
      const visible = text => text.replace(/[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
        .replace(/[\u0085\u2028\u2029]/g, '\n').replace(dropped, '').replaceAll('\n', ' ');
      const shown = node => visible(node.name).trim() ? visible(node.name) : node.id;
      const days = node => (node.date ?? 'undated') + (node.end ? ' to ' + node.end : '');
      const same = (a, b, where) => {
        if (JSON.stringify(a) !== JSON.stringify(b)) told.push([where, a, b]);
      };
      for (const [source, chart] of charts) {
        try {
          const graph = JSON.parse(source);
          const read = (await mermaid.mermaidAPI.getDiagramFromText(chart)).db;
          const nodes = [...read.getVertices().values()];
          const edges = read.getEdges();
          same(nodes.length, graph.nodes.length, 'nodes');
          same(edges.length, graph.edges.length, 'edges');
          const place = new Map(graph.nodes.map((node, i) => [node.id, nodes[i]?.id]));
          graph.nodes.forEach((node, i) => {
            const facts = node.status ? '<br>' + days(node) + ' · ' + node.status : '';
            same(decode(nodes[i].text).trim(), (shown(node) + facts).trim(), node.id);
          });
          graph.edges.forEach((edge, i) => {
            const ends = [place.get(edge.source), place.get(edge.target)];
            same([edges[i].start, edges[i].end], ends, edge.id);
            const role = visible(edge.role ?? '') ? ' · ' + visible(edge.role) : '';
            same(decode(edges[i].text).trim(), (edge.type + role).trim(), edge.id);
          });
        } catch (error) { told.push([chart.slice(0, 500), String(error)]); }
      }
      told.push(charts.length);
      """#, on: charts)
    #expect(told == "[\(charts.count)]\n", "\(told.prefix(3000))")
  }

  @Test(
    .enabled(
      if: MermaidBrowser.isPresent, "chromium or Mermaid (Python's nicegui) is not installed"))
  func `Mermaid draws the seeds' chart, comments and all, and no name becomes a script`() throws {
    let seeds = Programs.project.appending(path: "graphs/seeds.json")
    let graph = try Graph(json: Array(Data(contentsOf: seeds)))
    var graphs = [graph]
    graphs += Hostile.names.filter { $0.contains(Hostile.mark) }.map(Hostile.graph)
    let told = try MermaidBrowser.run(
      """
      for (const [i, [chart]] of charts.entries()) {
        const {svg} = await mermaid.render('chart' + i, chart);
        const box = document.createElement('div');
        box.innerHTML = svg;
        document.body.append(box);
        const count = what => box.querySelectorAll(what).length;
        told.push(count('g.node') + ' ' + count('path.flowchart-link'));
      }
      """, on: graphs.map { [String(decoding: $0.mermaid().bytes, as: UTF8.self)] })
    let counts = graphs.map { "\"\($0.nodes.count) \($0.edges.count)\"" }
    #expect(told == "[\(counts.joined(separator: ","))]\n", "\(told.prefix(3000))")
  }

  @Test func `a chart that most viewers won't draw is written with a warning`() throws {
    var graph = FormatSamples.dates
    #expect(graph.mermaid().warnings.isEmpty)
    for i in 0..<500 {
      graph.edges.append(
        Edge(
          type: EdgeType("knows\(i)"), source: "party.x", target: "country.ke", origin: .user,
          confidence: 1))
    }
    #expect(graph.mermaid().warnings.map(\.code) == ["mermaid.large"])
  }
}
