"""How fast and how well the terms of a term base of any size are spotted in running text.

    uv run python -m tests.benchmarks.spotting [--termbase TERMS.tsv --text TEXTS.tsv] [--json]

TERMS: a header, then `concept_id lang term kind`, tab-separated. TEXTS: a text a line, then,
tab-separated, the terms planted in it as written and those planted inflected, each with "|"; or
plain text, which is cut into pieces of 500 words and judged by nothing. The language is the one
most planted terms are in, else `--lang`. Without files: the shipped glossary and the annotated
texts of `tests/lookup/texts`, in four languages.

The index is built and saved in a process of its own and loaded here, as the program does. One word
is spotted before the clock starts: the program has read its meeting's agenda by then.
"""

import argparse
import gc
import json
import multiprocessing
import re
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from booth_app.languages import LANGUAGES, Lang, is_language
from booth_app.lookup.index import Index
from booth_app.lookup.searchables import searchables
from booth_app.lookup.spotting import Spotter
from booth_app.terminology.folding import fold
from tests.benchmarks.given_files import term_table, text_file
from tests.benchmarks.lookup import COLLECTOR, resident, shipped

PIECE = 500
ROUNDS = 20


class Text(NamedTuple):
    """A text, and the terms known to stand in it."""

    lang: Lang
    text: str
    written: frozenset[str] = frozenset()
    inflected: frozenset[str] = frozenset()


def build(terms: Path | None, folder: Path) -> None:
    """Build the index of a term base and save it."""
    Index.build(searchables(shipped(terms))).save(folder)


def texts(path: Path | None, terms: Path | None, lang: Lang) -> list[Text]:
    """Return the texts of a file; of no file, the annotated ones."""
    if path is None:
        return list(annotated())
    lines = [line.split("\t") for line in path.read_text("utf-8").splitlines() if line.strip()]
    if all(len(line) == 3 for line in lines):
        planted = [(t, _planted(w), _planted(i)) for t, w, i in lines]
        lang = language(terms, frozenset().union(*(w | i for _, w, i in planted)))
        return [Text(lang, text, written, inflected) for text, written, inflected in planted]
    return [Text(lang, piece) for piece in pieces(path.read_text("utf-8"))]


def annotated() -> Iterator[Text]:
    """Yield the annotated texts without their marks, in pieces."""
    for lang in LANGUAGES:
        path = Path(__file__).parents[1] / "lookup" / "texts" / f"{lang}.txt"
        plain = re.sub(r"\[([^|\]]*)\|[^\]]*\]", r"\1", path.read_text("utf-8"))
        for piece in pieces(plain):
            yield Text(lang, piece)


def pieces(text: str) -> Iterator[str]:
    """Yield the text in pieces of so many words."""
    words = re.findall(r"\S+\s*", text)
    for start in range(0, len(words), PIECE):
        yield "".join(words[start : start + PIECE])


def language(terms: Path | None, planted: frozenset[str]) -> Lang:
    """Return the language most of these terms are in."""
    langs: Counter[Lang] = Counter()
    for term in searchables(shipped(terms)):
        langs[term.lang] += term.text.lower() in planted
    return langs.most_common(1)[0][0]


def _planted(cell: str) -> frozenset[str]:
    return frozenset(filter(None, cell.split("|")))


def recall(spotter: Spotter, judged: Sequence[Text], terms: Path | None) -> dict[str, float]:
    """Return the shares of the planted terms whose concept was spotted."""
    wanted = {fold(term) for text in judged for term in text.written | text.inflected}
    concepts: dict[str, set[str]] = {}
    for term in searchables(shipped(terms)):
        if (folded := fold(term.text)) in wanted:
            concepts.setdefault(folded, set()).add(term.concept)
    hits: dict[str, list[bool]] = {"written": [], "inflected": []}
    for text in judged:
        found = {s.concept.id for s in spotter.spot(text.text, text.lang) if s.concept}
        for kind, planted in (("written", text.written), ("inflected", text.inflected)):
            hits[kind] += [bool(found & concepts.get(fold(term), set())) for term in planted]
    return {
        f"recall_{kind}": round(sum(found) / len(found), 4) for kind, found in hits.items() if found
    }


def figures(terms: Path | None, judged: Sequence[Text], folder: Path) -> dict[str, float]:
    """Build, load and spot."""
    child = multiprocessing.get_context("spawn").Process(target=build, args=(terms, folder))
    child.start()
    child.join()
    if child.exitcode:
        raise SystemExit("The index could not be built.")
    base = resident()
    start = time.perf_counter()
    index = Index.load(folder)
    assert index is not None
    spotter = index.spotter()
    load = time.perf_counter() - start
    gc.collect()
    gc.freeze()
    gc.set_threshold(*COLLECTOR)
    spotter.spot("migration", "en")
    times = []
    for text in list(judged) * ROUNDS:
        start = time.perf_counter()
        spotter.spot(text.text, text.lang)
        times.append((time.perf_counter() - start) * 1e3)
    counts = [sum(1 for _ in concept.terms()) for concept in shipped(terms)]
    return {
        "concepts": len(counts),
        "terms": sum(counts),
        "texts": len(judged),
        "words": round(statistics.mean(len(text.text.split()) for text in judged)),
        "load_s": round(load, 3),
        "rss_mb": round(resident(), 1),
        "base_rss_mb": round(base, 1),
        "p50_ms": round(statistics.median(times), 3),
        "p99_ms": round(sorted(times)[int(len(times) * 0.99)], 3),
        "max_ms": round(max(times), 3),
        **recall(spotter, judged, terms),
    }


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--termbase", type=term_table)
    parser.add_argument("--text", type=text_file)
    parser.add_argument("--lang", default="en", choices=LANGUAGES, help="of plain text")
    parser.add_argument("--json", action="store_true", help="one line of JSON")
    arguments = parser.parse_args()
    assert is_language(arguments.lang)
    judged = texts(arguments.text, arguments.termbase, arguments.lang)
    with tempfile.TemporaryDirectory(prefix="booth-benchmark-") as folder:
        measured = figures(arguments.termbase, judged, Path(folder))
    if arguments.json:
        print(json.dumps(measured))
    else:
        for name, value in measured.items():
            print(f"{name:16} {value}")


if __name__ == "__main__":
    main()
