"""Approves the terms of many concepts, and takes that back: a few concepts at a time."""

import threading
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from booth_app.store.ids import now
from booth_app.terminology.approval import approved
from booth_app.terminology.concept import Approval, Concept, ConceptKey
from booth_app.terminology.differences import with_field
from booth_app.terminology.fields import Field

if TYPE_CHECKING:
    from booth_app.termbase import Termbase

_AT_ONCE: Final = 25
"""Concepts stored in one transaction: a save of a person waits 15 ms for it at most."""
_ORIGIN: Final = "typed"


class Waiting(NamedTuple):
    """How many terms of how many concepts can be approved."""

    concepts: int
    terms: int


class Before(NamedTuple):
    """What a term's approval said before it was approved."""

    key: ConceptKey
    term: str
    approval: Approval
    by: str
    at: str


class Approving:
    """Approves all terms of some concepts. All it does belongs in a worker thread.

    `keys` tells which concepts; it is asked there, too. Saves go on meanwhile; a term that somebody
    changes after it was approved is in review again.
    """

    def __init__(
        self, termbase: "Termbase", keys: Callable[[], Sequence[ConceptKey]], person: str
    ) -> None:
        self._termbase = termbase
        self._keys_of = keys
        self._person = person
        self._at = now()
        self._cancelled = threading.Event()
        self.before: list[Before] = []
        """What was approved, for the way back."""

    @cached_property
    def keys(self) -> Sequence[ConceptKey]:
        """The concepts whose terms are approved."""
        return self._keys_of()

    def waiting(self) -> Waiting:
        """Return how much there is to approve."""
        concepts = terms = 0
        for some in self._pieces():
            for concept in self._termbase.concepts(some).values():
                count = sum(term.approval != "approved" for _, term in concept.terms())
                concepts += bool(count)
                terms += count
        return Waiting(concepts, terms)

    def cancel(self) -> None:
        """Stop after the concepts in hand; what is approved stays so until it is undone."""
        self._cancelled.set()

    def run(self, progressed: Callable[[int, int], None] = lambda _, __: None) -> Waiting:
        """Approve, and return how much was.

        `progressed` is told how many concepts are done, and of how many.
        """
        done = concepts = 0
        for some in self._pieces():
            changed = self._termbase.restate(some, self._approved, _ORIGIN)
            concepts += len(changed)
            done += len(some)
            progressed(done, len(self.keys))
        return Waiting(concepts, len(self.before))

    def undo(self) -> int:
        """Take the approvals back that nobody touched since; return of how many concepts."""
        by_key: dict[ConceptKey, list[Before]] = {}
        for each in self.before:
            by_key.setdefault(each.key, []).append(each)
        keys, count = list(by_key), 0
        for at in range(0, len(keys), _AT_ONCE):
            some = keys[at : at + _AT_ONCE]
            restored = self._termbase.restate(some, lambda c: self._restored(c, by_key), _ORIGIN)
            count += len(restored)
        return count

    def _pieces(self) -> Iterator[Sequence[ConceptKey]]:
        for at in range(0, len(self.keys), _AT_ONCE):
            if self._cancelled.is_set():
                return
            yield self.keys[at : at + _AT_ONCE]

    def _approved(self, concept: Concept) -> Concept:
        self.before += [
            Before(concept.key, term.id, term.approval, term.approved_by, term.approved_at)
            for _, term in concept.terms()
            if term.approval != "approved"
        ]
        return approved(concept, self._person, self._at)

    def _restored(self, concept: Concept, by_key: dict[ConceptKey, list[Before]]) -> Concept:
        mine = (self._person, self._at)
        touched = {
            term.id: lang
            for lang, term in concept.terms()
            if term.approval == "approved" and (term.approved_by, term.approved_at) == mine
        }
        for each in by_key[concept.key]:
            if each.term in touched:
                field = Field("term", touched[each.term], each.term, "approval")
                said = (each.approval, each.by, each.at)
                concept = with_field(concept, field, None if each.approval == "draft" else said)
        return concept
