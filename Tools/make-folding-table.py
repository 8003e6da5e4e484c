#!/usr/bin/env python3
"""Writes Sources/EntenteModel/FoldingTable.swift from Python's Unicode tables.

usage: Tools/make-folding-table.py > Sources/EntenteModel/FoldingTable.swift
"""
import unicodedata as unicode

# Letters that have no canonical decomposition, or whose English spelling is another.
SPECIAL = dict(zip("đłøæœþðħıŋŧĸŉſəƒơưɓɗƙɛɔŀǝƴɣ",
                   "d l o ae oe th d h i ng t k n s e f o u b d k e o l e y g".split()))
SPECIAL.update({"ß": "ss", "ẞ": "ss"})


def folded(character):
    """One or two ASCII letters, or nothing where the character keeps its own form."""
    lower = character.lower()
    if lower in SPECIAL:
        return SPECIAL[lower]
    parts = unicode.normalize("NFKD", lower)
    base = "".join(c for c in parts if not unicode.combining(c)).lower()
    base = SPECIAL.get(base, base)
    plain = base and len(base) <= 2 and all(c.isascii() and c.isalnum() for c in base)
    return base if plain else ""


def table(name, doc, first, last):
    values = []
    for scalar in range(first, last + 1):
        character = chr(scalar)
        text = folded(character) if unicode.category(character)[0] == "L" else ""
        values.append(sum(ord(c) << (8 * i) for i, c in enumerate(text)))
    lines, line = [], "    "
    for value in values:
        cell = f"0x{value:04x}, " if value else "0, "
        if len(line) + len(cell) > 99:
            lines.append(line.rstrip())
            line = "    "
        line += cell
    lines.append(line.rstrip())
    return [f"  /// {doc}", f"  static let {name}: [UInt16] = [", *lines, "  ]"]


def compositions():
    rows = []
    for scalar in [*range(0xC0, 0x250), *range(0x1E00, 0x1F00)]:
        parts = unicode.decomposition(chr(scalar)).split()
        if len(parts) == 2 and not parts[0].startswith("<"):
            if unicode.normalize("NFC", chr(scalar)) == chr(scalar):
                rows.append((int(parts[0], 16), int(parts[1], 16), scalar))
    return [f"    0x{a:04x}, 0x{b:04x}, 0x{c:04x}," for a, b, c in sorted(rows)]


print("\n".join([
    "/// Tables made from Unicode by `Tools/make-folding-table.py`; do not edit by hand.",
    "enum FoldingTable {",
    *table("latin", "U+0080…U+024F: up to two ASCII letters, the second in the high byte; "
           "0 where nothing is folded.", 0x80, 0x24F),
    *table("additional", "U+1E00…U+1EFF, as above: Vietnamese among them.", 0x1E00, 0x1EFF),
    "  /// Base letter, combining mark, composed letter: canonical compositions of Latin, sorted.",
    "  static let compositions: [UInt16] = [", *compositions(), "  ]", "}",
]))
