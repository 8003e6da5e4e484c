import Entente
import Foundation
import Testing

@Suite(.serialized) struct Browser {
  @Test(.enabled(if: Programs.has("chromium"), "chromium is not installed"))
  func `an SVG runs no script, opened by itself and inlined in a page`() throws {
    let scratch = try Scratch()
    // One page with every picture inlined, and the worst of them opened alone.
    var page = "<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>"
    for (i, name) in Hostile.names.enumerated() where !name.contains("\u{0}") {
      let options = DrawingOptions(title: name, note: name, dark: i % 2 == 0 ? .auto : .never)
      page += String(decoding: try Hostile.graph(name).svg(options).bytes, as: UTF8.self)
    }
    try scratch.write(page + "<p id='end'>end</p></body></html>", to: "page.html")
    let dom = try dump("page.html", scratch)
    #expect(dom.contains("id=\"end\""))
    #expect(!dom.contains("data-ran=\"yes\""))

    for (i, name) in Hostile.names.enumerated() where name.contains(Hostile.mark) {
      let svg = try Hostile.graph(name).svg(DrawingOptions(title: name, note: name)).bytes
      try Data(svg).write(to: URL(filePath: scratch["\(i).svg"]))
      let dom = try dump("\(i).svg", scratch)
      #expect(dom.contains("<svg"))
      #expect(!dom.contains("data-ran=\"yes\""), "\(name)")
    }
  }

  @Test(.enabled(if: Programs.has("chromium"), "chromium is not installed"))
  func `the check itself notices a script that runs`() throws {
    let scratch = try Scratch()
    try scratch.write(
      "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>\(Hostile.mark)</script></svg>",
      to: "a.svg")
    #expect(try dump("a.svg", scratch).contains("data-ran=\"yes\""))
  }

  @Test(
    .enabled(
      if: Programs.has("chromium") && (Programs.isThorough || Axe.path != nil),
      "chromium or axe-core is not installed"))
  func `a page with pictures inlined twice, their words and an image has nothing that axe reports`()
    throws
  {
    let scratch = try Scratch()
    let axe = try String(contentsOfFile: try #require(Axe.path), encoding: .utf8)
    var page =
      "<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>Two</title></head>"
    page += "<body><main><h1>Two pictures</h1>"
    for (prefix, link) in [("one-", "#"), ("two-", nil)] {
      var arguments = ["graph", Programs.seeds, "--embed", "--dark", "auto", "--id-prefix", prefix]
      if let link { arguments += ["--words-at", link] }
      let svg = try start(Programs.entente, arguments + ["--to", "svg"])
      page += svg.text
      // What the links lead to.
      for piece in svg.text.split(separator: "<a href=\"#").dropFirst() {
        page += "<p id='\(piece.prefix { $0 != "\"" })'>Words</p>"
      }
    }
    _ = try entente("graph", Programs.seeds, "-o", scratch["a.svg"])
    page += "<img src='a.svg' alt='Who met whom' id='image'></main><script>\(axe)</script>"
    page +=
      "<script>addEventListener('load', () => axe.run(document).then(result => {"
      + "document.body.dataset.width = document.getElementById('image').naturalWidth;"
      + "document.body.dataset.found = result.violations.map(v => v.id + '!').join(' ');"
      + "document.body.dataset.passed = result.passes.length; }))</script></body></html>"
    try scratch.write(page, to: "page.html")
    let body = try dump("page.html", scratch).split(separator: "<body ").last?.prefix { $0 != ">" }
    let found = try #require(body)
    #expect(found.contains("data-found=\"\""), "\(found)")
    #expect(!found.contains("data-passed=\"0\"") && found.contains("data-passed"))
    #expect(found.contains("data-width=\"") && !found.contains("data-width=\"0\""))
  }

  @Test(
    .enabled(if: Programs.has("chromium", "pdfinfo"), "chromium or poppler-utils is not installed"))
  func `pictures in a page print on a sheet each, as text, in a tagged PDF`() throws {
    let scratch = try Scratch()
    var page =
      "<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>Two</title></head>"
    for prefix in ["one-", "two-"] {
      page += try entente(
        "graph", Programs.seeds, "--embed", "--dark", "auto", "--id-prefix", prefix, "--to", "svg"
      ).text
    }
    try scratch.write(page, to: "page.html")
    let run = try start(
      "/usr/bin/env",
      Browser.arguments(scratch) + [
        "--no-pdf-header-footer", "--print-to-pdf=\(scratch["page.pdf"])",
        "file://\(scratch["page.html"])",
      ])
    #expect(run.status == 0, "\(run.errors)")
    let told = try start("/usr/bin/env", ["pdfinfo", scratch["page.pdf"]]).text
    #expect(told.contains("Pages:           2"), "\(told)")
    #expect(told.contains("Tagged:          yes"))
    let text = try start("/usr/bin/env", ["pdftotext", scratch["page.pdf"], "-"]).text
    #expect(text.split(separator: "Norodom Sihamoni").count > 2)
  }

  /// What every start of the browser has in common.
  private static func arguments(_ scratch: Scratch) -> [String] {
    [
      "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
      "--user-data-dir=\(scratch["profile"])",
    ]
  }

  /// The document after its scripts have run.
  private func dump(_ file: String, _ scratch: Scratch) throws -> String {
    let run = try start(
      "/usr/bin/env",
      Browser.arguments(scratch) + [
        "--virtual-time-budget=10000", "--dump-dom", "file://\(scratch[file])",
      ])
    #expect(run.status == 0, "\(run.errors)")
    return run.text
  }
}

/// axe-core, the script that looks for what keeps people out of a page.
enum Axe {
  /// Where `make setup-checks` puts it.
  static var path: String? {
    let lib = Programs.project.appending(path: ".build/venv/lib").path(percentEncoded: false)
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: lib)) ?? []
    return versions.sorted().map { "\(lib)/\($0)/site-packages/axe_playwright_python/axe.min.js" }
      .first { FileManager.default.fileExists(atPath: $0) }
  }
}
