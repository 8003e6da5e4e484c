import Foundation
import Testing

/// Mermaid itself, in a browser: it comes with a Python package (nicegui), of which nothing else is used.
enum MermaidBrowser {
  /// The folder of Mermaid's module.
  private static let folder: String? = {
    guard let python = Programs.find("python3") else { return nil }
    let script = """
      import importlib.util, pathlib
      place = importlib.util.find_spec('nicegui').submodule_search_locations[0]
      print(pathlib.Path(place) / 'elements/mermaid/dist')
      """
    guard let run = try? start(python, ["-c", script]), run.status == 0 else { return nil }
    return run.text.trimmingCharacters(in: .whitespacesAndNewlines)
  }()

  static let isPresent =
    Programs.isThorough || (Programs.find("chromium") != nil && folder != nil)

  /// What a script makes of the charts and the JSON beside them, as the page that it runs in sends it.
  ///
  /// - Parameter script: statements in which `mermaid` is the module and `charts` a list of lists of texts; they fill
  ///   the list `told`.
  static func run(_ script: String, on charts: [[String]]) throws -> String {
    let scratch = try Scratch()
    let data = String(decoding: try JSONEncoder().encode(charts), as: UTF8.self)
    try scratch.write(data, to: "charts.json")
    try scratch.write(
      """
      <!DOCTYPE html><html><head><meta charset="utf-8"></head><body><script type="module">
      const told = [];
      try {
        const {mermaid} = await import('/mermaid/index.js');
        const charts = await (await fetch('/charts.json')).json();
        mermaid.initialize({startOnLoad: false});
        \(script)
      } catch (error) { told.push(String(error)); }
      const ran = document.documentElement.dataset.ran ?? '';
      await fetch('/told', {method: 'POST', body: JSON.stringify(told) + ran});
      </script></body></html>
      """, to: "page.html")
    let python = try #require(Programs.find("python3"))
    let run = try start(python, ["-c", server, scratch.path, try #require(folder)])
    #expect(run.status == 0, "\(run.errors.suffix(2000))")
    return run.text
  }

  /// Serves the page and Mermaid on this machine until the page has told what it found.
  private static let server = #"""
    import http.server, os, subprocess, sys, threading
    scratch, mermaid = sys.argv[1:]
    told, done = [], threading.Event()
    class Handler(http.server.SimpleHTTPRequestHandler):
      def translate_path(self, path):
        name = os.path.basename(path)
        return os.path.join(mermaid if path.startswith('/mermaid/') else scratch, name)
      def do_POST(self):
        told.append(self.rfile.read(int(self.headers['Content-Length'])).decode())
        self.send_response(204)
        self.end_headers()
        done.set()
      def log_message(self, *arguments): pass
    server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    browser = subprocess.Popen(
      ['chromium', '--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage',
       '--remote-debugging-port=0', f'--user-data-dir={scratch}/profile',
       f'http://127.0.0.1:{server.server_address[1]}/page.html'],
      stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    finished = done.wait(120)
    browser.terminate()
    browser.wait()
    if not finished: sys.exit('the browser did not finish')
    print(told[0])
    """#
}
