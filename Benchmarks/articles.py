"""Texts to time with: the articles of a corpus as files, a sample of them, and articles of a given size."""
import gzip, json, os, random, re


def unpacked(corpus, folder):
    """Writes each article of an NDJSON file as Markdown; returns the files, and the paragraphs of all."""
    folder.mkdir()
    files, paragraphs = [], []
    with (gzip.open if corpus.suffix == ".gz" else open)(corpus, "rt", encoding="utf-8") as lines:
        for number, article in enumerate(map(json.loads, lines)):
            title = json.dumps(article["title"], ensure_ascii=False)
            text = f"---\ndate: {article['date']}\ntitle: {title}\n---\n\n{article['text']}\n"
            files.append(folder / f"{number:05}.md")
            files[-1].write_text(text, encoding="utf-8")
            paragraphs += re.split(r"\n\s*\n", article["text"].strip())
    return files, paragraphs


def sample(files, count, folder):
    """Links `count` files, evenly spread, into a folder of their own."""
    folder.mkdir()
    chosen = files[:: max(1, len(files) // count)][:count]
    for file in chosen:
        os.link(file, folder / file.name)
    return [folder / file.name for file in chosen]


def grown(paragraphs, sizes, folder):
    """One file of each size: paragraphs in mixed order, always the same, cut after a whole one."""
    mixed = paragraphs[:]
    random.Random(1).shuffle(mixed)
    text = "\n\n".join(mixed).encode()
    while len(text) < max(sizes):
        text += b"\n\n" + text
    files = {size: folder / f"{size}.txt" for size in sizes}
    for size, file in files.items():
        file.write_bytes(text[:size].rsplit(b"\n\n", 1)[0] + b"\n")
    return files
