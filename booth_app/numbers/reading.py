"""Which numbers a typed text may stand for, each with what is said for it in every language.

Only a text that begins with a digit, after a sign or a currency at most, is read; ranges, dates,
times, ordinals and document symbols are no numbers.
"""

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final, Literal

from booth_app.languages import LANGUAGES, Lang
from booth_app.numbers import wording
from booth_app.numbers.figures import FIGURE, plain
from booth_app.numbers.parts import Part, parts
from booth_app.numbers.traps import trap

LONGEST: Final = 80
"""Characters of a text that is read as a number."""

MOST_PARTS: Final = 3
"""Figures of one number: 2 millones 300 mil 500."""

LARGEST: Final = 10**21

Kind = Literal["number", "year", "fraction", "percent", "permille"]

_CURRENCY: Final = r"(?:[A-Z]{0,3}\$ ?)?"
_BEGINNING: Final = re.compile(rf"(?:[-+] ?{_CURRENCY}|{_CURRENCY}[-+]?)(?=\d)")
_PART: Final = re.compile(rf"({FIGURE})([.,]?(?![.,])\D*)")
_YEAR: Final = re.compile(r"1[89]\d\d|20\d\d")


@dataclass(frozen=True, slots=True)
class Reading:
    """One number that a text may stand for.

    `value` is exact: 47 for 47 %, 3/4 for 3/4. `spoken` and `digits` are as each language says
    and writes it, without the currency; `trap` is one sentence, or None.
    """

    value: Fraction
    kind: Kind
    spoken: Mapping[Lang, str] = field(hash=False)
    digits: Mapping[Lang, str] = field(hash=False)
    trap: str | None


def readings(text: str, floor: Lang | None = None) -> list[Reading]:
    """Return the numbers that `text` may stand for, the likeliest in the floor language first.

    Empty where it is none. There are several where a point or comma may group thousands or begin
    decimals, and where a word (billion) has two sizes.
    """
    if len(text) > LONGEST:
        return []
    typed = plain(text)
    beginning = _BEGINNING.match(typed)
    if beginning is None:
        return []
    sign = -1 if "-" in beginning[0] else 1
    found: dict[tuple[Fraction, Kind], Sequence[Part]] = {}
    for summed in _sums(typed[beginning.end() :], floor):
        value = sign * sum((part.value for part in summed), Fraction())
        if abs(value) < LARGEST:
            found.setdefault((value, _kind(typed, summed)), summed)
    likeliest = sorted(found, key=lambda reading: _doubt(found[reading], floor))
    return [_reading(value, kind, found[value, kind]) for value, kind in likeliest]


def _sums(text: str, floor: Lang | None) -> Iterator[Sequence[Part]]:
    """Yield the ways to read `text` as figures with their words, each smaller than the last."""
    pieces = list(_PART.finditer(text))
    if len(pieces) > MOST_PARTS or "".join(piece[0] for piece in pieces) != text:
        return
    read = (list(parts(piece[1], piece[2], floor, is_last=piece is pieces[-1])) for piece in pieces)
    for summed in itertools.product(*read):
        descending = itertools.pairwise(summed)
        if all(part.share is None and after.value < part.size for part, after in descending):
            yield summed


def _kind(typed: str, summed: Sequence[Part]) -> Kind:
    last = summed[-1]
    if last.share is not None:
        return last.share
    if _YEAR.fullmatch(typed):
        return "year"
    return "fraction" if last.figure.how == "fraction" and last.size == 1 else "number"


def _doubt(summed: Sequence[Part], floor: Lang | None) -> int:
    """Return how many of the figures' signs mean something else in the floor language.

    Without one, three digits after a sign are rather thousands.
    """
    unlikely = 0
    for figure in (part.figure for part in summed if part.figure.sign):
        is_decimal = floor is not None and floor in wording.decimal_languages(figure.sign)
        unlikely += is_decimal != (figure.how == "decimal")
    return unlikely


def _reading(value: Fraction, kind: Kind, summed: Sequence[Part]) -> Reading:
    share = kind if kind in ("percent", "permille") else None
    return Reading(
        value,
        kind,
        {lang: _spoken(value, kind, lang) for lang in LANGUAGES},
        {lang: wording.written(value, lang, share) for lang in LANGUAGES},
        trap(value, [part.figure for part in summed]),
    )


def _spoken(value: Fraction, kind: Kind, lang: Lang) -> str:
    match kind:
        case "number":
            return wording.spoken(value, lang)
        case "year":
            return str(value)
        case "fraction":
            return wording.spoken_fraction(value, lang)
        case _:
            return wording.spoken_share(value, lang, kind)
