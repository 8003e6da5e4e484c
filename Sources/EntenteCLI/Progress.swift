import Glibc
import Synchronization

/// One line on a terminal while documents are read, once that has taken a second.
final class Progress: Sendable {
  private let start = Progress.seconds()
  private let shown = Mutex((last: 0.0, first: 0.0, before: 0))

  /// Nil where nobody watches.
  init?() {
    guard Console.isTerminal else { return nil }
  }

  /// Tells how far the reading is; writes ten times a second at most.
  func show(_ done: Int, of count: Int) {
    let now = Progress.seconds()
    guard now - start > 1 else { return }
    shown.withLock { state in
      guard now - state.last > 0.1 else { return }
      // The pace is that since the first call: before it, files were loaded.
      if state.first == 0 { (state.first, state.before) = (now, done) }
      state.last = now
      let pace = Double(done - state.before) / max(now - state.first, 0.001)
      let left = pace > 0 ? Int((Double(count - done) / pace).rounded(.up)) : 0
      let end = now - state.first > 1 && pace > 0 ? ", about \(left) s left" : ""
      Console.writeOver("Read \(done) of \(count) documents\(end)")
    }
  }

  /// Clears the line.
  func end() {
    shown.withLock { state in
      if state.last > 0 { Console.writeOver("") }
      state.last = .infinity
    }
  }

  private static func seconds() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
