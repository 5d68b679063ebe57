import sqlite3
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booth_app.paths import DataFolder
from booth_app.store import backups
from booth_app.store.faults import DatabaseUnusable
from booth_app.store.opening import create
from booth_app.store.store import Store

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
times = st.sets(
    st.datetimes(datetime(2025, 1, 1), datetime(2026, 12, 1)).map(lambda t: t.replace(tzinfo=UTC)),
    max_size=120,
)


@given(times)
def test_nothing_of_two_days_goes_and_the_newest_never_does(made: set[datetime]) -> None:
    kept = backups.kept(made, NOW)
    assert kept <= made
    assert {time for time in made if NOW - time <= timedelta(days=2)} <= kept
    assert not made or max(made) in kept
    old = {time for time in kept if NOW - time > timedelta(days=2)}
    assert len(old) <= 12 + 10 + 9


@given(times)
def test_keeping_twice_changes_nothing(made: set[datetime]) -> None:
    kept = backups.kept(made, NOW)
    assert backups.kept(kept, NOW) == kept


@given(times, st.integers(1, 60))
def test_time_alone_never_loses_the_newest_of_a_month(made: set[datetime], days: int) -> None:
    later = NOW + timedelta(days=days)
    kept = backups.kept(backups.kept(made, NOW), later)
    months = sorted({(t.year, t.month) for t in made if later - t > timedelta(days=2)})[-9:]
    for year, month in months:
        last = max(t for t in made if (t.year, t.month) == (year, month))
        assert last in kept or later - last <= timedelta(days=2)


def test_a_year_of_half_hours_leaves_the_right_ones() -> None:
    made = [NOW - timedelta(minutes=30 * n) for n in range(365 * 48)]
    kept = sorted(backups.kept(made, NOW), reverse=True)
    recent = [time for time in kept if NOW - time <= timedelta(days=2)]
    assert len(recent) == 2 * 48 + 1
    assert len({time.date() for time in kept if time not in recent}) >= 12
    assert kept[-1].date() == datetime(2026, 3, 31).date()  # nine months with November


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    folder = DataFolder(tmp_path)
    create(folder.database)
    return folder


def test_a_backup_holds_what_the_database_holds(data: DataFolder) -> None:
    _write(data, "INSERT INTO meta VALUES ('k', 'v')")
    backup = backups.back_up(data)
    with sqlite3.connect(backup) as connection:
        assert connection.execute("SELECT value FROM meta WHERE key = 'k'").fetchone() == ("v",)
    connection.close()
    assert list(backups.backups(data).values()) == [backup]
    assert [path.name for path in data.backups.iterdir()] == [backup.name]


def test_backups_are_whole_while_somebody_writes(data: DataFolder) -> None:
    stop = threading.Event()

    def write() -> None:
        with closing(sqlite3.connect(data.database, isolation_level=None)) as connection:
            while not stop.is_set():
                connection.execute("INSERT INTO meta VALUES (hex(randomblob(8)), 'v')")

    writer = threading.Thread(target=write)
    writer.start()
    try:
        made = [backups.back_up(data) for _ in range(10)]
    finally:
        stop.set()
        writer.join()
    assert len(set(made)) == 10


def test_a_large_database_is_backed_up_more_seldom(
    data: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = backups.back_up(data)
    [time] = backups.backups(data)
    _change(data)
    monkeypatch.setattr(backups, "_LARGE", made.stat().st_size // 4)
    assert not backups.due(data, time + 3 * backups.INTERVAL)
    assert backups.due(data, time + 5 * backups.INTERVAL)


def test_a_backup_is_due_when_something_changed_and_half_an_hour_went_by(data: DataFolder) -> None:
    now = datetime.now(UTC)
    assert backups.due(data, now)
    backups.back_up(data)
    soon, later = now + timedelta(minutes=10), now + timedelta(minutes=40)
    assert not backups.due(data, later)
    _change(data)
    assert not backups.due(data, soon)
    assert backups.due(data, later)


def test_before_much_is_changed_there_is_a_backup_of_what_is_stored(data: DataFolder) -> None:
    with closing(Store.open(data, "Ana", write=True)) as store:
        _change(data)
        for _ in range(2):  # the second time nothing has changed since
            store.back_up()
            assert len(backups.backups(data)) == 1
            assert backups.is_current(data)


def test_old_backups_go_when_a_new_one_is_there(data: DataFolder) -> None:
    data.backups.mkdir()
    for hour in (8, 9):
        (data.backups / f"booth-2025-01-01T{hour:02}0000.000000Z.db").write_bytes(b"")
    (data.backups / "booth-notes.db").write_bytes(b"not ours")
    new = backups.back_up(data)
    names = {path.name for path in data.backups.iterdir()}
    assert names == {new.name, "booth-2025-01-01T090000.000000Z.db", "booth-notes.db"}


def test_a_backup_that_cannot_be_made_leaves_nothing_behind(data: DataFolder) -> None:
    data.backups.write_text("a file where the folder should be")
    with pytest.raises(DatabaseUnusable, match="no backup was made"):
        backups.back_up(data)
    data.backups.unlink()
    data.database.write_bytes(b"no database")
    with pytest.raises(DatabaseUnusable, match="no backup was made"):
        backups.back_up(data)
    assert list(data.backups.iterdir()) == []


def _change(data: DataFolder) -> None:
    _write(data, "INSERT INTO glossary (name) VALUES ('g')")
    _write(
        data,
        "INSERT INTO concept (glossary, id, rev, parent_rev, origin, batch, document)"
        " VALUES ('g', 'c', 1, 0, 'typed', 'b', '{}')",
    )
    _write(
        data,
        "INSERT INTO change"
        " (glossary, concept, rev, parent_rev, operation, batch, person, at, origin)"
        " VALUES ('g', 'c', 1, 0, 'o', 'b', 'p', 't', 'typed')",
    )


def _write(data: DataFolder, statement: str) -> None:
    with sqlite3.connect(data.database) as connection:
        connection.execute(statement)
    connection.close()
