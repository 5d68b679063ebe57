"""What three states of a concept say in each field, side by side."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from booth_app.terminology.concept import Concept
from booth_app.terminology.fields import DEFAULTS, TEXT, Field, Holds, Value, held, same, values


class FieldConflict(NamedTuple):
    """A field that waits for a person's decision; None where a side says nothing."""

    field: Field
    base: Value | None
    mine: Value | None
    theirs: Value | None


@dataclass(frozen=True, slots=True)
class Sides:
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


def filled(concept: Concept | None) -> dict[Field, Value]:
    """Return what the fields of `concept` say, the defaults of each of its terms named too."""
    said = values(concept)
    for each in [each for each in said if each.part == "term" and each.name == TEXT]:
        for name, default in DEFAULTS.items():
            said.setdefault(each._replace(name=name), default)
    return said
