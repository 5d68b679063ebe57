"""Imports a glossary file: read in a child, matched, judged, stored or kept as a review."""

import contextlib
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

from booth_app.editing.bringing import Bringing
from booth_app.editing.targets import target
from booth_app.exchange.read_file import FileFacts, ReadConcept
from booth_app.exchange.reading import FileReading
from booth_app.exchange.report import FileReport, FileUnreadable
from booth_app.jobs import JobCancelled, JobFailed, Progress
from booth_app.store.reading import Reader
from booth_app.store.reviews import Review
from booth_app.store.verdicts import Counts, Verdicts
from booth_app.take_over import Source, Step, TakeOver
from booth_app.termbase import Termbase
from booth_app.terminology.document import clean

__all__ = ["FileUnreadable", "Import", "Imported", "JobCancelled", "JobFailed", "dry_run"]

_LONGEST_NAME: Final = 100  # characters


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file. `report` tells what is in it, `counts` count its concepts.

    `review` is the id of the saved review of what waits for a person, empty where nothing does;
    `batch` that of what was stored, empty where nothing was.
    """

    glossary: str
    facts: FileFacts
    report: FileReport
    counts: Counts
    review: str = ""
    batch: str = ""


class Import:
    """One import of a file, done once, in a worker thread.

    It goes into the glossary `into`, else into the one the file names, else into one named after
    the file. What cannot be read raises FileUnreadable, JobFailed; what cannot be stored
    StoreFault.
    """

    def __init__(self, termbase: Termbase, reading: FileReading, *, into: str = "") -> None:
        self.reading = reading
        self.glossary = ""
        """Where it goes; known once the reading has begun."""
        self._termbase = termbase
        self._into = into
        self._turn = threading.Lock()
        self._taking: TakeOver | None = None
        self._cancelled = False

    def apply_at_once(
        self,
        began: Callable[[Step], None] = lambda step: None,
        progressed: Callable[[Progress], None] | None = None,
    ) -> Imported:
        """Store what is new or changed; what a person is to decide is kept as a review.

        Where it does not come to its end, nothing is left of it. Raises JobCancelled.
        """
        return self._run(began, progressed, only_judged=False)

    def preview(
        self,
        began: Callable[[Step], None] = lambda step: None,
        progressed: Callable[[Progress], None] | None = None,
    ) -> Imported:
        """Judge everything and store nothing: every row is in a review. Raises JobCancelled."""
        return self._run(began, progressed, only_judged=True)

    def cancel(self) -> None:
        """Leave everything as it was, from any thread."""
        with self._turn:
            self._cancelled = True
            if self._taking is not None:
                self._taking.cancel()
        self.reading.cancel()

    def _run(
        self,
        began: Callable[[Step], None],
        progressed: Callable[[Progress], None] | None,
        *,
        only_judged: bool,
    ) -> Imported:
        began("reading")
        with _begun(self.reading, progressed) as pieces:
            store = self._termbase.store
            bringing = _bringing(store.reader, self.reading, self._into)
            self.glossary = bringing.glossary
            items = ([*bringing.brought(read)] for read in pieces)
            source = self._source(bringing, only_judged=only_judged)
            taking = self._termbase.take_over(self.glossary, items, source)
            with self._turn:
                self._taking = taking
                if self._cancelled:
                    raise JobCancelled("The import was cancelled.")
            counts = taking.run(began)
        return Imported(
            self.glossary,
            self.reading.facts,
            self.reading.report,
            counts,
            review=taking.batch if taking.parked else "",
            batch=taking.batch if counts.stored and not only_judged else "",
        )

    def _source(self, bringing: Bringing, *, only_judged: bool) -> Source:
        facts, report = self.reading.facts, self.reading
        name = self.reading.path.resolve().name
        review = Review(
            id="",
            glossary=bringing.glossary,
            file=name,
            format=facts.format,
            source=facts.source,
            holds=bringing.holds,
        )
        return Source(
            origin="release" if facts.format == "release" else "import",
            note=name,
            review=review,
            problems=lambda: [(p.line, p.message) for p in report.report.problems],
            only_judged=only_judged,
        )


def dry_run(
    reader: Reader,
    reading: FileReading,
    into: str = "",
    progressed: Callable[[Progress], None] | None = None,
) -> Imported:
    """Return what an import would come to; nothing is written. Raises as an `Import` does."""
    with _begun(reading, progressed) as pieces:
        bringing = _bringing(reader, reading, into)
        verdicts = Verdicts(reader, bringing.glossary, bringing.holds)
        for read in pieces:
            verdicts.looked_at([*bringing.brought(read)])
    return Imported(bringing.glossary, reading.facts, reading.report, verdicts.counts)


@contextlib.contextmanager
def _begun(
    reading: FileReading, progressed: Callable[[Progress], None] | None
) -> Iterator[Iterable[Sequence[ReadConcept]]]:
    """Give the pieces of a file whose facts are known by then; leaving ends its child."""
    with contextlib.closing(reading.concepts(progressed)) as pieces:
        first = next(pieces, ())
        yield chain([first], pieces)


def _bringing(reader: Reader, reading: FileReading, into: str) -> Bringing:
    file = reading.path.resolve().name
    facts = replace(reading.facts, glossary=_name(reading.facts.glossary))
    named = _name(reading.path.resolve().stem)
    glossary = target(reader, facts, file, named, _name(into))
    if not glossary:
        raise FileUnreadable(reading.path, "names no glossary to go into: say which")
    return Bringing(reader, glossary, facts, file)


def _name(given: str) -> str:
    """Return `given` as it can name a glossary; empty where nothing of it can."""
    return " ".join(clean(given).split())[:_LONGEST_NAME].strip()
