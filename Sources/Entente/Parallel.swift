import EntenteModel
import Glibc
import Synchronization

/// Independent work on several threads, with results in the order of the input.
enum Parallel {
  /// The cores that this process may use.
  static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// `body` of every item, at most `jobs` at once.
  ///
  /// Workers take the next item when they are done with one, so that a long article holds up nobody.
  /// - Throws: `cancelled`, soon after the task was.
  static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], jobs: Int, progress: (@Sendable (Int, Int) -> Void)? = nil,
    _ body: @escaping @Sendable (Item) -> Result
  ) async throws(EntenteError) -> [Result] {
    let queue = Queue()
    let workers = max(1, min(jobs, items.count))
    let work: @Sendable () -> [(Int, Result)] = {
      var results: [(Int, Result)] = []
      while let i = queue.next(of: items.count), !Task.isCancelled {
        results.append((i, body(items[i])))
        progress?(queue.finish(), items.count)
      }
      return results
    }
    // One worker is this thread: waking another takes longer than a short article.
    let parts = workers == 1 ? work() : await spread(work, over: workers)
    guard parts.count == items.count else {
      throw EntenteError(code: "cancelled", "the reading was cancelled")
    }
    return parts.sorted { $0.0 < $1.0 }.map(\.1)
  }

  private static func spread<Part: Sendable>(
    _ work: @escaping @Sendable () -> [Part], over workers: Int
  ) async -> [Part] {
    await withTaskGroup(of: [Part].self) { group in
      for _ in 0..<workers { group.addTask { work() } }
      var parts: [Part] = []
      for await part in group { parts += part }
      return parts
    }
  }

  /// Hands out the numbers of items.
  private final class Queue: Sendable {
    private let taken = Atomic(0)
    private let finished = Atomic(0)

    func next(of count: Int) -> Int? {
      let i = taken.wrappingAdd(1, ordering: .relaxed).oldValue
      return i < count ? i : nil
    }

    func finish() -> Int { finished.wrappingAdd(1, ordering: .relaxed).newValue }
  }
}
