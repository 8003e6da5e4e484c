import EntenteModel
import Glibc

/// A file of a pack in memory, with its lines for messages.
struct SourceFile: Sendable {
  /// As messages name it: the folder as the user gave it, and what follows.
  let path: String
  /// As the pack remembers it: relative to the folder.
  let name: String
  let text: String
  let lines: [Substring]

  init(path: String, name: String, text: String) {
    self.path = path
    self.name = name
    self.text = text
    lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
  }

  /// The spot for a message; `line` and `column` from 1, the column in bytes.
  func place(_ line: Int, _ column: Int) -> Diagnostic.Place {
    let isLine = line >= 1 && line <= lines.count
    return Diagnostic.Place(
      file: path, line: line, column: column, lineText: isLine ? String(lines[line - 1]) : nil)
  }

  /// The column in bytes of the scalar at `scalarColumn` (from 1) of a line.
  func byteColumn(line: Int, scalarColumn: Int) -> Int {
    guard line >= 1, line <= lines.count else { return scalarColumn }
    let before = lines[line - 1].unicodeScalars.prefix(max(0, scalarColumn - 1))
    return before.reduce(1) { $0 + $1.utf8.count }
  }
}

/// Reads folders and files through the C library: this target sees enough of Foundation in Yams.
enum FileSystem {
  /// The names in a folder, sorted by their bytes, without those that start with a dot; nil where it can't be read.
  static func names(in folder: String) -> [String]? {
    guard let stream = unsafe opendir(folder) else { return nil }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// A whole regular file of at most `limit` bytes, or what is wrong with it.
  static func read(_ path: String, limit: Int) -> Result<[UInt8], FileProblem> {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      return .failure(FileProblem(unsafe String(cString: strerror(errno))))
    }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return .failure(FileProblem("it is not a regular file"))
    }
    guard status.st_size <= limit else {
      return .failure(FileProblem("it has \(status.st_size) bytes, more than \(limit)"))
    }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var filled = 0
    while filled < bytes.count {
      let wanted = bytes.count - filled
      let count = unsafe bytes.withUnsafeMutableBytes {
        unsafe Glibc.read(descriptor, $0.baseAddress?.advanced(by: filled), wanted)
      }
      if count <= 0 { break }
      filled += count
    }
    bytes.removeLast(bytes.count - filled)
    return .success(bytes)
  }
}

/// Why a file can't be read, as the end of a sentence.
struct FileProblem: Error {
  let reason: String

  init(_ reason: String) { self.reason = reason }
}
