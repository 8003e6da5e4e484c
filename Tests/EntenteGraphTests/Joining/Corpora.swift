import EntenteModel

/// Corpora that several suites join.
enum Corpora {
  private static func leaders(_ story: inout Story, vietnam: String, lam: [String]) {
    for form in lam { story.name("person.to-lam", form, country: "country.vn") }
    story.name("person.hun-sen", "Hun Sen", country: "country.kh")
    story.name("country.vn", vietnam)
    story.name("country.kh", "Cambodia")
    story.name("party.cpv", "Communist Party of \(vietnam)", "CPV", country: "country.vn")
    story.name("party.cpp", "Cambodian People’s Party", "CPP", country: "country.kh")
    story.relate("person.to-lam", .leads, "party.cpv", "General Secretary")
  }

  private static func organs(_ story: inout Story) {
    story.name("party.cpv.politburo", "CPV Politburo", country: "country.vn")
    story.name("party.cpp.standing-board", "CPP Standing Committee", country: "country.kh")
    story.relate("party.cpv.politburo", .partOf, "party.cpv")
    story.relate("party.cpp.standing-board", .partOf, "party.cpp")
  }

  /// Five articles on one state visit: two announce, three report.
  static func stateVisit() -> [Story] {
    [announced(), interviewed(), retold(), reported(), concluded()]
  }

  private static let highLevel = [
    "person.to-lam", "person.hun-sen", "party.cpv.politburo", "party.cpp.standing-board",
  ]

  private static func announced() -> Story {
    var s = Story("a.txt")
    leaders(&s, vietnam: "Việt Nam", lam: ["Tô Lâm", "Lâm"])
    organs(&s)
    s.name("person.norodom-sihamoni", "Norodom Sihamoni", country: "country.kh")
    s.name(
      "organization.royal-academy-of-cambodia", "Royal Academy of Cambodia", "RAC", known: false)
    s.relate("person.hun-sen", .leads, "party.cpp.standing-board", "President")
    s.relate("person.norodom-sihamoni", .leads, "country.kh", "King")
    let visit = s.event(.visit, "state visit", ["person.to-lam"], at: "country.kh", .planned)
    s.event(
      .meeting, "reception", ["person.norodom-sihamoni", "person.to-lam"], .planned, within: visit)
    s.event(
      .meeting, "high-level meeting", highLevel, .planned, within: visit,
      saidBy: "person.norodom-sihamoni")
    return s
  }

  private static func interviewed() -> Story {
    var s = Story("b.txt")
    leaders(&s, vietnam: "Vietnam", lam: ["To Lam"])
    organs(&s)
    s.name("country.la", "Laos")
    s.name("organization.metfone", "Metfone", known: false)
    s.relate("person.hun-sen", .leads, "party.cpp", "President")
    let visit = s.event(
      .visit, "state visit", ["person.to-lam"], at: "country.kh", on: "2026-02-06", .planned)
    s.event(.meeting, "high-level meeting", highLevel, .planned, within: visit)
    s.event(
      .meeting, "meeting", ["person.to-lam", "country.vn", "country.kh", "country.la"], .planned,
      saidBy: "the ministry")
    return s
  }

  private static func retold() -> Story {
    var s = Story("c.txt")
    leaders(&s, vietnam: "Việt Nam", lam: ["Tô Lâm", "Lâm"])
    organs(&s)
    s.name("organization.rac", "RAC", known: false)
    s.relate("person.hun-sen", .leads, "party.cpp", "President")
    s.event(.visit, "state visit", ["person.to-lam"], at: "country.kh", .held)
    s.event(.meeting, "talk", highLevel, .held)
    return s
  }

  private static func reported() -> Story {
    var s = Story("d.txt", date: "2026-02-06")
    leaders(&s, vietnam: "Việt Nam", lam: ["Tô Lâm", "Lâm"])
    s.name("country.la", "Laos")
    s.name(
      "party.cpp.standing-board", "Standing Board of the CPP Central Committee",
      country: "country.kh")
    s.name("province.kh-12", "Phnom Penh", country: "country.kh")
    s.name("place.ha-noi", "Hà Nội", country: "country.vn")
    s.name("person.men-sam-an", "Men Sam An", country: "country.kh")
    s.relate("person.hun-sen", .leads, "party.cpp", "President")
    s.relate("person.men-sam-an", .memberOf, "party.cpp", "Vice President")
    s.relate("party.cpp.standing-board", .partOf, "party.cpp")
    s.relate("province.kh-12", .partOf, "country.kh")
    let heads = [
      ("person.pham-minh-chinh", "Phạm Minh Chính", "country.vn"),
      ("person.hun-manet", "Hun Manet", "country.kh"),
    ]
    for (key, form, country) in heads {
      s.name(key, form, country: country)
      s.relate(key, .leads, country, "Prime Minister")
    }
    let visit = s.event(
      .visit, "state visit", ["person.to-lam"], at: "country.kh", on: "2026-02-06", .held)
    s.event(
      .meeting, "meeting",
      ["person.to-lam", "party.cpv", "party.cpp.standing-board", "person.hun-sen"] + heads.map(\.0),
      at: "province.kh-12", on: "2026-02-06", .held, within: visit)
    s.event(
      .meeting, "meeting", ["person.to-lam", "country.vn", "country.kh", "country.la"], .held)
    s.event(.visit, "visit", ["person.men-sam-an"], at: "place.ha-noi", .held)
    s.event(.meeting, "meeting", ["party.cpv", "party.cpp"], on: "2025-02", .held)
    agreements(&s)
    return s
  }

  private static func agreements(_ s: inout Story) {
    func sign(
      _ story: inout Story, _ noun: String, _ a: String, _ b: String, _ act: String, _ list: Int?
    ) {
      story.event(
        .agreement, noun, [a, b], at: "province.kh-12", on: "2026-02-06", .signed, act: act,
        list: list)
    }
    s.name(
      "party.vn.mofa-party-committee", "Party Committee of the Ministry of Foreign Affairs",
      country: "country.vn")
    s.name(
      "party.cpp.external-relations", "Commission for External Relations", country: "country.kh")
    sign(
      &s, "cooperation agreement", "party.vn.mofa-party-committee", "party.cpp.external-relations",
      "signed", nil)
    let ministries = [
      ("vn.public-security", "Ministry of Public Security"),
      ("kh.interior", "Ministry of Interior"),
      ("vn.ethnic-and-religious-affairs", "Ministry of Ethnic and Religious Affairs"),
      ("kh.cults-and-religion", "Ministry of Cults and Religion"),
    ]
    for (key, form) in ministries {
      s.name("ministry.\(key)", form, country: "country.\(key.prefix(2))")
    }
    sign(
      &s, "cooperation plan", "ministry.vn.public-security", "ministry.kh.interior", "exchanged",
      nil)
    sign(
      &s, "cooperation agreement", "ministry.vn.ethnic-and-religious-affairs",
      "ministry.kh.cults-and-religion", "exchanged", nil)
    let sisters = [
      ("vn-37", "Tây Ninh", ["kh-20 Svay Rieng", "kh-14 Prey Veng", "kh-25 Tbong Khmum"]),
      (
        "vn-39", "Đồng Nai",
        [
          "kh-10 Kratie", "kh-11 Mondulkiri", "kh-25 Tbong Khmum", "kh-3 Kampong Cham",
          "kh-6 Kampong Thom", "kh-19 Stung Treng",
        ]
      ),
    ]
    for (list, (code, own, others)) in sisters.enumerated() {
      s.name("province.\(code)", "\(own) Province", own, country: "country.vn")
      for other in others {
        let key = "province." + other.prefix { $0 != " " }
        s.name(key, String(other.drop { $0 != " " }.dropFirst()), country: "country.kh")
        sign(&s, "cooperation deal", "province.\(code)", key, "exchanged", list)
      }
    }
  }

  private static func concluded() -> Story {
    var s = Story("e.txt")
    leaders(&s, vietnam: "Vietnam", lam: ["To Lam"])
    organs(&s)
    s.name("party.lprp", "Lao People’s Revolutionary Party", country: "country.la")
    s.name("country.la", "Laos")
    s.name("person.heng-samrin", "Heng Samrin", country: "country.kh")
    s.name("organization.vn.embassy", "Vietnamese Embassy", country: "country.vn", known: false)
    s.relate("person.heng-samrin", .memberOf, "party.cpp", "Honorary President")
    let visit = s.event(
      .visit, "state visit", ["person.to-lam"], at: "country.kh", on: "2026-02-06", .held)
    s.event(
      .meeting, "high-level meeting",
      ["person.to-lam", "party.cpv.politburo", "party.cpp.standing-board"], .held, within: visit)
    s.event(.meeting, "meeting", ["person.to-lam", "party.cpv", "party.cpp", "party.lprp"], .held)
    s.event(.meeting, "meeting", ["person.to-lam", "person.hun-sen"], .held, within: visit)
    s.event(.meeting, "meeting", ["person.to-lam", "person.heng-samrin"], .held, within: visit)
    s.event(.visit, "visit", ["person.to-lam"], at: "organization.vn.embassy", .held)
    return s
  }
}
