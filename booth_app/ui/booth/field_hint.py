"""What the field's quiet hint says of the text in it: what Enter would do, and how to go on."""

from typing import Final

from booth_app.languages import Lang
from booth_app.ui.booth.field_entry import (
    Entry,
    HalfPair,
    LookUp,
    MachineWanted,
    Nothing,
    Pair,
    PeopleWanted,
    Unplanned,
)
from booth_app.ui.booth.harmless import isolated
from booth_app.ui.booth.wording import LANGUAGE_WORDS

PROMPT: Final = "type a term, a name, an acronym"
"""What the empty field says."""

ADDED: Final = "added · Ctrl+Z takes it back"

_EMPTY: Final = "+ new term   = machine   @ people"


def hint(entry: Entry, found: int = 0) -> str:
    """Return the hint for `entry`; `found` is how many people it found."""
    match entry:
        case Nothing():
            return _EMPTY
        case LookUp():
            return "Esc clears"
        case MachineWanted():
            return "machine"
        case PeopleWanted():
            return "Enter: is speaking" if found else "@name, post adds somebody"
        case Unplanned(name=name):
            return f"Enter adds {isolated(name)}"
        case Pair(left=left, right=right):
            return f"{_language(left)} = {_language(right)} · Enter adds"
        case HalfPair():
            return "+ term = the same in the other language"


def _language(side: tuple[Lang, str]) -> str:
    return LANGUAGE_WORDS[side[0]]
