"""What is kept of a glossary beside its concepts, and of the columns of tables."""

from typing import TYPE_CHECKING

from booth_app.store.reading import Reader

if TYPE_CHECKING:
    from sqlalchemy import Connection


def style(reader: Reader, glossary: str) -> str:
    """Return how the house of a glossary writes (JSON); empty where it has chosen nothing."""
    found = reader.rows("SELECT style FROM glossary WHERE name = ?", (glossary,))
    return str(found[0][0]) if found else ""


def keep_style(connection: "Connection", glossary: str, text: str) -> None:
    """Keep how the house of a glossary writes."""
    from sqlalchemy import update

    from booth_app.store import tables

    row = update(tables.glossary).where(tables.glossary.c.name == glossary)
    connection.execute(row.values(style=text))


def columns(reader: Reader, header: str) -> str:
    """Return what the columns under a header (by its key) were said to be (JSON), or empty."""
    found = reader.rows("SELECT document FROM column_map WHERE header = ?", (header,))
    return str(found[0][0]) if found else ""


def keep_columns(connection: "Connection", header: str, text: str) -> None:
    """Keep what the columns under a header were said to be."""
    from sqlalchemy.dialects.sqlite import insert

    from booth_app.store import tables

    kept = insert(tables.column_map).values(header=header, document=text)
    connection.execute(
        kept.on_conflict_do_update(index_elements=["header"], set_={"document": text})
    )
