"""The rows of a grid, each with the layout it is read by: headers, titles and gaps apart."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from booth_app.exchange.cells import is_lost, one_line
from booth_app.exchange.columns import Corrections
from booth_app.exchange.grids import Grid, GridRow
from booth_app.exchange.headers import (
    Found,
    found_with,
    is_header,
    names_languages,
    same_header,
)
from booth_app.exchange.layouts import Layout

TellRow = Callable[[int, str], None]
"""Takes a row's number and a sentence."""


class Piece(NamedTuple):
    """A row to be read. `subject`: what spans the table above it; `continues`: the row before."""

    row: GridRow
    layout: Layout
    subject: str
    id: str
    continues: bool


class Survey:
    """What a first reading of a file finds out about all of it.

    `scattered` are ids whose rows do not stand together, with how many times they begin; `lost`
    counts cells of nothing but question marks; `spanned`: a cell spans a table, as its subject;
    `spoken`: the languages of rows that each say theirs.
    """

    def __init__(self) -> None:
        self.scattered: Counter[str] = Counter()
        self.lost = 0
        self.lost_at = 0
        self.spanned = False
        self.spoken: set[str] = set()

    def look(self, pieces: Iterator[Piece]) -> None:
        """Take these rows in."""
        for piece in pieces:
            if piece.id and not piece.continues:
                self.scattered[piece.id] += 1
            self.spanned = self.spanned or bool(piece.subject)
            self.spoken |= piece.layout.spoken_in(piece.row)
            lost = sum(1 for cell in piece.row.cells if "??" in cell and is_lost(cell))
            if lost:
                self.lost += lost
                self.lost_at = self.lost_at or piece.row.number

    def close(self) -> None:
        """Forget the ids that are not scattered."""
        self.scattered = Counter({id_: n for id_, n in self.scattered.items() if n > 1})


def pieces(
    grid: Grid, found: Found, side: int, corrections: Corrections, tell: TellRow
) -> Iterator[Piece]:
    """Yield the rows of `grid` that have something in the table that is at `side`, from 0.

    A further header begins another table: after a gap, or where it can be nothing else; the same
    one once more is passed over.
    """
    subject, after_gap = "", False
    before: tuple[Layout, str, str] | None = None
    for row in grid.rows():
        for said in row.tells if side == 0 and row.number > found.row else ():
            tell(row.number, said)
        if row.number <= found.row or row.is_blank or same_header(row.cells, found.header):
            after_gap = True
            continue
        if row.spans:
            subject, after_gap = one_line(row.cells[0]), True
            continue
        further = _further(row, found, corrections, after_gap=after_gap)
        if further is not None:
            found, subject = further, ""
            continue
        after_gap = False
        if side >= len(found.layouts):
            continue
        layout = found.layouts[side]
        if not grid.aligned and _is_ragged(row, found, tell):
            before = None
        elif not layout.is_empty_in(row):
            keys = (layout, layout.id_in(row), layout.number_in(row))
            continues = before is not None and _continues(row, before, keys)
            yield Piece(row, layout, subject, keys[1], continues)
            before = keys if keys[1] or not continues else before


def _further(
    row: GridRow, found: Found, corrections: Corrections, *, after_gap: bool
) -> Found | None:
    """Return the table that begins with `row` below the one that was found; None: none does."""
    begins = is_header(row.cells) if after_gap else names_languages(row.cells)
    if not begins or row.number <= found.row + 1:
        return None
    further = found_with(row.number, row.cells, (), corrections)
    return further if further.layouts else None


def _continues(
    row: GridRow, before: tuple[Layout, str, str], keys: tuple[Layout, str, str]
) -> bool:
    """Tell whether a row goes on with the concept of the row before."""
    layout, id_, number = keys
    if layout is not before[0]:
        return False
    if layout.joins(row):
        return True
    if id_ or before[1]:
        return id_ == before[1]
    return bool(number) and number == before[2]


def _is_ragged(row: GridRow, found: Found, tell: TellRow) -> bool:
    """Tell whether `row` has more cells than there are columns: which is which is lost."""
    width = len(found.columns)
    if len(row.cells) <= width or not any(cell.strip() for cell in row.cells[width:]):
        return False
    tell(row.number, f"It has {len(row.cells)} cells, the header {width}: it is left out.")
    return True
