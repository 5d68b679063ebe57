"""Parked rows of a review on their way to a colleague and back: a workbook that keeps the ids."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from booth_app.editing.decided_rows import as_decided, renamed
from booth_app.editing.exporting import FileUnwritable, Revised
from booth_app.editing.importing import Import, Imported
from booth_app.editing.reviews import Review, ReviewRow, Reviews, Row, Which
from booth_app.editing.row_names import name_of
from booth_app.jobs import Progress
from booth_app.take_over import Step
from booth_app.termbase import Termbase
from booth_app.terminology.concept import Concept, ConceptKey
from booth_app.terminology.concept_document import to_json
from booth_app.terminology.fields import Field, Value, described, in_words
from booth_app.terminology.state_marks import Revision

__all__ = ["FileUnwritable", "receive", "send"]

_AT_ONCE = 200


def send(termbase: Termbase, review: Review, path: Path) -> int:
    """Write the parked rows of `review` to `path` as XLSX; return how many concepts they are.

    Each concept stands there as the file has it, under its id in the glossary and with the
    revision that it was held against, so that what comes back is merged with what was stored then.
    A sheet has the questions, and what both sides say. Raises FileUnwritable, StoreFault.
    """
    from booth_app.exchange.workbook_writing import write_workbook

    asked = _Asked(termbase, review)
    write_workbook(path, review.glossary, asked.concepts(), asked.questions)
    return len(asked.questions)


def receive(
    termbase: Termbase,
    review: Review,
    answers: Import,
    began: Callable[[Step], None] = lambda step: None,
    progressed: Callable[[Progress], None] | None = None,
) -> Imported:
    """Judge a workbook that came back as a review of its own; what it answers waits no more.

    Where nothing else is to be done in `review`, that is closed. Raises as `Import.preview` does.
    """
    done = answers.preview(began, progressed)
    reviews = Reviews(termbase)
    if done.review and reviews.answered(review, done.review):
        reviews.finish(review)
    return done


class _Asked:
    """The concepts that are asked about; `questions` fills, by concept id, while they are read."""

    def __init__(self, termbase: Termbase, review: Review) -> None:
        self.questions: dict[str, str] = {}
        self._reviews = Reviews(termbase)
        self._termbase = termbase
        self._review = review

    def concepts(self) -> Iterator[Revised]:
        """Yield each concept once with its revision; a second row about it adds its question."""
        for row in self._rows():
            seen = self._reviews.looked_at(self._review, row)
            concept = _as_the_file_has_it(self._review, seen)
            if concept is None:
                continue
            question = "\n".join(self._question(seen))
            if concept.id in self.questions:
                self.questions[concept.id] += f"\n\n{question}"
                continue
            self.questions[concept.id] = question
            yield concept, self._revision(concept.key)

    def _question(self, seen: Row) -> Iterator[str]:
        """Yield the lines of a row's question: what is asked, then what each side says."""
        row = seen.row
        yield row.question
        yield from row.tells
        if row.verdict == "probable" and seen.mine is not None:
            yield (
                f"It may be the concept {seen.mine.id} ({_all_terms(seen.mine)}): if so, write"
                f" {seen.mine.id} as its concept_id, in every row of it."
            )
        elif seen.mine is not None:
            for field, _, mine, theirs in seen.open_fields:
                sides = (self._in_words(field, mine), self._in_words(field, theirs))
                stored, brought = (f"“{side}”" if side else "nothing" for side in sides)
                name = described(field, seen.mine)
                yield f"{name}: stored is {stored}, {self._review.file} has {brought}."

    def _in_words(self, field: Field, value: Value | None) -> str:
        """Return what a value says; a related concept by its name, and its id to write."""
        if field.part == "relation" and isinstance(value, tuple):
            kind, to = value
            name = name_of(self._reviews, self._review, to)
            return f"{kind}: {name} ({to})" if name else f"{kind}: {to}"
        return in_words(field, value)

    def _rows(self) -> Iterator[ReviewRow]:
        after, parked = -1, Which(decision="parked")
        while rows := self._reviews.rows(self._review, parked, after=after, limit=_AT_ONCE):
            yield from rows
            after = rows[-1].position

    def _revision(self, key: ConceptKey) -> Revision:
        """Return what the stored concept is: what comes back is merged with that."""
        changes = self._termbase.history(key)
        states = [change.after for change in reversed(changes) if change.after is not None]
        rev = changes[-1].rev if changes else 0
        return Revision(rev, tuple(to_json(state) for state in states))


def _as_the_file_has_it(review: Review, seen: Row) -> Concept | None:
    """Return the concept of a row with the file's values; None for a row that has none."""
    if seen.theirs is None or seen.row.verdict == "probable":
        return seen.theirs and renamed(seen.theirs, review, seen.row)
    if seen.mine is not None:
        return as_decided(seen, "theirs")
    return seen.theirs


def _all_terms(concept: Concept) -> str:
    texts: Sequence[str] = [term.text for _, term in concept.terms()]
    return " = ".join(dict.fromkeys(texts))
