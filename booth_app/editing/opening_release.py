"""Opens a release that came from an editor: what is new in it, and then takes it over.

The release speaks for the glossary: what it emptied or deleted goes here too. What was added or
changed here stays, and what both sides changed waits as a review.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Final

from booth_app.editing.bringing import Bringing
from booth_app.exchange.reading import FileReading
from booth_app.exchange.release import ReleaseFile
from booth_app.exchange.report import FileUnreadable
from booth_app.jobs import JobCancelled, Progress
from booth_app.store.documents import concept_of
from booth_app.store.file_bases import base
from booth_app.store.judging import Brought, Wanted
from booth_app.store.opened_releases import opened_version, remember
from booth_app.store.reviews import Review
from booth_app.store.verdicts import Counts, Item
from booth_app.take_over import Source, Step, TakeOver
from booth_app.termbase import Termbase
from booth_app.terminology.concept import Concept, ConceptKey
from booth_app.terminology.concept_document import to_json
from booth_app.terminology.merging import merged
from booth_app.terminology.news import ConceptNews, concept_news

__all__ = ["ConceptNews", "FileUnreadable", "JobCancelled", "OpeningRelease"]

_AT_ONCE: Final = 200  # concepts

Progressed = Callable[[Progress], None]


class OpeningRelease:
    """One release file on its way into its glossary.

    Making it checks the file to its last byte, and raises FileUnreadable; that, and all else but
    `cancel`, belongs in a worker thread.
    """

    def __init__(self, termbase: Termbase, path: Path) -> None:
        with ReleaseFile(path) as file:
            self.release = file.release
        self.glossary = self.release.glossary
        self.last = opened_version(termbase.store.reader, self.glossary)
        """The version that was opened here last; empty where none was."""
        self._termbase = termbase
        self._path = path
        self._reading = FileReading(path)
        self._taking: TakeOver | None = None

    def changes(self, progressed: Progressed | None = None) -> Iterator[ConceptNews]:
        """Yield what the release changes here, concept by concept, deleted ones last.

        Raises FileUnreadable, JobCancelled, JobFailed.
        """
        for items in self._items(FileReading(self._path), progressed):
            before = self._states([item.id for item in items])
            for item in items:
                new = concept_news(*self._became(item, before.get(item.id)))
                if new is not None:
                    yield new

    def take_over(
        self,
        began: Callable[[Step], None] = lambda step: None,
        progressed: Progressed | None = None,
    ) -> Counts:
        """Take the release over, all of it in one moment, and return what became of it.

        Where it does not come to its end nothing is left of it. Raises JobCancelled, StoreFault,
        FileUnreadable and JobFailed.
        """
        review = Review(
            id="",
            glossary=self.glossary,
            file=self._path.name,
            format="release",
            source=self.glossary,
        )
        source = Source(origin="release", note=self._path.name, review=review)
        items = self._items(self._reading, progressed)
        self._taking = self._termbase.take_over(self.glossary, items, source)
        counts = self._taking.run(began)
        with self._termbase.store.writing() as connection:
            remember(connection, self.glossary, self.release.version)
        return counts

    def cancel(self) -> None:
        """Leave everything as it was, from any thread; `take_over` raises JobCancelled."""
        self._reading.cancel()
        if self._taking is not None:
            self._taking.cancel()

    def _items(
        self, reading: FileReading, progressed: Progressed | None
    ) -> Iterator[Sequence[Item]]:
        """Yield what the release brings, then what it deletes."""
        reader = self._termbase.store.reader
        with closing(reading.concepts(progressed)) as pieces:
            bringing: Bringing | None = None
            for piece in pieces:
                bringing = bringing or Bringing(
                    reader, self.glossary, reading.facts, self._path.name
                )
                yield [*self._decided([*bringing.brought(piece)])]
        gone = iter(self.release.gone)
        while ids := [*islice(gone, _AT_ONCE)]:
            yield [*self._deleted(ids)]

    def _decided(self, brought: Sequence[Brought]) -> Iterator[Item]:
        """Yield each concept, what it emptied decided: a release leaves nothing out by mistake."""
        states = self._states([each.id for each in brought])
        for each in brought:
            mine = states.get(each.id)
            if mine is None or each.known_as or mine == each.document:
                yield each
                continue
            merge = merged(*self._sides(each, mine))
            if merge.emptied and not merge.conflicts:
                yield Wanted(each.id, mine, to_json(merge.without_emptied()))
            else:
                yield each

    def _deleted(self, ids: Iterable[str]) -> Iterator[Wanted]:
        """Yield which of the concepts that are gone there are to go here: those nobody changed."""
        for id_, mine in self._states(ids).items():
            if self._base(id_, mine) == mine:
                yield Wanted(id_, mine, None)

    def _became(self, item: Item, mine: str | None) -> tuple[Concept | None, Concept | None]:
        """Return a concept as it is here and as it would be."""
        now = None if mine is None else concept_of(self.glossary, mine)
        if isinstance(item, Wanted):
            document = item.document
            return now, None if document is None else concept_of(self.glossary, document)
        if mine is None and self._base(item.id, None) is not None:
            return None, None  # it was deleted here
        if now is None or mine is None or mine == item.document:
            return now, concept_of(self.glossary, item.document)
        return now, merged(*self._sides(item, mine)).concept

    def _sides(self, brought: Brought, mine: str) -> tuple[Concept | None, Concept, Concept]:
        """Return the last common state of a concept, mine, and theirs."""
        common = self._base(brought.id, mine)
        return (
            None if common is None else concept_of(self.glossary, common),
            concept_of(self.glossary, mine),
            concept_of(self.glossary, brought.document),
        )

    def _base(self, id_: str, mine: str | None) -> str | None:
        return base(self._termbase.store.reader.rows, self.glossary, id_, mine, 0)

    def _states(self, ids: Iterable[str]) -> dict[str, str]:
        """Return the documents of those of the concepts that are there."""
        keys = (ConceptKey(self.glossary, id_) for id_ in ids)
        return {row.id: row.document for row in self._termbase.store.reader.documents(keys)}
