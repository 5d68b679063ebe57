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
from typing import Final

from booth_app.paths import DataFolder
from booth_app.store.backups import backups, is_sound, sync
from booth_app.store.faults import DatabaseUnusable, reason_of
from booth_app.store.mending import has_tables, with_first_page
from booth_app.store.opening import Told, create
from booth_app.store.reading import read_only
from booth_app.store.rescue import Rescued
from booth_app.terminology.counted import counted

_MENDED: Final = "mended"
"""A folder beside the damaged file while its rows are read."""


def repair(data: DataFolder, told: Told) -> None:
    """Move the damaged database aside, say so, and rebuild it. Only under the writer's lock.

    Raises DatabaseUnusable where it cannot be copied aside; it is as it was then.
    """
    aside = data.root / "damaged" / time.strftime("%Y-%m-%dT%H%M%S")
    try:
        copy = _copied_aside(data.database, aside)
    except OSError as error:
        reason = f"it is damaged and could not be copied aside: {reason_of(error)}"
        raise DatabaseUnusable(data.database, reason, error) from error
    rescued = Rescued()
    backup = next((path for path in backups(data).values() if _is_whole(path)), None)
    if backup is not None:
        rescued.add(backup)
    rescued.add(copy if has_tables(copy) else _mended(copy, backup))
    create(data.database, rescued.store)
    shutil.rmtree(copy.parent / _MENDED, ignore_errors=True)
    with contextlib.suppress(OSError):
        copy.parent.rmdir()  # empty where there was no file
    number = rescued.own_concepts
    own = counted(number, "concept")
    was = f"damaged: it is now in {copy.parent}, and" if copy.exists() else "gone: it"
    told(f"The database was {was} was made anew from the glossaries with {own} of your own.")


def _mended(copy: Path, backup: Path | None) -> Path:
    """Return a version of the damaged `copy` whose first page is that of a sound database."""
    mended = copy.parent / _MENDED / copy.name
    try:
        mended.parent.mkdir()
        sound = backup or mended.with_name("sound.db")
        if backup is None:
            create(sound)
        return with_first_page(copy, sound, mended)
    except OSError:  # no room: what can be read as it is
        return copy


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
