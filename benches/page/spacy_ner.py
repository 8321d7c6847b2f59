"""The rival of the browser bench: a spaCy pipeline cut down to finding names.

    python spacy_ner.py MODEL_FOLDER TEXTS_JSON

Reads a list of texts, says "ready" with its name, and then does one round for each line on its
standard input: raw texts in, spans out, one thread. Each answer is one line of JSON.
"""
import json
import os
import sys
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import spacy  # noqa: E402


def load(folder):
    """Only the finder of names, and what it listens to."""
    pipeline = spacy.load(folder)
    needed = {"ner"}
    for name, part in pipeline.pipeline:
        if "ner" in getattr(part, "listener_map", {}):
            needed.add(name)
    for name in pipeline.pipe_names:
        if name not in needed:
            pipeline.remove_pipe(name)
    return pipeline


def main():
    folder, path = sys.argv[1:]
    pipeline = load(folder)
    with open(path, encoding="utf-8") as file:
        texts = json.load(file)
    meta = pipeline.meta
    name = f"spaCy {spacy.__version__} {meta['lang']}_{meta['name']} {'+'.join(pipeline.pipe_names)}"
    print(json.dumps({"ready": name}), flush=True)
    for _ in sys.stdin:
        start = time.perf_counter()
        found = sum(len(document.ents) for document in pipeline.pipe(texts))
        milliseconds = (time.perf_counter() - start) * 1e3
        print(json.dumps({"milliseconds": milliseconds, "found": found}), flush=True)


main()
