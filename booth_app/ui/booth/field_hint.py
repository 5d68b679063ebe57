"""What the field's quiet hint says of the text in it: what Enter would do, and how to go on."""

from typing import Final

from booth_app.languages import Lang
from booth_app.ui.booth.field_answer import Found
from booth_app.ui.booth.field_entry import (
    HalfPair,
    LookUp,
    MachineWanted,
    Nothing,
    Pair,
    PeopleWanted,
    Unplanned,
)
from booth_app.ui.booth.harmless import isolated
from booth_app.ui.booth.printed import LANGUAGE_WORDS

PROMPTS: Final = ("type a term, a name, an acronym", "term, name, acronym", "look up")
"""What the empty field says: the first there is room for."""

ADDED: Final = "added"
"""What it says of a new term."""

LET_GO: Final = "a letter begins anew · Backspace edits"
"""What it says once the query is let go."""

_EMPTY: Final = "+ new term   = machine   @ people"

_LAYOUTS: Final = {"us": "a US", "fr": "a French", "es": "a Spanish", "ara": "an Arabic"}


def hint(shown: Found) -> str:
    """Return the hint for what the field means and what was found for it."""
    match shown.entry:
        case Nothing():
            return _EMPTY
        case LookUp() if shown.read_as:
            layout, read = shown.read_as
            return f"read as {isolated(read)} · typed on {_LAYOUTS[layout]} keyboard"
        case LookUp():
            return "Esc clears"
        case MachineWanted():
            return "machine"
        case PeopleWanted():
            return "Enter: is speaking" if shown.found else "@name, post adds somebody"
        case Unplanned(name=name):
            return f"Enter adds {isolated(name)}"
        case Pair(left=left, right=right):
            return f"{_language(left)} = {_language(right)} · Enter adds"
        case HalfPair():
            return "+ term = the same in the other language"


def walk_hint(place: int, count: int) -> str:
    """Return the hint at the `place` of `count` look-ups that is walked back to."""
    return f"look-up {place} of {count} · Up earlier, Down later"


def _language(side: tuple[Lang, str]) -> str:
    return LANGUAGE_WORDS[side[0]]


def added_hint(key: str) -> str:
    """Return the hint once a new term is kept; `key` takes it back, empty: none does."""
    return f"{ADDED} · {key} takes it back" if key else ADDED
