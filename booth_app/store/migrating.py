"""The shape of a database and the way from an older one; Alembic is imported only when due."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from booth_app.store.faults import StoreFault, reason_of

if TYPE_CHECKING:
    from sqlalchemy import Connection

SCHEMA: Final = "0005"
"""The newest revision. Revisions are numbers of four digits, so that they compare as text."""

_FOLDER: Final = Path(__file__).parent / "migrations"


def make_tables(connection: "Connection") -> None:
    """Make all tables of a fresh database and stamp it with the newest revision."""
    from sqlalchemy import text

    from booth_app.store.tables import metadata

    metadata.create_all(connection)
    connection.execute(
        text(
            "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL,"
            " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
        )
    )
    connection.execute(text("INSERT INTO alembic_version VALUES (:v)"), {"v": SCHEMA})


def migrate(connection: "Connection", to: str = SCHEMA) -> None:
    """Bring an older database to revision `to`, inside the connection's transaction.

    Raises `StoreFault` where Alembic knows no way from the revision it is of.
    """
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, to)
    except CommandError as error:
        raise StoreFault(reason_of(error)) from error
