"""A file as its grids: sheets, tables of a document, or the one table of a text file."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, Protocol


class GridRow(NamedTuple):
    """A row of texts. `number` counts from 1 as the program shows it.

    `above`: the columns whose cell continues a merged one that began higher up. `spans`: one cell
    spans the whole grid; its text is the first. `tells`: what the file's own reading had to mend.
    """

    number: int
    cells: Sequence[str]
    above: frozenset[int] = frozenset()
    spans: bool = False
    tells: tuple[str, ...] = ()

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in it."""
        return not any(cell and not cell.isspace() for cell in self.cells)


class Grid(NamedTuple):
    """One table. `rows` yields its rows anew each time it is called.

    `name` is empty where the file has no other; `aligned`: a cell is in its column whatever the
    others have, as in a spreadsheet, and not as where a lost separator moves the rest.
    """

    name: str
    rows: Callable[[], Iterator[GridRow]]
    aligned: bool = True


class GridFile(Protocol):
    """An open file of grids. `format` as in FileFacts."""

    format: str

    @property
    def grids(self) -> Sequence[Grid]:
        """Its tables, in their order."""

    @property
    def tells(self) -> Sequence[str]:
        """What it left out or guessed, a sentence each."""

    @property
    def size(self) -> int:
        """How much there is to read, in bytes or rows."""

    @property
    def done(self) -> int:
        """How much of `size` was read since a grid's rows were last begun."""

    def close(self) -> None:
        """Close the file."""
