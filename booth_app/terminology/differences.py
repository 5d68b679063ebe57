"""What differs between two states of a concept, and what kind of a change that is."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from booth_app.languages import LANGUAGES
from booth_app.terminology.concept import Concept
from booth_app.terminology.field_setting import with_field
from booth_app.terminology.fields import DEFAULTS, ORDER, SOURCES, Field, Value, same, values

__all__ = ["Difference", "Kind", "differences", "kind", "with_field"]

Kind = Literal["spacing", "source only", "emptied", "text"]


class Difference(NamedTuple):
    """One field that two states have differently; None where it says nothing or its default."""

    field: Field
    before: Value | None
    after: Value | None

    @property
    def empties(self) -> bool:
        """Whether something that was there is there no more."""
        return self.after is None and self.field.name not in DEFAULTS


def differences(before: Concept | None, after: Concept | None) -> list[Difference]:
    """Return every field that differs, the order of terms last.

    Setting each `after` in `before` in turn (`with_field`) gives the values of `after`. Every
    difference counts, also one of white space.
    """
    old, new = values(before), values(after)
    gone = [field for field in reversed(old) if field.part == "trap" and field not in new]
    fields = {**old, **new}  # a later trap of an id goes before an earlier one
    found = [
        Difference(field, old.get(field), new.get(field))
        for field in (*gone, *fields)
        if old.get(field) != new.get(field)
    ]
    return [*dict.fromkeys(found), *_orders(before, after)]


def kind(found: Iterable[Difference]) -> Kind:
    """Return of what kind the change of a whole row is that makes these differences.

    A change that empties any field is told as that: it needs a decision.
    """
    found = list(found)
    if any(difference.empties for difference in found):
        return "emptied"
    if all(same(difference.before, difference.after) for difference in found):
        return "spacing"
    if all(difference.field.name in SOURCES for difference in found):
        return "source only"
    return "text"


def _orders(before: Concept | None, after: Concept | None) -> Iterator[Difference]:
    """Yield the order of the terms of each section where it says something of its own."""
    for lang in LANGUAGES:
        old = [term.id for term in before.section(lang).terms] if before else []
        new = [term.id for term in after.section(lang).terms] if after else []
        if _followed(old, new) != new or _followed(new, old) != old:
            field = Field("section", lang, "", ORDER)
            yield Difference(field, tuple(old) or None, tuple(new) or None)


def _followed(old: list[str], new: list[str]) -> list[str]:
    """Return `old` without what is not in `new`, and with what only is there behind it."""
    return [id_ for id_ in old if id_ in new] + [id_ for id_ in new if id_ not in old]
