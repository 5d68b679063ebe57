"""Finds the row that names the columns, wherever in the first rows it stands."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from booth_app.exchange.column_names import names
from booth_app.exchange.columns import Column, Corrections, corrected, guess, named, places
from booth_app.exchange.grids import Grid, GridRow
from booth_app.exchange.language_names import is_plain_name, spoken
from booth_app.exchange.layouts import Layout
from booth_app.exchange.long_layout import LongLayout
from booth_app.exchange.wide_layout import WideLayout
from booth_app.terminology.folding import fold

_SEARCHED: Final = 30
"""Rows from the top among which the header is looked for."""
_SAMPLE: Final = 60  # rows
_LONGEST: Final = 60  # characters of a header's cell
_MOST_WORDS: Final = 4  # words of one that is not known as a whole
_FEWEST_LETTERS: Final = 3  # letters of the word in it that is


@dataclass(frozen=True, slots=True)
class Found:
    """A table's header and columns. `row`: the header's number, 0 where there is none.

    `layouts` make concepts of its rows: several where tables stand side by side, none where no
    column says its language. `used` are the corrections that it had columns for.
    """

    row: int
    header: tuple[str, ...]
    columns: tuple[Column, ...]
    sample: tuple[tuple[str, ...], ...]
    layouts: tuple[Layout, ...]
    used: frozenset[str] = frozenset()


def found_in(grid: Grid, corrections: Corrections) -> Found:
    """Return the header and columns of `grid`, with those corrections that it has columns for.

    Where no row is a header the columns have no names. Raises UnknownColumn where a correction
    says nothing Booth knows.
    """
    rows = list(islice(grid.rows(), _SEARCHED + _SAMPLE))
    header = _header_row(rows[:_SEARCHED], corrections)
    after = [row for row in rows if header is None or row.number > header.number]
    sample = [tuple(row.cells) for row in after if not row.is_blank and not row.spans]
    width = _width(sample, aligned=grid.aligned)
    names = tuple(header.cells) if header else ("",) * width
    sample = [cells[: max(width, len(names))] for cells in sample]
    return found_with(header.number if header else 0, names, sample, corrections)


def _width(sample: Sequence[Sequence[str]], *, aligned: bool) -> int:
    """Return how many columns rows have; most of them where a lost separator widens some."""
    widths = Counter(map(len, sample))
    if aligned:
        return max(widths, default=0)
    return max(widths, key=lambda width: (widths[width], width), default=0)


def found_with(
    row: int, header: Sequence[str], sample: Sequence[Sequence[str]], corrections: Corrections
) -> Found:
    """Return what is found where `header` stands in `row` above rows like `sample`."""
    columns = guess(header, sample)
    usable = {name: said for name, said in corrections.items() if places(columns, name)}
    columns = corrected(columns, usable)
    return Found(
        row,
        tuple(header),
        columns,
        tuple(tuple(cells) for cells in sample),
        _layouts(columns),
        frozenset(usable),
    )


def is_header(cells: Sequence[str]) -> bool:
    """Tell whether two or more cells name different languages or known fields."""
    return len({(column.part, column.lang, column.region) for column in _named(cells)}) > 1


def names_languages(cells: Sequence[str]) -> bool:
    """Tell whether `cells` can be nothing but a header: each is known, two are languages."""
    if sum(map(is_plain_name, cells)) < 2:  # of most rows this is soon said
        return False
    filled = [cell for cell in cells if cell.strip()]
    found = _named(filled)
    languages = {column.lang for column in found if column.is_language}
    return len(found) == len(filled) and len(languages) > 1


def sounds_like_header(cells: Sequence[str]) -> bool:
    """Tell whether each cell has a word that columns are named by: “Terme A”, “my definition”."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    if len(filled) < 2 or len({fold(cell) for cell in filled}) < len(filled):
        return False
    words = [fold(cell).split() for cell in filled if len(cell) <= _LONGEST]
    return len(words) == len(filled) and all(map(_name_something, words))


def same_header(cells: Sequence[str], header: Sequence[str]) -> bool:
    """Tell whether `cells` are the header once more, as on each page of a printed table."""
    return any(header) and tuple(cells) == tuple(header)


def _named(cells: Iterable[str]) -> list[Column]:
    short = (cell.strip() for cell in cells if len(cell) <= _LONGEST)
    return [column for cell in short if cell and (column := named(cell)) is not None]


def _header_row(rows: Sequence[GridRow], corrections: Corrections) -> GridRow | None:
    wanted = {fold(name) for name in corrections if not name.strip().isdecimal()} - {""}
    for row in rows:
        if not row.spans and is_header(row.cells):
            return row
    for row in rows:
        if wanted and wanted <= {fold(cell) for cell in row.cells}:
            return row
    filled = [row for row in rows if not row.is_blank and not row.spans]
    if not filled or _is_a_term(filled[0].cells, filled[1:]):
        return None
    first = filled[0]
    is_one = _names_one_language(first.cells) or sounds_like_header(first.cells)
    return first if is_one else None


def _name_something(words: Sequence[str]) -> bool:
    """Tell whether a few words, one of them alone the name of a column, can be a header."""
    telling = (word for word in words if len(word) >= _FEWEST_LETTERS)
    return len(words) <= _MOST_WORDS and any(word in names() or spoken(word) for word in telling)


def _names_one_language(cells: Sequence[str]) -> bool:
    """Tell whether one cell names a language, and no text stands there twice."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    languages = [column for column in _named(filled) if column.lang]
    return len(languages) == 1 and len(set(filled)) == len(filled)


def _is_a_term(cells: Sequence[str], below: Sequence[GridRow]) -> bool:
    """Tell whether `cells` are a term's and name its language, as all the rows `below` do."""
    for at, cell in enumerate(cells):
        under = {row.cells[at].strip() for row in below if at < len(row.cells)}
        if cell.strip() in under and all(map(spoken, under)):
            return True
    return False


def _layouts(columns: Sequence[Column]) -> tuple[Layout, ...]:
    everywhere = range(len(columns))
    long = LongLayout(columns, everywhere)
    if long.term_columns:
        return (long,)
    sides = _sides(columns)
    if len(sides) > 1 and set.intersection(*map(_languages, sides)):
        return tuple(sides)
    wide = WideLayout(columns, everywhere)
    return (wide,) if wide.term_columns else ()


def stands_apart(columns: Sequence[Column]) -> bool:
    """Tell whether tables of different languages seem to stand side by side in one."""
    sides = _sides(columns)
    return len(sides) > 1 and not set.intersection(*map(_languages, sides))


def _sides(columns: Sequence[Column]) -> list[WideLayout]:
    """Return the tables between empty columns, where each has two languages or more."""
    sides = [WideLayout(columns, block) for block in _blocks(columns)]
    return sides if all(len(_languages(side)) > 1 for side in sides) else []


def _languages(side: WideLayout) -> set[str]:
    return set(side.languages)


def _blocks(columns: Sequence[Column]) -> list[list[int]]:
    """Return the places of columns between those that are empty."""
    blocks: list[list[int]] = [[]]
    for at, column in enumerate(columns):
        if column.part == "ignore" and column.certain and not column.header:
            blocks.append([])
        else:
            blocks[-1].append(at)
    return [block for block in blocks if block]
