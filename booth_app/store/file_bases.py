"""The last state that a concept and a file had in common, from the history of the concept."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

from booth_app.store.history import BUNDLED, TAKEN_BACK
from booth_app.store.judging import FileChange, base_from_files
from booth_app.store.reading import HIDDEN

if TYPE_CHECKING:
    from sqlalchemy import Connection

FROM_FILES: Final = (BUNDLED, "import", "release")
"""Origins of states that came from a file."""

Rows = Callable[[str, Sequence[object]], Sequence[Sequence[Any]]]
"""Returns all rows of a statement."""

_TAKEN_BACK: Final = (
    f"SELECT note FROM batch WHERE origin = '{TAKEN_BACK}' AND visible AND id NOT IN"
    f" (SELECT note FROM batch WHERE origin = '{TAKEN_BACK}' AND visible)"
)
"""The batches that are taken back, and whose taking back is not."""

_CHANGES: Final = (
    f"SELECT before, origin IN {FROM_FILES} AND batch NOT IN ({_TAKEN_BACK})"
    " FROM change WHERE glossary = ? AND concept = ? AND seq > ?"
    f" AND batch NOT IN ({HIDDEN}) ORDER BY seq"
)
_AT_REVISION: Final = (
    "SELECT before FROM change WHERE glossary = ? AND concept = ? AND parent_rev = ?"
    f" AND batch NOT IN ({HIDDEN})"
)


def base(
    rows: Rows, glossary: str, id_: str, state: str | None, rev: int, base_rev: int = 0
) -> str | None:
    """Return the state that a concept, now in `state` at `rev`, had in common with a file.

    That is the one of the revision `base_rev` the file was written from, where it is known (not
    0) and there, else what the files said before.
    """
    if base_rev and base_rev == rev:
        return state
    if 0 < base_rev < rev:
        found = rows(_AT_REVISION, (glossary, id_, base_rev))
        if found:
            before: str | None = found[0][0]
            return before
    return base_since(rows, glossary, id_, state, None, 0)


def base_since(
    rows: Rows, glossary: str, id_: str, state: str | None, known: str | None, seq: int
) -> str | None:
    """Return what the files said of a concept, which after change `seq` was `known`."""
    found = rows(_CHANGES, (glossary, id_, seq))
    changes = [FileChange(before, bool(came)) for before, came in found]
    return base_from_files(glossary, changes, state, known)


def rows_over(connection: "Connection") -> Rows:
    """Return what asks inside the transaction of `connection`."""

    def rows(statement: str, values: Sequence[object]) -> Sequence[Sequence[Any]]:
        return connection.exec_driver_sql(statement, (*values,)).fetchall()

    return rows
