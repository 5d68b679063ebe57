"""What stands in a cell: synonyms, numbers and dates that were texts, marks of a lost script."""

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from typing import Final, NamedTuple

from booth_app.exchange.report import shown

LONGEST_TERM: Final = 20_000  # characters

Cell = str | int | float | bool | date | datetime | time | timedelta
"""What a spreadsheet may keep in a cell."""

_SPLIT: Final = re.compile(r"[;|\n]")
_ENTITY: Final = re.compile(r"&(?:#\w{1,8}|[A-Za-z]{2,8});")
_BULLET: Final = re.compile(r"(?:[•▪‣●○·]\s*|[-–*]\s+)")
_SYMBOL: Final = re.compile(r"[A-Z]+(?:/[A-Z0-9.()]+)+")
"""A document's symbol, A/RES/73/195: its strokes are its own."""
_NOTHING: Final = re.compile(r"[-–—_.…\s]*")
_LOST: Final = re.compile(r"[\s?.,;:/|()-]*\?\?[\s?.,;:/|()-]*")
_PAIRS: Final = {")": "(", "]": "[", "}": "{"}
_EDGES: Final = " \t\r\n\v\f\x1c\x1d\x1e\x1f\x85\xa0\u2028\u2029\u202f\ufeff\u200b"


class Synonyms(NamedTuple):
    """The terms of a cell in their order, and what a person should look at, a sentence each."""

    texts: tuple[str, ...]
    tells: tuple[str, ...] = ()


def synonyms(cell: str) -> Synonyms:
    """Return the terms in `cell`: `;`, `|` and line ends part them, `/` and `,` never.

    Brackets that hold a separator are left whole, as are terms too long to be one left out; both
    are told. Réfugié(e) is one term.
    """
    text = _multiline(cell)
    if not text:
        return Synonyms(())
    tells: list[str] = ["A NUL character in it was left out."] if "\0" in cell else []
    texts: dict[str, None] = {}
    for part in _parts(text, tells):
        term = _one_term(part, tells)
        if term:
            texts[term] = None
    return Synonyms(tuple(texts), tuple(tells))


def text_of(cell: Cell) -> tuple[str, str]:
    """Return the text of a spreadsheet's cell, and what to tell of it, empty for nothing."""
    if isinstance(cell, str):
        return cell, ""
    if isinstance(cell, bool):
        return str(cell).upper(), ""
    if isinstance(cell, float):
        whole = cell.is_integer() and abs(cell) < 1e15
        return (str(int(cell)) if whole else repr(cell)), ""
    if isinstance(cell, datetime) and cell.time() == time():
        cell = cell.date()
    if isinstance(cell, date | time | timedelta):
        text = cell.isoformat() if isinstance(cell, date | time) else str(cell)
        return text, f"The spreadsheet has a date or time here, read as “{text}”: was it a text?"
    return str(cell), ""


def prose(cell: str) -> str:
    """Return `cell` as a text of one or more lines, without control characters."""
    return _multiline(cell)


def one_line(cell: str) -> str:
    """Return `cell` on one line, without control characters and space around it."""
    return " ".join(_multiline(cell).split("\n")).strip(_EDGES)


def is_lost(cell: str) -> bool:
    """Tell whether `cell` has only question marks, as a script does that its encoding lacks."""
    return "??" in cell and _LOST.fullmatch(cell) is not None


def _multiline(cell: str) -> str:
    text = cell.strip(_EDGES)
    if text.isprintable():
        return text
    text = re.sub(r"\r\n?|[\u2028\u2029\x85\v\f]", "\n", text)
    seen = (" " if unicodedata.category(c) == "Cc" and c != "\n" else c for c in text if c != "\0")
    return "".join(seen).strip(_EDGES)


def _parts(text: str, tells: list[str]) -> list[str]:
    """Return `text` at its separators, but those inside brackets and of `&amp;` and its like."""
    if not _SPLIT.search(text):
        return [text]
    inside = {at for found in _ENTITY.finditer(text) for at in range(*found.span())}
    if inside:
        tells.append(f"{shown(text)} has characters written as in a web page: look at it.")
    bracketed = _bracketed(text)
    if any(_SPLIT.match(text, at) for at in bracketed):
        tells.append(f"A separator stands in the brackets of {shown(text)}: not parted there.")
    parts, begin = [], 0
    for found in _SPLIT.finditer(text):
        if found.start() not in inside and found.start() not in bracketed:
            parts.append(text[begin : found.start()])
            begin = found.end()
    return [*parts, text[begin:]]


def _bracketed(text: str) -> set[int]:
    """Return the places inside brackets; none where the brackets do not match."""
    open_: list[tuple[str, int]] = []
    places: set[int] = set()
    for at, character in enumerate(text):
        if character in "([{":
            open_.append((character, at))
        elif character in _PAIRS:
            if not open_ or open_[-1][0] != _PAIRS[character]:
                return set()
            _, begin = open_.pop()
            if not open_:
                places.update(range(begin + 1, at))
    return set() if open_ else places


def _one_term(part: str, tells: list[str]) -> str:
    term = part.strip(_EDGES)
    if found := _BULLET.match(term):
        term = term[found.end() :]
    if _NOTHING.fullmatch(term):
        return ""
    if set(term) <= {"?", " ", "؟"}:
        tells.append(f"{shown(term)} is no term: it is left out.")
        return ""
    if len(term) > LONGEST_TERM:
        tells.append(f"A term has {len(term):,} characters, more than one can: it is left out.")
        return ""
    if "\n" in term:
        term = " ".join(term.split())
    if "/" in term and not _SYMBOL.fullmatch(term):
        tells.append(f"{shown(term)} has a stroke: it is kept whole; are these two terms?")
    if "؛" in term or "；" in term:
        tells.append(f"{shown(term)} has a semicolon of its script: it is kept whole.")
    return term
