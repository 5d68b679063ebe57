"""Desks of several people, each with a term base of its own, who send each other files."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from booth_app.editing.exporting import Format, export, exported
from booth_app.editing.importing import Import, Imported
from booth_app.editing.opening_release import OpeningRelease
from booth_app.editing.releasing import Releasing
from booth_app.editing.reviews import ALL, Decision, Reviews, Which
from booth_app.editing.taking_back import TakingBack
from booth_app.exchange.reading import FileReading
from booth_app.paths import DataFolder
from booth_app.store.verdicts import Counts
from booth_app.termbase import Termbase
from booth_app.terminology.concept import Concept, ConceptKey
from booth_app.terminology.differences import with_field
from booth_app.terminology.fields import Field, Value
from tests.editing.made_glossaries import NAME

DAY = datetime(2026, 11, 24, 9, tzinfo=UTC)
NOTE, SUBJECT = Field("concept", name="note"), Field("concept", name="subject")


class Desk:
    """One person's term base, with one glossary in it."""

    def __init__(self, folder: Path, person: str) -> None:
        self._folder = folder
        self.person = person
        self._released = 0
        self.reopen()

    def reopen(self) -> None:
        """Open it as a start does: what was edited by hand is merged in."""
        none = self._folder / "none"
        none.mkdir(parents=True, exist_ok=True)
        data = DataFolder(self._folder / "data")
        self.termbase = Termbase.open(data, self.person, write=True, glossaries=none)

    def close(self) -> None:
        self.termbase.close()

    def now(self, id_: str) -> Concept | None:
        return self.termbase.concept(ConceptKey(NAME, id_))

    def says(self, id_: str, field: Field) -> Value | None:
        from booth_app.terminology.fields import values

        return values(self.now(id_)).get(field)

    def edit(self, id_: str, field: Field, value: Value | None) -> None:
        concept = self.now(id_)
        assert concept is not None
        self.termbase.save(with_field(concept, field, value), "typed")

    def export(self, path: Path, format_: Format = "tbx") -> Path:
        export(path, format_, NAME, exported(self.termbase, NAME))
        return path

    def take_in(self, path: Path, into: str = "") -> Imported:
        return Import(self.termbase, FileReading(path), into=into).apply_at_once()

    def release(self, folder: Path | None = None) -> Path:
        self._released += 1
        at = DAY + timedelta(minutes=self._released)
        return Releasing(self.termbase, NAME).write(at, folder).file

    def open_release(self, file: Path) -> Counts:
        return OpeningRelease(self.termbase, file).take_over()

    def waiting(self) -> list[tuple[str, str]]:
        """Return the concept and verdict of each row that waits."""
        reviews = Reviews(self.termbase)
        return [
            (row.concept, row.verdict)
            for review in reviews.open_ones(NAME)
            for row in reviews.rows(review)
            if not row.decision
        ]

    def decide(self, decision: Decision, which: Which = ALL) -> None:
        """Decide about everything that waits, and apply it."""
        reviews = Reviews(self.termbase)
        for review in reviews.open_ones(NAME):
            reviews.decide(review, which, decision)
            reviews.apply(review).run()
            reviews.finish(review)

    def take_back(self, batch: str) -> Counts:
        return TakingBack(self.termbase).of_batch(NAME, batch).run()
