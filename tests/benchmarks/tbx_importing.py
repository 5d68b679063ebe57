"""How long the import of a TBX file takes, beside the least that any import must do.

    uv run python -m tests.benchmarks.tbx_importing [--concepts 100000] [--file FILE.tbx]
        [--rounds 3] [--json]

The import goes into a fresh data folder. `stored` is from the start of its process, the first
opening of the folder included, until every row is stored; `whole` until the index for the look-up
is built too and all of it is to be found. The baseline reads the file with `iterparse` and inserts
with SQLAlchemy Core every row that the import stored, in whatever table, history included, into a
database of the same tables and indexes; the rows are in its memory before its clock starts. Both
are measured in turn, `rounds` times; ratios are those of the medians, of the time on the clock and
of that of all processors: an import uses two of them.
"""

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple, cast

from booth_app.exchange import tbx_writing
from booth_app.languages import Lang
from booth_app.paths import DataFolder
from booth_app.terminology.concept import Concept, LanguageSection, Term
from booth_app.terminology.concept_document import to_json
from booth_app.terminology.state_marks import Revision
from tests.benchmarks import made_termbase
from tests.benchmarks.figures import print_figures

_BASELINE = (
    "import sys; from tests.benchmarks.tbx_importing import baseline; baseline(*sys.argv[1:])"
)
_IMPORT = "import sys; from tests.benchmarks.tbx_importing import import_; import_(*sys.argv[1:])"
_MADE_WITH = ("meta",)
"""Tables that are not empty in a new database."""
_AT_ONCE = 10_000  # rows an insert


class Taken(NamedTuple):
    """Seconds on the clock and of all processors, those of ended child processes included."""

    clock: float
    processor: float

    @classmethod
    def since(cls, start: float, begun: float = 0.0) -> "Taken":
        """Return what was taken since the clock showed `start` and the processors `begun`."""
        return cls(time.time() - start, processor() - begun)


def processor() -> float:
    """Return the seconds that this process and its ended children have had of the processors."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def concepts(count: int) -> Iterator[Concept]:
    """Yield made concepts in four languages."""
    for number, rows in groupby(made_termbase.rows(count), key=lambda row: row.concept):
        terms: defaultdict[Lang, list[Term]] = defaultdict(list)
        for at, row in enumerate(rows, 1):
            kind = "acronym" if row.kind == "acr" else "full_form"
            status = "preferred" if row.kind == "main" else "admitted"
            term = Term(id=f"c{number}.{at}", text=row.term, status=status, type=kind)
            terms[cast("Lang", row.lang)].append(term)
        sections = {lang: LanguageSection(terms=tuple(each)) for lang, each in terms.items()}
        yield Concept(glossary="made", id=f"c{number}", subject="made", languages=sections)


def baseline(file: str, imported: str, folder: str) -> None:
    """Read `file`, insert what `imported` holds into a new database; print what it took."""
    from lxml import etree
    from sqlalchemy import insert, select

    from booth_app.store import tables
    from booth_app.store.database import Database
    from booth_app.store.opening import create

    filled = [each for each in tables.metadata.sorted_tables if each.name not in _MADE_WITH]
    source = Database(Path(imported))
    with source.writing() as connection:
        rows = [
            [dict(row) for row in connection.execute(select(table)).mappings()] for table in filled
        ]
    source.close()
    path = Path(folder) / "baseline.db"
    create(path)
    start, begun = time.time(), processor()
    for _, element in etree.iterparse(file, tag="{*}conceptEntry"):
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]
    database = Database(path)
    with database.writing() as connection:
        for table, its in zip(filled, rows, strict=True):
            for at in range(0, len(its), _AT_ONCE):
                connection.execute(insert(table), its[at : at + _AT_ONCE])
    database.close()
    print(*Taken.since(start, begun))


def import_(file: str, folder: str, start: str) -> None:
    """Import `file` into a data folder; print what it took to store it, and to have it found."""
    from booth_app.editing.importing import Import
    from booth_app.exchange.reading import FileReading
    from booth_app.termbase import Termbase

    begun: dict[str, Taken] = {}
    termbase = Termbase.open(DataFolder(Path(folder)), "benchmark", write=True)
    done = Import(termbase, FileReading(Path(file))).apply_at_once(
        lambda step: begun.setdefault(step, Taken.since(float(start)))
    )
    end = Taken.since(float(start))
    termbase.close()
    assert done.counts.new == done.report.concepts > 0
    print(*begun["indexing"], *end)


def _imported(file: Path, data: Path) -> tuple[Taken, Taken]:
    stored, stored_by, whole, whole_by = _told(_IMPORT, file, data, time.time())
    return Taken(stored, stored_by), Taken(whole, whole_by)


def _beside(file: Path, database: Path, folder: Path) -> Taken:
    return Taken(*_told(_BASELINE, file, database, folder))


def _told(*words: object) -> list[float]:
    command = [sys.executable, "-c", *map(str, words)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return [float(word) for word in done.stdout.split()]


def measure(count: int, rounds: int, file: Path | None) -> dict[str, float]:
    """Return the figures."""
    taken, least = [], []
    with tempfile.TemporaryDirectory(prefix="booth-benchmark-") as folder:
        path = file or Path(folder) / "made.tbx"
        if file is None:
            tbx_writing.write(
                path,
                "made",
                ((concept, Revision(1, (to_json(concept),))) for concept in concepts(count)),
            )
        for number in range(rounds):
            data = DataFolder(Path(folder) / f"data{number}")
            taken.append(_imported(path, data.root))
            inserted = Path(folder) / f"baseline{number}"
            inserted.mkdir()
            least.append(_beside(path, data.database, inserted))
        megabytes = path.stat().st_size / 1e6
    stored, whole = (_median(each) for each in zip(*taken, strict=True))
    beside = _median(least)
    return {
        "file_mb": round(megabytes, 1),
        "stored_seconds": round(stored.clock, 1),
        "whole_seconds": round(whole.clock, 1),
        "baseline_seconds": round(beside.clock, 1),
        "stored_ratio": round(stored.clock / beside.clock, 2),
        "whole_ratio": round(whole.clock / beside.clock, 2),
        "stored_processor": round(stored.processor, 1),
        "whole_processor": round(whole.processor, 1),
        "baseline_processor": round(beside.processor, 1),
        "stored_processor_ratio": round(stored.processor / beside.processor, 2),
        "whole_processor_ratio": round(whole.processor / beside.processor, 2),
    }


def _median(taken: Sequence[Taken]) -> Taken:
    return Taken(*(statistics.median(each) for each in zip(*taken, strict=True)))


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--concepts", type=int, default=100_000)
    parser.add_argument("--file", type=Path, help="a TBX file, instead of a made one")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    figures = measure(given.concepts, given.rounds, given.file)
    print_figures(figures, as_json=given.json)


if __name__ == "__main__":
    main()
