"""How long the checks take: over a whole stored glossary, and of one concept while it is typed.

    uv run python -m tests.benchmarks.checking [--concepts 20000] [--json]

A glossary of made concepts is stored first, which is not measured. Then it is checked by the job
that the program runs in a child process: its processor time and the highest memory it took. Then
a hundred concepts are checked one by one beside all others, and a hundred beginnings of terms
are asked for similar concepts: processor time each.
"""

import argparse
import resource
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from pathlib import Path
from typing import cast

from booth_app.editing.checking import Checking
from booth_app.editing.similar import similar
from booth_app.languages import Lang
from booth_app.paths import DataFolder
from booth_app.store.judging import Brought
from booth_app.termbase import Termbase
from booth_app.terminology.concept import (
    Concept,
    ConceptKey,
    LanguageSection,
    Status,
    Term,
    TermType,
)
from booth_app.terminology.concept_document import to_json
from tests.benchmarks import made_termbase
from tests.benchmarks.figures import print_figures

_GLOSSARY = "made"
_KINDS: Mapping[str, tuple[Status, TermType]] = {
    "main": ("preferred", "full_form"),
    "syn": ("admitted", "full_form"),
    "acr": ("admitted", "acronym"),
}
_ASKED = 100
_AT_ONCE = 200


def stored(folder: Path, concepts: int) -> Termbase:
    """Return a term base with so many made concepts in one glossary."""
    termbase = Termbase.open(DataFolder(folder / "data"), "benchmark", write=True)
    termbase.take_over(_GLOSSARY, _documents(_made(concepts))).run()
    return termbase


def _made(concepts: int) -> Iterator[Concept]:
    for number, rows in groupby(made_termbase.rows(concepts), key=lambda row: row.concept):
        terms: defaultdict[Lang, list[Term]] = defaultdict(list)
        for at, row in enumerate(rows):
            status, kind = _KINDS[row.kind]
            term = Term(id=f"{number}.{at}", text=row.term, status=status, type=kind)
            terms[cast("Lang", row.lang)].append(term)
        sections = {lang: LanguageSection(terms=tuple(each)) for lang, each in terms.items()}
        yield Concept(glossary=_GLOSSARY, id=str(number), languages=sections)


def _documents(concepts: Iterator[Concept]) -> Iterator[Sequence[Brought]]:
    while some := [Brought(concept.id, to_json(concept)) for concept in islice(concepts, _AT_ONCE)]:
        yield some


def all_checked(checking: Checking) -> dict[str, object]:
    """Return what the check over all took, in the child."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    problems = progress = 0

    def progressed(_: object) -> None:
        nonlocal progress
        progress += 1

    for piece in checking.job(_GLOSSARY).pieces(progressed):
        problems += len(piece)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {
        "cpu_s": round(used, 2),
        "wall_s": round(time.perf_counter() - start, 2),
        "memory_mb": after.ru_maxrss >> 10,  # of the largest child so far
        "problems": problems,
        "progress_reports": progress,
    }


def each(work: Callable[[Concept], object], concepts: Sequence[Concept]) -> dict[str, float]:
    """Return the processor time of `work`, a concept each, in milliseconds."""
    taken = []
    for concept in concepts:
        start = time.process_time()
        work(concept)
        taken.append((time.process_time() - start) * 1000)
    taken.sort()
    return {
        "median_ms": round(statistics.median(taken), 2),
        "p95_ms": round(taken[int(len(taken) * 0.95)], 2),
        "most_ms": round(taken[-1], 2),
    }


def measured(concepts: int) -> dict[str, object]:
    """Return all figures for a glossary of so many concepts."""
    with tempfile.TemporaryDirectory() as folder:
        termbase = stored(Path(folder), concepts)
        checking = Checking(termbase)
        step = max(1, concepts // _ASKED)
        keys = [ConceptKey(_GLOSSARY, str(n)) for n in range(1, concepts + 1, step)][:_ASKED]
        asked = [found for key in keys if (found := termbase.concept(key))]
        figures = {
            "concepts": concepts,
            "all": all_checked(checking),
            "one": each(checking.of, asked),
            "similar": each(
                lambda concept: similar(termbase, concept, _typed(concept), "en"), asked
            ),
        }
        termbase.close()
        return figures


def _typed(concept: Concept) -> str:
    """Return the beginning of a term, as far as somebody may have come."""
    text = concept.section("en").terms[0].text
    return text[: max(4, len(text) * 2 // 3)]


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--concepts", type=int, default=20_000)
    parser.add_argument("--json", action="store_true", help="one JSON object")
    given = parser.parse_args()
    figures = measured(given.concepts)
    print_figures(figures, as_json=given.json)


if __name__ == "__main__":
    main()
