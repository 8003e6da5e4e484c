import EntenteModel
import Foundation
import Testing
@Suite struct TemporaryTests {
  @Test func `temporary`() throws {
    guard let w = ProcessInfo.processInfo.environment["W"] else { return }
    let n = Int(ProcessInfo.processInfo.environment["N"] ?? "1000") ?? 1000
    let c = ContinuousClock(); let a = c.now
    let r = try read(Array(repeating: w, count: n).joined(separator: " "))
    print("DONE", w, n, r.entities.count, r.events.count, c.now - a)
  }
}
