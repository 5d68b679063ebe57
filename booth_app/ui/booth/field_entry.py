"""What the text in the look-up field means; its first character decides.

`=` asks the machine, `@` looks for people (`@name, post` adds somebody unplanned), `+ a = b` makes
a new term; everything else is looked up.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from booth_app.languages import LANGUAGES, RIGHT_TO_LEFT, Lang, script
from booth_app.ui.booth.harmless import harmless

FIELD_LIMIT: Final = 2_000
"""Characters the field holds; the rest of a longer paste is left out."""

QUERY_LIMIT: Final = 200
TERM_LIMIT: Final = 300
NAME_LIMIT: Final = 200

_SPACES: Final = re.compile(r"\s+")
_COMMA: Final = re.compile("[,،]")

LanguagesOfPair = Callable[[str, str, Lang, Lang], tuple[Lang, Lang]]
"""From a pair's left and right side, the floor's language and the target, to their languages."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """An empty field."""


@dataclass(frozen=True, slots=True)
class LookUp:
    """A text to look up."""

    text: str


@dataclass(frozen=True, slots=True)
class MachineWanted:
    """A phrase the machine is asked for; empty until something follows the sign."""

    phrase: str


@dataclass(frozen=True, slots=True)
class PeopleWanted:
    """A part of a name; empty for everybody of the meeting."""

    text: str


@dataclass(frozen=True, slots=True)
class Unplanned:
    """Somebody the programme does not know. `post` may still be empty."""

    name: str
    post: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A new term in two languages, complete."""

    left: tuple[Lang, str]
    right: tuple[Lang, str]


@dataclass(frozen=True, slots=True)
class HalfPair:
    """A new term of which one side is still missing."""

    left: str


Entry = Nothing | LookUp | MachineWanted | PeopleWanted | Unplanned | Pair | HalfPair


def languages_by_script(left: str, right: str, floor: Lang, target: Lang) -> tuple[Lang, Lang]:
    """Return the languages of a pair's sides: floor and target wherever the letters allow it.

    They differ unless both sides are Arabic. It serves until the glossary, which also goes by the
    words, is open.
    """
    pairs = [(a, b) for a in LANGUAGES for b in LANGUAGES if _may_be(left, a) and _may_be(right, b)]
    swapped = (target, floor)
    return min(
        pairs, key=lambda p: (p[0] == p[1], (p[0] != floor) + (p[1] != target), p != swapped)
    )


def entry(text: str, languages_of_pair: LanguagesOfPair, floor: Lang, target: Lang) -> Entry:
    """Return what `text` means; of endless texts only the beginning counts."""
    tidy = _tidy(text[:FIELD_LIMIT])
    if not tidy:
        return Nothing()
    sign, rest = tidy[0], tidy[1:].strip()
    if sign == "=":
        return MachineWanted(rest)
    if sign == "@":
        return _people(rest)
    if sign != "+":
        return LookUp(tidy[:QUERY_LIMIT])
    left, _, right = (part.strip()[:TERM_LIMIT] for part in rest.partition("="))
    if not left or not right:
        return HalfPair(left)
    languages = languages_of_pair(left, right, floor, target)
    return Pair((languages[0], left), (languages[1], right))


def _tidy(text: str) -> str:
    return _SPACES.sub(" ", harmless(text)).strip()


def _people(text: str) -> PeopleWanted | Unplanned:
    name, *post = _COMMA.split(text, maxsplit=1)
    if not post or not name.strip():
        return PeopleWanted(text[:NAME_LIMIT].strip(" ,،"))
    return Unplanned(name.strip()[:NAME_LIMIT], post[0].strip()[:TERM_LIMIT])


def _may_be(text: str, lang: Lang) -> bool:
    written = script(text)
    return written is None or (written == "arabic") == (lang in RIGHT_TO_LEFT)
