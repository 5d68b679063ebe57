"""How long the import of a TBX file takes, beside the least that any import must do.

    uv run python -m tests.benchmarks.tbx_importing [--concepts 100000] [--file FILE.tbx]
        [--rounds 3] [--json]

The import goes into a fresh data folder. `stored` is from the start of its process, the first
opening of the folder included, until every row is stored; `whole` until the index for the look-up
is built too and all of it is to be found. The baseline reads the file with `iterparse` and inserts
with SQLAlchemy Core every row that the import stored, history included, into a database of the
same tables and indexes; the rows are in its memory before its clock starts. Both are measured in
turn, `rounds` times; ratios are those of the medians.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import cast

from booth_app.exchange import tbx_writing
from booth_app.languages import Lang
from booth_app.paths import DataFolder
from booth_app.terminology.concept import Concept, LanguageSection, Term
from booth_app.terminology.concept_document import to_json
from booth_app.terminology.state_marks import Revision
from tests.benchmarks import made_termbase

_BASELINE = (
    "import sys; from tests.benchmarks.tbx_importing import baseline; baseline(*sys.argv[1:])"
)
_IMPORT = "import sys; from tests.benchmarks.tbx_importing import import_; import_(*sys.argv[1:])"
_TABLES = ("glossary", "batch", "concept", "change")
"""What an import fills, each before those that refer to it."""
_AT_ONCE = 10_000  # rows an insert


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
    """Read `file`, insert what `imported` holds into a new database, and print the seconds."""
    from lxml import etree
    from sqlalchemy import insert, text

    from booth_app.store import tables
    from booth_app.store.database import Database
    from booth_app.store.opening import create

    source = Database(Path(imported))
    with source.writing() as connection:
        rows = {
            name: [
                dict(row) for row in connection.execute(text(f"SELECT * FROM {name}")).mappings()
            ]
            for name in _TABLES
        }
    source.close()
    path = Path(folder) / "baseline.db"
    create(path)
    start = time.perf_counter()
    for _, element in etree.iterparse(file, tag="{*}conceptEntry"):
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]
    database = Database(path)
    with database.writing() as connection:
        for name in _TABLES:
            for at in range(0, len(rows[name]), _AT_ONCE):
                connection.execute(
                    insert(tables.metadata.tables[name]), rows[name][at : at + _AT_ONCE]
                )
    database.close()
    print(time.perf_counter() - start)


def import_(file: str, folder: str, start: str) -> None:
    """Import `file` into a data folder; print the seconds until it is stored, until it is found."""
    from booth_app.editing.importing import Import
    from booth_app.exchange.reading import FileReading
    from booth_app.termbase import Termbase

    begun: dict[str, float] = {}
    termbase = Termbase.open(DataFolder(Path(folder)), "benchmark", write=True)
    done = Import(termbase, FileReading(Path(file))).apply_at_once(
        lambda step: begun.setdefault(step, time.time())
    )
    end = time.time()
    termbase.close()
    assert done.counts.new == done.report.concepts > 0
    print(begun["indexing"] - float(start), end - float(start))


def _imported(file: Path, data: Path) -> tuple[float, float]:
    words = [sys.executable, "-c", _IMPORT, str(file), str(data), str(time.time())]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    stored, whole = map(float, done.stdout.split())
    return stored, whole


def _beside(file: Path, database: Path, folder: Path) -> float:
    words = [sys.executable, "-c", _BASELINE, str(file), str(database), str(folder)]
    return float(subprocess.run(words, capture_output=True, text=True, check=True).stdout)


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
    stored, whole = (statistics.median(each) for each in zip(*taken, strict=True))
    beside = statistics.median(least)
    return {
        "file_mb": round(megabytes, 1),
        "stored_seconds": round(stored, 1),
        "whole_seconds": round(whole, 1),
        "baseline_seconds": round(beside, 1),
        "stored_ratio": round(stored / beside, 2),
        "whole_ratio": round(whole / beside, 2),
    }


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--concepts", type=int, default=100_000)
    parser.add_argument("--file", type=Path, help="a TBX file, instead of a made one")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    figures = measure(given.concepts, given.rounds, given.file)
    if given.json:
        print(json.dumps(figures))
    else:
        for name, figure in figures.items():
            print(f"{name:<22} {figure}")


if __name__ == "__main__":
    main()
