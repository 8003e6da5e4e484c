import EntenteModel
import Foundation
import Testing
@Suite struct TempTests {
  @Test func `temporary`() throws {
    _ = try read("It rained.")
    for w in ["and", "(", "of the", "Norway,", "Ministry of", "Anna Berg,", "who met", "Party of Norway", "the talks between"] {
      for n in [100, 200, 400] {
      let c = ContinuousClock(); let a = c.now
      _ = try read(Array(repeating: w, count: n).joined(separator: " ")).entities.count
      FileHandle.standardError.write(Data("DONE \(w) \(n) \(c.now - a)\n".utf8)) }
    }
  }
}
