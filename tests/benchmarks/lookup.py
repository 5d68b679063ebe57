"""How fast and how well a term base of any size is looked up.

    uv run python -m tests.benchmarks.lookup [--termbase TERMS.tsv --queries QUERIES.tsv] [--json]

Without files: the shipped glossary and the look-ups of `tests/lookup/real_look_ups.tsv`, typed key
by key; the whole ones are judged.

TERMS: a header, then `concept_id lang term kind` (main, syn, acr), tab-separated. QUERIES: a
header, then `qid class lang sess judged query truth`; `truth` are concept ids with commas, the
first is the one meant; recall counts the rows with judged = 1 alone. `recall_slip` is over the
classes of one edit: sub, ins, del, transp, first, typo_pre.

The terms are stored and indexed by a process of their own, as an import would. Then a key is
everything from the text to ten hits with their terms in four languages, read from the store. The
figures `busy` are those beside a Python thread that never rests. The switch interval is the
program's own; the collector is frozen after loading, as the program does. `base_rss_mb` is this
process with the libraries that store and look-up need (`libraries_mb` of it), before anything is
loaded: the difference to `rss_mb`, after all queries, is what the index takes.
"""

import argparse
import gc
import importlib
import json
import multiprocessing
import resource
import statistics
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from booth_app.paths import DataFolder, bundled
from booth_app.terminology.concept import Concept, LanguageSection, Status, Term, TermType
from booth_app.terminology.glossary_folder import read_glossary
from tests.benchmarks.given_files import query_table, term_table

if TYPE_CHECKING:
    from booth_app.termbase import Termbase

GLOSSARY = "benchmark"
SWITCH_INTERVAL = 0.00005
"""Seconds, as the program sets it at its start."""

COLLECTOR = (700, 5, 1_000_000)
"""The collector's thresholds, as the program sets them once it has loaded: each minute it collects
everything besides."""

ONE_SLIP = ("sub", "ins", "del", "transp", "first", "typo_pre")
KINDS: dict[str, tuple[Status, TermType]] = {
    "main": ("preferred", "full_form"),
    "syn": ("admitted", "variant"),
    "acr": ("admitted", "acronym"),
}


class Asked(NamedTuple):
    """One query of the file."""

    kind: str
    judged: bool
    text: str
    truth: tuple[str, ...]


def concepts(path: Path) -> Iterator[Concept]:
    """Yield the concepts of a terms file, which stand together in it; nothing else is kept."""
    with path.open(encoding="utf-8") as file:
        next(file)
        rows = (line.rstrip("\n").split("\t") for line in file)
        for concept, terms in groupby(rows, key=lambda row: row[0]):
            sections: dict[str, list[Term]] = defaultdict(list)
            for number, (_, lang, text, kind, *_) in enumerate(terms):
                status, type_ = KINDS[kind]
                id_ = f"{concept}.{lang}.{number}"
                sections[lang].append(Term(id=id_, text=text, status=status, type=type_))
            languages = {lang: LanguageSection(terms=tuple(t)) for lang, t in sections.items()}
            yield Concept(glossary=GLOSSARY, id=concept, languages=languages)  # type: ignore[arg-type]


def queries(path: Path) -> list[Asked]:
    """Return the queries of a file."""
    with path.open(encoding="utf-8") as file:
        next(file)
        rows = [line.rstrip("\n").split("\t") for line in file]
    return [Asked(row[1], row[4] == "1", row[5], tuple(row[6].split(","))) for row in rows]


def shipped(path: Path | None) -> Iterator[Concept]:
    """Yield the concepts of a terms file, those of the shipped glossary where none is given."""
    if path is not None:
        yield from concepts(path)
        return
    for concept in read_glossary(bundled("glossaries") / "migration-governance").concepts:
        yield replace(concept, glossary=GLOSSARY)


def real_look_ups() -> list[Asked]:
    """Return the list of real look-ups of concepts, each typed key by key."""
    path = Path(__file__).parents[1] / "lookup" / "real_look_ups.tsv"
    asked = []
    for line in path.read_text("utf-8").splitlines()[1:]:
        kind, _, typed, answer = line.split("\t")
        if answer[0] not in "@-":  # people are of a meeting; nothing is not judged
            truth = tuple(answer.split("|"))
            asked += [Asked("key", False, typed[:end], truth) for end in range(1, len(typed))]
            kind = "sub" if kind in ("slip", "unfinished_slip", "first_letter") else kind
            asked.append(Asked(kind, True, typed, truth))
    return asked


def store(terms: Path | None, folder: Path) -> None:
    """Store the term base in a data folder, and its index in the folder's cache."""
    from booth_app.store.history import Stamp
    from booth_app.store.store import Store
    from booth_app.store.taking_in import take_in
    from booth_app.termbase import Termbase

    data = DataFolder(folder)
    opened = Store.open(data, "benchmark", write=True)
    with opened.writing() as connection:
        stamp = Stamp(person="benchmark", origin="import")
        take_in(connection, GLOSSARY, shipped(terms), "benchmark", stamp)
    opened.close()
    Termbase.reading(data)


def resident() -> float:
    """Return the megabytes of this process that are in memory now."""
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * resource.getpagesize() / 1e6


def timed(termbase: "Termbase", asked: Sequence[Asked]) -> tuple[list[float], list[list[str]]]:
    """Ask everything once; the milliseconds of each and the concepts found."""
    times, found = [], []
    for query in asked:
        start = time.perf_counter()
        hits = termbase.look_up(query.text, 10)
        times.append((time.perf_counter() - start) * 1e3)
        found.append([hit.concept.id for hit in hits if hit.concept])
    return times, found


def beside_a_busy_thread(termbase: "Termbase", asked: Sequence[Asked]) -> list[float]:
    """The same beside a thread that computes in Python without pause."""
    done = threading.Event()

    def work() -> None:
        number = 1
        while not done.is_set():
            number = number * 31 % 1_000_003

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    try:
        return timed(termbase, asked)[0]
    finally:
        done.set()
        thread.join()


def recall(asked: Sequence[Asked], found: Sequence[list[str]], first: int) -> dict[str, list[bool]]:
    """Whether the concept meant is among the first so many found, by class of query."""
    judged: dict[str, list[bool]] = defaultdict(list)
    for query, ids in zip(asked, found, strict=True):
        if query.judged:
            judged[query.kind].append(bool(set(query.truth) & set(ids[:first])))
    return judged


def figures(terms: Path | None, asked: Sequence[Asked], folder: Path) -> dict[str, float]:
    """Store, load and ask."""
    child = multiprocessing.get_context("spawn").Process(target=store, args=(terms, folder))
    child.start()
    child.join()
    if child.exitcode:
        raise SystemExit("The term base could not be stored.")

    from booth_app.termbase import Termbase

    sys.setswitchinterval(SWITCH_INTERVAL)
    bare = resident()
    for module in ("lookup.cache", "lookup.search", "lookup.spotting", "store.store"):
        importlib.import_module(f"booth_app.{module}")
    base = resident()
    start = time.perf_counter()
    termbase = Termbase.reading(DataFolder(folder))
    load = time.perf_counter() - start
    assert termbase is not None
    gc.collect()
    gc.freeze()
    gc.set_threshold(*COLLECTOR)
    times, found = timed(termbase, asked)
    rss = resident()
    busy = beside_a_busy_thread(termbase, asked)
    at_1, at_10 = recall(asked, found, 1), recall(asked, found, 10)
    slips = [hit for kind in ONE_SLIP for hit in at_10[kind]]
    counts = [sum(1 for _ in concept.terms()) for concept in shipped(terms)]
    return {
        "concepts": len(counts),
        "terms": sum(counts),
        "load_s": round(load, 3),
        "rss_mb": round(rss, 1),
        "base_rss_mb": round(base, 1),
        "libraries_mb": round(base - bare, 1),
        "p50_ms": round(statistics.median(times), 3),
        "p99_ms": round(sorted(times)[int(len(times) * 0.99)], 3),
        "max_ms": round(max(times), 3),
        "busy_p99_ms": round(sorted(busy)[int(len(busy) * 0.99)], 3),
        "recall_at_1": _share(at_1),
        "recall_at_10": _share(at_10),
        "recall_slip": round(sum(slips) / len(slips), 4) if slips else 1.0,
    }


def _share(judged: dict[str, list[bool]]) -> float:
    hits = [hit for kind in judged.values() for hit in kind]
    return round(sum(hits) / len(hits), 4) if hits else 1.0


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--termbase", type=term_table)
    parser.add_argument("--queries", type=query_table)
    parser.add_argument("--json", action="store_true", help="one line of JSON")
    arguments = parser.parse_args()
    if (arguments.termbase is None) != (arguments.queries is None):
        parser.error("--termbase and --queries belong together")
    asked = queries(arguments.queries) if arguments.queries else real_look_ups()
    with tempfile.TemporaryDirectory(prefix="booth-benchmark-") as folder:
        measured = figures(arguments.termbase, asked, Path(folder) / "data")
    if arguments.json:
        print(json.dumps(measured))
    else:
        for name, value in measured.items():
            print(f"{name:14} {value}")


if __name__ == "__main__":
    main()
