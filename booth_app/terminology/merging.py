"""The one three-way merge: files, imports, releases and the inbox all go through it.

Its unit is a field of a concept (`fields`). Where one side alone changed a field, its change
counts; where both did, and differently, the field is a conflict and stays as mine. Texts are
compared in NFC with white space collapsed; the order of terms comes last.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from unicodedata import normalize

from booth_app.terminology.aligning import aligned
from booth_app.terminology.approval import IN_REVIEW, after_change
from booth_app.terminology.concept import Concept
from booth_app.terminology.differences import Difference, differences, with_field
from booth_app.terminology.fields import (
    APPROVAL,
    DEFAULTS,
    EVERYTHING,
    TEXT,
    Field,
    Holds,
    Value,
    held,
    same,
    values,
)
from booth_app.terminology.term_order import in_order


class FieldConflict(NamedTuple):
    """A field that waits for a person's decision; None where a side says nothing."""

    field: Field
    base: Value | None
    mine: Value | None
    theirs: Value | None


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge comes to.

    `concept` is mine with what was taken from theirs. `conflicts` and `emptied` stay as mine in
    it, but for what mine deleted and theirs edited: that is there again, and is a conflict too.
    `taken` tells what `concept` has otherwise than mine, `emptied` what theirs alone left out.
    """

    concept: Concept
    taken: tuple[Difference, ...] = ()
    conflicts: tuple[FieldConflict, ...] = ()
    emptied: tuple[FieldConflict, ...] = ()

    def without_emptied(self) -> Concept:
        """Return the concept with what theirs left out emptied too."""
        concept = self.concept
        for each in self.emptied:
            concept = with_field(concept, each.field, None)
        return after_change(self.concept, concept)


def merged(
    base: Concept | None, mine: Concept, theirs: Concept, *, holds: Holds = EVERYTHING
) -> Merged:
    """Return `mine` and `theirs` in one, `base` being the last state both had.

    Without a base what only theirs has is taken, and what differs is a conflict. A field that
    theirs cannot hold (`holds`) stays as mine; a reference that theirs has is taken nevertheless.
    A field that theirs alone emptied stays, and is told: nothing is emptied without a decision.
    Where one side deleted what the other edited the edit stays, and is a conflict.
    """
    theirs = aligned(theirs, mine, base, ids="shared" if "term.id" in holds else "places")
    sides = _Sides(_filled(base), _filled(mine), _filled(theirs), holds)
    merge = _Merge()
    for each in sides.fields():
        if each.part == "term" and (each.whole not in sides.mine or each.whole not in sides.theirs):
            if each.name == TEXT:
                _merge_term(sides, each, merge)
        elif each.name != APPROVAL:
            _merge_field(sides, each, merge)
    concept = mine
    for each, value in merge.taken.items():
        concept = with_field(concept, each, value)
    concept = in_order(base, mine, theirs, concept)
    concept = _approvals(sides, concept)
    if concept is not mine:
        concept = after_change(mine, concept)
    taken = tuple(differences(mine, concept)) if concept is not mine else ()
    return Merged(concept, taken, tuple(merge.conflicts), tuple(merge.emptied))


@dataclass(slots=True)
class _Merge:
    """What is decided so far; `taken` in the order in which it is to be set."""

    taken: dict[Field, Value | None] = field(default_factory=dict)
    conflicts: list[FieldConflict] = field(default_factory=list)
    emptied: list[FieldConflict] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Sides:
    """What the fields of the three states say, defaults named."""

    base: Mapping[Field, Value]
    mine: Mapping[Field, Value]
    theirs: Mapping[Field, Value]
    holds: Holds

    def fields(self) -> Iterator[Field]:
        """Yield every field that any state has, in the order of mine, theirs, base."""
        return iter({**self.mine, **self.theirs, **self.base})

    def conflict(self, each: Field) -> FieldConflict:
        """Return what the three say in a field."""
        return FieldConflict(each, self.base.get(each), self.mine.get(each), self.theirs.get(each))

    def of_term(self, text: Field, state: Mapping[Field, Value]) -> dict[Field, Value]:
        """Return what `state` says of the term whose text is `text`."""
        whole = (text.part, text.lang, text.id)
        return {each: value for each, value in state.items() if each[:3] == whole}

    def edited(self, text: Field, state: Mapping[Field, Value], holds: Holds) -> bool:
        """Tell whether `state` says of a term anything that the base does not."""
        old, new = self.of_term(text, self.base), self.of_term(text, state)
        return any(
            held(each, holds) and not same(old.get(each), new.get(each)) for each in {**old, **new}
        )


def _filled(concept: Concept | None) -> dict[Field, Value]:
    said = values(concept)
    for each in [each for each in said if each.part == "term" and each.name == TEXT]:
        for name, default in DEFAULTS.items():
            said.setdefault(each._replace(name=name), default)
    return said


def _merge_field(sides: _Sides, each: Field, merge: _Merge) -> None:
    base, mine, theirs = (s.get(each) for s in (sides.base, sides.mine, sides.theirs))
    if not held(each, sides.holds) and (each.part != "reference" or theirs is None):
        return
    if same(mine, theirs):
        if mine == base and _respaced(mine, theirs):
            merge.taken[each] = theirs
    elif same(theirs, base):
        return
    elif same(mine, base):
        if theirs is None:
            merge.emptied.append(sides.conflict(each))
        else:
            merge.taken[each] = theirs
    elif each.name == "forms" and mine and theirs:
        merge.taken[each] = _united(base or (), mine, theirs)
    else:
        merge.conflicts.append(sides.conflict(each))
        if mine is None:
            merge.taken[each] = theirs


def _merge_term(sides: _Sides, text: Field, merge: _Merge) -> None:
    """Decide about a term that one side does not have."""
    if not held(text, sides.holds):
        return
    if text in sides.theirs:
        if text in sides.base:
            if not sides.edited(text, sides.theirs, sides.holds):
                return
            merge.conflicts.append(sides.conflict(text))
            merge.taken.update(
                (each, value)
                for each, value in sides.of_term(text, sides.base).items()
                if each == text or not held(each, sides.holds)
            )
        merge.taken.update(sides.of_term(text, sides.theirs))
    elif text in sides.mine and text in sides.base:
        edited = sides.edited(text, sides.mine, EVERYTHING)
        (merge.conflicts if edited else merge.emptied).append(sides.conflict(text))


def _respaced(mine: Value | None, theirs: Value | None) -> bool:
    """Tell whether two texts that say the same have other white space inside."""
    if not isinstance(mine, str) or not isinstance(theirs, str):
        return False
    return normalize("NFC", mine.strip()) != normalize("NFC", theirs.strip())


def _united(base: Value, mine: Value, theirs: Value) -> Value:
    """Return the forms of mine without those that theirs took out, then those that it added."""
    kept = [form for form in mine if form in theirs or form not in base]
    return tuple(kept + [form for form in theirs if form not in base and form not in kept])


def _approvals(sides: _Sides, concept: Concept) -> Concept:
    """Return `concept` with the approvals of theirs that count for what it says."""
    said: Mapping[Field, Value] = {}
    for each in [each for each in sides.mine if each.name == APPROVAL and each.part == "term"]:
        base, mine, theirs = (s.get(each) for s in (sides.base, sides.mine, sides.theirs))
        if theirs in (None, mine, base) or mine is None or not held(each, sides.holds):
            continue
        said = said or _filled(concept)
        agreed = _same_term(sides, each.whole, said)
        value = _approval(base, mine, theirs, agreed=agreed)
        concept = with_field(concept, each, value)
    return concept


def _same_term(sides: _Sides, text: Field, said: Mapping[Field, Value]) -> bool:
    """Tell whether a term came out of the merge as theirs has it."""
    made, theirs = sides.of_term(text, said), sides.of_term(text, sides.theirs)
    return all(
        same(made.get(each), theirs.get(each))
        for each in {**made, **theirs}
        if each.name != APPROVAL and held(each, sides.holds)
    )


def _approval(base: Value | None, mine: Value, theirs: Value | None, *, agreed: bool) -> Value:
    """Return the approval of a term that theirs approved, or took the approval of, since base."""
    if theirs is None or (mine != base and mine[0] == "approved"):
        return mine
    if theirs[0] == "approved":
        if agreed:
            return theirs
        return mine if mine != base else IN_REVIEW
    return theirs if mine == base else mine
