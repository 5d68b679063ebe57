"""Reviews: what a file says beside what is stored, decided row by row, group by group, tomorrow."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from booth_app.editing.come_since import ComeSince
from booth_app.editing.decided_rows import Row, as_decided, as_mine, as_new, beside, said_in
from booth_app.store import reviews as kept
from booth_app.store.documents import concept_of
from booth_app.store.history import document_at
from booth_app.store.judging import WAITING, Wanted
from booth_app.store.review_age import keep_applied, said_by
from booth_app.store.reviews import ALL, Decision, Review, ReviewRow, State, Verdict, Which
from booth_app.store.waiting_again import Met, clash, meet
from booth_app.take_over import Source, TakeOver
from booth_app.termbase import Termbase
from booth_app.terminology.concept import ConceptKey
from booth_app.terminology.concept_document import to_json
from booth_app.terminology.fields import Field, Value

__all__ = [
    "ALL",
    "WAITING",
    "Decision",
    "Review",
    "ReviewRow",
    "Reviews",
    "Row",
    "Verdict",
    "Which",
]

_AT_ONCE: Final = 200
_DECIDED_AT_ONCE: Final = 500
"""Rows in a commit: some 25 ms."""

_APPLIED: Final[Mapping[Verdict, Decision]] = {"new": "theirs", "changed": "theirs"}
"""What is done with a row that nobody decided about: the others wait."""


class Reviews:
    """The reviews over a term base. Every decision is stored at once."""

    def __init__(self, termbase: Termbase) -> None:
        self._termbase = termbase
        self._reader = termbase.store.reader
        self._taking: TakeOver | None = None
        self._handed: list[tuple[int, str]] = []
        self._clashing: list[int] = []
        self._met: list[Met] = []

    @property
    def termbase(self) -> Termbase:
        """The term base whose reviews they are."""
        return self._termbase

    def open_ones(self, glossary: str | None = None) -> list[Review]:
        """Return the reviews that are not done with, the newest first."""
        found = kept.reviews(self._reader)
        return [one for one in found if glossary is None or one.glossary == glossary]

    def counts(self, review: Review) -> dict[tuple[Verdict, str, Decision], int]:
        """Return how many rows there are of each verdict, kind and decision."""
        return kept.counts(self._reader, review.id)

    def rows(
        self, review: Review, which: Which = ALL, *, after: int = -1, limit: int = 200
    ) -> list[ReviewRow]:
        """Return the next rows that are meant, beyond position `after`."""
        return kept.rows(self._reader, review.id, which, after=after, limit=limit)

    def positions(self, review: Review, which: Which = ALL, text: str = "") -> list[int]:
        """Return where the rows that are meant stand; with `text` only those that say it."""
        return kept.positions(self._reader, review.id, which, text=text)

    def looked_at(self, review: Review, row: ReviewRow) -> Row:
        """Return a row with what is stored now and what both come to."""
        return beside(review, row, self._termbase.concept(_key(review, row)))

    def decide(self, review: Review, which: Which, decision: Decision) -> int:
        """Decide about all rows that are meant, and return how many they are."""
        return self._decide(review, which, decision)

    def choose(self, review: Review, row: ReviewRow, values: Mapping[Field, Value | None]) -> None:
        """Decide about a row value by value; what is not among them stays as it is."""
        said = [[*each, value] for each, value in values.items()]
        chosen = json.dumps(said, ensure_ascii=False)
        self._decide(review, Which(positions=(row.position,)), "chosen", chosen=chosen)

    def park(self, review: Review, which: Which, question: str) -> int:
        """Leave rows to a colleague, with a question; return how many they are."""
        return self._decide(review, which, "parked", question=question)

    def apply(self, review: Review) -> TakeOver:
        """Return what stores everything that is decided as one batch, to be run in a thread.

        `finish` the review in that thread when it has run.
        """
        said = said_by(self._reader, review)
        source = Source(origin="import", note=said.note or review.file, said_by=said)
        self._taking = self._termbase.take_over(review.glossary, self._wanted(review), source)
        return self._taking

    def finish(self, review: Review) -> bool:
        """Settle what was applied, so that it is not again; close the review if nothing waits.

        What clashes with a change since waits again, and so does what may be a concept that came
        in since. Tells whether it was closed.
        """
        clashed = self._taking.clashed if self._taking is not None else frozenset()
        self._settle(review, [position for position, id_ in self._handed if id_ not in clashed])
        if self._taking is not None:
            with self._termbase.store.writing() as connection:
                keep_applied(connection, review.id, self._taking.batch)
        waiting = [position for position, id_ in self._handed if id_ in clashed]
        if waiting or self._clashing:
            with self._termbase.store.writing() as connection:
                clash(connection, review.id, waiting + self._clashing)
        self._have_wait(review)
        self._handed, self._clashing, self._met, self._taking = [], [], [], None
        if kept.has_unfinished(self._reader, review.id):
            return False
        self.end(review, "applied")
        return True

    def end(self, review: Review, state: State = "closed") -> None:
        """Close the review as it is; nothing more of it is applied."""
        with self._termbase.store.writing() as connection:
            kept.end(connection, review.id, state)

    def open_again(self, review: Review) -> None:
        """Have a review that was closed wait for decisions again."""
        self.end(review, "open")

    def answered(self, review: Review, answers: str) -> int:
        """Have parked rows wait no more whose concepts came back in the review `answers`.

        What the colleague says is decided there. Returns how many rows these are.
        """
        found = kept.parked_in(self._reader, review.id, answers)
        self._settle(review, found, "mine")
        return len(found)

    def _have_wait(self, review: Review) -> None:
        """Have rows wait that may be concepts which came in since; what says no more is done."""
        self._settle(review, [one.position for one in self._met if not one.says_more], "mine")
        waiting = [one for one in self._met if one.says_more]
        for at in range(0, len(waiting), _AT_ONCE):
            with self._termbase.store.writing() as connection:
                meet(connection, review.id, waiting[at : at + _AT_ONCE])

    def _settle(
        self, review: Review, positions: Sequence[int], decision: Decision | None = None
    ) -> None:
        """Mark rows as carried out, in short commits: a person's save does not wait for all."""
        for at in range(0, len(positions), _AT_ONCE):
            with self._termbase.store.writing() as connection:
                kept.settle(connection, review.id, positions[at : at + _AT_ONCE], decision)

    def _decide(
        self,
        review: Review,
        which: Which,
        decision: Decision,
        *,
        chosen: str = "",
        question: str = "",
    ) -> int:
        """Decide in short commits: a person's save does not wait for all of them."""
        store = self._termbase.store
        meant = which.positions or self.positions(review, which)
        decided = 0
        for at in range(0, len(meant), _DECIDED_AT_ONCE):
            some = Which(positions=tuple(meant[at : at + _DECIDED_AT_ONCE]))
            with store.writing() as connection:
                decided += kept.decide(
                    connection,
                    review.id,
                    some,
                    decision,
                    person=store.person,
                    chosen=chosen,
                    question=question,
                )
        return decided

    def _wanted(self, review: Review) -> Iterator[list[Wanted]]:
        """Yield what shall stand after the rows that are decided, some at a time."""
        self._handed, self._clashing, self._met = [], [], []
        since = ComeSince(self._reader, review)
        after = -1
        while found := self.rows(review, after=after, limit=_AT_ONCE):
            after = found[-1].position
            decided = ((row, self._decided(review, row, since)) for row in found if not row.done)
            wanted = [(row.position, each) for row, each in decided if each is not None]
            self._handed += [(position, each.id) for position, each in wanted]
            yield [each for _, each in wanted]

    def _decided(self, review: Review, row: ReviewRow, since: ComeSince) -> Wanted | None:
        decision = row.decision or _APPLIED.get(row.verdict, "")
        if decision in ("", "parked") or row.document is None:
            return None
        if decision != "mine" and "new" in (decision, row.verdict):
            return self._new(review, row, since)
        seen = self._when_decided(review, row)
        if decision == "mine":
            return as_mine(seen)
        if seen.mine is None and row.decision:
            return as_new(review, row)
        if seen.mine is None or (not row.decision and seen.open_fields):  # changed since judged
            self._clashing.append(row.position)
            return None
        concept = as_decided(seen, decision, row.chosen)
        return Wanted(seen.mine.id, to_json(seen.mine), to_json(concept), said_in(seen))

    def _new(self, review: Review, row: ReviewRow, since: ComeSince) -> Wanted | None:
        """Return a row's concept as a new one, unless it may be one that came in since."""
        wanted = as_new(review, row)
        met = since.met(row, wanted) if wanted is not None else None
        if met is None:
            return wanted
        self._met.append(met)
        return None

    def _when_decided(self, review: Review, row: ReviewRow) -> Row:
        """Return a row beside what was stored when a person decided about it."""
        if row.seen is None or not row.decision:
            return self.looked_at(review, row)
        was = document_at(self._reader, _key(review, row), row.seen)
        return beside(review, row, None if was is None else concept_of(review.glossary, was))


def _key(review: Review, row: ReviewRow) -> ConceptKey:
    return ConceptKey(review.glossary, row.concept)
