"""What the columns of a table make of its rows: what both kinds of tables have in common.

In a wide table a row is a concept and a column has the terms of a language (`wide_layout.py`); in
a long one a row is a term and its language stands in a cell (`long_layout.py`).
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from booth_app.exchange.cells import one_line, prose
from booth_app.exchange.column_names import TERM_PARTS, Part
from booth_app.exchange.columns import Column, column_name
from booth_app.exchange.drafts import Draft
from booth_app.exchange.grids import GridRow
from booth_app.exchange.report import shown
from booth_app.exchange.term_words import status, term_type
from booth_app.terminology.concept import ATTESTED
from booth_app.terminology.folding import fold

Tell = Callable[[str], None]
"""Takes what is wrong with a row, or to be looked at, as a sentence."""

_LONGEST_ID: Final = 200  # characters
_OF_SECTIONS: Final = ("definition", "definition_source")
_OF_CONCEPTS: Final = ("subject", "note", "since")


class Beside(NamedTuple):
    """A column that says something of the terms in another: `name` is the term's field."""

    at: int
    name: str
    key: str
    """Under which its text is kept where it is no value of that field."""


class Layout(ABC):
    """The columns of one table, or of one of several side by side; `add` takes its rows.

    `term_columns` are the places of its terms; where there are none it says of nothing in which
    language it is. `concept_column`: the one whose merged cells hold rows together.
    """

    is_long = False
    term_columns: tuple[int, ...]
    concept_column: int | None

    def __init__(self, columns: Sequence[Column], places: Iterable[int]) -> None:
        self.columns = columns
        self.places = [at for at in places if columns[at].certain]
        self._id = self.first("id")
        self._number = self.first("row number")
        self.concept_column = self._number if self._id is None else self._id

    @abstractmethod
    def add(self, row: GridRow, draft: Draft, tell: Tell) -> None:
        """Add what `row` says to `draft`."""

    @abstractmethod
    def held(self) -> Iterable[str]:
        """Yield the fields it has columns for, as FileFacts says them."""

    def spoken_in(self, row: GridRow) -> frozenset[str]:
        """Return the language that `row` is in, where each row says its own."""
        return frozenset()

    def left_above(self, row: GridRow) -> Iterable[str]:
        """Yield what to tell of merged cells that hold no rows together."""
        for at in sorted(row.above.intersection(self.places)):
            if self.columns[at].part != "ignore":
                yield (
                    f"The cell of {column_name(at, self.columns[at].header)} is merged with the"
                    " row above, where alone its text was taken: write it in each row it is for."
                )

    def id_in(self, row: GridRow) -> str:
        """Return the concept's id in `row`; empty where the table or the row has none."""
        id_ = one_line(cell(row, self._id))
        return id_ if len(id_) <= _LONGEST_ID else ""

    def number_in(self, row: GridRow) -> str:
        """Return the row's number in `row`, which parts concepts and is no id."""
        return one_line(cell(row, self._number))

    def joins(self, row: GridRow) -> bool:
        """Tell whether a merged cell makes `row` one concept with the row above."""
        return self.concept_column in row.above

    def is_empty_in(self, row: GridRow) -> bool:
        """Tell whether `row` has nothing in these columns."""
        return not any(cell(row, at).strip() for at in self.places)

    def of(self, *parts: Part) -> list[int]:
        """Return the places of columns that are certainly one of `parts`."""
        return [at for at in self.places if self.columns[at].part in parts]

    def first(self, *parts: Part) -> int | None:
        """Return the first of those places; None where there is none."""
        return next(iter(self.of(*parts)), None)

    def beside(self, at: int, name: str) -> Beside:
        """Return the column at `at` as one that says a term's `name`."""
        return Beside(at, name, self.key(at))

    def key(self, at: int) -> str:
        """Return under which name a column is kept that Booth does not know."""
        return one_line(self.columns[at].header)[:100] or column_name(at, "")

    def rest_without(self, used: Iterable[int]) -> list[tuple[int, Column, str]]:
        """Return the columns that say something of the concept: places, columns and keys."""
        done = set(used)
        kept = (*_OF_SECTIONS, *_OF_CONCEPTS, "extra", *TERM_PARTS)
        return [(at, self.columns[at], self.key(at)) for at in self.of(*kept) if at not in done]

    def held_of(self, rest: Iterable[tuple[int, Column, str]]) -> Iterable[str]:
        """Yield the fields that the columns of `rest` are."""
        for _, column, key in rest:
            if column.part in _OF_SECTIONS and (column.lang or self.is_long):
                yield f"section.{column.part}"
            elif column.part in _OF_CONCEPTS:
                yield f"concept.{column.part}"
            else:
                yield f"concept.extra:{key}"


def cell(row: GridRow, at: int | None) -> str:
    """Return the cell at `at`, empty where the row is shorter."""
    return row.cells[at] if at is not None and at < len(row.cells) else ""


def said_beside(row: GridRow, columns: Iterable[Beside], tell: Tell) -> dict[str, Any]:
    """Return what columns beside a term say of it, as the fields of a Term."""
    values: dict[str, Any] = {}
    for beside in columns:
        text = prose(cell(row, beside.at))
        if not text:
            continue
        value = _value(beside.name, text)
        if value is not None:
            values[beside.name] = value
            continue
        if _forbids(beside, text):
            values["status"] = "forbidden"
        if beside.name != "extra":
            tell(f"{shown(text)} is no {beside.name} that Booth knows: it is kept beside the term.")
        values.setdefault("extra", {})[beside.key] = text
    return values


def _forbids(beside: Beside, text: str) -> bool:
    """Tell whether memoQ's list of a term's properties has the one that forbids it."""
    return fold(beside.key) == "term info" and "forbidden" in fold(text).split()


def held_beside(beside: Beside) -> str:
    """Return the field that a column beside a term is, as FileFacts says it."""
    return f"term.extra:{beside.key}" if beside.name == "extra" else f"term.{beside.name}"


def add_rest(
    row: GridRow, rest: Iterable[tuple[int, Column, str]], lang: str, draft: Draft, tell: Tell
) -> None:
    """Add what `row` says of its concept; `lang` is the row's own language, or empty."""
    for at, column, key in rest:
        text = prose(cell(row, at))
        if not text:
            continue
        of = column.lang or lang
        if column.part in _OF_SECTIONS and of:
            draft.add_text(of, column.part, text)
        elif column.part == "since":
            _add_since(text, key, draft, tell)
        elif column.part in _OF_CONCEPTS:
            draft.add(column.part, text if column.part == "note" else one_line(text))
        else:
            draft.add_extra(key, text)


def _add_since(text: str, key: str, draft: Draft, tell: Tell) -> None:
    try:
        draft.since = date.fromisoformat(text).isoformat()
    except ValueError:
        tell(f"{shown(text)} is no date like 2022-05-20: it is kept beside the concept.")
        draft.add_extra(key, text)


def _value(name: str, text: str) -> Any:  # noqa: ANN401 - the value of whichever field
    """Return the value of a term's field that `text` is; None where it is none."""
    match name:
        case "extra":
            return None
        case "status":
            return status(text)
        case "type":
            return term_type(text)
        case "attested":
            return text if text in ATTESTED else None
        case "forms":
            return tuple(form.strip() for form in re.split(r"[;|\n]", text) if form.strip())
        case "usage_note" | "context":
            return text
    return one_line(text)
