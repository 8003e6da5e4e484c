import EntenteRender
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// A file on this machine that says whether anybody opened it since it was made.
private final class WatchedFile {
  let path: String
  private let watch: Int32

  init() throws {
    path = "/tmp/entente-watched-\(getpid())-\(UInt64.random(in: 0...UInt64.max)).png"
    let file = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
    try #require(file >= 0)
    // The beginning of a PNG, so that a reader by kind of file would go on.
    let bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    _ = unsafe bytes.withUnsafeBytes { unsafe write(file, $0.baseAddress, $0.count) }
    close(file)
    watch = inotify_init1(O_NONBLOCK | O_CLOEXEC)
    let isAdded = unsafe inotify_add_watch(watch, path, UInt32(IN_OPEN) | UInt32(IN_ACCESS)) >= 0
    try #require(isAdded)
  }

  var wasOpened: Bool {
    var events = [UInt8](repeating: 0, count: 4096)
    return unsafe events.withUnsafeMutableBytes { unsafe read(watch, $0.baseAddress, $0.count) } > 0
  }

  deinit {
    close(watch)
    _ = unsafe unlink(path)
  }
}

@Suite struct FileNamesTests {
  private static let names = [
    "image", "shapefile", "imagepath", "fontpath", "stylesheet", "fontname", "fontnames", "label",
    "layout", "_background", "_draw_", "_ldraw_", "shape", "charset", "URL", "href", "id",
    "bgcolor",
    "style", "arrowhead", "comment", "colorscheme", "pos", "src", "xlink:href", "postaction", "lib",
  ]

  @Test func `the check itself notices a file that is opened`() throws {
    let file = try WatchedFile()
    #expect(!file.wasOpened)
    close(unsafe open(file.path, O_RDONLY))
    #expect(file.wasOpened)
  }

  @Test(arguments: [RenderFormat.svg, .png, .pdf])
  func `a graph that names a file everywhere opens it nowhere`(format: RenderFormat) throws {
    let file = try WatchedFile()
    let path = file.path
    let operation = "I 0 0 9 9 \(path.utf8.count) -\(path)"
    for value in [path, "file://\(path)", operation] {
      let all = Self.names.map { "\"\($0)\"=\"\(value)\"" }
      let tag =
        "<TABLE><TR><TD BGCOLOR=\"\(path)\" HREF=\"\(path)\"><IMG SRC=\"\(path)\"/></TD></TR></TABLE>"
      var graphs = all.flatMap { one in
        ["digraph{\(one);a}", "digraph{a[\(one)]}", "digraph{a->b[\(one)]}"]
      }
      graphs += [
        "digraph{a[label=<\(tag)>]}", "digraph{a[shape=epsf shapefile=\"\(path)\"]}",
        "digraph{a[shape=custom shapefile=\"\(path)\"]}", "#include \"\(path)\"\ndigraph{a}",
        "digraph{imagepath=\"/tmp\" a[image=\"\(path.dropFirst(5))\"]}",
        "digraph{subgraph cluster_c{image=\"\(path)\" node[image=\"\(path)\"] a}}",
      ]
      let session = DrawingSession()
      for dot in graphs {
        let request = RenderRequest(
          dot: Array(dot.utf8), format: format, limits: RenderLimits(seconds: 5))
        let drawing = try? GraphvizRenderer.render(request, in: session)
        if format == .svg, let drawing, !dot.contains("label"), !dot.contains("comment") {
          let svg = String(
            decoding: (try? SVGSanitizer.rewrite(drawing.bytes)) ?? [], as: UTF8.self)
          #expect(!svg.contains("href=\"\(path)") && !svg.contains("file:"), "\(dot)")
        }
        #expect(!file.wasOpened, "\(dot)")
      }
    }
  }
}
