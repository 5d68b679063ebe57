"""Tables with a concept a row and the terms of each language in a column, or in several."""

from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple

from booth_app.exchange.cells import synonyms
from booth_app.exchange.column_names import TERM_PARTS, Part
from booth_app.exchange.columns import Column
from booth_app.exchange.drafts import Draft
from booth_app.exchange.grids import GridRow
from booth_app.exchange.layouts import (
    Beside,
    Layout,
    Tell,
    add_rest,
    cell,
    held_beside,
    said_beside,
)
from booth_app.exchange.term_words import is_yes
from booth_app.languages import is_language

_TERMS: Final[tuple[Part, ...]] = ("term", "synonym", "short", "forbidden")
_OF_ALL: Final[tuple[Part, ...]] = ("status", "pos")
"""Without a language they are said of the row's first term in each."""


class _Terms(NamedTuple):
    """A column of terms: what it says of all of them, and the columns that say more."""

    at: int
    lang: str
    all_are: dict[str, Any]
    beside: tuple[Beside, ...] = ()


class WideLayout(Layout):
    """A concept a row. Without a column for a language it reads nothing."""

    def __init__(self, columns: Sequence[Column], places: Iterable[int]) -> None:
        super().__init__(columns, places)
        self._repeated = self._repeated_headers()
        self._marks = [at for at in self.of("forbidden") if not columns[at].lang]
        self._terms = self._columns_of_terms()
        self.term_columns = tuple(terms.at for terms in self._terms)
        if self.concept_column is None and self._terms:
            self.concept_column = self.term_columns[0]
        beside = {column.at for terms in self._terms for column in terms.beside}
        self._rest = self.rest_without(beside)

    @property
    def languages(self) -> list[str]:
        """The languages of its columns of terms."""
        return [terms.lang for terms in self._terms]

    def add(self, row: GridRow, draft: Draft, tell: Tell) -> None:
        """Add what `row` says to `draft`; the first term of a cell keeps the row's status."""
        marked = any(is_yes(cell(row, at)) for at in self._marks)
        for terms in self._terms:
            found = synonyms(cell(row, terms.at))
            for said in found.tells:
                tell(said)
            for number, text in enumerate(found.texts):
                values = {} if number else said_beside(row, terms.beside, tell)
                values |= terms.all_are
                if marked:
                    values["status"] = "forbidden"
                draft.add_term(terms.lang, text, values)
        add_rest(row, self._rest, "", draft, tell)

    def held(self) -> Iterable[str]:
        """Yield the fields and languages it has columns for."""
        yield "term.term"
        for terms in self._terms:
            yield from (f"term.{name}" for name in terms.all_are)
            yield from (held_beside(beside) for beside in terms.beside)
        if self._marks:
            yield "term.status"
        yield from self.held_of(self._rest)
        yield from self._held_of_languages()

    def _held_of_languages(self) -> Iterable[str]:
        """Yield the languages it has columns for; others are kept in the concept's extra."""
        for column in self.columns:
            if not (column.certain and column.lang):
                continue
            if is_language(column.lang):
                yield column.lang
            elif column.is_language:
                yield f"concept.extra:{column.lang}"
            elif column.part in ("definition", "definition_source"):
                yield f"concept.extra:{column.part}_{column.lang}"

    def _columns_of_terms(self) -> list[_Terms]:
        found: list[_Terms] = []
        for at in self.places:
            column = self.columns[at]
            if column.part in _TERMS and column.lang:
                found.append(_Terms(at, column.lang, _all_are(column)))
            elif found and column.header in self._repeated:
                found[-1] = _with(found[-1], self._positional(at))
        named = [(at, self.columns[at]) for at in self.of(*TERM_PARTS)]
        for number, terms in enumerate(found):
            for at, column in named:
                of_all = not column.lang and column.part in _OF_ALL
                if column.lang == terms.lang or (of_all and column.header not in self._repeated):
                    found[number] = _with(found[number], self.beside(at, column.part))
        return found

    def _positional(self, at: int) -> Beside:
        """Return a column that belongs to the terms before it, as its like do elsewhere."""
        part = self.columns[at].part
        name = {"note": "usage_note"}.get(part, part if part in TERM_PARTS else "extra")
        return self.beside(at, name)

    def _repeated_headers(self) -> set[str]:
        """Return the headers that stand there more than once and name no language."""
        headers = [
            self.columns[at].header
            for at in self.places
            if self.columns[at].header.strip() and not self.columns[at].lang
        ]
        return {header for header in headers if headers.count(header) > 1}


def _with(terms: _Terms, beside: Beside) -> _Terms:
    return terms._replace(beside=(*terms.beside, beside))


def _all_are(column: Column) -> dict[str, Any]:
    """Return what a column says of all its terms."""
    values: dict[str, Any] = {"region": column.region} if column.region else {}
    if column.part == "short":
        values["type"] = "acronym"
    elif column.part == "forbidden":
        values["status"] = "forbidden"
    return values
