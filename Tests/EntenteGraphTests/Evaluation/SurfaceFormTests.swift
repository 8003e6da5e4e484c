import EntenteGraph
import Testing

@Suite struct SurfaceFormTests {
  @Test(arguments: [
    ("State President Tô Lâm", ["state", "president", "to", "lam"]),
    ("ĐẶNG Thị Ngọc Thịnh", ["dang", "thi", "ngoc", "thinh"]),
    ("To\u{302} La\u{302}m", ["to", "lam"]), ("Jonas Gahr Støre", ["jonas", "gahr", "støre"]),
    ("People's Committee of the Province", ["people", "committee", "province"]),
    ("Cambodia’s Hun Sen", ["cambodia", "hun", "sen"]), ("O'Sullivan", ["o", "sullivan"]),
    ("U.S.–Japan_2 N°5½", ["u", "s", "japan_2", "n", "5½"]), ("北京 市", ["北京", "市"]),
  ])
  func `a form is the words that count, in lower case and without marks`(
    text: String, words: [String]
  ) {
    let expected = words.filter { $0 != "to" }
    #expect(SurfaceForm(text)?.words == expected)
  }

  @Test(arguments: ["", "…", "the", "to the"])
  func `a text without a word that counts has no form`(text: String) {
    #expect(SurfaceForm(text) == nil)
  }

  @Test(arguments: [
    ("Anna Berg", "ANNA BERG", 1.0), ("Anna Maria Berg", "Anna Berg", 0.6),
    ("Anna Berg", "Anna Diallo", 0.0), ("Berg Anna", "Anna Berg", 0.9),
    ("A B C D E", "B C D", 0.675),
  ])
  func `likeness is the share of words in common, and nothing below three fifths`(
    a: String, b: String, value: Double
  ) throws {
    let (a, b) = (try #require(SurfaceForm(a)), try #require(SurfaceForm(b)))
    #expect(abs(a.similarity(to: b) - value) < 1e-9)
    #expect(a.similarity(to: b) == b.similarity(to: a))
  }

  @Test(arguments: [
    (0.0, 2, "0.00"), (1.0, 3, "1.000"), (2.0 / 3, 3, "0.667"), (0.0625, 3, "0.062"),
    (0.1875, 3, "0.188"), (0.0005, 3, "0.001"), (0.0015, 3, "0.002"), (0.0025, 3, "0.003"),
    (2.5, 0, "2"), (36.25, 1, "36.2"), (0.05, 1, "0.1"), (0.25, 1, "0.2"), (12.96, 1, "13.0"),
  ])
  func `decimals are rounded as printf rounds them`(number: Double, places: Int, text: String) {
    #expect(Decimals.text(number, places: places) == text)
  }
}
