"""The one three-way merge: files, imports, releases and the inbox all go through it.

Its unit is a field of a concept (`fields`). Where one side alone changed a field, its change
counts; where both did, and differently, the field is a conflict and stays as mine. Texts are
compared in NFC with white space collapsed; the order of terms comes last.
"""

from dataclasses import dataclass, field
from unicodedata import normalize

from booth_app.terminology.aligning import aligned
from booth_app.terminology.approval import after_change
from booth_app.terminology.approval_merging import with_approvals
from booth_app.terminology.concept import Concept
from booth_app.terminology.differences import Difference, differences, with_field
from booth_app.terminology.fields import APPROVAL, EVERYTHING, TEXT, Field, Holds, Value, held, same
from booth_app.terminology.merge_sides import FieldConflict, Sides, filled
from booth_app.terminology.term_order import in_order

__all__ = ["FieldConflict", "Merged", "merged"]


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge comes to.

    `concept` is mine with what was taken from theirs. `conflicts` and `emptied` stay as mine in
    it, but for what mine deleted and theirs edited: that is there again, and is a conflict too.
    `taken` tells what `concept` has otherwise than mine, `emptied` what theirs alone left out.
    `theirs` is their side, its terms under the ids that they have in mine.
    """

    concept: Concept
    theirs: Concept
    taken: tuple[Difference, ...] = ()
    conflicts: tuple[FieldConflict, ...] = ()
    emptied: tuple[FieldConflict, ...] = ()

    def without_emptied(self) -> Concept:
        """Return the concept with what theirs left out emptied too."""
        concept = self.concept
        for each in reversed(self.emptied):  # a later trap of an id before an earlier one
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
    sides = Sides(filled(base), filled(mine), filled(theirs), holds)
    merge = _merge(sides)
    concept = mine
    for each, value in merge.taken.items():
        concept = with_field(concept, each, value)
    concept = in_order(base, mine, theirs, concept)
    concept = with_approvals(sides, concept)
    if concept is not mine:
        concept = after_change(mine, concept)
    taken = tuple(differences(mine, concept)) if concept is not mine else ()
    return Merged(concept, theirs, taken, tuple(merge.conflicts), tuple(merge.emptied))


@dataclass(slots=True)
class _Merge:
    """What is decided so far; `taken` in the order in which it is to be set."""

    taken: dict[Field, Value | None] = field(default_factory=dict)
    conflicts: list[FieldConflict] = field(default_factory=list)
    emptied: list[FieldConflict] = field(default_factory=list)


def _merge(sides: Sides) -> _Merge:
    """Decide about each field but approvals, and about whole terms."""
    merge = _Merge()
    for each in sides.fields():
        if each.part == "term" and (each.whole not in sides.mine or each.whole not in sides.theirs):
            if each.name == TEXT:
                _merge_term(sides, each, merge)
        elif each.name != APPROVAL:
            _merge_field(sides, each, merge)
    return merge


def _merge_field(sides: Sides, each: Field, merge: _Merge) -> None:
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


def _merge_term(sides: Sides, text: Field, merge: _Merge) -> None:
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
