import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from booth_app.store.database import Database
from booth_app.store.faults import (
    DatabaseDamaged,
    DatabaseGone,
    DatabaseUnusable,
    fault_of,
    suspicion,
)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(tmp_path / "some.db")
    with database.writing() as connection:
        connection.exec_driver_sql("CREATE TABLE t (x TEXT NOT NULL)")
    yield database
    database.close()


def _count(tmp_path: Path) -> int:
    with closing(sqlite3.connect(tmp_path / "some.db")) as connection:
        return int(connection.execute("SELECT count(*) FROM t").fetchone()[0])


def test_a_full_disk_is_one_sentence_and_nothing_is_kept(
    database: Database, tmp_path: Path
) -> None:
    def fill() -> None:
        with database.writing() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count=3")
            for _ in range(100):
                connection.exec_driver_sql("INSERT INTO t VALUES (?)", ("x" * 4_000,))

    with pytest.raises(DatabaseUnusable, match=r"some\.db could not be used .*full"):
        fill()
    assert _count(tmp_path) == 0


def test_a_fault_of_ours_is_raised_as_it_is(database: Database, tmp_path: Path) -> None:
    def breach() -> None:
        with database.writing() as connection:
            connection.exec_driver_sql("INSERT INTO t VALUES ('kept?')")
            connection.exec_driver_sql("INSERT INTO t VALUES (NULL)")

    with pytest.raises(IntegrityError):
        breach()
    assert _count(tmp_path) == 0


def test_threads_write_one_after_another(database: Database, tmp_path: Path) -> None:
    def write() -> None:
        for _ in range(20):
            with database.writing() as connection:
                connection.exec_driver_sql("INSERT INTO t VALUES ('x')")

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert _count(tmp_path) == 80


def test_what_is_deleted_is_gone_from_the_file(database: Database, tmp_path: Path) -> None:
    secret = "a delegate's private remark"
    with database.writing() as connection:
        connection.exec_driver_sql("INSERT INTO t VALUES (?)", (secret,))
    with database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM t")
    database.close()
    assert secret.encode() not in (tmp_path / "some.db").read_bytes()
    assert not (tmp_path / "some.db-wal").exists()


def test_all_is_in_the_one_file_once_it_is_closed_though_others_read_on(
    database: Database, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(tmp_path / "some.db")) as reading:
        reading.execute("SELECT count(*) FROM t").fetchone()
        with database.writing() as connection:
            connection.exec_driver_sql("INSERT INTO t VALUES ('kept')")
        database.close()
        assert b"kept" in (tmp_path / "some.db").read_bytes()


@pytest.mark.parametrize(
    ("code", "fault", "marked"),
    [
        (sqlite3.SQLITE_CORRUPT, DatabaseDamaged, True),
        (sqlite3.SQLITE_CORRUPT_INDEX, DatabaseDamaged, True),
        (sqlite3.SQLITE_NOTADB, DatabaseDamaged, True),
        (sqlite3.SQLITE_FULL, DatabaseUnusable, False),
        (sqlite3.SQLITE_IOERR_READ, DatabaseUnusable, False),
        (sqlite3.SQLITE_BUSY, DatabaseUnusable, False),
        (sqlite3.SQLITE_CANTOPEN, DatabaseUnusable, False),
        (None, DatabaseUnusable, False),
    ],
)
def test_operational_faults_are_never_taken_for_damage(
    tmp_path: Path, code: int | None, fault: type[Exception], marked: bool
) -> None:
    error = sqlite3.DatabaseError("what\nSQLite says")
    if code is not None:
        error.sqlite_errorcode = code
    found = fault_of(tmp_path / "some.db", error)
    assert type(found) is fault
    assert "\n" not in str(found)
    assert suspicion(tmp_path / "some.db").exists() == marked


def test_a_file_moved_away_is_told_and_written_again_once_it_is_back(
    database: Database, tmp_path: Path
) -> None:
    def write() -> None:
        with database.writing() as connection:
            connection.exec_driver_sql("INSERT INTO t VALUES ('x')")

    path, aside = tmp_path / "some.db", tmp_path / "aside.db"
    path.rename(aside)
    with pytest.raises(DatabaseGone, match=r"some\.db was deleted or moved"):
        write()
    path.write_bytes(aside.read_bytes())
    with pytest.raises(DatabaseGone):
        write()
    aside.replace(path)
    write()
    assert _count(tmp_path) == 1
