import EntenteModel
import Testing

@Suite struct NormalForms {
  @Test(arguments: [
    ("a\u{302}\u{323}", "\u{1EAD}"), ("â\u{323}", "\u{1EAD}"), ("ạ\u{302}", "\u{1EAD}"),
    ("e\u{301}\u{323}", "\u{1EB9}\u{301}"), ("o\u{31B}\u{301}", "\u{1EDB}"), ("é", "é"),
    ("x\u{301}", "x\u{301}"),
    ("\u{301}a", "\u{301}a"), ("plain", "plain"), ("\u{212B}\u{323}", "\u{1EA0}\u{30A}"),
    ("5 \u{2126}", "5 \u{3A9}"),
  ])
  func `Latin letters have one form, whatever the order of their marks`(text: String, form: String)
  {
    #expect(Array(Folding.normalized(text).unicodeScalars) == Array(form.unicodeScalars))
  }
}
