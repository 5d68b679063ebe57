"""Which releases of a glossary were made or opened here, and what was stored then."""

import json
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
    found = made(reader, glossary)
    return found[0] if found else None


def last_in(reader: Reader, glossary: str, folder: str) -> Recorded | None:
    """Return the release that was written to this folder last (`own_folders.folder_note`).

    Where a release does not say where it was written, it may be there.
    """
    for release in made(reader, glossary):
        if json.loads(release.document or "{}").get("folder", folder) == folder:
            return release
    return None


def versions(reader: Reader, glossary: str) -> set[str]:
    """Return the versions of `glossary` that are known here."""
    return {release.version for release in made(reader, glossary)}


def made(reader: Reader, glossary: str) -> list[Recorded]:
    """Return the releases of `glossary`, the newest first."""
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
