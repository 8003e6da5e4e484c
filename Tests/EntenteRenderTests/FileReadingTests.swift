import EntenteRender
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct FileReadingTests {
  @Test(
    "A graph that names a pipe is drawn without opening it",
    arguments: [
      "digraph{a[image=\"PIPE\"]}", "digraph{a[shape=epsf shapefile=\"PIPE\"]}",
      "digraph{a[label=<<TABLE><TR><TD><img src=\"PIPE\"/></TD></TR></TABLE>>]}",
      "digraph{node[image=\"PIPE\"]; a; subgraph s{node[shapefile=\"PIPE\"] b}}",
      "digraph{stylesheet=\"PIPE\" imagepath=\"PIPE\" fontpath=\"PIPE\" a}",
    ])
  func pipe(_ dot: String) throws {
    let path = "/tmp/entente-render-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
    let made = unsafe mkfifo(path, 0o600)
    try #require(made == 0)
    defer { _ = unsafe unlink(path) }
    let start = ContinuousClock.now
    let pieces = dot.split(separator: "PIPE", omittingEmptySubsequences: false)
    let drawing = try draw(pieces.joined(separator: path), seconds: 3)
    // A reader of a pipe waits for its writer, so whoever opened it would sit until the deadline.
    #expect(ContinuousClock.now - start < .seconds(2))
    #expect(!String(decoding: drawing.bytes, as: UTF8.self).contains(path))
    #expect(!drawing.diagnostics.isEmpty)
  }

  @Test func noDescriptorIsLeftBehind() throws {
    func count() -> Int { (0..<256).count { fcntl($0, F_GETFD) != -1 } }
    _ = try draw("digraph{a}")
    let before = count()
    for _ in 0..<5 { _ = try draw("digraph{a->b}") }
    // Other tests draw at the same time, four descriptors each.
    #expect(count() < before + 60)
  }
}
