"""Reads texts, each ended by a zero byte; writes a line a text with `start,end,label` in bytes."""

import sys

import spacy

nlp = spacy.load(sys.argv[1])
texts = sys.stdin.buffer.read().decode("utf-8").split("\0")[:-1]
for text, doc in zip(texts, nlp.pipe(texts)):
    spans = []
    for it in doc.ents:
        start = len(text[: it.start_char].encode("utf-8"))
        end = start + len(it.text.encode("utf-8"))
        spans.append(f"{start},{end},{it.label_}")
    print(" ".join(spans))
