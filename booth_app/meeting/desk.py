"""What lies before the person in a meeting: pins, one scratch line, and what was looked up."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, NamedTuple

from booth_app.languages import Lang, is_language

MOST_PINS: Final = 20
MOST_LOOK_UPS: Final = 50

_LONGEST: Final = 300
"""Characters of a line that is kept."""


class Pin(NamedTuple):
    """A concept, or else a person, that is pinned; `lang` and `term` are how it was found."""

    glossary: str
    concept: str
    person: str
    lang: Lang
    term: str

    @property
    def identity(self) -> tuple[str, str, str]:
        """What is pinned, however it was found: glossary and concept, or the person's name."""
        return self.glossary, self.concept, self.person


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What the person keeps at hand in one meeting.

    `pins` are in the order they were pinned, `looked_up` the queries, the last one last; `scratch`
    is one line of text, empty while there is none.
    """

    pins: tuple[Pin, ...] = ()
    scratch: str = ""
    looked_up: tuple[str, ...] = ()

    def pinned(self, pin: Pin) -> "Desk":
        """Return the desk with `pin`, or without it where it was pinned; too many push one out."""
        others = tuple(kept for kept in self.pins if kept.identity != pin.identity)
        if len(others) == len(self.pins):
            others = (*others, pin)
        return replace(self, pins=others[-MOST_PINS:])

    def parked(self, line: str) -> "Desk":
        """Return the desk with `line` as its scratch line; empty: none."""
        return replace(self, scratch=" ".join(line.split())[:_LONGEST])

    def after_look_up(self, query: str) -> "Desk":
        """Return the desk with `query` as what was looked up last; each is there once."""
        others = tuple(kept for kept in self.looked_up if kept != query)
        return replace(self, looked_up=(*others, query[:_LONGEST])[-MOST_LOOK_UPS:])

    def plain(self) -> dict[str, Any]:
        """Return it as JSON-able values, as `desk_of` reads them."""
        return {
            "pins": [list(pin) for pin in self.pins],
            "scratch": self.scratch,
            "looked_up": list(self.looked_up),
        }


EMPTY_DESK: Final = Desk()


def desk_of(plain: object) -> Desk:
    """Return the desk of plain data; what is not as it was written is left out."""
    if not isinstance(plain, Mapping):
        return Desk()
    pins, scratch, looked_up = (plain.get(name) for name in ("pins", "scratch", "looked_up"))
    desk = Desk()
    for each in pins if isinstance(pins, list) else ():
        if isinstance(each, list) and len(each) == 5 and _are_texts(each) and is_language(each[3]):
            desk = desk.pinned(Pin(*each))
    for query in looked_up if isinstance(looked_up, list) and _are_texts(looked_up) else ():
        desk = desk.after_look_up(query)
    return desk.parked(scratch) if isinstance(scratch, str) else desk


def _are_texts(values: list[Any]) -> bool:
    return all(isinstance(value, str) for value in values)
