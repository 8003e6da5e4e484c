import EntenteModel
import EntenteReader
import Foundation
import Testing

@Suite struct ArticleTests {
  @Test(arguments: Seeds.names)
  func `a whole article is read as recorded`(name: String) throws {
    let article = try #require(try Seeds.article(name))
    let summary = try Shipped.reader.get().read(article).summary
    let golden = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Goldens/\(name)")
    if ProcessInfo.processInfo.environment["ENTENTE_RECORD"] == "1" {
      try Data(summary.utf8).write(to: golden)
      Issue.record("recorded \(name); look at the difference, then run without ENTENTE_RECORD")
      return
    }
    let recorded = try String(contentsOf: golden, encoding: .utf8)
    let gone = lines(recorded).filter { !lines(summary).contains($0) }
    let new = lines(summary).filter { !lines(recorded).contains($0) }
    #expect(
      summary == recorded,
      "gone: \(gone), new: \(new); ENTENTE_RECORD=1 records what is read now")
  }

  @Test(arguments: Seeds.names)
  func `every quotation stands in the article, byte for byte`(name: String) throws {
    let article = try #require(try Seeds.article(name))
    let reading = try Shipped.reader.get().read(article)
    #expect(!reading.quotations.isEmpty)
    check(reading, article)
  }

  @Test(arguments: Seeds.names)
  func `nothing is said without a quotation`(name: String) throws {
    let reading = try Shipped.reader.get().read(#require(try Seeds.article(name)))
    for event in reading.events {
      #expect(!event.evidence.isEmpty, "\(event.noun)")
      for part in event.participants where part.origin == .text {
        #expect(!part.evidence.isEmpty, "\(event.noun): \(reading.entities[part.entity].key)")
      }
    }
    for relation in reading.relations where relation.origin == .text {
      #expect(!relation.evidence.isEmpty, "\(reading.entities[relation.source].key)")
    }
  }

  @Test(arguments: Seeds.names)
  func `composed and decomposed letters give the same reading`(name: String) throws {
    let composed = try Seeds.article(name) { $0.precomposedStringWithCanonicalMapping }
    let decomposed = try Seeds.article(name) { $0.decomposedStringWithCanonicalMapping }
    let reader = try Shipped.reader.get()
    let nfc = try reader.read(#require(composed)).summary
    let nfd = try reader.read(#require(decomposed)).summary
    // As bytes: Swift's strings are equal where only the normalisation differs.
    #expect(Array(nfc.utf8) == Array(nfd.utf8), "\(lines(nfd).filter { !lines(nfc).contains($0) })")
  }

  @Test(arguments: Seeds.names)
  func `the same article is read alike twice`(name: String) throws {
    let article = try #require(try Seeds.article(name))
    let reader = try Shipped.reader.get()
    #expect(reader.read(article) == reader.read(article))
  }

  @Test func `shuffled words are read without a crash and quoted truly`() throws {
    let reader = try Shipped.reader.get()
    let text = try Seeds.names.map {
      try String(contentsOf: Seeds.folder.appending(path: $0), encoding: .utf8)
    }.joined(separator: " ")
    var words = text.split(separator: " ").map(String.init)
    words += [
      "\u{200B}", "٢٠٢٦", "’s", "(", "“", ")", "–", ",", "and", "of", "Friday,", "February", "31",
      "said", "told", "according to", "quoted", "as", "saying", "that", "”", "\"", "he", ":",
      "announced", "of meeting", "without", "neither", "nor", "not", "under", "southern",
      "the province of", "attended by", "accompanied by", "joined", "wife of", "candidate for",
      "since 2022,", "will on Monday", "left,", "almost", "Did", "?",
    ]
    var dice = ReaderDice(state: 7)
    for _ in 0..<1500 {
      let count = Int.random(in: 1...60, using: &dice)
      let mix = (0..<count).compactMap { _ in words.randomElement(using: &dice) }
      let article = article(mix.joined(separator: " "))
      check(reader.read(article), article)
    }
  }

  @Test(arguments: [
    "and", "(", "of the", "President", "Norway,", "met", "“", "'s", "6", "–", "U.S.", "Ministry of",
    "Anna Berg,", "who met", "Party of Norway", "the talks between", "Anna Berg said", "“said",
    "” he said, “", "according to", "quoted Berg as saying", "two countries:",
    "two countries, Mali and", "an oil, gas,", "trade and", "its Foreign Minister",
  ])
  func `a sentence of the same words two hundred times is read`(words: String) throws {
    let reading = try read(Array(repeating: words, count: 200).joined(separator: " "))
    #expect(reading.events.allSatisfy { !$0.evidence.isEmpty })
  }

  @Test func `an article without a word says nothing`() throws {
    #expect(try read("").quotations.isEmpty)
    #expect(try read(" \n ").quotations.isEmpty)
  }

  private func lines(_ text: String) -> [Substring] { text.split(separator: "\n") }

  private func check(_ reading: Reading, _ article: Article) {
    for quote in reading.quotations {
      let isTrue =
        quote.document == article.record.id && quote.start >= 0 && quote.start < quote.end
        && quote.end <= article.text.count
        && Array(article.text[quote.start..<quote.end]) == Array(quote.text.utf8)
      if !isTrue { Issue.record("\(quote.start)..<\(quote.end) “\(quote.text)”") }
    }
  }
}

/// The same numbers in every run.
private struct ReaderDice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 29
  }
}
