"""How long the export of a glossary as TBX takes, beside the least that any export must do.

    uv run python -m tests.benchmarks.tbx_exporting [--concepts 100000] [--rounds 3] [--json]

A glossary of made concepts is stored first, which is not measured. Then it is exported as the
command does it, what the format cannot hold told before. The baseline selects with SQLAlchemy Core
every row that the export reads, and writes with `etree.xmlfile` the same elements, attributes and
texts, which are in its memory before its clock starts. Both are measured in turn, each in a process
of its own, `rounds` times; the ratios are those of the medians, of the time on the clock and of the
processor's.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from booth_app.paths import DataFolder
from tests.benchmarks.checking import stored
from tests.benchmarks.figures import print_figures

if TYPE_CHECKING:
    from lxml import etree

_GLOSSARY = "made"
_EXPORT = "import sys; from tests.benchmarks.tbx_exporting import export; export(*sys.argv[1:])"
_BASELINE = (
    "import sys; from tests.benchmarks.tbx_exporting import baseline; baseline(*sys.argv[1:])"
)


class Taken(NamedTuple):
    """Seconds on the clock and of the processor."""

    clock: float
    processor: float


class _Plain(NamedTuple):
    """An element without anything of lxml's."""

    tag: str
    attributes: dict[str, str]
    text: str
    parts: "list[_Plain]"


def export(data: str, file: str) -> None:
    """Export the glossary in the folder `data` to `file`, and print what it took."""
    from booth_app.editing import exporting
    from booth_app.termbase import Termbase

    termbase = Termbase.open(DataFolder(Path(data)), "benchmark", write=False)

    def work() -> None:
        concepts = (concept for concept, _ in exporting.exported(termbase, _GLOSSARY))
        exporting.losses("tbx", concepts)
        exporting.export(Path(file), "tbx", _GLOSSARY, exporting.exported(termbase, _GLOSSARY))

    _measure(work)
    termbase.close()


def baseline(database: str, file: str, other: str) -> None:
    """Write what stands in the TBX file `file` to `other`, and print what it took."""
    from lxml import etree
    from sqlalchemy import URL, create_engine, select

    from booth_app.store import tables

    root = etree.parse(file).getroot()
    names, parts = root.nsmap, [_plain(part) for part in root]
    beginning = root.tag, dict(root.attrib)
    del root
    engine = create_engine(URL.create("sqlite", database=database))
    concept, change = tables.concept, tables.change
    selects = (
        select(concept).where(concept.c.glossary == _GLOSSARY).order_by(concept.c.id),
        select(change).where(change.c.glossary == _GLOSSARY).where(change.c.before.is_not(None)),
    )

    def work() -> None:
        with engine.connect() as connection:
            for rows in selects:
                for _ in connection.execute(rows):
                    pass
        with (
            etree.xmlfile(other, encoding="utf-8") as writing,
            writing.element(*beginning, nsmap=names),
        ):
            for part in parts:
                _write(writing, part)

    _measure(work)
    engine.dispose()


def _plain(element: "etree._Element") -> _Plain:
    attributes = {str(key): str(value) for key, value in element.attrib.items()}
    return _Plain(
        str(element.tag), attributes, element.text or "", [_plain(part) for part in element]
    )


def _write(writing: "etree._IncrementalFileWriter", part: _Plain) -> None:
    with writing.element(part.tag, part.attributes):
        if part.text:
            writing.write(part.text)
        for each in part.parts:
            _write(writing, each)


def _measure(work: Callable[[], object]) -> None:
    clock, processor = time.perf_counter(), time.process_time()
    work()
    print(time.perf_counter() - clock, time.process_time() - processor)


def _taken(*words: object) -> Taken:
    command = [sys.executable, "-c", *map(str, words)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return Taken(*map(float, done.stdout.split()))


def measure(concepts: int, rounds: int) -> dict[str, float]:
    """Return the figures."""
    ours, least = [], []
    with tempfile.TemporaryDirectory(prefix="booth-benchmark-") as folder:
        stored(Path(folder), concepts).close()
        data, file = DataFolder(Path(folder) / "data"), Path(folder) / "made.tbx"
        for _ in range(rounds):
            ours.append(_taken(_EXPORT, data.root, file))
            least.append(_taken(_BASELINE, data.database, file, Path(folder) / "other.tbx"))
        megabytes = file.stat().st_size / 1e6
    export, beside = (
        Taken(*(statistics.median(each) for each in zip(*taken, strict=True)))
        for taken in (ours, least)
    )
    return {
        "file_mb": round(megabytes, 1),
        "export_seconds": round(export.clock, 1),
        "baseline_seconds": round(beside.clock, 1),
        "ratio": round(export.clock / beside.clock, 2),
        "processor_ratio": round(export.processor / beside.processor, 2),
    }


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--concepts", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    figures = measure(given.concepts, given.rounds)
    print_figures(figures, as_json=given.json)


if __name__ == "__main__":
    main()
