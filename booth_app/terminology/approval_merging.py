"""Which approvals of theirs count in a merge: those of what the merge came to."""

from collections.abc import Mapping

from booth_app.terminology.approval import IN_REVIEW
from booth_app.terminology.concept import Concept
from booth_app.terminology.differences import with_field
from booth_app.terminology.fields import APPROVAL, Field, Value, held, same
from booth_app.terminology.merge_sides import Sides, filled


def with_approvals(sides: Sides, concept: Concept) -> Concept:
    """Return `concept` with the approvals of theirs that count for what it says."""
    said: Mapping[Field, Value] = {}
    for each in [each for each in sides.mine if each.name == APPROVAL and each.part == "term"]:
        base, mine, theirs = (s.get(each) for s in (sides.base, sides.mine, sides.theirs))
        if theirs in (None, mine, base) or mine is None or not held(each, sides.holds):
            continue
        said = said or filled(concept)
        agreed = _same_term(sides, each.whole, said)
        value = _approval(base, mine, theirs, agreed=agreed)
        concept = with_field(concept, each, value)
    return concept


def _same_term(sides: Sides, text: Field, said: Mapping[Field, Value]) -> bool:
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
