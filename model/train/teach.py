"""Has a spaCy pipeline label documents: teach.py MODEL DOCUMENTS ANSWERS LANGUAGE

DOCUMENTS has a line for each document: its language, a tab, its text with backslash, tab and newline
escaped. ANSWERS gets a line `document TAB start TAB end TAB label` for each entity (offsets in code
points), and one with the document's number alone for each document that was read. Every line of a text
is read by itself, so that no entity crosses a line. Documents in another language are left out.
"""

import sys

import spacy

UNUSED = ["tagger", "parser", "attribute_ruler", "lemmatizer", "senter", "morphologizer"]


def unescape(text):
    out, parts = [], iter(text)
    for c in parts:
        out.append({"n": "\n", "t": "\t", "\\": "\\"}[next(parts)] if c == "\\" else c)
    return "".join(out)


def lines(path, wanted):
    with open(path, encoding="utf-8", newline="\n") as documents:
        for number, document in enumerate(documents):
            language, text = document.rstrip("\n").split("\t", 1)
            if language != wanted:
                continue
            start = 0
            for line in unescape(text).split("\n"):
                if line.strip():
                    yield line, (number, start)
                start += len(line) + 1


def main():
    model, documents, answers, language = sys.argv[1:]
    nlp = spacy.load(model, exclude=UNUSED)
    seen = set()
    with open(answers, "w", encoding="utf-8", newline="\n") as out:
        pairs = lines(documents, language)
        for read, (number, start) in nlp.pipe(pairs, as_tuples=True, batch_size=256):
            if number not in seen:
                seen.add(number)
                print(number, file=out)
            for it in read.ents:
                print(number, start + it.start_char, start + it.end_char, it.label_, sep="\t", file=out)


main()
