"""Two finders of names to compare with. They find names and nothing else: no sentence, no event, no side."""
import re, sys

try:
    import ahocorasick, spacy
except ImportError:
    spacy = None


def names(folder):
    """What the countries' files list as names and aliases, in lower case."""
    found = set()
    for file in folder.glob("*.yaml"):
        text = file.read_text()
        found.update(re.findall(r"\bname: ([^,}\n]+)", text))
        for aliases in re.findall(r"\baliases: \[([^]]*)\]", text):
            found.update(aliases.split(","))
    return sorted({name.strip(" '\"").lower() for name in found} - {""})


def finders(files, folder):
    """By name, what finds all names in all files; building and reading from disk are done and not timed."""
    if spacy is None:
        print("PEERS skipped: pyahocorasick and spacy are not installed.", file=sys.stderr)
        return {}
    listed, texts = names(folder), [file.read_text() for file in files]
    automaton = ahocorasick.Automaton()
    for name in listed:
        automaton.add_word(name, name)
    automaton.make_automaton()
    language = spacy.blank("en")
    ruler = language.add_pipe("entity_ruler", config={"phrase_matcher_attr": "LOWER"})
    ruler.add_patterns([{"label": "NAME", "pattern": name} for name in listed])
    return {
        f"pyahocorasick, {len(listed):,} names,": lambda: [list(automaton.iter(text.lower())) for text in texts],
        "spaCy, its tokenizer and EntityRuler,": lambda: [document.ents for document in language.pipe(texts)],
    }
