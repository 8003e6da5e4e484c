import Glibc

/// The names of the files that are being written and have to go if the program is interrupted: each ends in a zero,
/// and behind the last stands one more.
///
/// Read by the signal handler, which may neither allocate nor lock: a plain pointer with a constant beginning.
nonisolated(unsafe) private var unfinished: UnsafeMutablePointer<CChar>? = nil

/// What happens on Ctrl-C, on `kill`, and when the reader of a pipe leaves.
enum Interrupts {
  static func install() {
    // A closed pipe and a full quota become errors of `write`, which are told of or quiet as they should be.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      let before = signal(number) { number in
        var path = unsafe unfinished
        while let name = unsafe path, unsafe name.pointee != 0 {
          unsafe unlink(name)
          unsafe path = name + strlen(name) + 1
        }
        _exit(128 + number)
      }
      // `nohup` and background jobs ignore a signal on purpose.
      if unsafe unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
        signal(number, SIG_IGN)
      }
    }
  }

  /// Names the files to remove if the program is interrupted; none when it is done.
  static func guardFiles(_ paths: [String]) {
    let old = unsafe unfinished
    var new: UnsafeMutablePointer<CChar>? = nil
    if !paths.isEmpty {
      var bytes: [CChar] = []
      for path in paths { bytes += path.utf8CString }
      bytes.append(0)
      unsafe new = UnsafeMutablePointer.allocate(capacity: bytes.count)
      for (i, byte) in bytes.enumerated() { unsafe new?[i] = byte }
    }
    unsafe unfinished = new
    unsafe old?.deallocate()
  }

  /// Ends at once: nothing is buffered, and destructors have nothing to do that the system does not.
  static func leave(_ status: Int32) -> Never { _exit(status) }
}
