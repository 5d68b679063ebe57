"""What the field's text means and what is found for it, on whatever layout it was typed. No Qt."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from booth_app.languages import Lang
from booth_app.meeting.meeting import Person
from booth_app.terminology.folding import words
from booth_app.ui.booth.field_entry import (
    Entry,
    LanguagesOfPair,
    LookUp,
    Nothing,
    PeopleWanted,
    Unplanned,
    entry,
    languages_by_script,
)
from booth_app.ui.booth.people_wording import people_named, unplanned

if TYPE_CHECKING:
    from booth_app.lookup.layouts import LayoutReading
    from booth_app.termbase import Hit

LookingUp = Callable[[str], "Sequence[Hit]"]

_LEAST: Final = 3
"""Characters from which a text that finds nothing may have been typed on another layout, and of a
word that is begun in one."""

_SURE: Final = ("exact", "prefix")


class Found(NamedTuple):
    """What the text means, what was found, and by which words; `read_as` tells a wrong layout."""

    entry: Entry = Nothing()
    query: str = ""
    found: "Sequence[Hit | Person]" = ()
    read_as: "LayoutReading | None" = None


class FieldAnswer:
    """Answers the field's text. `look_up` is None until the glossary is open."""

    def __init__(self, look_up: LookingUp | None = None, people: Sequence[Person] = ()) -> None:
        self.look_up = look_up
        self.languages_of_pair: LanguagesOfPair = languages_by_script
        self.people = people

    def to(self, text: str, target: Lang, floor: Lang) -> Found:
        """Return what `text` asks for and what is found."""
        meant = entry(text, self.languages_of_pair, floor, target)
        match meant:
            case LookUp(text=query) if self.look_up is not None:
                return _looked_up(meant, query, self.look_up)
            case LookUp(text=query):
                return Found(meant, query)
            case PeopleWanted(text=part):
                return Found(meant, part, people_named(part, self.people))
            case Unplanned(name=name, post=post):
                return Found(meant, "", [unplanned(name, post, target)])
            case _:
                return Found(meant)


def _looked_up(meant: LookUp, query: str, look_up: LookingUp) -> Found:
    """Return the hits of the text as it stands, else as it reads on another keyboard layout.

    As it stands it counts wherever any hit is more than a guess: an exact one, or a beginning.
    """
    hits = look_up(query)
    if len(query) < _LEAST or (hits and hits[0].how in _SURE):
        return Found(meant, query, hits)
    from booth_app.lookup.layouts import readings

    best = Found(meant, query, hits)
    for reading in readings(query):
        there = look_up(reading.text)
        if there and there[0].how == "exact":
            return Found(meant, reading.text, there, reading)
        if best.read_as is None and there and there[0].how in _SURE and _tells(reading.text):
            best = Found(meant, reading.text, there, reading)
    return best


def _tells(text: str) -> bool:
    """Tell whether a word of the text is long enough to be a beginning by more than chance."""
    return any(len(word) >= _LEAST for word in words(text))
