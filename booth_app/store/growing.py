"""The terms of all concepts, read while a batch adds thousands more."""

import contextlib
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from booth_app.store.documents import searchables_of
from booth_app.store.faults import damage
from booth_app.store.reading import SHOWN_WITH, Reader
from booth_app.terminology.concept import ConceptKey
from booth_app.terminology.searchable import Searchable

_ROWS: Final = (
    f"SELECT pk, glossary, id, {SHOWN_WITH} FROM concept WHERE pk > ? ORDER BY pk LIMIT 2000"
)
"""Some at a time: as long as one statement reads, the WAL grows."""
_ROW: Final = f"SELECT 0, glossary, id, {SHOWN_WITH} FROM concept WHERE glossary = ? AND id = ?"
_PAUSE: Final = 0.1
"""Seconds after which is looked for more."""

_Row = tuple[int, str, str, str | None]


def growing_searchables(
    path: Path, with_batch: str, whole: Path
) -> Iterator[Searchable | ConceptKey]:
    """Yield what is indexed of all concepts, those of the hidden batch `with_batch` as they come.

    It goes on until the file `whole` is there: then everything is stored. A key says that its
    concept was changed meanwhile: what came of it before counts no more, what comes next does.
    Raises `DatabaseDamaged` at the first document that is not what was stored.
    """
    with contextlib.closing(Reader(path)) as reader:
        since = reader.last_change(with_batch)
        try:
            for row in _added(reader, with_batch, whole):
                yield from _terms(row)
            for key in reader.changed_since(since, with_batch):
                yield key
                for row in reader.rows(_ROW, (with_batch, *key)):
                    yield from _terms(row)
        except ValueError as error:
            raise damage(path) from error


def _added(reader: Reader, with_batch: str, whole: Path) -> Iterator[_Row]:
    last = 0
    while True:
        ended = whole.exists()  # asked first: what was stored before it was made is read below
        rows: list[_Row] = reader.rows(_ROWS, (with_batch, last))
        if rows:
            last = rows[-1][0]
            yield from rows
        elif ended:
            return
        else:
            time.sleep(_PAUSE)


def _terms(row: _Row) -> Iterator[Searchable]:
    _, glossary, _, document = row
    if document is not None:
        yield from searchables_of(glossary, document)
