import Entente
import Synchronization

/// Hands out the files of a batch, writes what was drawn, and says what there is to say in the order of the files.
final class RenderDesk: Sendable {
  private struct State {
    var begun = 0
    var drawn = 0
    var worst = ExitStatus.nothingUsable
    var failure: Failure?
    /// What is to be said of files, until those before them are done.
    var words: [Int: [Diagnostic]] = [:]
    var said = 0
  }

  private let count: Int
  private let state = Mutex(State())

  init(_ count: Int) { self.count = count }

  /// How many files were drawn.
  var drawn: Int { state.withLock { $0.drawn } }
  /// The code to end with where none was.
  var worst: ExitStatus { state.withLock { $0.worst } }

  /// The number of a file that nobody has begun; nil when there is none or nothing more can be written.
  func next() -> Int? {
    state.withLock { state in
      guard state.begun < count, state.failure == nil else { return nil }
      state.begun += 1
      return state.begun - 1
    }
  }

  func take(_ drawing: Drawing, _ number: Int, to target: String) {
    state.withLock { state in
      guard state.failure == nil else { return }
      do throws(Failure) {
        try Output.file(drawing.bytes, to: target, waits: false)
        state.drawn += 1
      } catch {
        // A disk that takes no file takes the next one neither.
        state.failure = error
      }
      RenderDesk.say(drawing.warnings, number, &state)
    }
  }

  func refuse(_ error: EntenteError, _ number: Int) {
    state.withLock { state in
      if ExitStatus(error) == .badData { state.worst = .badData }
      RenderDesk.say(error.faults, number, &state)
    }
  }

  /// Says what was held back, and throws where the work ended early.
  func close() throws(Failure) {
    let failure = state.withLock { state in
      for number in state.words.keys.sorted() {
        for word in state.words[number] ?? [] { Console.write(word) }
      }
      return state.failure
    }
    if let failure { throw failure }
  }

  private static func say(_ words: [Diagnostic], _ number: Int, _ state: inout State) {
    state.words[number] = words
    while let next = state.words.removeValue(forKey: state.said) {
      for word in next { Console.write(word) }
      state.said += 1
    }
  }
}
