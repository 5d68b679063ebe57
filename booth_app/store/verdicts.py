"""Judges the concepts of a file one after another against what is stored, and counts them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from booth_app.store.file_bases import Rows, base_of
from booth_app.store.judging import Brought, Judged, Verdict, Wanted, decided, judged
from booth_app.store.reading import SHOWN, Reader
from booth_app.store.said import BACK, Said, Source, said_of
from booth_app.terminology.fields import Holds

Item = Brought | Wanted
"""A concept as a file brings it, or a state that was decided on."""

_AT_ONCE: Final = 400  # ids in a query


_DECIDED: Final = (
    "SELECT r.concept, r.document FROM review CROSS JOIN review_row AS r ON r.review = review.id"
    " WHERE review.glossary = ? AND review.state = 'applied'"
    " AND r.verdict IN ('probable', 'emptied', 'conflict')"
    " AND r.decision IN ('mine', 'theirs', 'chosen', 'new')"
)
"""What a person has decided about before: the same file that comes again asks nothing again."""

_PARKED: Final = (
    "SELECT r.concept, r.document FROM review CROSS JOIN review_row AS r ON r.review = review.id"
    " WHERE review.glossary = ? AND review.state = 'open'"
    " AND r.verdict IN ('probable', 'emptied', 'conflict') AND r.decision IN ('', 'parked')"
)
"""What a person has yet to decide about: the same file that comes again does not ask twice."""

_OF_SOURCE: Final = (
    "SELECT id FROM batch WHERE origin = ? AND (? = '' OR note = ?) AND visible"
    f" AND id NOT IN ({BACK})"
)


class Stood(NamedTuple):
    """A concept as it stands before: its document, None where it is deleted, and its revision.

    `batch` is the one that left it so.
    """

    state: str | None
    rev: int
    batch: str = ""


@dataclass(slots=True)
class Counts:
    """What became of concepts.

    `conflicts` wait for a person, or stay as they are; of `partly` of them something was stored.
    """

    new: int = 0
    changed: int = 0
    same: int = 0
    conflicts: int = 0
    partly: int = 0

    @property
    def stored(self) -> int:
        """Of how many anything was stored."""
        return self.new + self.changed + self.partly

    def count(self, each: Judged) -> None:
        """Count one more."""
        if each.verdict == "new":
            self.new += 1
        elif each.verdict == "changed":
            self.changed += 1
        elif each.verdict == "same":
            self.same += 1
        else:
            self.conflicts += 1
            self.partly += each.stores


class Verdicts:
    """The verdicts on what one source brings for one glossary.

    Of a concept that comes twice the first counts. `counts` grows with them.
    """

    def __init__(self, reader: Reader, glossary: str, holds: Holds, source: Source) -> None:
        self.counts = Counts()
        self._glossary = glossary
        self._holds = holds
        self._source = source
        found = reader.rows(_OF_SOURCE, (source.origin, source.note, source.note))
        self._own_batches = frozenset(str(batch) for (batch,) in found)
        self._met: set[str] = set()
        self._decided = frozenset(map(hash, reader.rows(_DECIDED, (glossary,))))
        self._parked = frozenset(map(hash, reader.rows(_PARKED, (glossary,))))
        self._reader = reader

    def judged(self, item: Item, stood: Mapping[str, Stood], rows: Rows) -> Judged:
        """Return what becomes of `item`.

        `stood` tells how the concepts of `ids_of` stand, `rows` answers what their history says.
        """
        verdict = self._judged(item, stood, rows)
        self.counts.count(verdict)
        if verdict.stores:
            self._met.add(item.id)
        return verdict

    def said(
        self, item: Item, verdict: Judged, stood: Mapping[str, Stood], rows: Rows
    ) -> Said | None:
        """Return what is to be kept of what the source says, None where history tells it."""
        now = stood.get(item.id)
        document = item.said if isinstance(item, Wanted) else verdict.said
        if document is None:
            return None
        marks = item.marks if isinstance(item, Brought) else ()
        if isinstance(item, Brought):
            alone = verdict.stores and (marks or now is None or now.state == verdict.base)
            if document == (verdict.document if alone else verdict.base):
                return None
        rev = (now.rev if now else 0) + verdict.stores
        told = Said(item.id, rev, self._source, marks[0] if marks else "", document)
        earlier = said_of(rows, self._glossary, item.id)
        before = [each for each in earlier if each.source == self._source]
        return None if before and before[-1]._replace(rev=rev) == told else told

    def looked_at(self, items: Sequence[Item]) -> None:
        """Judge `items` against what people see, and only count them."""
        for at in range(0, len(items), _AT_ONCE):
            some = items[at : at + _AT_ONCE]
            stood = _stood(self._reader, self._glossary, ids_of(some))
            for item in some:
                self.judged(item, stood, self._reader.rows)

    def _judged(self, item: Item, stood: Mapping[str, Stood], rows: Rows) -> Judged:
        if item.id in self._met:
            return self._met_again(item, rows)
        now = stood.get(item.id)
        mine = now.state if now else None
        if isinstance(item, Wanted):
            return decided(self._glossary, item, mine)
        if stood.get(item.known_as, now) is None:
            return Judged("new", stores=True, document=item.document)
        if item.document == mine:
            told = item.marks or now is None or now.batch in self._own_batches
            return Judged("same", said=None if told else item.document)
        common = base_of(rows, self._glossary, item, mine, self._source)
        verdict = judged(self._glossary, item, mine, common, self._holds)
        if verdict.waits and hash((item.id, item.document)) in self._decided:
            return Judged("same")
        if verdict.verdict != "same" and hash((item.id, item.document)) in self._parked:
            waits: Verdict = verdict.verdict if verdict.waits else "conflict"
            return Judged(waits, verdict.kind, base=verdict.base, parked=True)
        return verdict

    def _met_again(self, item: Item, rows: Rows) -> Judged:
        """Judge another row about a concept: what it says waits, if it is anything new.

        What was made part of that concept comes in a row of its own from whoever has it apart.
        """
        if isinstance(item, Brought) and item.known_as:
            common = base_of(rows, self._glossary, item, None, self._source)
            if judged(self._glossary, item, common, common, self._holds).verdict == "same":
                return Judged("same")
            return Judged("conflict", "text", base=common)
        return Judged("conflict", "text")


def ids_of(items: Sequence[Item]) -> list[str]:
    """Return the ids of the concepts that `items` are judged by."""
    ids = {item.id: None for item in items}
    ids |= {item.known_as: None for item in items if isinstance(item, Brought) and item.known_as}
    return list(ids)


def _stood(reader: Reader, glossary: str, ids: Sequence[str]) -> dict[str, Stood]:
    marks = ",".join("?" * len(ids))
    found = reader.rows(
        f"SELECT id, {SHOWN}, rev, batch FROM concept WHERE glossary = ? AND id IN ({marks})",
        (glossary, *ids),
    )
    return {str(id_): Stood(state, int(rev), batch) for id_, state, rev, batch in found}
