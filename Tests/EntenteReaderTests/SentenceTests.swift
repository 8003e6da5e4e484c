import EntenteModel
import Testing

/// A sentence's end is seen in what the reader quotes: an event's evidence is its sentence.
@Suite struct SentenceTests {
  @Test(arguments: [
    "Dr. Anna Berg met Mr. Omar Diallo on Feb. 6 in Oslo.",
    "Gen. Omar Diallo met Col. Peter Mwangi in Nairobi.",
    "Anna J. Berg met J. K. Mwangi in Oslo.",
    "U.S. Secretary of State Anna Berg met Omar Diallo in Washington, D.C., on Monday.",
    "Anna Berg met Omar Diallo to discuss a loan of 3.5 million dollars in Oslo.",
    "St. Kitts and Nevis Prime Minister Anna Berg met Omar Diallo in Oslo.",
    "Anna Berg met Omar Diallo, head of Acme Inc., in Oslo.",
  ])
  func `a stop inside a sentence does not end it`(sentence: String) throws {
    let reading = try read("It rained. \(sentence) It snowed.")
    #expect(
      reading.told == [
        "meeting held: \(reading.names(of: .person).sorted().joined(separator: ", "))"
      ])
    #expect(reading.events.first?.evidence.map(\.text) == [sentence])
  }

  @Test(arguments: [
    "Anna Berg met Omar Diallo./.", "Anna Berg met Omar Diallo!", "Anna Berg met Omar Diallo?",
    "Anna Berg met Omar Diallo.”",
    "Anna Berg met Omar Diallo (in Oslo).", "Anna Berg met Omar Diallo at 10.30 a.m.",
    "Anna Berg met Omar Diallo in 2025.",
  ])
  func `a sentence ends with its closing marks`(sentence: String) throws {
    let reading = try read("\(sentence) Peter Mwangi visited Fiji.")
    let meeting = reading.events.first { $0.kind == .meeting }
    #expect(meeting.map { reading.sides($0) } == "Anna Berg, Omar Diallo")
    #expect(meeting?.evidence.map(\.text) == [sentence])
    #expect(reading.visits == ["held: Peter Mwangi → Fiji"])
  }

  @Test func `a paragraph ends a sentence without a stop`() throws {
    let reading = try read("Anna Berg met Omar Diallo\n\nPeter Mwangi visited Fiji")
    #expect(reading.told == ["meeting held: Anna Berg, Omar Diallo", "visit held: Peter Mwangi"])
  }
}
