"""Tables with a term a row: IATE's export, term lists, and Booth's own where it lost its ids."""

from collections.abc import Iterable, Sequence
from typing import Final

from booth_app.exchange.cells import one_line, synonyms
from booth_app.exchange.column_names import TERM_PARTS
from booth_app.exchange.columns import Column
from booth_app.exchange.drafts import Draft
from booth_app.exchange.grids import GridRow
from booth_app.exchange.language_names import Spoken, spoken
from booth_app.exchange.layouts import Layout, Tell, add_rest, cell, held_beside, said_beside
from booth_app.exchange.report import shown

_ALSO_OF_TERMS: Final = {"source": "source", "note": "usage_note", "attested": "attested"}
"""Headers that are said of the term where each row is one."""


class LongLayout(Layout):
    """A term a row, its language in a cell. It needs a column for both."""

    is_long = True

    def __init__(self, columns: Sequence[Column], places: Iterable[int]) -> None:
        super().__init__(columns, places)
        self._lang = self.first("lang")
        terms = [at for at in self.of("term") if not columns[at].lang]
        self.term_columns = tuple(terms[:1]) if self._lang is not None else ()
        self._beside = [
            self.beside(at, _ALSO_OF_TERMS.get(self._name(at), columns[at].part))
            for at in self.places
            if columns[at].part in TERM_PARTS or self._name(at) in _ALSO_OF_TERMS
        ]
        self._rest = self.rest_without(beside.at for beside in self._beside)

    def add(self, row: GridRow, draft: Draft, tell: Tell) -> None:
        """Add the row's term; of several in a cell the first keeps what the row says."""
        lang = self._spoken(row)
        if lang is None:
            tell(f"{shown(cell(row, self._lang))} is no language: the row is left out.")
            return
        found = synonyms(cell(row, self.term_columns[0]))
        for said in found.tells:
            tell(said)
        if not found.texts and not found.tells:
            tell("Its term is empty: it is left out.")
        for number, text in enumerate(found.texts):
            values = {} if number else said_beside(row, self._beside, tell)
            if lang.region:
                values.setdefault("region", lang.region)
            draft.add_term(lang.lang, text, values)
        add_rest(row, self._rest, lang.lang, draft, tell)

    def held(self) -> Iterable[str]:
        """Yield the fields it has columns for."""
        yield from ("term.term", "term.region")
        yield from (held_beside(beside) for beside in self._beside)
        yield from self.held_of(self._rest)

    def spoken_in(self, row: GridRow) -> frozenset[str]:
        """Return the language that `row` says it is in."""
        lang = self._spoken(row)
        return frozenset({lang.lang}) if lang else frozenset()

    def _spoken(self, row: GridRow) -> Spoken | None:
        code = one_line(cell(row, self._lang))
        return spoken(code) if code else None

    def _name(self, at: int) -> str:
        return self.columns[at].header.strip().casefold()
