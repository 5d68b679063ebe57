"""What the columns of a file's table hold, to be shown to a person and corrected."""

from pathlib import Path
from typing import NamedTuple

from booth_app.exchange import contents
from booth_app.exchange.columns import Column, header_key
from booth_app.exchange.formats import grids
from booth_app.exchange.headers import found_in
from booth_app.jobs import JobFailed, Limits, result

_LIMITS = Limits(memory=1 << 30, cpu=20)
_SHOWN = 20
"""Rows of the table that are shown."""
_TABLES = frozenset({"separated", "docx", "xlsx", "xls", "ods"})


class TableColumns(NamedTuple):
    """The columns of the first table that has any rows. `key` is that of its header."""

    key: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


def columns_of(path: Path) -> TableColumns | None:
    """Return the columns of a file, read in a child process; None where it has no table.

    Raises FileUnreadable.
    """
    try:
        return result(_columns, path, limits=_LIMITS)
    except JobFailed:
        return None


def _columns(path: Path) -> TableColumns | None:
    content = contents.content(path)
    if content not in _TABLES:
        return None
    file = grids(path, content)
    try:
        for grid in file.grids:
            found = found_in(grid, {})
            if found.sample:
                rows = found.sample[:_SHOWN]
                return TableColumns(header_key(found.header), found.columns, rows)
    finally:
        file.close()
    return None
