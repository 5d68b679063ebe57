"""Which release of a glossary was opened here last."""

from typing import TYPE_CHECKING, Final

from booth_app.store.documents import storable
from booth_app.store.reading import Reader

if TYPE_CHECKING:
    from sqlalchemy import Connection

_KEY: Final = "opened "
"""What the keys of the table `meta` begin with that have the version opened of a glossary."""


def opened_version(reader: Reader, glossary: str) -> str:
    """Return the version of `glossary` that was opened last; empty where none was."""
    found = reader.rows("SELECT value FROM meta WHERE key = ?", (_KEY + storable(glossary),))
    return str(found[0][0]) if found else ""


def remember(connection: "Connection", glossary: str, version: str) -> None:
    """Keep that this version of `glossary` was opened."""
    from sqlalchemy.dialects.sqlite import insert

    from booth_app.store.tables import meta

    value = storable(version)
    row = insert(meta).values(key=_KEY + storable(glossary), value=value)
    connection.execute(row.on_conflict_do_update(index_elements=["key"], set_={"value": value}))
