"""Digits and the signs between them: which values a figure may stand for."""

import re
import unicodedata
from collections.abc import Iterator
from fractions import Fraction
from typing import Final, Literal, NamedTuple

MOST_DIGITS: Final = 18
"""Digits of a figure; with more it is an account number, nothing that is said."""

MOST_DECIMALS: Final = 6

FIGURE: Final = r"(?:\d+ )?\d+ ?/ ?\d+|\d+(?:[ '.,٬٫]\d+)*"
"""A figure in a text as `plain` gives it."""

_FRACTION: Final = re.compile(r"(?:(\d+) )?(\d+) ?/ ?(\d+)")
_GROUPING: Final = frozenset(" '.,٬")
_DECIMAL: Final = frozenset(".,٫")
_SIGNS: Final = {
    **dict.fromkeys("'\u2019\u02bc\u2018", "'"),
    **dict.fromkeys("\u2212\u2010\u2011\u2012\u2013", "-"),
    "،": ",",
    "٪": "%",
    "؉": "‰",
    "\u2044": "/",
}
"""Spellings of the same sign; currency signs, digits and spaces are told by their category."""


class FigureValue(NamedTuple):
    """One value of a figure. `sign` is the point or comma that may also be read the other way.

    `how`: digits alone, with thousands grouped, with decimals, a fraction, or groups in the
    reverse order in which some PDF files show Arabic text (000 100).
    """

    value: Fraction
    how: Literal["whole", "grouped", "decimal", "fraction", "reversed"]
    sign: str = ""


def plain(text: str) -> str:
    """Return `text` with ASCII digits and one spelling of each sign, currency signs as $."""
    return " ".join("".join(map(_plain, text)).split())


def values(figure: str) -> list[FigureValue]:
    """Return what `figure`, which is all FIGURE, may stand for; none where it is no number."""
    if sum(map(str.isdigit, figure)) > MOST_DIGITS:
        return []
    if fraction := _FRACTION.fullmatch(figure):
        return _fractions(*fraction.groups(default="0"))
    parts = re.split(r"\D", figure)
    signs = re.findall(r"\D", figure)
    if not signs:
        return [FigureValue(Fraction(figure), "whole")] if _begins_well(figure) else []
    found = [*_grouped(parts, signs), *_decimal(parts, signs)]
    if len(found) > 1:
        return [value._replace(sign=signs[0]) for value in found]
    return found


def _plain(character: str) -> str:
    if character in _SIGNS:
        return _SIGNS[character]
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    category = unicodedata.category(character)
    if category == "No" and "\u2044" in (parts := unicodedata.normalize("NFKC", character)):
        return " " + parts.replace("\u2044", "/")  # 2½
    return {"Zs": " ", "Sc": "$", "Cf": ""}.get(category, character)


def _begins_well(digits: str) -> bool:
    return digits == "0" or not digits.startswith("0")


def _is_grouped(parts: list[str]) -> bool:
    first, *others = parts
    return len(first) <= 3 and first[0] != "0" and all(len(part) == 3 for part in others)


def _grouped(parts: list[str], signs: list[str]) -> Iterator[FigureValue]:
    if len(set(signs)) > 1 or signs[0] not in _GROUPING:
        return
    if _is_grouped(parts):
        yield FigureValue(Fraction("".join(parts)), "grouped")
    elif signs[0] == " " and parts[0] == "000" and _is_grouped(backwards := parts[::-1]):
        yield FigureValue(Fraction("".join(backwards)), "reversed")


def _decimal(parts: list[str], signs: list[str]) -> Iterator[FigureValue]:
    *grouping, last = signs
    *whole, decimals = parts
    if last not in _DECIMAL or len(decimals) > MOST_DECIMALS:
        return
    if grouping:
        one_sign = len(set(grouping)) == 1 and grouping[0] != last and grouping[0] in _GROUPING
        if not one_sign or not _is_grouped(whole):
            return
    elif not _begins_well(whole[0]):
        return
    yield FigureValue(Fraction(f"{''.join(whole)}.{decimals}"), "decimal")


def _fractions(whole: str, numerator: str, denominator: str) -> list[FigureValue]:
    """Return the value of a fraction that is said as one: 3/4, 1/100, 2 1/2.

    22/01, 24/7, 2020/21 and 73/195 are a date, a phrase, a year and a document's symbol.
    """
    above, below = int(numerator), int(denominator)
    well = all(map(_begins_well, (whole, numerator, denominator)))
    if not well or not 0 < above < below or (below > 20 and below not in (100, 1000)):
        return []
    return [FigureValue(int(whole) + Fraction(above, below), "fraction")]
