"""Holds elements of TBX against the dialect that a file says it is in."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from booth_app.exchange.tbx_names import ELEMENTS, Category, Level

_OLD_TRANSACTIONS: Final = frozenset({"creation", "input", "check", "approval", "withdrawal"})
"""What transactions were called before."""
_OF_CORE: Final = frozenset({"note", "date", "term", ""})
"""What no dialect has to name."""


class Fault(NamedTuple):
    """What is wrong with an element. `is_in_place`: it says what it says all the same."""

    message: str
    is_in_place: bool


def fault(
    dialect: Mapping[str, Category] | None, name: str, category: str, level: Level, value: str
) -> Fault | None:
    """Return what is wrong with an element called `name` of that category, at that level."""
    if dialect is None or category in _OF_CORE:
        return None
    known = dialect.get(category)
    if known is None or (name in ELEMENTS and name != known.element):
        listed = f"{category} is no category of <{name}> in this dialect"
        return Fault(f"{listed}; it is kept under its name.", is_in_place=False)
    if level not in known.levels:
        levels = " and ".join(sorted(known.levels))
        said = f"{category} may stand at {levels} level only; it is kept apart."
        return Fault(said, is_in_place=False)
    old = _OLD_TRANSACTIONS if category == "transactionType" else frozenset[str]()
    if known.values and value and value not in known.values | old:
        said = f"{value!r} is no value of {category}; it is kept as it is."
        return Fault(said, is_in_place=True)
    return None
