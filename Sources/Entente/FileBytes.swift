import EntenteModel
import Glibc

/// Reads a file that is no document: a graph, a drawing, a table of decisions.
package enum FileBytes {
  /// All bytes of a file, or of standard input for `-`.
  ///
  /// - Throws: `file.unreadable` or `file.too-large`, above 256 MB.
  package static func read(
    _ path: String, maximum: Int = 256 << 20
  ) throws(EntenteError) -> [UInt8] {
    let descriptor = path == "-" ? dup(0) : unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(path) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes { buffer in
        unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      }
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw unreadable(path)
      }
      bytes.append(contentsOf: chunk[..<count])
      guard bytes.count <= maximum else {
        throw EntenteError(
          code: "file.too-large", "it has more than \(maximum) bytes",
          at: Diagnostic.Place(file: path))
      }
    }
  }

  private static func unreadable(_ path: String) -> EntenteError {
    let words = unsafe strerror(errno).map { unsafe String(cString: $0) } ?? "error \(errno)"
    return EntenteError(
      code: "file.unreadable", "the file cannot be read: \(words)",
      at: Diagnostic.Place(file: path))
  }
}
