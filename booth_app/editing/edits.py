"""What an editor does to concepts: stored at once, and each step undone as a new change."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from booth_app.store.ids import now
from booth_app.terminology.approval import after_change, approved
from booth_app.terminology.concept import Concept, ConceptKey
from booth_app.terminology.differences import differences, with_field
from booth_app.terminology.fields import ORDER, values

if TYPE_CHECKING:
    from booth_app.termbase import Termbase

_TYPED: Final = "typed"
TYPING: Final = "typing"
"""What a step is called that goes on with the one before."""
_TOGETHER: Final = 3.0
"""Seconds within which what is typed on in the same field is undone in one step."""
_MOST: Final = 1_000
"""Steps that are remembered."""


class Part(NamedTuple):
    """One concept before and after a change, None where it was not there."""

    key: ConceptKey
    before: Concept | None
    after: Concept | None


@dataclass(frozen=True, slots=True)
class Step:
    """One concept before and after a change, None where it was not there; `says` what was done.

    `others` are what became of other concepts by the same act.
    """

    key: ConceptKey
    before: Concept | None
    after: Concept | None
    says: str
    at: float
    others: tuple[Part, ...] = ()


class Edits:
    """The changes of one editor in one window, and the way back through them.

    One thread (the window's) calls it. What cannot be stored raises `StoreFault`, and nothing is
    remembered of it.
    """

    def __init__(self, termbase: "Termbase", ticks: Callable[[], float] = time.monotonic) -> None:
        self._termbase = termbase
        self._ticks = ticks
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._parted: Step | None = None

    @property
    def undoable(self) -> str:
        """What `undo` would undo; empty where there is nothing."""
        return self._done[-1].says if self._done else ""

    @property
    def last(self) -> Step | None:
        """The step that `undo` would undo; None where there is none."""
        return self._done[-1] if self._done else None

    def part(self) -> None:
        """Have what is typed next be a step of its own, whatever was typed before."""
        self._parted = self.last

    def move_to(self, termbase: "Termbase") -> None:
        """Store in `termbase` from now on: the same one, opened for more."""
        self._termbase = termbase

    def save(self, concept: Concept, says: str = TYPING) -> Concept:
        """Store what was typed; an approved term that it changes is in review again."""
        before = self._termbase.concept(concept.key)
        return self._store(before, after_change(before, concept), says)

    def delete(self, key: ConceptKey) -> bool:
        """Delete a concept; tell whether it was there."""
        before = self._termbase.concept(key)
        if before is None:
            return False
        self._termbase.delete(key, _TYPED)
        self._remember(Step(key, before, None, "deleting a concept", self._ticks()))
        return True

    def approve(self, concept: Concept, person: str) -> Concept | None:
        """Approve the concept's terms; None: there was none to."""
        after = approved(concept, person, now())
        return None if after == concept else self._store(concept, after, "approving")

    def together(
        self, says: str, does: Callable[[], Concept | None], *keys: ConceptKey
    ) -> Concept | None:
        """Do what changes the concepts `keys`, or makes one, to be undone as one step.

        Return the concept that it is about, as `does` returns it; None: there was nothing to do.
        """
        known = {key: self._termbase.concept(key) for key in keys}
        stored = does()
        if stored is None:
            return None
        known.setdefault(stored.key, None)
        parts = [Part(key, one, self._termbase.concept(key)) for key, one in known.items()]
        about = next(part for part in parts if part.key == stored.key)
        others = tuple(part for part in parts if part is not about)
        self._remember(Step(*about, says, self._ticks(), others))
        return stored

    def undo(self) -> Step | None:
        """Undo the last step and return it; None where there is none.

        What others changed since stays: only what the step did is taken back.
        """
        if not self._done:
            return None
        step = self._done[-1]
        for part in step.others:  # first: what is interrupted here has lost nothing
            self._restore(part.key, part.after, part.before)
        self._restore(step.key, step.after, step.before)
        self._undone.append(self._done.pop())
        return step

    def redo(self) -> Step | None:
        """Do the last undone step again and return it; None where there is none."""
        if not self._undone:
            return None
        step = self._undone[-1]
        self._restore(step.key, step.before, step.after)
        for part in step.others:
            self._restore(part.key, part.before, part.after)
        self._done.append(self._undone.pop())
        return step

    def _store(self, before: Concept | None, after: Concept, says: str) -> Concept:
        if after == before:
            return after
        stored = self._termbase.save(after, _TYPED)
        self._remember(Step(stored.key, before, stored, says, self._ticks()))
        return stored

    def _restore(self, key: ConceptKey, known: Concept | None, wanted: Concept | None) -> None:
        """Take the concept from its state `known` to `wanted`, keeping what others did since."""
        current = self._termbase.concept(key)
        if wanted is None:
            if current is not None and current == known:
                self._termbase.delete(key, _TYPED)
        elif current is None or current == known or known is None:
            self._termbase.save(wanted, _TYPED)
        else:
            self._termbase.save(carried(known, wanted, current), _TYPED)

    def _remember(self, step: Step) -> None:
        self._undone.clear()
        last = self.last
        if last is not None and last is not self._parted and _goes_on(last, step):
            self._done[-1] = Step(step.key, last.before, step.after, step.says, step.at)
        else:
            self._done.append(step)
        del self._done[:-_MOST]


def carried(known: Concept, wanted: Concept, current: Concept) -> Concept:
    """Return `current` with what differs between `known` and `wanted`, field by field.

    A field that says something else by now than in `known` stays as it is.
    """
    said = values(current)
    for field, before, after in differences(known, wanted):
        if field.name == ORDER or said.get(field) == before:
            current = with_field(current, field, after)
    return current


def _goes_on(last: Step, step: Step) -> bool:
    """Tell whether `step` goes on typing in the one field that `last` changed."""
    if last.key != step.key or {last.says, step.says} != {TYPING}:
        return False
    if step.at - last.at > _TOGETHER:
        return False
    if last.before is None or step.after is None or last.after != step.before:
        return False
    fields = {each.field for each in differences(last.before, last.after)}
    return len(fields) == 1 and fields == {
        each.field for each in differences(step.before, step.after)
    }
