import EntenteKnowledge
import EntenteModel

extension PackEncoder {
  mutating func encodeTerms() {
    for (i, term) in source.terms.enumerated() {
      let number = UInt32(i)
      for text in [term.text] + term.also { termNumbers[text, default: []].append(number) }
      addForms(of: term, number)
      let attributes = list(
        term.attributes.flatMap { [strings.number($0.key), strings.number($0.value)] })
      let notes =
        term.also.map { "also=" + $0 } + term.forms.map { "\($0.key)=\($0.value)" }
      let forms = list(notes)
      termRecords.append(contentsOf: [
        UInt32(term.termClass.rawValue), strings.number(term.text),
        strings.number(term.place.file), UInt32(term.place.line), attributes.0, attributes.1,
        forms.0, forms.1,
      ])
    }
  }

  private mutating func addForms(of term: SourceTerm, _ number: UInt32) {
    let main = Phrase.variants(term.text)
    // The word that is the lemma: of one-word terms, else each spelling's own.
    let lemma = main.first { $0.count == 1 }.map { words.number($0[0]) }
    for (i, text) in ([term.text] + term.also).enumerated() {
      let irregular = i == 0 ? term.forms : []
      let own = Phrase.variants(text).first { $0.count == 1 }.map { words.number($0[0]) }
      for form in PackEncoder.forms(of: text, term, irregular) {
        let sense = Sense(role: .term, target: number, forms: form.forms)
        for variant in Phrase.variants(form.text) {
          let phrase = variant.map { words.number($0) }
          trie.add(phrase, sense)
          guard phrase.count == 1 else { continue }
          lexicon.insert(variant[0])
          words.note(
            phrase[0], term.termClass, form.forms, lemma: lemma ?? own ?? phrase[0])
        }
      }
    }
  }

  private static func forms(
    of text: String, _ term: SourceTerm, _ irregular: [Pattern.Attribute]
  ) -> [Inflection.Form] {
    let termClass = term.termClass
    if termClass == .verb {
      // `trade`, `support`: its base form is a common noun as well.
      let isNoun = term.attributes.contains { $0.key == "noun" && $0.value == "yes" }
      return Inflection.verb(text, irregular: irregular)
        + (isNoun ? Inflection.noun(text) : [])
    }
    if termClass.isNoun { return Inflection.noun(text, irregular: irregular) }
    guard irregular.contains(where: { $0.key == "plural" }) else {
      return [Inflection.Form(text: text, forms: [])]
    }
    return Inflection.noun(text, irregular: irregular)
  }

  mutating func encodePatterns() {
    let sorted = source.patterns.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    patterns.append(UInt32(sorted.count))
    for pattern in sorted {
      put(pattern.id)
      put(pattern.event.rawValue)
      put(pattern.place.file)
      patterns.append(UInt32(pattern.place.line))
      put(lemmas: pattern.verbs, verbs: true)
      put(lemmas: pattern.nouns, verbs: false)
      put(lemmas: pattern.objects, verbs: false)
      patterns.append(UInt32(pattern.roles.count))
      for role in pattern.roles {
        put(role.type.rawValue)
        patterns.append(UInt32(role.slots.count))
        for slot in role.slots { put(slot) }
      }
      put(attributes: pattern.attributes)
      put(examples: pattern.accept)
      put(examples: pattern.reject)
    }
  }

  private mutating func put(_ text: String) { patterns.append(strings.number(text)) }

  private mutating func put(lemmas: [String], verbs: Bool) {
    patterns.append(UInt32(lemmas.count))
    for lemma in lemmas {
      put(lemma)
      let phrase = Tokenizer.words(of: lemma)
      patterns.append(phrase.count == 1 ? words.number(phrase[0]) : 0)
      let terms = termNumbers[lemma] ?? []
      let term =
        terms.first {
          (source.terms[Int($0)].termClass == .verb) == verbs
            && (verbs || source.terms[Int($0)].termClass == .event)
        }
        ?? (verbs ? nil : terms.first { source.terms[Int($0)].termClass.isNoun })
      patterns.append(term.map { $0 + 1 } ?? 0)
    }
  }

  private mutating func put(attributes: [Pattern.Attribute]) {
    patterns.append(UInt32(attributes.count))
    for attribute in attributes {
      put(attribute.key)
      put(attribute.value)
    }
  }

  private mutating func put(examples: [Pattern.Example]) {
    patterns.append(UInt32(examples.count))
    for example in examples {
      put(example.text)
      put(attributes: example.expectations)
      patterns.append(UInt32(example.line))
    }
  }

  mutating func encodeStyles() {
    func attributes(_ attributes: [Pattern.Attribute], _ encoder: inout PackEncoder) -> [UInt32] {
      [UInt32(attributes.count)]
        + attributes.flatMap { [encoder.strings.number($0.key), encoder.strings.number($0.value)] }
    }
    styles.append(UInt32(source.kinds.count))
    for kind in source.kinds {
      styles += [kind.kind.rawValue, kind.caption, kind.plural].map { strings.number($0) }
      styles.append(kind.isEvent ? 1 : 0)
      styles += attributes(kind.attributes, &self)
      styles += [strings.number(kind.file), UInt32(kind.line)]
    }
    styles.append(UInt32(source.relations.count))
    for relation in source.relations {
      styles += [relation.type.rawValue, relation.caption, relation.phrase]
        .map { strings.number($0) }
      for kinds in [relation.from, relation.to] {
        styles.append(UInt32(kinds.count))
        styles += kinds.map { strings.number($0.rawValue) }
      }
      styles.append(relation.isSide ? 1 : 0)
      styles += attributes(relation.attributes, &self)
      styles += [strings.number(relation.file), UInt32(relation.line)]
    }
  }
}
