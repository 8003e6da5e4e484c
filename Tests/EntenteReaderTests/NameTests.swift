import EntenteModel
import Testing

@Suite struct NameTests {
  @Test(arguments: [
    ("Kenyan President Amina Yusuf met Anna Berg.", "Amina Yusuf, Anna Berg"),
    ("Prime Minister Anna Berg met Quebec Premier Luc Tremblay.", "Anna Berg, Luc Tremblay"),
    ("Mr. Omar Diallo met Mrs. Anna Berg.", "Anna Berg, Omar Diallo"),
    ("Anna Berg, prime minister of Norway, met Omar Diallo.", "Anna Berg, Omar Diallo"),
    ("Anna Berg, the Norwegian prime minister, met Omar Diallo.", "Anna Berg, Omar Diallo"),
    ("Norway's Prime Minister Anna Berg met Omar Diallo.", "Anna Berg, Omar Diallo"),
    ("Foreign Minister of Peru Rosa Quispe met Omar Diallo.", "Omar Diallo, Rosa Quispe"),
    ("Jordan’s King Faisal bin Nasser met Omar Diallo.", "Faisal bin Nasser, Omar Diallo"),
    (
      "Mongolian Foreign Minister Bat-Erdene Ganbold met Omar Diallo.",
      "Bat-Erdene Ganbold, Omar Diallo"
    ),
    (
      "Ghanaian Defence Minister Kofi Mensah Asante met Anna Berg.", "Anna Berg, Kofi Mensah Asante"
    ),
    ("Fijian Prime Minister Ratu Seru Waqa met Anna Berg.", "Anna Berg, Seru Waqa"),
    ("President Amina Yusuf met Seán O'Brien of Ireland.", "Amina Yusuf, Seán O'Brien"),
    ("Chancellor Karl von Stetten met María de la Cruz.", "Karl von Stetten, María de la Cruz"),
    ("Anna J. Berg met Omar Diallo.", "Anna J. Berg, Omar Diallo"),
    ("His Excellency Dr. Omar Diallo met Her Majesty Queen Sofia Lind.", "Omar Diallo, Sofia Lind"),
    ("Sheikh Hamad bin Rashid Al Nuaimi met Anna Berg.", "Anna Berg, Hamad bin Rashid Al Nuaimi"),
    (
      "Deputy Prime Minister and Foreign Minister Omar Diallo met Anna Berg.",
      "Anna Berg, Omar Diallo"
    ),
    ("AMINA YUSUF met Anna Berg.", "AMINA YUSUF, Anna Berg"),
    ("Former president Omar Diallo met Anna Berg.", "Anna Berg, Omar Diallo"),
    (
      "Peruvian President Rosa Quispe's envoy Juan Mamani met Anna Berg.",
      "Anna Berg, Juan Mamani, Rosa Quispe"
    ),
  ])
  func `a person's name stands without titles, offices and honorifics`(
    text: String, persons: String
  ) throws {
    let found = try read(text).names(of: .person).sorted().joined(separator: ", ")
    #expect(found == persons)
  }

  @Test(arguments: [
    ("Kenyan President Amina Yusuf left Kenya.", "Amina Yusuf leads Kenya"),
    ("President of Ghana Kofi Asante arrived in Oslo.", "Kofi Asante leads Ghana"),
    ("Norway's Prime Minister Anna Berg arrived in Accra.", "Anna Berg leads Norway"),
    ("Anna Berg, prime minister of Norway, arrived in Accra.", "Anna Berg leads Norway"),
    ("Anna Berg, Norway's prime minister, arrived in Accra.", "Anna Berg leads Norway"),
    ("Fiji's deputy prime minister Seru Waqa arrived in Oslo.", "Seru Waqa member-of Fiji"),
    ("Ghana's ambassador to Norway, Kofi Asante, arrived in Oslo.", "Kofi Asante member-of Ghana"),
    ("Quebec Premier Luc Tremblay arrived in Oslo.", "Luc Tremblay leads Quebec"),
    ("Luc Tremblay, premier of Quebec, arrived in Oslo.", "Luc Tremblay leads Quebec"),
    ("Labour Party leader Anna Berg of Norway arrived in Accra.", "Anna Berg leads Labour Party"),
    (
      "United Nations Secretary-General Kofi Asante arrived in Oslo.",
      "Kofi Asante leads United Nations"
    ),
    (
      "Omar Diallo, chairman of the Delta River Commission, arrived.",
      "Omar Diallo leads Delta River Commission"
    ),
    (
      "Omar Diallo, governor of the Bank of Ghana, arrived in Oslo.",
      "Omar Diallo leads Bank of Ghana"
    ),
    (
      "Rosa Quispe, rector of the University of Cusco, arrived in Oslo.",
      "Rosa Quispe leads University of Cusco"
    ),
  ])
  func `who leads or serves what is read from the title`(text: String, tie: String) throws {
    let ties = try read(text).ties
    #expect(ties.contains(tie), "\(ties)")
  }

  @Test(arguments: [
    (
      "Peru's Ministry of Health signed an agreement with Ghana's Ministry of Health.",
      "ministry Ministry of Health, ministry Ministry of Health"
    ),
    (
      "The Mongolian Ministry of Defence and the Jordanian Ministry of Interior signed a deal.",
      "ministry Jordanian Ministry of Interior, ministry Mongolian Ministry of Defence"
    ),
    (
      "The Bank of Ghana and Acme Corporation signed a deal.",
      "organization Acme Corporation, organization Bank of Ghana"
    ),
    (
      "The University of Nairobi and Oslo University signed a deal.",
      "organization Oslo University, organization University of Nairobi"
    ),
  ])
  func `a body's kind is told by its head noun`(text: String, bodies: String) throws {
    let reading = try read(text)
    let sides = reading.events.first?.participants.map { reading.entities[$0.entity] } ?? []
    let found = sides.map { "\($0.kind.rawValue) \($0.name)" }.sorted().joined(separator: ", ")
    #expect(found == bodies)
  }

  @Test func `two ministries of one field in two countries are two`() throws {
    let reading = try read(
      "Peru's Ministry of Health signed an agreement with Ghana's Ministry of Health.")
    let countries = reading.entities.filter { $0.kind == .ministry }.compactMap(\.country)
    #expect(countries.sorted() == ["country.gh", "country.pe"])
  }

  @Test func `a committee of a ministry's party is a body of its own inside both`() throws {
    let reading = try read(
      "The Party Committee of the Vietnamese Ministry of Health and the Jordanian Ministry of Health"
        + " signed an agreement.")
    let sides = reading.events.first.map { reading.sides($0) }
    #expect(sides?.contains("Committee") == true)
    #expect(reading.ties.contains { $0.contains("part-of") && $0.hasSuffix("Ministry of Health") })
  }

  @Test(arguments: [
    "The leaders laid flowers at the Ghana–Kenya Friendship Monument.",
    "The leaders crossed the Kenya-Norway Friendship Bridge.",
    "The Ghana-Kenya Joint Border Committee praised the road.",
    "The Fiji Times printed a letter.",
  ])
  func `a country inside a longer name is no mention of it`(text: String) throws {
    let countries = try read(text).names(of: .country)
    #expect(countries.isEmpty)
  }

  @Test(arguments: [
    "Norwegian ships left.", "The Ghanaian side was pleased.", "A Fijian singer sang.",
  ])
  func `a demonym is no mention of its country`(text: String) throws {
    #expect(try read(text).entities.allSatisfy { $0.kind != .country || $0.mentions.isEmpty })
  }

  @Test func `an abbreviation in passing names the body from then on`() throws {
    let reading = try read(
      "The Delta River Commission (DRC) met the Norwegian Seafood Council. The DRC praised Omar Diallo."
    )
    let body = reading.entities.first { $0.name == "Delta River Commission" }
    #expect(body?.aliases == ["Delta River Commission", "DRC"])
    #expect(body?.mentions.count == 3)
    #expect(!reading.names.contains { $0.hasSuffix(" DRC") })
  }

  @Test(arguments: [
    (
      "Norwegian Prime Minister Anna Berg arrived in Accra. Berg praised the hosts.", "Anna Berg",
      "Berg"
    ),
    (
      "Vietnamese Minister Trần Văn Hải arrived in Accra. Minister Hải praised the hosts.",
      "Trần Văn Hải", "Hải"
    ),
    (
      "Chinese Foreign Minister Zhao Lihua arrived in Accra. Zhao praised the hosts.", "Zhao Lihua",
      "Zhao"
    ),
    (
      "Peruvian President Rosa Quispe arrived in Accra. President Quispe praised the hosts.",
      "Rosa Quispe", "Quispe"
    ),
    (
      "Kenyan President Amina Yusuf arrived in Accra. Mrs. Yusuf praised the hosts.", "Amina Yusuf",
      "Yusuf"
    ),
  ])
  func `a short name is the person named in full before`(
    text: String, name: String, short: String
  ) throws {
    let reading = try read(text)
    let person = reading.entities.filter { $0.kind == .person }
    #expect(person.map(\.name) == [name])
    #expect(person.first?.aliases == [name, short])
  }

  @Test func `a short name of two persons is given to neither silently`() throws {
    let reading = try read(
      "Anna Berg and Lars Berg of Norway arrived in Accra. Anna Berg met Omar Diallo. Berg sang.")
    #expect(
      reading.names(of: .person).sorted().prefix(3) == ["Anna Berg", "Lars Berg", "Omar Diallo"]
        || reading.names(of: .person).sorted() == ["Anna Berg", "Berg", "Lars Berg", "Omar Diallo"])
    #expect(reading.entities.first { $0.name == "Lars Berg" }?.aliases == ["Lars Berg"])
  }

  @Test func `a title-case headline yields no names of its own`() throws {
    let reading = try read(
      "President Amina Yusuf visited Norway.",
      headline: "Brave Leaders Hail Golden Harvest in Sunny Valley")
    #expect(reading.names.sorted() == ["country Norway", "person Amina Yusuf"])
  }

  @Test func `a headline's names are found again in the body`() throws {
    let reading = try read(
      "President Amina Yusuf visited Norway.", headline: "Amina Yusuf Visits Norway")
    #expect(reading.told == ["visit held: Amina Yusuf"])
    #expect(reading.names(of: .person) == ["Amina Yusuf"])
  }

  @Test func `a menu yields no names and no events`() throws {
    let reading = try read("Anna Berg met Omar Diallo in Oslo.", as: .menu)
    #expect(reading.events.isEmpty)
    #expect(reading.names(of: .person).isEmpty)
  }

  @Test func `a capital at a sentence's start proves no name`() throws {
    let reading = try read(
      "Meanwhile rain fell. Cooperation grew. Both sides agreed. Yesterday was cold. However, it ended."
    )
    #expect(reading.names.isEmpty)
  }

  @Test(arguments: [
    ("Svay Rieng, Prey Veng and Tbong Khmum provinces", "Prey Veng, Svay Rieng, Tbong Khmum"),
    ("the provinces of Svay Rieng and Prey Veng", "Prey Veng, Svay Rieng"),
    ("Quebec, Ontario and Manitoba", "Manitoba, Ontario, Quebec"),
    ("Nakuru and Kisumu counties", "Kisumu, Nakuru"),
  ])
  func `names of a list share its head noun`(list: String, names: String) throws {
    let reading = try read("President Amina Yusuf visited \(list).")
    let provinces = reading.names(of: .province).map { $0.replacing(" Province", with: "") }
    #expect(provinces.sorted().joined(separator: ", ") == names)
  }

  @Test(arguments: [
    ("the ministries of health and education of Peru", 2),
    ("Peru's ministries of health, education and defence", 3),
    ("the Peruvian Ministries of Health and Education", 2),
  ])
  func `ministries of several fields are several`(list: String, count: Int) throws {
    let names = try read("Envoys visited \(list).").names
    #expect(names.filter { $0.hasPrefix("ministry") }.count == count)
  }

  @Test(arguments: ["Tô Lâm", "TO LAM", "To Lam"])
  func `a listed person is known in any spelling`(name: String) throws {
    let reading = try read("\(name) visited Ghana.")
    #expect(reading.entities.first { $0.kind == .person }?.key == "person.to-lam")
  }

  @Test func `an office without a named holder gives no person`() throws {
    let reading = try read("The Kenyan president met the prime minister of Norway in Oslo.")
    #expect(reading.names(of: .person).isEmpty)
  }

  @Test func `an office names its holder where the article names one`() throws {
    let reading = try read(
      "Kenyan President Amina Yusuf arrived in Oslo. The Kenyan president met Anna Berg.")
    #expect(reading.told.contains("meeting held: Amina Yusuf, Anna Berg"))
  }

  @Test(arguments: ["he", "she", "HE"])
  func `a pronoun with one candidate is that person`(pronoun: String) throws {
    let reading = try read(
      "President Amina Yusuf arrived in Oslo on Monday. On Tuesday, \(pronoun.lowercased()) met Anna Berg."
    )
    #expect(reading.told.contains { $0.hasPrefix("meeting held: Amina Yusuf") })
  }

  @Test func `every entity's country is the one that text or pack tells`() throws {
    let reading = try read(
      "Mongolia's Ministry of Energy signed a deal with Peruvian President Rosa Quispe in Ulaanbaatar."
    )
    let countries = Dictionary(
      reading.entities.map { ($0.name, $0.country ?? "") }, uniquingKeysWith: { a, _ in a })
    #expect(countries["Ministry of Energy"] == "country.mn")
    #expect(countries["Rosa Quispe"] == "country.pe")
    #expect(countries["Ulaanbaatar"] == "country.mn")
  }
}
