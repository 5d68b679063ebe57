"""Puts a sound database in the place of a damaged one.

The damaged file and its journals are copied aside before anything is touched, and the new one is
whole before it takes the place. Bundled glossaries and meetings come back from their sources when
the store is opened next; the person's own rows come from the newest sound backup and from
whatever the damaged file still gives.
"""

import contextlib
import shutil
import sqlite3
import time
from pathlib import Path

from booth_app.paths import DataFolder
from booth_app.store.backups import backups, is_sound, sync
from booth_app.store.faults import DatabaseUnusable, reason_of
from booth_app.store.opening import Told, create
from booth_app.store.reading import read_only
from booth_app.store.rescue import Rescued


def repair(data: DataFolder, told: Told) -> None:
    """Move the damaged database aside, say so, and rebuild it. Only under the writer's lock."""
    aside = data.root / "damaged" / time.strftime("%Y-%m-%dT%H%M%S")
    try:
        copy = _copied_aside(data.database, aside)
    except OSError as error:
        reason = f"it is damaged and could not be copied aside: {reason_of(error)}"
        raise DatabaseUnusable(data.database, reason) from error
    rescued = Rescued()
    backup = next((path for path in backups(data).values() if _is_whole(path)), None)
    for source in (backup, copy):
        if source is not None:
            rescued.add(source)
    create(data.database, rescued.store)
    number = rescued.own_concepts
    own = "1 concept" if number == 1 else f"{number} concepts"
    told(
        f"The database was damaged: it is now in {copy.parent}, and was made anew from the"
        f" glossaries with {own} of your own."
    )


def _copied_aside(database: Path, aside: Path) -> Path:
    """Copy the database and its journals into the new folder `aside`; return the copy."""
    while aside.exists():
        aside = aside.with_name(aside.name + "-again")
    aside.mkdir(parents=True)
    for ending in ("", "-wal", "-journal"):
        beside = database.with_name(database.name + ending)
        if beside.exists():
            shutil.copy2(beside, aside / beside.name)
            sync(aside / beside.name)
    sync(aside)
    return aside / database.name


def _is_whole(backup: Path) -> bool:
    try:
        with contextlib.closing(read_only(backup)) as connection:
            return is_sound(connection)
    except sqlite3.Error:
        return False
