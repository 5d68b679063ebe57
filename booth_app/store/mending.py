"""Makes a damaged database's first page readable, without which no row of it can be found.

The first page holds the header and the list of tables. It looks the same in every database of one
shape, so that of a sound one stands in for it; the rows are on other pages.
"""

import contextlib
import shutil
import sqlite3
from pathlib import Path
from typing import Final

from booth_app.store.reading import read_only

_PAGE_SIZE: Final = slice(16, 18)
_CHANGES: Final = slice(24, 28)
_PAGES_AND_FREE_LIST: Final = slice(28, 40)
"""How many pages there are and which are free: of another database, and not needed to read."""
_VERSIONS: Final = slice(18, 20)
"""What writes and reads it: 1 a database without a WAL, 2 one with."""


def has_tables(path: Path) -> bool:
    """Tell whether SQLite finds the table of concepts in the database at `path`."""
    try:
        with contextlib.closing(read_only(path)) as connection:
            connection.execute("PRAGMA writable_schema=ON")  # read also what was cut short
            connection.execute("SELECT 1 FROM concept LIMIT 0")
    except sqlite3.Error:
        return False
    return True


def with_first_page(damaged: Path, sound: Path, mended: Path) -> Path:
    """Write `mended`: the database `damaged`, its journal too, with the first page of `sound`."""
    with sound.open("rb") as file:
        header = file.read(100)
        size = int.from_bytes(header[_PAGE_SIZE])
        page = bytearray(header + file.read(size - len(header)))
    journal = damaged.with_name(damaged.name + "-wal")
    has_journal = journal.exists() and journal.stat().st_size > 0
    page[_VERSIONS] = b"\2\2" if has_journal else b"\1\1"
    page[_CHANGES] = b"\xff\xff\xff\xfe"  # unlike its echo in the header: the file's size counts
    page[_PAGES_AND_FREE_LIST] = bytes(12)
    shutil.copyfile(damaged, mended)
    with mended.open("r+b") as file:
        file.write(page)
    if has_journal:
        shutil.copyfile(journal, mended.with_name(mended.name + "-wal"))
    return mended
