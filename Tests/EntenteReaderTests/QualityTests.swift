import EntenteGraph
import Foundation
import Testing

/// How well whole articles are read, against annotations made by hand.
///
/// Floors are two-digit F1 values, slightly below what is measured. They only go up, with the change that
/// raises the score.
@Suite struct QualityTests {
  @Test func `the articles that rules are written on are read at least this well`() throws {
    try expect(
      try Gold.scores(articles.appending(path: "read")),
      [
        "entity": 0.85, "name-only": 0.88, "relation": 0.66, "meeting": 0.61, "agreement": 0.51,
        "visit": 0.55, "status": 0.94, "date": 0.67, "linking": 0.98,
      ])
  }

  /// Only counted: no rule may be written on one of them, so nobody looks at what is missed there.
  @Test func `articles that no rule was written on are read at least this well`() throws {
    try expect(
      try Gold.scores(articles.appending(path: "unread")),
      [
        "entity": 0.82, "name-only": 0.86, "relation": 0.68, "meeting": 0.52, "agreement": 0.2,
        "visit": 0.51, "status": 0.9, "date": 0.53, "linking": 0.98,
      ])
  }

  @Test(.enabled(if: Gold.isThere, "../shared/gold is needed"))
  func `the seeds are read at least this well`() throws {
    try expect(
      try Gold.scores(Gold.folder.appending(path: "seeds"), of: Seeds.folder),
      [
        "entity": 0.97, "relation": 0.95, "meeting": 0.93, "agreement": 1, "visit": 0.95,
        "status": 0.95, "date": 0.9, "linking": 0.98,
      ])
  }

  @Test(.enabled(if: Gold.isThere, "../shared/gold is needed"))
  func `government statements are read at least this well`() throws {
    try expect(
      try Gold.scores(Gold.folder.appending(path: "statements")),
      [
        "entity": 0.89, "relation": 0.73, "meeting": 0.66, "agreement": 0.32, "visit": 0.8,
        "status": 0.98, "date": 0.79, "linking": 0.95,
      ])
  }

  @Test func `what is given as sure is right about nine times in ten where no rule was written`()
    throws
  {
    let calibration = try Gold.scores(articles.appending(path: "unread")).calibration
    #expect(calibration.sure.edges > 30)
    // One mistake more among fifty edges takes two hundredths.
    #expect(calibration.sure.share >= 0.85)
    // And what is given as less sure is less often right.
    let rest = calibration.all.edges - calibration.sure.edges
    #expect(
      Double(calibration.all.right - calibration.sure.right) < calibration.sure.share * Double(rest)
    )
  }

  private let articles = checkout.appending(path: "Tests/EntenteReaderTests/Articles")

  private func expect(_ scores: Scorecard, _ floors: [String: Double]) throws {
    for (name, floor) in floors.sorted(by: { $0.key < $1.key }) {
      let score =
        name == "linking" ? scores.linking : scores[try #require(Measure(rawValue: name))].score
      #expect(score.f1 >= floor, "\(name)")
    }
  }
}
