import Glibc

/// The name of the file that is being written and has to go if the program is interrupted.
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
        if let path = unsafe unfinished { unsafe unlink(path) }
        _exit(128 + number)
      }
      // `nohup` and background jobs ignore a signal on purpose.
      if unsafe unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
        signal(number, SIG_IGN)
      }
    }
  }

  /// Names the file to remove if the program is interrupted; nil when it is done.
  static func guardFile(_ path: String?) {
    let old = unsafe unfinished
    unsafe unfinished = path.flatMap { unsafe strdup($0) }
    unsafe free(old)
  }

  /// Ends at once: nothing is buffered, and destructors have nothing to do that the system does not.
  static func leave(_ status: Int32) -> Never { _exit(status) }
}
