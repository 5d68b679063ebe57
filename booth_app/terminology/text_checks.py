"""What can be wrong with a text by its characters alone."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from booth_app.languages import Lang

TextCheck = Callable[[str, Lang], str]
"""Takes a text and its language; returns what is wrong with it, empty where nothing is."""

_OVERRIDES: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
_INVISIBLE: Final = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u2060\ufeff]")
_CONTROLS: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffd\ufffe\uffff]")
_PRESENTATION: Final = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_SPACES: Final = re.compile(r"^\s|\s$|[ \xa0\u202f]{2,}|[\t\n]")
_ARABIC_COMMA: Final = re.compile("[\u0620-\u064a]\\s*,|,\\s*[\u0620-\u064a]")
_STRETCHED: Final = re.compile("\u0640(?=[\u0620-\u064a])")
_CLOSING: Final[Mapping[str, str]] = {")": "(", "]": "[", "}": "{", "»": "«", "”": "“"}
_BRACKETS: Final = re.compile(r"[()\[\]{}«»“”]")


def control(text: str, lang: Lang) -> str:
    """Find what cannot be printed, and what changes the order in which a text is seen."""
    if text.isprintable() and "\ufffd" not in text:  # most texts, told quickly
        return ""
    overridden = _named(_OVERRIDES, text, "holds a control that changes the direction of letters")
    return overridden or _named(_CONTROLS, text, "holds a character that cannot be printed")


def invisible(text: str, lang: Lang) -> str:
    """Find direction marks, soft hyphens and spaces of no width: not seen, and part of the text."""
    return _named(_INVISIBLE, text, "holds a character that is not seen")


def presentation_form(text: str, lang: Lang) -> str:
    """Find Arabic copied out of old documents: shapes instead of letters."""
    return _named(_PRESENTATION, text, "holds Arabic shapes (presentation forms), not letters")


def tatweel(text: str, lang: Lang) -> str:
    """Find words stretched for looks alone; a particle written by itself (لـ) is none."""
    return "is stretched by a tatweel (ـ)" if _STRETCHED.search(text) else ""


def latin_comma(text: str, lang: Lang) -> str:
    """Find Latin commas in Arabic, which has one of its own."""
    found = lang == "ar" and _ARABIC_COMMA.search(text)
    return "has a Latin comma beside Arabic letters; the Arabic one is ،" if found else ""


def stray_space(text: str, lang: Lang) -> str:
    """Find spaces at the ends, two in a row, tabs and line ends."""
    return "begins or ends with a space, or holds two in a row" if _SPACES.search(text) else ""


def unbalanced(text: str, lang: Lang) -> str:
    """Find brackets and paired quotes without their partners."""
    if not _BRACKETS.search(text):
        return ""
    open_ones: list[str] = []
    for character in text:
        if character in _CLOSING.values():
            open_ones.append(character)
        elif character in _CLOSING and (not open_ones or open_ones.pop() != _CLOSING[character]):
            return f"has a {character} too many"
    return f"has a {open_ones[-1]} that is not closed" if open_ones else ""


def _named(pattern: re.Pattern[str], text: str, sentence: str) -> str:
    found = pattern.search(text)
    return f"{sentence} (U+{ord(found.group()):04X})" if found else ""
