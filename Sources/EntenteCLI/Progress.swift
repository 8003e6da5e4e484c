import Glibc
import Synchronization

/// One line on a terminal while documents are read, once that has taken a second.
final class Progress: Sendable {
  private let start = Progress.seconds()
  private let shown = Mutex(0.0)

  /// Nil where nobody watches.
  init?() {
    guard Console.isTerminal else { return nil }
  }

  /// Tells how far the reading is; writes ten times a second at most.
  func show(_ done: Int, of count: Int) {
    let now = Progress.seconds()
    guard now - start > 1 else { return }
    shown.withLock { last in
      guard now - last > 0.1 else { return }
      last = now
      let left = Int(((now - start) / Double(done) * Double(count - done)).rounded(.up))
      Console.writeOver("Read \(done) of \(count) documents, about \(left) s left")
    }
  }

  /// Clears the line.
  func end() {
    shown.withLock { last in
      if last > 0 { Console.writeOver("") }
      last = .infinity
    }
  }

  private static func seconds() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
