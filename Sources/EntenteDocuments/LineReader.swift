import EntenteModel
import Glibc

/// Goes through a file a line at a time, so that its size does not matter.
final class LineReader {
  struct Line {
    /// Without the line end; nil where the line is longer than allowed.
    var bytes: [UInt8]?
    /// Where it stands in the file.
    var range: Range<Int>
    /// From 1.
    var number: Int
  }

  private let descriptor: Int32
  private let longest: Int
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)
  private var filled = 0
  private var used = 0
  private var offset = 0
  private var number = 0

  /// Throws `document.unreadable`.
  init(_ path: String, longest: Int) throws(EntenteError) {
    self.longest = longest
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw LineReader.unreadable() }
  }

  deinit { close(descriptor) }

  /// The next line; nil at the end of the file.
  func next() throws(EntenteError) -> Line? {
    var bytes: [UInt8] = []
    let start = offset
    var length = 0
    while true {
      if used == filled, try !fill() {
        if length == 0 { return nil }
        break
      }
      let end = chunk[used..<filled].firstIndex(of: 0x0A)
      let part = chunk[used..<(end ?? filled)]
      length += part.count
      if length <= longest { bytes += part }
      used = end.map { $0 + 1 } ?? filled
      offset += part.count + (end == nil ? 0 : 1)
      if end != nil { break }
    }
    number += 1
    return Line(
      bytes: length <= longest ? bytes : nil, range: start..<(start + length), number: number)
  }

  private func fill() throws(EntenteError) -> Bool {
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes { buffer in
        unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw LineReader.unreadable() }
      used = 0
      filled = count
      return count > 0
    }
  }

  private static func unreadable() -> EntenteError {
    EntenteError(code: "document.unreadable", "cannot be read: \(FileAccess.reason())")
  }
}
