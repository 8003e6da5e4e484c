import EntenteModel
import Testing

@Suite struct FoldingTests {
  @Test(arguments: [
    ("Tô Lâm", "to lam"), ("TÔ LÂM", "to lam"), ("Đặng", "dang"), ("Łódź", "lodz"),
    ("Tromsø", "tromso"), ("Weiß", "weiss"), ("Þór Æsir", "thor aesir"), ("Ångström", "angstrom"),
    ("Erdoğan", "erdogan"), ("İstanbul", "istanbul"), ("Ħamrun", "hamrun"), ("Œuvre", "oeuvre"),
    ("O’Brien", "o'brien"), ("a–b—c−d", "a-b-c-d"), ("a\u{A0}b", "a b"), ("Os\u{AD}lo", "oslo"),
    ("ΑΘΗΝΑ", "αθηνα"), ("УЛААНБААТАР", "улаанбаатар"), ("ЁЖ", "ёж"), ("北京", "北京"),
    ("ភ្នំពេញ", "ភ្នំពេញ"), ("", ""),
  ])
  func `case, diacritics and the look of marks are folded away`(text: String, folded: String) {
    #expect(Folding.fold(text) == folded)
  }

  @Test(arguments: [
    ("Tô Lâm", "To\u{302} La\u{302}m"), ("Nguyễn", "Nguye\u{302}\u{303}n"),
    ("Nguyễn", "Nguyê\u{303}n"), ("Ødegård", "Ødega\u{30A}rd"), ("Şahin", "S\u{327}ahin"),
  ])
  func `composed and decomposed text folds to the same bytes and is shown composed`(
    nfc: String, nfd: String
  ) {
    #expect(Array(Folding.fold(nfc).utf8) == Array(Folding.fold(nfd).utf8))
    #expect(Array(Folding.composed(nfd).utf8) == Array(nfc.utf8))
    #expect(Array(Folding.composed(nfc).utf8) == Array(nfc.utf8))
    #expect(Folding.slug(nfc) == Folding.slug(nfd))
  }

  @Test func `folding twice changes nothing more`() {
    for value in UInt32(0x80)...0x2FFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let once = Folding.fold(String(scalar))
      if Folding.fold(once) != once { Issue.record("U+\(String(value, radix: 16))") }
    }
  }

  @Test func `what is shown has no invisible characters`() {
    #expect(Folding.composed("\u{FEFF}Bo\u{200B}d\u{AD}ø\u{202A}") == "Bodø")
  }

  @Test(arguments: [
    ("Tô Lâm", "to-lam"), ("Cote d'Ivoire", "cote-divoire"), ("  A  &  B  ", "a-b"), ("–", "x"),
    ("", "x"), ("G20", "g20"), ("U.S.", "u-s"), ("北京", "u5317u4eac"),
    ("Bank of 北京", "bank-of-u5317u4eac"),
  ])
  func `a name becomes a part of an id`(name: String, slug: String) {
    #expect(Folding.slug(name) == slug)
  }

  @Test func `bytes that are no UTF-8 are copied`() {
    for bytes: [UInt8] in [
      [0xFF], [0xC3], [0xE1, 0xBA], [0x61, 0x80, 0x62], [0xF5, 0x80, 0x80, 0x80],
    ] {
      var output: [UInt8] = []
      Folding.append(bytes.span, to: &output)
      #expect(output == bytes)
    }
  }

  @Test func `the length and value of a character are read from its bytes`() {
    for scalar: Unicode.Scalar in ["a", "é", "ភ", "北", "😀"] {
      let bytes = Array(String(scalar).utf8)
      let (value, width) = Folding.decode(bytes.span, at: 0)
      #expect(value == scalar.value && width == bytes.count)
    }
  }

  @Test(arguments: [
    ("Tô Lâm", "To Lam"), ("Nguye\u{302}\u{303}n", "Nguyen"), ("ĐẶNG Đ", "ĐANG Đ"),
    ("Støre, Weiß", "Støre, Weiß"), ("Ǻ ẫ", "A a"), ("北京", "北京"),
  ])
  func `letters lose their marks and nothing else`(text: String, bare: String) {
    #expect(Array(Folding.withoutMarks(text).utf8) == Array(bare.utf8))
  }
}
