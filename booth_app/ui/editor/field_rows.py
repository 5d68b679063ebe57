"""A concept's values side by side: of two states, of two concepts, of both sides of a conflict."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from booth_app.languages import LANGUAGES, Lang
from booth_app.terminology.concept import Concept
from booth_app.terminology.differences import Difference, differences
from booth_app.terminology.fields import ORDER, TEXT, Field, Value, values
from booth_app.terminology.merging import FieldConflict
from booth_app.ui.editor.value_words import Called, by_id, value_name, value_words


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One value as each side has it; `chosen` is the place of the side that counts, if any does.

    `name` says which value it is. A side that has none is None. `called` names related concepts.
    """

    field: Field
    name: str
    sides: tuple[Value | None, ...]
    chosen: int | None = None
    called: Called = by_id

    @property
    def lang(self) -> Lang | None:
        """The language its texts are in, None where they are in none of their own."""
        return self.field.lang if self.field.name in _TEXTS else None

    @property
    def value(self) -> Value | None:
        """The value of the side that counts."""
        return None if self.chosen is None else self.sides[self.chosen]

    def text(self, side: int) -> str:
        """Return the value of a side as it is read; empty where it has none."""
        return value_words(self.field, self.sides[side], self.called)


_TEXTS = frozenset({"term", "forms", "definition", "context", "usage_note"})


def compared(
    before: Concept | None, after: Concept | None, called: Called = by_id
) -> list[FieldRow]:
    """Return a row for each value that two states of a concept do not share."""
    return [
        FieldRow(
            one.field, value_name(one.field, _naming(one, before, after)), one[1:], called=called
        )
        for one in wholes(differences(before, after))
        if one.field.name != ORDER  # ids in a row say nothing to a person
    ]


def _naming(one: Difference, before: Concept | None, after: Concept | None) -> Concept:
    """Return the state that knows the value's term by its text."""
    named = after if one.after is not None else before
    assert named is not None  # a value that differs stands in one of them
    return named


def beside(kept: Concept, other: Concept, called: Called = by_id) -> list[FieldRow]:
    """Return a row for each value of two concepts that are to become one.

    The values of one language stand together. What only one has is chosen from it; of what both
    have, the one that is kept.
    """
    left, right = values(kept), values(other)
    all_ = sorted(dict.fromkeys((*left, *right)), key=_place_of)
    both = [Difference(f, left.get(f), right.get(f)) for f in all_]
    return [
        FieldRow(
            field,
            value_name(field, kept if field in left else other),
            (own, others),
            chosen=0 if own is not None else 1,
            called=called,
        )
        for field, own, others in wholes(both)
    ]


def place(row: FieldRow) -> int:
    """Return where a row stands: those of a language together, whichever side has the value."""
    return _place_of(row.field)


def _place_of(field: Field) -> int:
    return LANGUAGES.index(field.lang) if field.lang in LANGUAGES else -1


def wholes(found: Sequence[Difference]) -> list[Difference]:
    """Return `found` without the values of terms of which one side has nothing at all."""
    lone = {
        (one.field.lang, one.field.id)
        for one in found
        if one.field.name == TEXT and (one.before is None or one.after is None)
    }
    return [
        one for one in found if one.field.name == TEXT or (one.field.lang, one.field.id) not in lone
    ]


def conflicting(
    conflicts: Sequence[FieldConflict], mine: Concept, called: Called = by_id
) -> list[FieldRow]:
    """Return a row for each conflict: the last common value, mine and theirs; nothing is chosen."""
    return [
        FieldRow(one.field, value_name(one.field, mine), one[1:], called=called)
        for one in conflicts
    ]


def chosen_values(rows: Sequence[FieldRow]) -> Mapping[Field, Value | None]:
    """Return what was chosen; rows of which no side counts yet are left out."""
    return {row.field: row.value for row in rows if row.chosen is not None}
