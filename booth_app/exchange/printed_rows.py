"""What a printed booth sheet says, a row a concept, in the order of a dictionary."""

import heapq
import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple, Self

from booth_app.exchange.booth_sheet import booth_row, said
from booth_app.languages import LANGUAGES, Lang
from booth_app.terminology.concept import Concept
from booth_app.terminology.folding import fold, strip_article

DIGITS: Final = "0–9"
"""The heading of the terms that begin with a digit."""
UNSAID: Final = "—"
"""The heading of the concepts without a term in the first language."""

_KEPT: Final = "\u200c\u200d\u00a0\u202f"
"""Joiners, with which Persian is spelt, and spaces that no line ends at, as in French."""
_BETWEEN: Final = "\u00a0| "
"""As in the sheet's cells, but no line begins with it."""
_EMBEDDING: Final = "\u2068{}\u2069"
"""Keeps a text's own direction beside others."""


_FAST: Final = 1
"""How hard zlib tries."""
_RUN: Final = 2_000
"""Rows sorted at once: sorting all of 100,000 would hold up every other thread."""

_Sortable = tuple[bool, str, int, bytes]
"""Whether the first language names it not, its term there, its number, the row itself."""


class PrintedRow(NamedTuple):
    """A concept on paper: the letter it stands under, its terms, what is said below them.

    `preferred` tells of each language's text how much of its beginning is the term to say.
    """

    letter: str
    texts: tuple[str, ...]
    preferred: tuple[int, ...]
    notes: str


class PrintedRows:
    """The rows of a sheet, packed until they are printed; those of a letter stand together."""

    def __init__(self, languages: Sequence[Lang] = LANGUAGES) -> None:
        self.languages = tuple(languages)
        self._runs: list[list[_Sortable]] = [[]]

    @classmethod
    def of(cls, concepts: Iterable[Concept], languages: Sequence[Lang] = LANGUAGES) -> Self:
        """Return the rows of `concepts`."""
        rows = cls(languages)
        for concept in concepts:
            rows.add(concept)
        return rows

    def __len__(self) -> int:
        return sum(map(len, self._runs))

    def add(self, concept: Concept) -> None:
        """Add the row of `concept`; it finds its place among the others by itself."""
        key = _key(concept, self.languages[0])
        row = json.dumps(_row(concept, self.languages, _letter(key))).encode()
        if len(self._runs[-1]) == _RUN:
            self._runs[-1].sort()
            self._runs.append([])
        self._runs[-1].append((not key, key, len(self), zlib.compress(row, _FAST)))

    def __iter__(self) -> Iterator[PrintedRow]:
        """Yield the rows by their first language; what it does not name comes last."""
        self._runs[-1].sort()
        for *_, row in heapq.merge(*self._runs):
            letter, texts, preferred, notes = json.loads(zlib.decompress(row))
            yield PrintedRow(letter, tuple(texts), tuple(preferred), notes)


def _row(concept: Concept, languages: Sequence[Lang], letter: str) -> PrintedRow:
    texts, preferred = [], []
    for lang in languages:
        terms = [printable(term) for term in said(concept.section(lang))]
        texts.append(_BETWEEN.join(terms))
        preferred.append(len(terms[0]) if terms and concept.section(lang).preferred else 0)
    cells = booth_row(concept, languages)
    notes = (printable(cells[name]) for name in ("subject", "definition", "note"))
    return PrintedRow(letter, tuple(texts), tuple(preferred), _beside(filter(None, notes)))


def _beside(notes: Iterable[str]) -> str:
    return " — ".join(map(_EMBEDDING.format, notes))


def _key(concept: Concept, lang: Lang) -> str:
    """Return what a row is sorted by: the first term, without accents, signs and article."""
    key = fold(next(iter(said(concept.section(lang))), ""))
    return strip_article(key) if lang == "ar" else key


def _letter(key: str) -> str:
    if not key:
        return UNSAID
    return DIGITS if key[0].isdigit() else key[0].upper()


def printable(text: str) -> str:
    """Return `text` on one line, without what has no picture: controls of lines and direction."""
    shown = (c if c in _KEPT or c.isprintable() else " " if c.isspace() else "" for c in text)
    return " ".join(filter(None, "".join(shown).split(" ")))
