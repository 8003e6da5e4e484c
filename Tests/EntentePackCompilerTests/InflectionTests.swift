import EntenteKnowledge
import EntenteModel
import EntentePackCompiler
import Testing

@Suite struct InflectionTests {
  @Test(arguments: [
    ("sign", "signs", "signed", "signing"), ("agree", "agrees", "agreed", "agreeing"),
    ("exchange", "exchanges", "exchanged", "exchanging"), ("plan", "plans", "planned", "planning"),
    ("visit", "visits", "visited", "visiting"), ("admit", "admits", "admitted", "admitting"),
    ("offer", "offers", "offered", "offering"), ("confer", "confers", "conferred", "conferring"),
    ("deny", "denies", "denied", "denying"), ("stay", "stays", "stayed", "staying"),
    ("reach", "reaches", "reached", "reaching"),
    ("discuss", "discusses", "discussed", "discussing"),
    ("veto", "vetoes", "vetoed", "vetoing"), ("die", "dies", "died", "dying"),
    ("greet", "greets", "greeted", "greeting"), ("review", "reviews", "reviewed", "reviewing"),
    ("mimic", "mimics", "mimicked", "mimicking"), ("tour", "tours", "toured", "touring"),
    ("fix", "fixes", "fixed", "fixing"), ("call on", "calls on", "called on", "calling on"),
  ])
  func `a regular verb is inflected by rule`(
    lemma: String, third: String, past: String, gerund: String
  ) {
    let forms = Inflection.verb(lemma)
    #expect(forms.map(\.text) == [lemma, third, past, gerund])
    #expect(forms.map(\.forms) == [.base, .third, [.past, .participle], .gerund])
  }

  @Test func `verbs in -l have both the British and the American spelling`() {
    #expect(
      Inflection.verb("travel").map(\.text) == [
        "travel", "travels", "travelled", "traveled", "travelling", "traveling",
      ])
  }

  @Test func `irregular forms are the pack's`() {
    let begin = Inflection.verb(
      "begin",
      irregular: [
        Pattern.Attribute(key: "past", value: "began"),
        Pattern.Attribute(key: "participle", value: "begun"),
      ])
    #expect(begin.map(\.text) == ["begin", "begins", "began", "begun", "beginning"])
    #expect(begin.map(\.forms) == [.base, .third, .past, .participle, .gerund])
    let take = Inflection.verb(
      "take part",
      irregular: [
        Pattern.Attribute(key: "past", value: "took"),
        Pattern.Attribute(key: "participle", value: "taken part"),
      ])
    #expect(
      take.map(\.text) == ["take part", "takes part", "took part", "taken part", "taking part"])
  }

  @Test func `a form that is the base too is one word`() {
    let put = Inflection.verb("put", irregular: [Pattern.Attribute(key: "past", value: "put")])
    #expect(put.map(\.text) == ["put", "puts", "putting"])
    #expect(put[0].forms == [.base, .past, .participle])
  }

  @Test(arguments: [
    ("meeting", "meetings"), ("ministry", "ministries"), ("visit", "visits"), ("pass", "passes"),
    ("chairman", "chairmen"), ("crisis", "crises"),
    ("deputy prime minister", "deputy prime ministers"),
    ("member of parliament", "members of parliament"), ("secretary general", "secretaries general"),
    ("secretary-general", "secretaries-general"), ("major general", "major generals"),
    ("memorandum of understanding", "memorandums of understanding"), ("day", "days"),
  ])
  func `a noun has its plural by rule`(singular: String, plural: String) {
    #expect(Inflection.noun(singular).map(\.text) == [singular, plural])
  }

  @Test func `a noun may have no plural, another, or the same`() {
    func plurals(_ value: String) -> [String] {
      Inflection.noun("talks", irregular: [Pattern.Attribute(key: "plural", value: value)])
        .map(\.text)
    }
    #expect(plurals("none") == ["talks"])
    #expect(plurals("talkses|talkx") == ["talks", "talkses", "talkx"])
    #expect(plurals("talks") == ["talks"])
  }
}
