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

  /// The document after its scripts have run.
  private func dump(_ file: String, _ scratch: Scratch) throws -> String {
    let run = try start(
      "/usr/bin/env",
      [
        "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--user-data-dir=\(scratch["profile"])", "--virtual-time-budget=2000", "--dump-dom",
        "file://\(scratch[file])",
      ])
    #expect(run.status == 0, "\(run.errors)")
    return run.text
  }
}
