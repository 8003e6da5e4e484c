import Entente
import Foundation
import Testing

/// Mermaid's own parser, in a browser: it comes with a Python package, of which nothing else is used.
private enum MermaidParser {
  static let module: String? = {
    guard let python = Programs.find("python3") else { return nil }
    let script = """
      import importlib.util, pathlib
      for place in importlib.util.find_spec('nicegui').submodule_search_locations:
        print(pathlib.Path(place) / 'elements/mermaid/dist/index.js')
      """
    guard let run = try? start(python, ["-c", script]), run.status == 0 else { return nil }
    return run.text.trimmingCharacters(in: .whitespacesAndNewlines)
  }()
}

@Suite(.serialized) struct MermaidCharts {
  private static let isPresent =
    Programs.isThorough || (Programs.find("chromium") != nil && MermaidParser.module != nil)

  @Test(.enabled(if: Programs.has("python3"), "python3 is not installed"))
  func `the comments hold what the JSON holds, and every quotation once`() throws {
    let samples = try FormatSamples("mmd")
    let python = try #require(Programs.find("python3"))
    let run = try start(python, ["-c", FormatReaders.mermaidComments] + samples.pairs)
    #expect(run.status == 0, "\(run.errors.suffix(3000))")
  }

  @Test(.enabled(if: isPresent, "chromium or Mermaid (Python's nicegui) is not installed"))
  func `Mermaid reads the nodes, lines and labels that were written`() throws {
    let samples = try FormatSamples("mmd")
    var charts: [[String]] = []
    for i in stride(from: 0, to: samples.pairs.count, by: 2) {
      charts.append(
        try [samples.pairs[i], samples.pairs[i + 1]].map {
          try String(contentsOfFile: $0, encoding: .utf8)
        })
    }
    let json = String(decoding: try JSONEncoder().encode(charts), as: UTF8.self)
      .replacing("<", with: "\\u003c")
    let module = try #require(MermaidParser.module)
    // Mermaid decodes its codes where it draws; the reader does the same to compare.
    let page = """
      <!DOCTYPE html><html><head><meta charset="utf-8"></head><body><pre id="out">none</pre>
      <script type="module">
      import {mermaid} from 'file://\(module)';
      mermaid.initialize({startOnLoad: false, securityLevel: 'strict'});
      const decode = text => text.replace(/ﬂ°°(\\d+)¶ß/g, (_, n) => String.fromCodePoint(+n));
      const dropped = /[\\u0000-\\u0009\\u000b-\\u001f\\u007f-\\u0084\\u0086-\\u009f\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb\\ufdd0-\\ufdef\\ufffe\\uffff\\u{e0000}-\\u{e007f}\\u{10ffff}]/gu;
      const visible = text => text.replace(/[\\t\\u00a0\\u2000-\\u200a\\u202f\\u205f\\u3000]/g, ' ')
        .replace(/[\\u0085\\u2028\\u2029]/g, '\\n').replace(dropped, '').replaceAll('\\n', ' ');
      const shown = node => visible(node.name).trim() ? visible(node.name) : node.id;
      const days = node => (node.date ?? 'undated') + (node.end ? ' to ' + node.end : '');
      const faults = [];
      const same = (a, b, where) => {
        if (JSON.stringify(a) !== JSON.stringify(b)) faults.push([where, a, b]);
      };
      let count = 0;
      for (const [source, chart] of \(json)) {
        try {
          const graph = JSON.parse(source);
          const read = (await mermaid.mermaidAPI.getDiagramFromText(chart)).db;
          const nodes = [...read.getVertices().values()];
          same(nodes.length, graph.nodes.length, 'nodes');
          same(read.getEdges().length, graph.edges.length, 'edges');
          const place = new Map(graph.nodes.map((node, i) => [node.id, nodes[i]?.id]));
          graph.nodes.forEach((node, i) => {
            const facts = node.status ? '<br>' + days(node) + ' · ' + node.status : '';
            same(decode(nodes[i].text).trim(), (shown(node) + facts).trim(), node.id);
          });
          graph.edges.forEach((edge, i) => {
            const found = read.getEdges()[i];
            same([found.start, found.end], [place.get(edge.source), place.get(edge.target)], edge.id);
            const role = edge.role ? ' · ' + visible(edge.role) : '';
            same(decode(found.text).trim(), (edge.type + role).trim(), edge.id);
          });
          count += 1;
        } catch (error) { faults.push([chart.slice(0, 2000), String(error)]); }
      }
      document.getElementById('out').textContent = 'read ' + count + ' ' + JSON.stringify(faults);
      </script></body></html>
      """
    try samples.scratch.write(page, to: "page.html")
    let dom = try browse(samples.scratch, "page.html")
    #expect(dom.contains("read \(charts.count) []"), "\(dom.suffix(4000))")
  }

  @Test(.enabled(if: isPresent, "chromium or Mermaid (Python's nicegui) is not installed"))
  func `Mermaid draws the chart of the seeds, comments and all, and no name becomes a script`() throws {
    let scratch = try Scratch()
    let seeds = Programs.project.appending(path: "graphs/seeds.json").path(percentEncoded: false)
    let graph = try Graph(json: Array(Data(contentsOf: URL(filePath: seeds))))
    var charts = [String(decoding: graph.mermaid().bytes, as: UTF8.self)]
    for name in Hostile.names where name.contains(Hostile.mark) {
      charts.append(String(decoding: Hostile.graph(name).mermaid().bytes, as: UTF8.self))
    }
    let json = String(decoding: try JSONEncoder().encode(charts), as: UTF8.self)
      .replacing("<", with: "\\u003c")
    let module = try #require(MermaidParser.module)
    let page = """
      <!DOCTYPE html><html><head><meta charset="utf-8"></head><body><pre id="out">none</pre>
      <script type="module">
      import {mermaid} from 'file://\(module)';
      mermaid.initialize({startOnLoad: false});
      const told = [];
      for (const [i, chart] of \(json).entries()) {
        try {
          const {svg} = await mermaid.render('chart' + i, chart);
          const box = document.createElement('div');
          box.innerHTML = svg;
          document.body.append(box);
          told.push([box.querySelectorAll('g.node').length, box.querySelectorAll('path.flowchart-link').length]);
        } catch (error) { told.push(String(error)); }
      }
      document.getElementById('out').textContent = 'drew ' + JSON.stringify(told);
      </script></body></html>
      """
    try scratch.write(page, to: "page.html")
    let dom = try browse(scratch, "page.html")
    let hostile = Array(repeating: "[3,2]", count: charts.count - 1)
    let counts = ["[\(graph.nodes.count),\(graph.edges.count)]"] + hostile
    #expect(dom.contains("drew [\(counts.joined(separator: ","))]"), "\(dom.prefix(2000))")
    #expect(!dom.contains("data-ran=\"yes\""))
  }

  @Test func `a chart that most viewers won't draw is written with a warning`() throws {
    let few = FormatSamples.dates
    #expect(few.mermaid().warnings.isEmpty)
    var many = few
    for i in 0..<500 {
      many.edges.append(
        Edge(
          type: EdgeType("knows\(i)"), source: "party.x", target: "country.ke", origin: .user,
          confidence: 1))
    }
    #expect(many.mermaid().warnings.map(\.code) == ["mermaid.large"])
  }

  private func browse(_ scratch: Scratch, _ file: String) throws -> String {
    let run = try start(
      "/usr/bin/env",
      [
        "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--allow-file-access-from-files", "--user-data-dir=\(scratch["profile"])",
        "--virtual-time-budget=20000", "--dump-dom", "file://\(scratch[file])",
      ])
    #expect(run.status == 0, "\(run.errors)")
    return run.text
  }
}
