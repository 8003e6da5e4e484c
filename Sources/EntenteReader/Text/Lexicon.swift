internal import EntenteKnowledge
internal import EntenteModel

/// The pack's terms in the form that reading needs: numbers and flags by index, so that no loop over tokens touches
/// a string.
struct Lexicon: Sendable {
  let knowledge: Knowledge
  /// One for all terms of a class that have the same attributes.
  let infos: [TermInfo]
  /// By term index: the position in `infos`.
  let positions: [UInt16]
  /// What a verb does in an event, by the word id of its lemma.
  let verbSenses: [VerbSense]
  /// How a verb of speech tells what was said, by the word id of its lemma.
  let speechVerbs: [UInt32: SpeechVerb]
  let words: CommonWords
  let patterns: PatternTable
  /// The words that names of ministries' fields are made of.
  let fieldWords: Set<UInt32>

  init(_ knowledge: Knowledge) {
    self.knowledge = knowledge
    var infos: [TermInfo] = []
    infos.reserveCapacity(1_000)
    var known: [UInt64: UInt16] = [:]
    var senses = [VerbSense](repeating: .other, count: knowledge.wordCount)
    var fieldWords: Set<UInt32> = []
    var speechVerbs: [UInt32: SpeechVerb] = [:]
    // Terms of one list, of which names are thousands, stand together.
    var last: (likeness: UInt64, position: UInt16)?
    var positions: [UInt16] = []
    positions.reserveCapacity(Int(knowledge.termCount))
    knowledge.forEachTerm { index, likeness in
      if let last, last.likeness == likeness { return positions.append(last.position) }
      let term = knowledge.term(index)
      let position = known[likeness] ?? UInt16(infos.count)
      if position == infos.count {
        infos.append(TermInfo(term))
        known[likeness] = position
      }
      switch infos[Int(position)].termClass {
      case .verb where infos[Int(position)].sense != .other:
        let lemma = knowledge.word(term.text)
        if lemma != 0 {
          senses[Int(lemma)] = infos[Int(position)].sense
          speechVerbs[lemma] = infos[Int(position)].says
        }
      case .field:
        fieldWords.formUnion(Tokenizer.words(of: term.text).map { knowledge.word($0) })
      // Of these nothing but their attributes is kept.
      default: last = (likeness, position)
      }
      positions.append(position)
    }
    self.positions = positions
    self.infos = infos
    self.fieldWords = fieldWords
    verbSenses = senses
    self.speechVerbs = speechVerbs
    words = CommonWords(knowledge)
    patterns = PatternTable(knowledge)
  }

  func info(_ term: UInt32) -> TermInfo { infos[Int(positions[Int(term)])] }

  func sense(ofVerb lemma: UInt32) -> VerbSense {
    Int(lemma) < verbSenses.count ? verbSenses[Int(lemma)] : .other
  }
}

/// What a verb means to the reader, as the lexicon's `sense` says.
enum VerbSense: String, Sendable {
  case meet, talk, receive, visit, arrive, travel, leave, lead, host, attend, sign, exchange, agree
  case witness, chair, speech, plan, expect, invite, deny, cancel, wish, call, other
}

/// How a verb of speech tells what was said, as the lexicon's `says` has it.
enum SpeechVerb: String, Sendable {
  /// `noted that …`
  case clause
  /// The same, and it may stand before who speaks, without quotation marks: `…, said X`.
  case words
  /// What it tells may be a noun: `announced a visit`.
  case news
  /// Who hears it stands behind it: `told reporters that …`.
  case hearer
  /// Who speaks is its object: `quoted X as saying`.
  case quoted
}

/// The attributes of one term.
struct TermInfo: Sendable {
  let termClass: TermClass
  /// Of a head noun: what it makes of its name.
  var kind: Kind?
  var isOrgan = false
  var isLegislature = false
  /// A body that a country has one of, besides its legislature: the Supreme Court, the Cabinet.
  var isSingle = false
  /// Of an office whose field only a country has: `the Texas Secretary of State` is no foreign minister.
  var isAbroad = false
  /// The countries, as `in`, where the holder of an office is an official under a minister.
  var servesIn: [String] = []
  /// An office that any head of a state is called by: the Norwegian leader.
  var isVague = false
  /// A noun that names no other body behind a body's name: the NATO Alliance.
  var isSame = false
  /// A body that stands at one place: a university, a hospital.
  var isHouse = false
  var isGeneric = false
  /// Of a head: what governs a province is the province (`administration`, `government`).
  var governs = false
  /// Of a head: it stands before the name in its own language (`Frente`, `Banco`).
  var isFirst = false
  /// Of an office: `leads` or `member-of`, or nil where it is neither (queen mother).
  var relation: EdgeType?
  /// Of an office: the base form of another that the news calls so too.
  var like: String?
  /// Of an office: what it is normally of.
  var scope = ""
  /// Of an office: the ministry's field that it names.
  var field: String?
  /// Of a ministry's field: its minister speaks for the state.
  var isOfState = false
  /// Of an event noun.
  var event: Kind?
  var isWeak = false
  /// Of an event whose `of` tells for whom it is held, and who takes no part: a funeral.
  var isHonour = false
  /// Of an event noun: a part of a journey told before.
  var isLeg = false
  var sense = VerbSense.other
  /// Of a verb of speech.
  var says: SpeechVerb?
  /// Of a number, month, weekday or ordinal.
  var value = 0
  /// Of a date term: days, or years, months, weeks with their letter.
  var shift: String?
  /// Of an adjective before an office: `same` or `member-of`.
  var prefix: String?
  var isPast = false
  var isDefinite: Bool?
  var isPlural = false
  var slot: String?
  /// Of a conjunction of several words: it adds a participant.
  var coordinates = false
  /// Of an adjective or adverb: the status that it gives (`upcoming`).
  var status: Status?
  var isDistinct = false
  /// Of an adjective: 1 for `next`, -1 for `last`.
  var direction = 0

  init(_ term: Term) {
    termClass = term.termClass
    for (key, value) in term.attributes {
      switch key {
      case "kind": kind = Kind(value)
      case "organ": isOrgan = value == "yes"
      case "legislature": isLegislature = value == "yes"
      case "single": isSingle = value == "yes"
      case "abroad": isAbroad = value == "yes"
      case "house": isHouse = value == "yes"
      case "same": isSame = value == "yes"
      case "vague": isVague = value == "yes"
      case "serves-in": servesIn = value.split(separator: " ").map(String.init)
      case "generic": isGeneric = value == "yes"
      case "governs": governs = value == "yes"
      case "first": isFirst = value == "yes"
      case "state": isOfState = value == "yes"
      case "relation": relation = value == "none" ? nil : EdgeType(value)
      case "of": scope = value
      case "like": like = value
      case "field": field = value
      case "event": event = Kind(value)
      case "leg": isLeg = value == "yes"
      case "weak": isWeak = value == "yes"
      case "honours": isHonour = value == "yes"
      case "sense": sense = VerbSense(rawValue: value) ?? .other
      case "says": says = SpeechVerb(rawValue: value)
      case "value": self.value = Int(value) ?? self.value
      case "shift": shift = value
      case "office-prefix": if prefix == nil { prefix = "same" }
      case "effect": prefix = value
      case "past": isPast = value == "yes"
      case "definite": isDefinite = value == "yes"
      case "number": isPlural = value == "plural"
      case "slot": slot = value
      case "coordinates": coordinates = value == "yes"
      case "status": status = Status(rawValue: value)
      case "distinct": isDistinct = value == "yes"
      case "direction": direction = Int(value) ?? 0
      default: continue
      }
    }
  }
}

/// The few words that grammar itself asks for, by id; a word that the pack lacks matches nothing.
///
/// Shared, since the grammars ask for them at every token and would copy them each time.
final class CommonWords: Sendable {
  let accept, also, tell, thank, include, under, respectively, following, after, asWord, before,
    capital,
    then,
    visiting: UInt32
  let counterpart: UInt32
  let the, of, and, or, to, with, between, by, at, on, inWord, from, forWord, including,
    during: UInt32
  let both, each, other, others, another, that, who, whom, which, among, not: UInt32
  let firstPerson, me, my, whereWord, what, he, she, they, him, her, them, his, their, its, it,
    these,
    those, this, such, party: UInt32
  let be, have, will: Set<UInt32>
  /// The determiners by what they say of a noun; possessive pronouns are told apart by themselves.
  let definite, indefinite, none: Set<UInt32>
  /// Nouns behind which an infinitive tells what is asked of another: `an invitation to X to visit`.
  let invitations: Set<UInt32>
  let accompany: Set<UInt32>
  /// Prepositions and adjectives behind which a bare year is a date.
  let beforeYear: Set<UInt32>
  /// Prepositions behind which another time begins: since, until, before, after.
  let borders: Set<UInt32>
  /// `when`: what it leads in happened at the time told before it.
  let when, whenever: UInt32
  /// Months whose whole names are as short as abbreviations.
  let shortMonths: Set<UInt32>
  /// What two states have together: joint, bilateral.
  let joint: Set<UInt32>
  /// Each for himself: separately, respectively.
  let apart: Set<UInt32>
  /// What two sides have, and no third.
  let bilateral: UInt32
  /// Parts of a month or year.
  let spans: Set<UInt32>
  /// Verbs that tell the first day of what their subject is.
  let beginnings: Set<UInt32>
  /// Prepositions behind which stands what came first: `signed after talks`.
  let sequels: Set<UInt32>
  /// Units of time in the plural: how long something lasts.
  let durations: Set<UInt32>
  /// The slot of `according to`.
  let source: UInt32
  /// The slot of `in the presence of`.
  let presenceOf: UInt32
  /// Who was there: present, in attendance; and the words that may stand with these.
  let presence, attendees: Set<UInt32>
  /// What a meeting is called that was told before.
  let assemblies: Set<UInt32>
  /// Words in the names of bodies that are known by their gatherings.
  let gatherings: Set<UInt32>
  /// Verbs whose object is whom one speaks before: `addressed the forum`.
  let addresses: Set<UInt32>
  /// Verbs whose object says what their subject is.
  let copulas: Set<UInt32>
  /// Verbs that make somebody what their object says; `was`, `had`: what is over by now.
  let elections, over: Set<UInt32>
  let serve, late, next, join: UInt32
  /// Whose relatives somebody is told to be.
  let kin: Set<UInt32>
  /// Prepositions before a gerund that tells of nothing done: `accused of meeting`, `without visiting`.
  let unrealGerunds: Set<UInt32>
  /// Verbs behind which an infinitive tells what somebody was told, or only tried, to do.
  let orders: Set<UInt32>
  /// Nouns before `that` of what nobody vouches for; before `of` and `for` of what may never be.
  let rumours: Set<UInt32>
  /// Adjectives before `that` of what did not happen.
  let untrue: Set<UInt32>
  let almost: Set<UInt32>
  /// Auxiliaries that begin a condition: `Had he met her, …`
  let inversions: Set<UInt32>
  let nor, trueWord, about, having, until, forward: UInt32
  /// Adjectives before an infinitive of what was not done; of what was: `was pleased to meet X`.
  let unable, glad: Set<UInt32>
  /// Who belongs to somebody and is not led to a meeting by him.
  let teams: Set<UInt32>
  /// Words of games; those that need a capital: `the Asia Cup`.
  let sports, cups: Set<UInt32>
  /// Prepositions of what is spoken about.
  let topics: Set<UInt32>
  /// With what a question begins.
  let questions: Set<UInt32>
  /// Nouns before `of` and a gerund of what was done: `the pleasure of meeting X`.
  let joys: Set<UInt32>
  /// What stands before `to` and a gerund of what is not done: `close to signing`.
  let near: Set<UInt32>
  /// Adverbs before an office that somebody holds no more.
  let once: Set<UInt32>
  /// Prepositions that before a number say that it is not exact.
  let estimates: Set<UInt32>
  /// Subordinators that set one clause against another.
  let contrasts: Set<UInt32>
  /// What is said of something that has not happened: unlikely, possible, needed.
  let possibilities: Set<UInt32>
  /// Nouns that stand for a country or a town: the Pacific nation, three cities.
  let lands: Set<UInt32>
  /// What is written: a statement is its author's word.
  let writings: Set<UInt32>

  /// Those of these words that the pack does not have, and that no article can match therefore.
  let missing: [String]

  init(_ knowledge: Knowledge) {
    var missing: [String] = []
    func word(_ text: String) -> UInt32 {
      let id = knowledge.word(text)
      if id == 0 { missing.append(text) }
      return id == 0 ? UInt32.max : id
    }
    func words(_ texts: String...) -> Set<UInt32> { Set(texts.map(word)) }
    accept = word("accept")
    also = word("also")
    tell = word("tell")
    thank = word("thank")
    include = word("include")
    under = word("under")
    following = word("following")
    respectively = word("respectively")
    after = word("after")
    asWord = word("as")
    before = word("before")
    capital = word("capital")
    then = word("then")
    visiting = word("visiting")
    the = word("the")
    of = word("of")
    and = word("and")
    or = word("or")
    to = word("to")
    with = word("with")
    between = word("between")
    by = word("by")
    at = word("at")
    on = word("on")
    inWord = word("in")
    counterpart = word("counterpart")
    from = word("from")
    forWord = word("for")
    including = word("including")
    during = word("during")
    both = word("both")
    each = word("each")
    other = word("other")
    others = word("others")
    another = word("another")
    that = word("that")
    who = word("who")
    whom = word("whom")
    which = word("which")
    among = word("among")
    not = word("not")
    firstPerson = word("i")
    me = word("me")
    my = word("my")
    whereWord = word("where")
    what = word("what")
    he = word("he")
    she = word("she")
    they = word("they")
    him = word("him")
    her = word("her")
    them = word("them")
    his = word("his")
    their = word("their")
    its = word("its")
    it = word("it")
    these = word("these")
    those = word("those")
    this = word("this")
    such = word("such")
    party = word("party")
    be = words("is", "are", "was", "were", "be", "been", "being", "am")
    have = words("has", "have", "had", "having")
    will = words("will", "shall")
    definite = words("the", "this", "these", "those", "that")
    indefinite = words("a", "an", "another", "some", "any", "each", "every", "either")
    invitations = words("invitation", "invitations", "request", "offer", "permission", "proposal")
    none = words("no", "neither")
    accompany = words("accompany")
    borders = words("since", "until", "before", "after", "following", "ahead")
    beforeYear = words("in", "since", "by", "until", "from", "during", "of", "early", "late", "mid")
    durations = words("minutes", "hours", "days", "weeks", "months", "years")
    source = word("source")
    presenceOf = word("presence")
    gatherings = words(
      "forum", "conference", "assembly", "congress", "dialogue", "summit", "symposium")
    addresses = words("address", "attend")
    assemblies = words("meeting", "talks", "session", "summit", "conference", "discussions")
    attendees = words(
      "also", "in", "at", "the", "those", "others", "other", "among", "who", "were", "was", "both",
      "part")
    presence = words(
      "present", "attendance", "attended", "attending", "taking", "participating")
    copulas = words("be", "become", "remain")
    elections = words("elect", "reelect", "appoint", "name", "choose", "select")
    over = words("was", "were", "had", "served", "remained")
    serve = word("serve")
    join = word("join")
    kin = words(
      "wife", "husband", "spouse", "widow", "widower", "son", "daughter", "brother", "sister",
      "mother", "father", "cousin", "nephew", "niece", "uncle", "aunt", "grandson",
      "granddaughter", "partner", "fiance", "fiancee")
    nor = word("nor")
    trueWord = word("true")
    until = word("until")
    teams = words("party", "team", "camp", "campaign", "crew")
    sports = words(
      "qualifier", "qualifiers", "semifinal", "semifinals", "quarterfinal", "quarterfinals",
      "innings", "wicket", "wickets", "playoff", "playoffs", "midfielder", "striker", "goalkeeper",
      "batsman", "bowler", "boxer", "golfer", "quarterback", "tennis", "football", "soccer",
      "cricket", "rugby", "hockey", "basketball", "friendly", "fixture", "knockout", "pitch",
      "scored", "boxing", "wrestling", "badminton")
    cups = words("cup", "open", "tests", "league", "olympics", "trophy")
    topics = words("over", "about", "regarding", "concerning")
    having = word("having")
    unrealGerunds = words("of", "against", "into", "about", "without", "replacing", "towards")
    questions = words(
      "did", "does", "do", "has", "have", "had", "is", "are", "was", "were", "will", "would",
      "can", "could", "should", "may", "might", "why", "how", "when", "where", "who", "what",
      "which")
    joys = words(
      "pleasure", "honour", "honor", "privilege", "opportunity", "joy", "delight", "distinction",
      "result")
    near = words(
      "close", "closer", "near", "nearer", "opposed", "interested", "interest", "open")
    forward = word("forward")
    unable = words("unable", "unwilling", "reluctant", "powerless", "forbidden", "unlikely")
    glad = words(
      "able", "pleased", "happy", "glad", "delighted", "honoured", "honored", "proud", "privileged",
      "lucky", "fortunate", "grateful")
    about = word("about")
    orders = words(
      "ask", "tell", "order", "instruct", "direct", "authorise", "authorize", "allow", "permit",
      "mandate", "empower", "task", "require", "command", "press", "pressure", "advise", "assign",
      "commission", "implore", "lobby", "warn", "remind",
      "approve", "clear", "try", "attempt", "need", "wait", "struggle", "strive", "hesitate",
      "allege", "accuse", "suspect", "forget", "threaten", "rumour", "rumor", "claim")
    rumours = words(
      "report", "reports", "rumour", "rumours", "rumor", "rumors", "claim", "claims",
      "allegation", "allegations", "suggestion", "suggestions", "speculation", "accusation",
      "accusations", "possibility", "possibilities", "hope", "hopes", "fear", "fears", "idea",
      "notion", "prospect", "prospects", "chance", "chances", "likelihood", "theory", "hint",
      "hints", "belief", "assumption", "denial", "talk", "doubt", "doubts")
    untrue = words(
      "false", "untrue", "unlikely", "possible", "impossible", "doubtful", "unclear",
      "improbable", "inconceivable", "unthinkable")
    almost = words("almost", "nearly", "yet")
    inversions = words("had", "should", "were")
    once = words("formerly", "previously", "once", "erstwhile")
    late = word("late")
    next = word("next")
    estimates = words("about", "around", "over")
    contrasts = words("while", "whilst", "whereas")
    possibilities = words(
      "unlikely", "likely", "possible", "impossible", "needed", "necessary", "essential", "vital",
      "crucial",
      "overdue", "unthinkable", "welcome")
    lands = words("nation", "nations", "country", "countries", "kingdom", "cities", "states")
    writings = words(
      "statement", "statements", "communique", "release", "readout", "report", "announcement",
      "letter",
      "notice", "bulletin", "dispatch", "memo")
    when = word("when")
    whenever = word("whenever")
    shortMonths = words("march", "april", "may", "june", "july")
    joint = words("joint", "bilateral", "binational", "intergovernmental", "mixed")
    bilateral = word("bilateral")
    apart = words("separately", "separate", "respectively", "individually")
    spans = words(
      "beginning", "course", "days", "end", "fortnight", "half", "middle", "part", "quarter",
      "start",
      "week", "weekend", "weeks")
    beginnings = words("begin", "start", "commence", "open")
    sequels = words("after", "following")
    self.missing = missing
  }
}
