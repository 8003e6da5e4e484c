import EntenteModel
import Glibc

/// The few things asked of the file system.
package enum FileAccess {
  /// What a path leads to.
  enum Kind {
    case folder
    case file
    /// A pipe, terminal or device: its bytes come once.
    case stream
    case other
  }

  /// The kind of thing at `path` behind any symbolic link; nil, with `errno` set, where there is none.
  static func kind(of path: String) -> Kind? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    return switch status.st_mode & S_IFMT {
    case S_IFDIR: .folder
    case S_IFREG: .file
    case S_IFIFO, S_IFCHR: .stream
    default: .other
    }
  }

  static func isSymbolicLink(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// The absolute path without links, `.` and `..`; the path itself where it leads nowhere.
  static func resolved(_ path: String) -> String {
    guard let found = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(found) }
    return unsafe String(cString: found)
  }

  /// The names in a folder, unordered, as bytes: a name need not be UTF-8. Nil, with `errno` set, if closed to us.
  package static func names(in folder: String) -> [[UInt8]]? {
    guard let stream = unsafe opendir(folder) else { return nil }
    defer { unsafe closedir(stream) }
    var names: [[UInt8]] = []
    while let entry = unsafe readdir(stream) {
      // `d_name` ends with a zero inside the record that `readdir` lent us until its next call.
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: UInt8.self, capacity: 256) { bytes in
          unsafe Array(UnsafeBufferPointer(start: bytes, count: strnlen(pointer, 256)))
        }
      }
      if name != [0x2E] && name != [0x2E, 0x2E] { names.append(name) }
    }
    return names
  }

  private static func strnlen<T>(_ pointer: UnsafePointer<T>, _ limit: Int) -> Int {
    let bytes = unsafe UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self)
    return unsafe Glibc.strnlen(bytes, limit)
  }

  /// The bytes of a file or stream; of a longer one than `maximum` none.
  ///
  /// Throws `document.unreadable` or `document.too-large`.
  static func read(_ path: String, maximum: Int, head: Int? = nil) throws(EntenteError) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw unreadable() }
    defer { close(descriptor) }
    return try read(descriptor, maximum: maximum, head: head)
  }

  static func read(
    _ descriptor: Int32, maximum: Int, head: Int? = nil
  ) throws(EntenteError) -> [UInt8] {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw unreadable() }
    let isFile = status.st_mode & S_IFMT == S_IFREG
    let size = isFile ? Int(status.st_size) : 0
    if head == nil, size > maximum { throw tooLarge(size, maximum) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(size, head ?? size) + 1)
    var chunk = [UInt8](repeating: 0, count: min(1 << 16, head ?? 1 << 16))
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes { buffer in
        unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      }
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        guard errno == EAGAIN else { throw unreadable() }
        var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        _ = unsafe poll(&wait, 1, -1)
        continue
      }
      bytes.append(contentsOf: chunk[..<count])
      if let head, bytes.count >= head { return bytes }
      // A file may grow, and a pipe has no size: what counts is what came.
      if bytes.count > maximum { throw tooLarge(nil, maximum) }
    }
  }

  /// The bytes of a file in a range; throws where it has become shorter.
  static func read(_ path: String, _ range: Range<Int>) throws(EntenteError) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable() }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: range.count)
    var filled = 0
    while filled < range.count {
      let count = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe pread(
          descriptor, buffer.baseAddress?.advanced(by: filled), range.count - filled,
          range.lowerBound + filled)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        throw EntenteError(code: "document.unreadable", "the file was changed while it was read")
      }
      filled += count
    }
    return bytes
  }

  private static func unreadable() -> EntenteError {
    EntenteError(code: "document.unreadable", "cannot be read: \(reason())")
  }

  private static func tooLarge(_ size: Int?, _ maximum: Int) -> EntenteError {
    let found = size.map { "\($0) bytes" } ?? "more than \(maximum) bytes"
    return EntenteError(
      code: "document.too-large", "\(found), above the limit of \(maximum) bytes",
      hint: "split it into its articles, or raise the limit")
  }

  /// The system's words for the last failure.
  package static func reason() -> String {
    guard let words = unsafe strerror(errno) else { return "error \(errno)" }
    return unsafe String(cString: words)
  }
}
