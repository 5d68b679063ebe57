"""One row of a term table: which cell is what, and what may be wrong with it."""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from booth_app.languages import Lang, is_language
from booth_app.terminology.concept import STATUSES, TERM_TYPES, Status, TermType
from booth_app.terminology.counted import counted
from booth_app.terminology.document import clean

Tell = Callable[[str], None]
"""Takes what is wrong with a row, as a sentence without its line."""

CONCEPT, LANG, TERM, KIND = "concept_id", "lang", "term", "kind"
_NEEDED: Final = (CONCEPT, LANG, TERM)

_LONGEST_TERM: Final = 20_000
_LONGEST_ID: Final = 200  # characters

_Kind = tuple[Status, TermType | None]
_PLAIN: Final[_Kind] = ("admitted", None)
_KINDS: Final[Mapping[str, _Kind]] = {
    "": _PLAIN,
    "main": ("preferred", "full_form"),
    "syn": ("admitted", "variant"),
    "acr": ("admitted", "acronym"),
    **{status: (status, None) for status in STATUSES},
    **{type_: ("admitted", type_) for type_ in TERM_TYPES},
}
"""What `kind` may say: the words of term lists, or Booth's own statuses and types."""


class Row(NamedTuple):
    """A term. `lang` is one of the four or another code; `extra` are cells Booth does not know."""

    lang: str
    region: str
    text: str
    kind: _Kind
    extra: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Header:
    """Which column is what. `others` are the names of the further ones, by place."""

    columns: int
    concept: int
    lang: int
    term: int
    kind: int | None
    others: Mapping[int, str]

    @classmethod
    def read(cls, line: str) -> "Header | None":
        """Return the header that `line` is; None where it lacks a column that is needed."""
        names = [_one_line(cell).casefold() for cell in line.rstrip("\t").split("\t")]
        if any(names.count(name) != 1 for name in _NEEDED):
            return None
        known = {name: names.index(name) for name in (*_NEEDED, KIND) if name in names}
        others = {at: name for at, name in enumerate(names) if name and at not in known.values()}
        concept, lang, term = (known[name] for name in _NEEDED)
        return cls(len(names), concept, lang, term, known.get(KIND), others)

    def row(self, line: str, tell: Tell) -> Row | None:
        """Return the row that `line` is; None where that was told to be impossible."""
        cells = line.split("\t")
        if len(cells) != self.columns:
            cells = _evened(cells, self.columns)
            if len(cells) != self.columns:
                has = counted(len(cells), "cell")
                tell(f"It has {has}, the header {self.columns}: it is left out.")
                return None
        text = _text(cells[self.term], tell)
        spoken = _language(cells[self.lang].strip())
        if spoken is None:
            tell(f"{_shown(cells[self.lang])} is no language: the row is left out.")
        if not text or spoken is None:
            return None
        kind = "" if self.kind is None else cells[self.kind].strip().casefold()
        extra = {name: _one_line(cells[at]) for at, name in self.others.items() if cells[at]}
        if kind not in _KINDS:
            tell(f"{_shown(kind)} is no kind of term that Booth knows: it is kept as a note.")
            extra[KIND] = _one_line(kind)
        return Row(*spoken, text, _KINDS.get(kind, _PLAIN), extra)


def concept_id(cell: str, tell: Tell) -> str:
    """Return the id in `cell`; empty where that was told to be none."""
    id_ = clean(cell.strip())
    if not 0 < len(id_) <= _LONGEST_ID or not id_.isprintable():
        tell(f"{_shown(id_)} cannot be a concept's id: its rows are left out.")
        return ""
    return id_


@lru_cache(maxsize=1_000)
def _language(code: str) -> tuple[Lang | str, str] | None:
    """Return the language of a code and its region, as of en-GB; None where there is none."""
    lang, _, region = code.replace("_", "-").partition("-")
    lang = lang.casefold()
    if is_language(lang):
        return lang, region.upper() if region.isalnum() and len(region) <= 3 else region
    return (code.casefold(), "") if lang in _all_languages() else None


@lru_cache(maxsize=1)
def _all_languages() -> frozenset[str]:
    from babel import Locale

    return frozenset(Locale("en").languages)


def _evened(cells: list[str], columns: int) -> list[str]:
    """Return `cells` without the empty ones that a spreadsheet leaves after the last column."""
    while len(cells) > columns and not cells[-1].strip():
        cells = cells[:-1]
    return cells


def _text(cell: str, tell: Tell) -> str:
    """Return the term in `cell`, empty where it cannot be one."""
    text = cell.strip(" ")
    if not text.isprintable():
        text = _one_line(cell)
        if "\0" in cell:
            tell("A NUL character in it was left out.")
    if not text:
        tell("Its term is empty: it is left out.")
    elif len(text) > _LONGEST_TERM:
        tell(f"Its term has {len(text):,} characters, more than a term can: it is left out.")
        return ""
    return text


def _one_line(text: str) -> str:
    """Return `text` without control characters, each a space, and without space around it."""
    if text.isprintable():
        return text.strip()
    seen = (" " if unicodedata.category(c) == "Cc" else c for c in text if c != "\0")
    return "".join(seen).strip()


def _shown(text: str) -> str:
    """Return `text` in quotation marks, short and on one line, to be named in a sentence."""
    line = _one_line(text)
    return f"“{line[:40]}…”" if len(line) > 40 else f"“{line}”"
