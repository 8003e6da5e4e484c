import EntenteGraph
import Testing

@Suite struct MermaidTexts {
  @Test func `different ids stay different, and none is a command of Mermaid's`() {
    var ids = [
      "person.to-lam", "end", "end.x", "class", "o", "x.y", "person.a-", "person.a.b", "person.a-b",
    ]
    let letters = ["a", ".", "-"]
    for first in letters {
      for second in letters {
        for third in letters { ids.append("a" + first + second + third) }
      }
    }
    let made = ids.map(MermaidText.id)
    #expect(Set(made).count == Set(ids).count)
    #expect(made[0] == "person_to-lam")
    for id in made {
      #expect(id.wholeMatch(of: #/(N[a-z0-9]|[a-z]+_)[A-Za-z0-9_-]*/#) != nil, "\(id)")
      #expect(!id.contains("--") && !id.hasSuffix("-"), "\(id)")
    }
  }

  @Test func `an id made by hand can't become a command`() {
    #expect(MermaidText.id("a\"]; click x") == "NaZ34Z93Z59Z32clickZ32x")
  }

  @Test(arguments: [
    ("Tô Lâm", "Tô Lâm"), ("a \"b\" <c>", "a #34;b#34; #60;c#62;"), ("1. x", "1#46; x"),
    ("- x", "#45; x"), ("2026-02-06", "2026-02-06"), ("www.example", "www#46;example"),
    ("Mr. X", "Mr. X"), ("a:b", "a#58;b"), ("#x;", "#35;x#59;"), ("a\nb", "a b"),
    ("\u{202E}x\u{1}", "x"), ("ﬂ¶", "#64258;#182;"),
  ])
  func `a label is nothing but text to Mermaid, its Markdown and HTML`(text: String, label: String)
  {
    #expect(MermaidText.label(text) == label)
  }
}
