import EntenteModel
import Testing

@Suite struct EventTests {
  @Test(arguments: [
    ("Anna Berg met Omar Diallo in Oslo.", "meeting held: Anna Berg, Omar Diallo"),
    ("Anna Berg was received by Omar Diallo.", "meeting held: Anna Berg, Omar Diallo"),
    ("Anna Berg and Omar Diallo held talks in Oslo.", "meeting held: Anna Berg, Omar Diallo"),
    (
      "Talks between Anna Berg and Omar Diallo took place in Oslo.",
      "meeting held: Anna Berg, Omar Diallo"
    ),
    ("Talks were held between Anna Berg and Omar Diallo.", "meeting held: Anna Berg, Omar Diallo"),
    (
      "Anna Berg, who met Omar Diallo in Oslo, praised the road.",
      "meeting held: Anna Berg, Omar Diallo"
    ),
    (
      "Anna Berg praised Omar Diallo, whom she met in Oslo.", "meeting held: Anna Berg, Omar Diallo"
    ),
    ("Anna Berg arrived by train and met Omar Diallo.", "meeting held: Anna Berg, Omar Diallo"),
    (
      "During a meeting with Omar Diallo, Anna Berg praised the road.",
      "meeting held: Anna Berg, Omar Diallo"
    ),
    (
      "At her meeting with Omar Diallo in Oslo, Anna Berg praised the road.",
      "meeting held: Anna Berg, Omar Diallo"
    ),
    (
      "After meeting Omar Diallo, Anna Berg praised the road.",
      "meeting held: Anna Berg, Omar Diallo"
    ),
    ("Anna Berg paid a courtesy call on Omar Diallo.", "meeting held: Anna Berg, Omar Diallo"),
    ("Anna Berg spoke by phone with Omar Diallo.", "meeting held: Anna Berg, Omar Diallo"),
    (
      "Anna Berg had a phone call with Omar Diallo on Monday.",
      "meeting held: Anna Berg, Omar Diallo"
    ),
    ("Anna Berg hosted Omar Diallo at the palace.", "meeting held: Anna Berg, Omar Diallo"),
    (
      "Anna Berg met Omar Diallo, Rosa Quispe and Kofi Asante.",
      "meeting held: Anna Berg, Kofi Asante, Omar Diallo, Rosa Quispe"
    ),
    (
      "Anna Berg met with both Omar Diallo and Rosa Quispe.",
      "meeting held: Anna Berg, Omar Diallo, Rosa Quispe"
    ),
    ("Ghana, Kenya and Norway held a summit in Accra.", "meeting held: Ghana, Kenya, Norway"),
    (
      "Mongolia's Ministry of Health met with the Bank of Ghana.",
      "meeting held: Bank of Ghana, Ministry of Health"
    ),
  ])
  func `a meeting is told with its sides`(text: String, told: String) throws {
    let found = try read(text).told.filter { $0.hasPrefix("meeting") }
    #expect(found == [told])
  }

  @Test(arguments: [
    ("President Amina Yusuf visited Norway.", "held: Amina Yusuf → Norway"),
    ("Norway was visited by President Amina Yusuf.", "held: Amina Yusuf → Norway"),
    ("President Amina Yusuf paid an official visit to Norway.", "held: Amina Yusuf → Norway"),
    ("President Amina Yusuf's visit to Norway went well.", "held: Amina Yusuf → Norway"),
    ("The state visit of President Amina Yusuf to Norway went well.", "held: Amina Yusuf → Norway"),
    (
      "During her visit to Norway, President Amina Yusuf praised the road.",
      "held: Amina Yusuf → Norway"
    ),
    ("President Amina Yusuf arrived in Oslo for a three-day visit.", "held: Amina Yusuf → Oslo"),
    (
      "President Amina Yusuf flew to Mongolia and praised the road.", "held: Amina Yusuf → Mongolia"
    ),
    ("President Amina Yusuf left Nairobi on a working visit to Peru.", "held: Amina Yusuf → Peru"),
    (
      "President Amina Yusuf toured Fiji and Jordan.",
      "held: Amina Yusuf → Fiji; held: Amina Yusuf → Jordan"
    ),
    ("President Amina Yusuf, who visited Quebec, praised the road.", "held: Amina Yusuf → Quebec"),
    ("A delegation led by Minister Kofi Asante visited Jordan.", "held: Kofi Asante → Jordan"),
    ("Minister Kofi Asante led a delegation on a visit to Jordan.", "held: Kofi Asante → Jordan"),
    ("President Amina Yusuf visited the Bank of Ghana.", "held: Amina Yusuf → Bank of Ghana"),
  ])
  func `a visit is told with its visitor and its place`(text: String, told: String) throws {
    let visits = try read(text).visits.joined(separator: "; ")
    #expect(visits == told)
  }

  @Test(arguments: [
    ("Ghana and Fiji signed a fisheries agreement.", "agreement signed: Fiji, Ghana"),
    ("A fisheries agreement was signed by Ghana and Fiji.", "agreement signed: Fiji, Ghana"),
    ("A fisheries agreement was signed between Ghana and Fiji.", "agreement signed: Fiji, Ghana"),
    (
      "Ghana signed a memorandum of understanding with Fiji on Monday.",
      "agreement signed: Fiji, Ghana"
    ),
    (
      "Ghana's Ministry of Health signed a deal with Acme Corporation.",
      "agreement signed: Acme Corporation, Ministry of Health"
    ),
    ("Ghana will sign a trade agreement with Fiji next week.", "agreement planned: Fiji, Ghana"),
    (
      "The signing of a treaty between Ghana and Fiji was welcomed.",
      "agreement signed: Fiji, Ghana"
    ),
    ("Ghana and Fiji reached an agreement on fisheries.", "agreement signed: Fiji, Ghana"),
    ("Ghana and Fiji exchanged three agreements.", "agreement signed: Fiji, Ghana"),
    ("Ghana and Fiji met and signed a treaty.", "agreement signed: Fiji, Ghana"),
    ("Ghana proposed a trade agreement with Fiji.", "agreement proposed: Fiji, Ghana"),
    (
      "Ghana and Fiji signed a trade agreement. The agreement was signed by Ghana's Health Minister "
        + "Kofi Boateng and Fiji's Health Minister Ratu Vakatora.",
      "agreement signed: Fiji, Ghana"
    ),
  ])
  func `an agreement is told with its sides`(text: String, told: String) throws {
    let found = try read(text).told.filter { $0.hasPrefix("agreement") }
    #expect(Set(found) == [told])
  }

  @Test(arguments: [
    ("President Amina Yusuf will visit Norway.", "planned"),
    ("President Amina Yusuf is to visit Norway.", "planned"),
    ("President Amina Yusuf is scheduled to visit Norway on Friday.", "planned"),
    ("President Amina Yusuf plans to visit Norway.", "planned"),
    ("President Amina Yusuf is expected to visit Norway.", "planned"),
    ("The upcoming visit of President Amina Yusuf to Norway was announced.", "planned"),
    ("President Amina Yusuf is due to visit Norway.", "planned"),
    ("President Amina Yusuf is going to visit Norway.", "planned"),
    ("President Amina Yusuf is visiting Norway.", "held"),
    ("President Amina Yusuf has visited Norway.", "held"),
    ("President Amina Yusuf visited Norway last year.", "held"),
    ("Anna Berg invited President Amina Yusuf to visit Norway.", "proposed"),
    ("President Amina Yusuf was invited to visit Norway.", "proposed"),
    ("President Amina Yusuf hopes to visit Norway.", "proposed"),
    ("President Amina Yusuf cancelled a visit to Norway.", "cancelled"),
    ("President Amina Yusuf's visit to Norway was cancelled.", "cancelled"),
    ("President Amina Yusuf called off her visit to Norway.", "cancelled"),
    ("During a visit to Norway, President Amina Yusuf met Anna Berg.", "held"),
    ("On a visit to Norway next week, President Amina Yusuf will meet Anna Berg.", "planned"),
  ])
  func `a visit's status is told by the verbs around it`(text: String, status: String) throws {
    let visits = try read(text).events.filter { $0.kind == .visit }
    #expect(visits.map(\.status.rawValue) == [status])
  }

  @Test(arguments: [
    "President Amina Yusuf did not meet Anna Berg.",
    "President Amina Yusuf never met Anna Berg.",
    "President Amina Yusuf denied meeting Anna Berg.",
    "President Amina Yusuf denied that she had met Anna Berg.",
    "President Amina Yusuf refused to meet Anna Berg.",
    "President Amina Yusuf hasn't met Anna Berg.",
    "No meeting between Amina Yusuf and Anna Berg took place.",
    "Neither Amina Yusuf nor Anna Berg met reporters.",
    "If President Amina Yusuf meets Anna Berg, the road may open.",
    "President Amina Yusuf may meet Anna Berg.",
    "President Amina Yusuf could meet Anna Berg if it rains.",
    "Regular meetings between Ghana and Fiji are useful.",
    "The Danish Prime Minister met with Anna Berg and Omar Diallo.",
    "Ghana and Fiji value high-level visits.",
    "Presidents meet prime ministers every year.",
    "Ghana and Fiji should sign more agreements.",
    "The two sides met expectations.",
    "Ghana and Fiji agreed that the road is long.",
    "Anna Berg signed a book.",
    "Anna Berg visited her mother.",
    "The committee meets the needs of Ghana.",
    "Omar Diallo, the Meeting House's owner, sang.",
  ])
  func `what is denied, only possible, general or something else makes no event that happened`(
    text: String
  ) throws {
    let reading = try read(text)
    #expect(!reading.events.contains { $0.status.happened }, "\(reading.told)")
  }

  @Test(arguments: [
    "President Amina Yusuf did not meet Anna Berg.",
    "President Amina Yusuf denied meeting Anna Berg.",
    "No agreement was signed between Ghana and Fiji.",
    "President Amina Yusuf has never visited Norway.",
  ])
  func `what is denied makes no event of any status`(text: String) throws {
    let told = try read(text).told
    #expect(told.isEmpty)
  }

  @Test func `a witness is no side`() throws {
    let reading = try read(
      "President Amina Yusuf and Prime Minister Anna Berg witnessed the signing of a trade agreement"
        + " between the Bank of Ghana and Acme Corporation.")
    #expect(reading.told == ["agreement signed: Acme Corporation, Bank of Ghana"])
    let witnesses = reading.events.first.map { reading.names($0) { $0 == .witness } }
    #expect(witnesses == ["Amina Yusuf", "Anna Berg"])
  }

  @Test func `those who look on in a side clause are witnesses`() throws {
    let reading = try read(
      "Ghana and Fiji signed a trade agreement in the presence of President Amina Yusuf.")
    #expect(reading.told == ["agreement signed: Fiji, Ghana"])
  }

  @Test func `a reception that is only announced stays planned`() throws {
    let reading = try read("King Harald of Norway will receive President Amina Yusuf on Friday.")
    #expect(reading.events.map(\.status) == [.planned])
    #expect(reading.dates == ["2026-03-13"])
  }

  @Test(arguments: [
    ("Ghana signed three agreements with Fiji, Kenya and Peru.", 3),
    ("Ghana and Fiji signed two agreements: a trade agreement and a visa agreement.", 2),
    (
      "Three deals were signed between Quebec and the administrations of Ontario, Manitoba and Alberta.",
      3
    ),
  ])
  func `a stated count of agreements is kept`(text: String, count: Int) throws {
    let told = try read(text).told.filter { $0.hasPrefix("agreement") }
    #expect(told.count == count, "\(told)")
  }

  @Test func `the two sides are those of the meeting before`() throws {
    let reading = try read(
      "The Ghanaian Ministry of Health and the Fijian Ministry of Health met in Accra."
        + " The two sides signed a cooperation agreement.")
    let sides = reading.events.filter { $0.kind == .agreement }.map(\.participants.count)
    #expect(sides == [2])
    let meeting = reading.events.first { $0.kind == .meeting }.map { reading.sides($0) }
    let agreement = reading.events.first { $0.kind == .agreement }.map { reading.sides($0) }
    #expect(agreement != nil && agreement == meeting)
  }

  @Test func `the two leaders are the persons of the meeting before`() throws {
    let reading = try read(
      "President Amina Yusuf met Prime Minister Anna Berg in Oslo. The two leaders witnessed the"
        + " signing of an agreement between the Bank of Ghana and Acme Corporation.")
    let deal = reading.events.first { $0.kind == .agreement }
    #expect(deal.map { reading.names($0) { $0 == .witness } } == ["Amina Yusuf", "Anna Berg"])
  }

  @Test func `one meeting told twice is one`() throws {
    let reading = try read(
      "President Amina Yusuf met Prime Minister Anna Berg in Oslo on Monday.\n\n"
        + "At the meeting, Yusuf praised the road.\n\nThe talks lasted an hour.")
    #expect(reading.told == ["meeting held: Amina Yusuf, Anna Berg"])
    #expect(reading.dates == ["2026-03-09"])
  }

  @Test func `meetings on two days are two`() throws {
    let reading = try read(
      "Amina Yusuf met Anna Berg in Oslo on March 2. Amina Yusuf met Anna Berg in Accra on March 9."
    )
    #expect(reading.events.count == 2)
    #expect(reading.dates == ["2026-03-02", "2026-03-09"])
  }

  @Test func `another meeting is another`() throws {
    let reading = try read(
      "Amina Yusuf met Anna Berg in Oslo on Monday. She held another meeting with Omar Diallo.")
    #expect(reading.told.count == 2)
    #expect(reading.told.contains("meeting held: Amina Yusuf, Omar Diallo"))
  }

  @Test func `a planned visit that is later told as held is one visit`() throws {
    let reading = try read(
      "President Amina Yusuf visited Norway on Monday. The visit was her first to Norway.")
    #expect(reading.visits == ["held: Amina Yusuf → Norway"])
  }

  @Test func `a meeting during a visit is part of it`() throws {
    let reading = try read(
      "Kenyan President Amina Yusuf visited Norway on Monday. Yusuf met Norwegian Prime Minister Anna"
        + " Berg in Oslo.")
    let meeting = reading.events.first { $0.kind == .meeting }
    let visit = reading.events.firstIndex { $0.kind == .visit }
    #expect(meeting?.within == visit && visit != nil)
  }

  @Test(arguments: [
    ("Anna Berg met Omar Diallo in Oslo.", "Oslo"),
    ("Anna Berg and Omar Diallo held talks in Accra on Monday.", "Accra"),
    ("In Suva, Anna Berg met Omar Diallo.", "Suva"),
    ("Anna Berg met Omar Diallo at the Bank of Ghana.", "Bank of Ghana"),
  ])
  func `a meeting's place is where the text says`(text: String, place: String) throws {
    let reading = try read(text)
    #expect(reading.events.first?.place.map { reading.entities[$0].name } == place)
  }

  @Test func `at somebody's invitation makes no side`() throws {
    let reading = try read(
      "At the invitation of Prime Minister Anna Berg, President Amina Yusuf visited Norway.")
    #expect(reading.visits == ["held: Amina Yusuf → Norway"])
    #expect(!reading.told.contains { $0.hasPrefix("meeting") })
  }

  @Test func `somebody on whose behalf another acts is no side of the meeting`() throws {
    let reading = try read("Anna Berg met Omar Diallo to discuss Rosa Quispe and the road to Peru.")
    #expect(reading.told == ["meeting held: Anna Berg, Omar Diallo"])
  }

  @Test func `a headline alone makes no event`() throws {
    let reading = try read("It rained in Oslo.", headline: "Anna Berg meets Omar Diallo in Oslo")
    #expect(reading.events.isEmpty)
  }

  @Test func `who only says so is no side of the event`() throws {
    let visit = try read(
      "President Omar Diallo will discuss trade with Anna Berg during a visit to Norway, the Kremlin said."
    )
    #expect(!visit.told.contains { $0.contains("Kremlin") }, "\(visit.told)")
    let own = try read("President Omar Diallo said he met Prime Minister Anna Berg in Bamako.")
    #expect(own.told == ["meeting held: Anna Berg, Omar Diallo"])
  }
}
