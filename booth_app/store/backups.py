"""Verified copies of the database in DATA/backups, and which of them are kept how long."""

import contextlib
import hashlib
import os
import re
import sqlite3
from collections.abc import Callable, Hashable, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from booth_app.paths import DataFolder
from booth_app.store.faults import DatabaseUnusable, is_damage, reason_of
from booth_app.store.reading import read_only

INTERVAL: Final = timedelta(minutes=30)
"""The shortest time between two backups that nothing special asked for."""

_LARGE: Final = 32 * 1024 * 1024
"""Bytes up to which a backup is made at each interval; a larger one is made as much more seldom.

With 250,000 concepts it takes 4 seconds and 300 MB.
"""
_ALL_OF: Final = timedelta(days=2)
_DAILY, _WEEKLY, _MONTHLY = 12, 10, 9
_FORMAT: Final = "%Y-%m-%dT%H%M%S.%fZ"
_NAME: Final = re.compile(r"booth-(\d{4}-\d\d-\d\dT\d{6}\.\d{6}Z)\.db")


def kept(times: Iterable[datetime], now: datetime) -> set[datetime]:
    """Return the backups to keep: all of two days, then 12 daily, 10 weekly, 9 monthly ones.

    Of each older day, week and month the last one counts. What a clock that was set back makes
    lie in the future is kept.
    """
    newest_first = sorted(set(times), reverse=True)
    recent = {time for time in newest_first if now - time <= _ALL_OF}
    older = [time for time in newest_first if time not in recent]
    return (
        recent
        | _last_of_each(older, datetime.date, _DAILY)
        | _last_of_each(older, lambda time: time.isocalendar()[:2], _WEEKLY)
        | _last_of_each(older, lambda time: (time.year, time.month), _MONTHLY)
    )


def backups(data: DataFolder) -> dict[datetime, Path]:
    """Return the backups with the time each was made (UTC), the newest first."""
    named = ((_NAME.fullmatch(path.name), path) for path in data.backups.glob("booth-*.db"))
    found = {_time(name[1]): path for name, path in named if name}
    return dict(sorted(found.items(), reverse=True))


def due(data: DataFolder, now: datetime) -> bool:
    """Tell whether a backup is due: the last is old enough and something changed since.

    Old enough are 30 minutes, for a large database as many times as it is large.
    """
    last = next(iter(backups(data).items()), None)
    if last is not None:
        time, path = last
        if timedelta(0) <= now - time < INTERVAL * max(1.0, path.stat().st_size / _LARGE):
            return False
    return not is_current(data)


def is_current(data: DataFolder) -> bool:
    """Tell whether nothing changed since the last backup; False where there is none."""
    last = next(iter(backups(data).values()), None)
    try:
        return last is not None and _last_changes(last) == _last_changes(data.database)
    except sqlite3.Error:
        return False


def back_up(data: DataFolder) -> Path:
    """Make a backup of the database and return it; old ones that need not be kept are removed.

    It gets its name only when it was opened, checked against its source (integrity, number of
    rows, content) and synced. Raises `DatabaseUnusable` where that failed.
    """
    now = datetime.now(UTC)
    final = data.backups / f"booth-{now.strftime(_FORMAT)}.db"
    unfinished = final.with_suffix(".new")
    try:
        data.backups.mkdir(parents=True, exist_ok=True)
        _copy(data.database, unfinished)
        sync(unfinished)
        unfinished.replace(final)
        sync(data.backups)
        _prune(data, now)
    except (OSError, sqlite3.Error, ValueError) as error:
        reason = f"no backup was made: {reason_of(error)}"
        raise DatabaseUnusable(final, reason, error) from error
    finally:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
    return final


def is_sound(connection: sqlite3.Connection) -> bool:
    """Tell whether the whole database passes SQLite's integrity check."""
    try:
        return connection.execute("PRAGMA integrity_check(1)").fetchall() == [("ok",)]
    except sqlite3.DatabaseError as error:
        if is_damage(error):
            return False
        raise


def sync(path: Path) -> None:
    """Have the system write a file, or the names in a folder, to the disk."""
    if path.is_dir() and os.name == "nt":
        return  # a folder cannot be opened there; its names are journalled
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _copy(source: Path, target: Path) -> None:
    original, copy = read_only(source), sqlite3.connect(target, isolation_level=None)
    try:
        original.execute("BEGIN")
        expected = _content(original)  # the first read fixes the state that is copied below
        original.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
        if not is_sound(copy) or _content(copy) != expected:
            raise ValueError("the copy differs from the database")
    finally:
        copy.close()
        original.close()


def _content(connection: sqlite3.Connection) -> tuple[dict[str, int], str]:
    """Return the number of rows of each table and a hash of all concepts."""
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    counts = {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
        for (name,) in names
    }
    digest = hashlib.sha256()
    if "concept" in counts:
        for row in connection.execute("SELECT glossary, id, rev, document FROM concept"):
            digest.update("\0".join(map(str, row)).encode("utf-8", "surrogatepass"))
    return counts, digest.hexdigest()


def _last_changes(path: Path) -> tuple[int, int]:
    connection = read_only(path)
    try:
        concepts = connection.execute("SELECT coalesce(max(seq), 0) FROM change").fetchone()[0]
        meetings = connection.execute("SELECT coalesce(max(seq), 0) FROM meeting_change")
        return concepts, meetings.fetchone()[0]
    finally:
        connection.close()


def _prune(data: DataFolder, now: datetime) -> None:
    there = backups(data)
    for time in there.keys() - kept(there, now):
        there[time].unlink(missing_ok=True)


def _last_of_each(
    newest_first: list[datetime], period: Callable[[datetime], Hashable], limit: int
) -> set[datetime]:
    last: dict[Hashable, datetime] = {}
    for time in newest_first:
        last.setdefault(period(time), time)
    return set(list(last.values())[:limit])


def _time(text: str) -> datetime:
    return datetime.strptime(text, _FORMAT).replace(tzinfo=UTC)
