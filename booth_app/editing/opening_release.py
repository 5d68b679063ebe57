"""Opens a release that came from an editor: what is new in it, and then takes it over."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from booth_app.editing.bringing import Bringing
from booth_app.editing.importing import begun
from booth_app.editing.release_items import release_items, states
from booth_app.exchange.reading import FileReading
from booth_app.exchange.release import ReleaseFile
from booth_app.exchange.report import FileUnreadable
from booth_app.jobs import JobCancelled, Progress
from booth_app.store.documents import concept_of
from booth_app.store.file_bases import base_of
from booth_app.store.judging import Wanted, judged
from booth_app.store.opened_releases import opened_version, remember
from booth_app.store.released_states import RELEASED
from booth_app.store.reviews import Review
from booth_app.store.verdicts import Counts, Item
from booth_app.take_over import Source, Step, TakeOver
from booth_app.termbase import Termbase
from booth_app.terminology.concept import Concept
from booth_app.terminology.news import ConceptNews, concept_news

__all__ = ["ConceptNews", "FileUnreadable", "JobCancelled", "OpeningRelease"]

Progressed = Callable[[Progress], None]


class OpeningRelease:
    """One release file on its way into its glossary.

    Making it checks the file to its last byte, and raises FileUnreadable; that, and all else but
    `cancel`, belongs in a worker thread.
    """

    def __init__(self, termbase: Termbase, path: Path) -> None:
        with closing(ReleaseFile(path)) as file:
            self.release = file.release
        self.glossary = self.release.glossary
        self.last = opened_version(termbase.store.reader, self.glossary)
        """The newest version that was opened here; empty where none was."""
        self._termbase = termbase
        self._path = path
        self._reading = FileReading(path)
        self._taking: TakeOver | None = None

    def changes(self, progressed: Progressed | None = None) -> Iterator[ConceptNews]:
        """Yield what the release changes here, concept by concept, deleted ones last.

        Raises FileUnreadable, JobCancelled, JobFailed.
        """
        reader = self._termbase.store.reader
        for items in self._items(FileReading(self._path), progressed):
            before = states(reader, self.glossary, [item.id for item in items])
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
        with begun(reading, progressed) as pieces:
            bringing = Bringing(reader, self.glossary, reading.facts, self._path.name)
            yield from release_items(reader, bringing, self.release, pieces)

    def _became(self, item: Item, mine: str | None) -> tuple[Concept | None, Concept | None]:
        """Return a concept as it is here and as it would be."""
        reader, now = self._termbase.store.reader, None
        if mine is not None:
            now = concept_of(self.glossary, mine)
        if isinstance(item, Wanted):
            document = item.document
        else:
            common = base_of(reader.rows, self.glossary, item, mine, RELEASED)
            verdict = judged(self.glossary, item, mine, common)
            document = verdict.document if verdict.stores else mine
        return now, None if document is None else concept_of(self.glossary, document)
