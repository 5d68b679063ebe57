"""Which is the newest release of a glossary that was opened here."""

from typing import TYPE_CHECKING, Final

from booth_app.store.documents import storable
from booth_app.store.reading import Reader

if TYPE_CHECKING:
    from sqlalchemy import Connection

_KEY: Final = "opened "
"""What the keys of the table `meta` begin with that have the version opened of a glossary."""


def opened_version(reader: Reader, glossary: str) -> str:
    """Return the newest version of `glossary` that was opened; empty where none was."""
    found = reader.rows("SELECT value FROM meta WHERE key = ?", (_KEY + storable(glossary),))
    return str(found[0][0]) if found else ""


def remember(connection: "Connection", glossary: str, version: str) -> None:
    """Keep that this version of `glossary` was opened, unless a newer one was before."""
    from sqlalchemy import select
    from sqlalchemy.dialects.sqlite import insert

    from booth_app.store.tables import meta

    key, value = _KEY + storable(glossary), storable(version)
    before = connection.execute(select(meta.c.value).where(meta.c.key == key)).scalar()
    if is_older(value, before or ""):
        return
    row = insert(meta).values(key=key, value=value)
    connection.execute(row.on_conflict_do_update(index_elements=["key"], set_={"value": value}))


def is_older(version: str, other: str) -> bool:
    """Tell whether a version, a date and perhaps a number, comes before another."""
    numbers = [each.split(".") for each in (version, other)]
    if not all(part.isdecimal() for each in numbers for part in each):
        return False
    this, that = ([*map(int, each)] for each in numbers)
    return this < that
