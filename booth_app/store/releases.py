"""Which releases of a glossary were made or opened here, and what was stored then."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from booth_app.store.documents import storable
from booth_app.store.reading import Reader

if TYPE_CHECKING:
    from sqlalchemy import Connection

_COLUMNS: Final = "glossary, version, person, at, checksum, seq, approved_only, document"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """A release. `seq` is the number of the newest change that it holds.

    `document` is what else is known of it (JSON).
    """

    glossary: str
    version: str
    person: str
    at: str
    checksum: str
    seq: int
    approved_only: bool = False
    document: str = ""


def record(connection: "Connection", release: Recorded) -> None:
    """Keep a release; one of the same version is replaced: it was opened again."""
    from sqlalchemy import delete, insert

    from booth_app.store import tables

    kept = tables.release
    own = (kept.c.glossary == release.glossary) & (kept.c.version == release.version)
    connection.execute(delete(kept).where(own))
    row = {name: getattr(release, name) for name in Recorded.__slots__}
    texts = {name: storable(value) for name, value in row.items() if isinstance(value, str)}
    connection.execute(insert(kept).values(**{**row, **texts}))


def last(reader: Reader, glossary: str) -> Recorded | None:
    """Return the release of `glossary` that was made or opened last; None where none was."""
    found = _recorded(reader, glossary)
    return found[0] if found else None


def versions(reader: Reader, glossary: str) -> set[str]:
    """Return the versions of `glossary` that are known here."""
    return {release.version for release in _recorded(reader, glossary)}


def _recorded(reader: Reader, glossary: str) -> list[Recorded]:
    rows = reader.rows(
        f"SELECT {_COLUMNS} FROM release WHERE glossary = ? ORDER BY seq DESC, at DESC",
        (glossary,),
    )
    return [
        Recorded(
            **{**dict(zip(Recorded.__slots__, row, strict=True)), "approved_only": bool(row[6])}
        )
        for row in rows
    ]
