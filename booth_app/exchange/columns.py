"""What each column of a table holds, from its header; guessed from its cells only as a suggestion.

A suggestion is never taken by itself: a person corrects it, or says it with `columns`.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from booth_app.exchange.column_names import PARTS, TERM_PARTS, Part, names
from booth_app.exchange.language_names import Spoken, spoken
from booth_app.exchange.report import shown
from booth_app.languages import LANGUAGES, NAMES, Lang, script
from booth_app.terminology.folding import fold

Corrections = Mapping[str, str]
"""From a column's header, or its number from 1, to what it is: "fr", "definition:fr", "note"."""


class Column(NamedTuple):
    """What a column holds. `lang` is a code, empty where it has no language; `why` is in words.

    `certain` is False where only its cells suggest it. `header` is as the table has it.
    """

    header: str
    part: Part
    lang: str = ""
    region: str = ""
    certain: bool = True
    why: str = ""

    @property
    def is_language(self) -> bool:
        """Whether it certainly holds the terms of a language."""
        return self.certain and bool(self.lang) and self.part in _OF_TERMS

    @property
    def as_correction(self) -> str:
        """The text that says the same to `corrected`."""
        spoken_as = f"{self.lang}-{self.region}" if self.region else self.lang
        if self.part == "term" and spoken_as:
            return spoken_as
        return f"{self.part}:{spoken_as}" if spoken_as else self.part


class UnknownColumn(ValueError):
    """A correction that says of a column what Booth does not know; `str()` is the sentence."""


_OF_TERMS: Final = ("term", "synonym", "short", "forbidden")
_WITH_LANGUAGE: Final = frozenset((*_OF_TERMS, *TERM_PARTS, "definition", "definition_source"))
_SAMPLE: Final = 40  # rows
_LONGEST_NUMBER: Final = 9  # digits of a column's number
_FUNCTION_WORDS: Final[Mapping[Lang, str]] = {
    "en": "of the and to for by with on",
    "fr": "des du le les et aux au une sur pour par l d",
    "es": "del los las el y una por para con",
}
"""Words that set one of the Latin languages apart from the two others."""


def named(header: str) -> Column | None:
    """Return what `header` alone says; None where that is not everything or nothing known."""
    if alone := spoken(header):
        return Column(header, "term", *alone, why="its header names the language")
    words = fold(header.replace("#", "no")).split()
    known = names()
    if part := known.get(" ".join(words)):
        return Column(header, part, why="its header is known")
    for length in range(len(words) - 1, 0, -1):
        for at in range(len(words) - length + 1):
            part = known.get(" ".join(words[at : at + length]))
            if part not in _WITH_LANGUAGE:
                continue
            rest = _rest(header, words[:at] + words[at + length :])
            if rest:
                return Column(header, part, *rest, why="its header names part and language")
    return None


def guess(header: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[Column, ...]:
    """Return what each column of a table holds.

    `rows` are some of the table's; from them alone come suggestions that are not `certain`. A
    column that nothing is known of is `extra`, without a header and any text it is `ignore`.
    """
    width = max([len(header), *map(len, rows[:_SAMPLE])])
    heads = [header[at] if at < len(header) else "" for at in range(width)]
    found = [named(head) if head.strip() else None for head in heads]
    taken = {column.lang for column in found if column is not None and column.part == "term"}
    columns: list[Column] = []
    for at, (head, column) in enumerate(zip(heads, found, strict=True)):
        cells = [row[at] for row in rows[:_SAMPLE] if at < len(row) and row[at].strip()]
        known = column is not None and column.part != "extra"
        columns.append(column if column and known else _suggested(head, cells, taken))
    return tuple(columns)


def corrected(columns: Sequence[Column], corrections: Corrections) -> tuple[Column, ...]:
    """Return `columns` as a person says they are.

    A number says more exactly which column is meant than a header that several have. Raises
    UnknownColumn where what is said of one is nothing Booth knows, or says two things.
    """
    mended = list(columns)
    sayers: dict[int, str] = {}
    by_number_last = sorted(corrections.items(), key=lambda each: each[0].strip().isdecimal())
    for name, said in by_number_last:
        part, lang, region = _said(name, said)
        for at in places(columns, name):
            new = Column(columns[at].header, part, lang, region, why="you said so")
            before = sayers.setdefault(at, name)
            if before != name and new != mended[at] and len(places(columns, before)) == 1:
                said_of = f"{shown(before)} and {shown(name)} are one column"
                raise UnknownColumn(f"{said_of}, said to be two things")
            mended[at] = new
    return tuple(mended)


def places(columns: Sequence[Column], name: str) -> list[int]:
    """Return which columns (from 0) `name` means: a header, else a number from 1."""
    wanted = fold(name)
    exact = [at for at, column in enumerate(columns) if column.header.strip() == name.strip()]
    found = exact or [
        at for at, column in enumerate(columns) if wanted and fold(column.header) == wanted
    ]
    number = int(name[:_LONGEST_NUMBER]) if name.strip().isdecimal() else 0
    if not found and 0 < number <= len(columns):
        return [number - 1]
    return found


def header_key(header: Sequence[str]) -> str:
    """Return the key under which corrections for tables with this header are remembered.

    Case, accents and spaces make no difference, the order of the columns does.
    """
    cells = [fold(cell) for cell in header]
    while cells and not cells[-1]:
        cells.pop()
    text = "\t".join(cells) if any(cells) else f"columns:{len(header)}"
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def count_named(cells: Sequence[str]) -> int:
    """Return how many of `cells` name a language or a known field."""
    return sum(1 for cell in cells if 0 < len(cell) <= 60 and named(cell.strip()) is not None)


def column_name(at: int, header: str) -> str:
    """Return how column `at` (from 0) is named to a person: “Terme”, or column 3."""
    return shown(header) if header.strip() else f"column {at + 1}"


def _rest(header: str, words: list[str]) -> Spoken | None:
    """Return the language of a header without the words of its part."""
    if found := re.search(r"(?<![A-Za-z])[a-z]{2,3}[-_][A-Z]{2}(?![A-Za-z])", header):
        return spoken(found[0])
    return spoken(" ".join(words))


def _suggested(header: str, cells: Sequence[str], taken: set[str]) -> Column:
    kind = Counter(script(cell) for cell in cells)
    if kind["arabic"] > len(cells) / 2 and "ar" not in taken:
        return Column(header, "term", "ar", certain=False, why="its letters are Arabic")
    if kind["latin"] > len(cells) / 2 and (lang := _by_words(cells)) and lang not in taken:
        said = f"its words look {NAMES[lang]}"
        return Column(header, "term", lang, certain=False, why=said)
    if not header.strip():
        why = "it has no header" if cells else "it is empty"
        return Column(header, "ignore", certain=not cells, why=why)
    return Column(header, "extra", why="its header is not known: it is kept under it")


def _by_words(cells: Sequence[str]) -> Lang | None:
    """Return the Latin language that most `cells` have function words of, far before others."""
    own = {lang: frozenset(words.split()) for lang, words in _FUNCTION_WORDS.items()}
    counts: Counter[Lang] = Counter()
    for cell in cells:
        words = set(fold(cell).split())
        counts.update(lang for lang in own if words & own[lang])
    (lang, most), *others = counts.most_common() or [("en", 0)]
    second = others[0][1] if others else 0
    return lang if most >= max(2, len(cells) / 4) and most > 2 * second else None


def _said(name: str, said: str) -> tuple[Part, str, str]:
    """Return the part, language and region that a correction names."""
    first, colon, rest = said.strip().partition(":")
    part = next((part for part in PARTS if part == first.strip()), None)
    if part is not None and not colon:
        return part, "", ""
    lang = spoken(rest if colon and part else said)
    if lang is None or (colon and part not in _WITH_LANGUAGE):
        known = ", ".join(LANGUAGES)
        raise UnknownColumn(f"{shown(said)}, said of {shown(name)}, is no language: {known} …")
    return part or "term", *lang
