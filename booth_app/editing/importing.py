"""Imports a glossary file: read in a child, matched, judged, stored or kept as a review."""

import contextlib
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

from booth_app.editing.bringing import Bringing
from booth_app.editing.release_items import release_items
from booth_app.editing.targets import target
from booth_app.exchange.read_file import FileFacts, ReadConcept
from booth_app.exchange.reading import FileReading
from booth_app.exchange.release import ReleaseFile
from booth_app.exchange.release_writing import Release
from booth_app.exchange.report import FileReport, FileUnreadable
from booth_app.jobs import JobCancelled, JobFailed, Progress
from booth_app.store.opened_releases import remember
from booth_app.store.reading import Reader
from booth_app.store.reviews import Review
from booth_app.store.said import source_of
from booth_app.store.verdicts import Counts, Item, Verdicts
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
        with begun(self.reading, progressed) as pieces:
            store = self._termbase.store
            seen = store.reader.last_change()
            bringing = _bringing(store.reader, self.reading, self._into, only_judged=only_judged)
            self.glossary = bringing.glossary
            release = None if only_judged else _release(self.reading, bringing)
            items = _items(store.reader, bringing, release, pieces)
            source = self._source(bringing, seen, only_judged=only_judged)
            taking = self._termbase.take_over(self.glossary, items, source)
            with self._turn:
                self._taking = taking
                if self._cancelled:
                    raise JobCancelled("The import was cancelled.")
            counts = taking.run(began)
        if release is not None:
            with store.writing() as connection:
                remember(connection, release.glossary, release.version)
        return Imported(
            self.glossary,
            self.reading.facts,
            self.reading.report,
            counts,
            review=taking.batch if taking.parked else "",
            batch=taking.batch if counts.stored and not only_judged else "",
        )

    def _source(self, bringing: Bringing, seen: int, *, only_judged: bool) -> Source:
        facts, report = self.reading.facts, self.reading
        name = self.reading.path.resolve().name
        review = Review(
            id="",
            glossary=bringing.glossary,
            file=name,
            format=facts.format,
            source=facts.source,
            holds=bringing.holds,
            seen=seen,
        )
        return Source(
            origin=_origin(facts),
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
    with begun(reading, progressed) as pieces:
        bringing = _bringing(reader, reading, into)
        release = _release(reading, bringing)
        said_by = source_of(_origin(reading.facts), reading.path.resolve().name)
        verdicts = Verdicts(reader, bringing.glossary, bringing.holds, said_by)
        for items in _items(reader, bringing, release, pieces):
            verdicts.looked_at(items)
    return Imported(bringing.glossary, reading.facts, reading.report, verdicts.counts)


@contextlib.contextmanager
def begun(
    reading: FileReading, progressed: Callable[[Progress], None] | None
) -> Iterator[Iterable[Sequence[ReadConcept]]]:
    """Give the pieces of a file whose facts are known by then; leaving ends its child."""
    with contextlib.closing(reading.concepts(progressed)) as pieces:
        first = next(pieces, ())
        yield chain([first], pieces)


def _items(
    reader: Reader,
    bringing: Bringing,
    release: Release | None,
    pieces: Iterable[Sequence[ReadConcept]],
) -> Iterator[Sequence[Item]]:
    """Yield what a file brings; a release of the glossary takes out of it, too."""
    if release is not None:
        return release_items(reader, bringing, release, pieces)
    return ([*bringing.brought(read)] for read in pieces)


def _release(reading: FileReading, bringing: Bringing) -> Release | None:
    """Return the release that is read into its own glossary; None where it is none."""
    if reading.facts.format != "release" or bringing.glossary != reading.facts.glossary:
        return None
    with closing(ReleaseFile(reading.path)) as file:
        return file.release


def _bringing(
    reader: Reader, reading: FileReading, into: str, *, only_judged: bool = False
) -> Bringing:
    file = reading.path.resolve().name
    facts = replace(reading.facts, glossary=_name(reading.facts.glossary))
    named = _name(reading.path.resolve().stem)
    glossary = target(reader, facts, file, named, _name(into))
    if not glossary:
        raise FileUnreadable(reading.path, "names no glossary to go into: say which")
    return Bringing(reader, glossary, facts, file, only_judged=only_judged)


def _origin(facts: FileFacts) -> str:
    return "release" if facts.format == "release" else "import"


def _name(given: str) -> str:
    """Return `given` as it can name a glossary; empty where nothing of it can."""
    return " ".join(clean(given).split())[:_LONGEST_NAME].strip()
