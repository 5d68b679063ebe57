import shutil
import sqlite3
from contextlib import closing

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from booth_app.paths import DataFolder
from booth_app.store.backups import backups
from booth_app.store.database import Database
from booth_app.store.faults import (
    BoothIsOpen,
    DatabaseUnusable,
    DataFolderUnusable,
    MigrationFailed,
    NewerDatabase,
    NotWritable,
)
from booth_app.store.history import history
from booth_app.store.lock import WriterLock
from booth_app.store.opening import State, state
from booth_app.store.store import Store
from booth_app.store.tables import metadata
from booth_app.terminology.concept import ConceptKey
from tests.store import older_database
from tests.store.samples import concept, saved, stored


@pytest.fixture
def told() -> list[str]:
    return []


def test_a_fresh_database_is_made_and_opened_again(data: DataFolder) -> None:
    store = Store.open(data, "Ana", write=True)
    saved(store, concept("one"))
    store.close()
    assert state(data.database) is State.SOUND
    again = Store.open(data, "Ana", write=False)
    assert stored(again) == {"one": "migration"}
    again.close()
    assert not list(data.root.glob("booth.db.new*"))


def test_reading_makes_what_is_missing_and_frees_the_lock(data: DataFolder) -> None:
    store = Store.open(data, "Ana", write=False)
    assert not store.can_write
    with pytest.raises(NotWritable, match="Saving waits"), store.writing():
        pass
    with WriterLock(data.lock), pytest.raises(BoothIsOpen), store.borrowed():
        pass
    with store.borrowed():
        saved(store, concept("one"))
    assert stored(store) == {"one": "migration"}
    store.close()


def test_pragmas_are_as_people_s_work_needs_them(data: DataFolder) -> None:
    store = Store.open(data, "Ana", write=True)
    with store.writing() as connection:
        asked = ("synchronous", "secure_delete", "foreign_keys", "journal_mode", "trusted_schema")
        found = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in asked]
    assert found == [2, 1, 1, "wal", 0]
    with pytest.raises(DatabaseUnusable):
        store.reader.rows("DELETE FROM meta")
    store.close()


def test_two_writers_and_a_reader_beside_one(data: DataFolder) -> None:
    writer = Store.open(data, "Ana", write=True)
    saved(writer, concept("one"))
    with pytest.raises(BoothIsOpen, match=f"Booth is open on {data.root}"):
        Store.open(data, "Ben", write=True)
    reader = Store.open(data, "Ben", write=False)
    saved(writer, concept("two"))
    assert set(stored(reader)) == {"one", "two"}
    reader.close()
    saved(writer, concept("three"))
    writer.close()


def test_a_lock_of_the_caller_stays_the_caller_s(data: DataFolder) -> None:
    with WriterLock(data.lock) as lock:
        Store.open(data, "Ana", write=True, lock=lock).close()
        assert lock.held


def test_a_newer_database_is_refused_and_left_alone(data: DataFolder) -> None:
    Store.open(data, "Ana", write=False).close()
    _execute(data, "UPDATE alembic_version SET version_num = '9999'")
    before = data.database.read_bytes()
    for write in (False, True):
        with pytest.raises(NewerDatabase, match="newer Booth"):
            Store.open(data, "Ana", write=write)
    assert data.database.read_bytes() == before


@pytest.mark.parametrize("revision", ["0001", "0002", "0004"])
@pytest.mark.parametrize("write", [True, False])
def test_an_older_database_is_copied_and_migrated_with_its_rows(
    data: DataFolder, told: list[str], revision: str, write: bool
) -> None:
    older_database.build(data.database, revision)
    assert state(data.database) is State.OLDER
    store = Store.open(data, "Ana", write=write, told=told.append)
    assert stored(store) == {"c1": "caravan"}
    changes = history(store.reader, ConceptKey("booth", "c1"))
    assert [c.operation for c in changes] == ["o1", "o2"]
    assert changes[0].before is None
    assert changes[0].after == changes[1].before
    assert store.reader.rows("SELECT meeting, document FROM standing") == [
        ("m", '{"item": "3", "delay": 12}')
    ]
    people = store.reader.rows("SELECT meeting, name FROM meeting_person")
    assert people == ([("m", "Zoë")] if revision >= "0002" else [])
    assert store.reader.rows("SELECT name, title, style FROM glossary") == [("booth", "", "")]
    decided = store.reader.rows("SELECT concept, decision, seen FROM review_row")
    assert decided == ([("c1", "theirs", None)] if revision >= "0004" else [])
    for table in ("missed", "release", "column_map", "said"):
        assert store.reader.rows(f"SELECT * FROM {table}") == []
    store.close()
    (copy,) = backups(data).values()
    assert state(copy) is State.OLDER
    assert told == [f"The database was brought up to date; as it was it is in {copy}."]


def test_migrations_lead_to_the_tables_as_they_are_declared(data: DataFolder) -> None:
    older_database.build(data.database, "0001")
    Store.open(data, "Ana", write=False).close()
    database = Database(data.database)
    with database.writing() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, metadata) == []
    database.close()


def test_fresh_and_migrated_databases_have_the_same_shape(data: DataFolder) -> None:
    older_database.build(data.database, "0001")
    Store.open(data, "Ana", write=False).close()
    fresh = DataFolder(data.root / "fresh")
    Store.open(fresh, "Ana", write=False).close()
    assert _shape(data) == _shape(fresh)


def test_a_migration_that_fails_leaves_the_database_and_a_copy(data: DataFolder) -> None:
    older_database.build(data.database, "0001")
    _execute(data, "CREATE TABLE prepared (in_the_way TEXT)")
    with pytest.raises(MigrationFailed, match="unchanged, a copy is"):
        Store.open(data, "Ana", write=True)
    assert state(data.database) is State.OLDER
    assert _rows(data, "SELECT count(*) FROM concept") == [(1,)]
    assert _rows(data, "SELECT name FROM sqlite_master WHERE name = 'meeting_person'") == []
    assert len(backups(data)) == 1


def test_an_older_revision_nobody_knows_is_refused_and_left(data: DataFolder) -> None:
    older_database.build(data.database, "0001")
    _execute(data, "UPDATE alembic_version SET version_num = '0000'")
    with pytest.raises(MigrationFailed, match="0000"):
        Store.open(data, "Ana", write=True)
    assert _rows(data, "SELECT count(*) FROM concept") == [(1,)]


def test_a_migration_that_would_leave_rows_without_what_they_refer_to_is_undone(
    data: DataFolder,
) -> None:
    older_database.build(data.database, "0001")
    _execute(data, "DELETE FROM glossary")  # sqlite3 does not enforce foreign keys by itself
    with pytest.raises(MigrationFailed, match="refer to nothing"):
        Store.open(data, "Ana", write=True)
    assert state(data.database) is State.OLDER


def test_a_folder_may_have_any_name(data: DataFolder) -> None:
    odd = DataFolder(data.root / "a %20 ?x=1 #é' ;هجرة")
    store = Store.open(odd, "Ana", write=True)
    saved(store, concept("one"))
    store.back_up_if_due()
    store.close()
    assert odd.database.is_file()
    again = Store.open(odd, "Ana", write=False)
    assert set(stored(again)) == {"one"}
    again.close()
    assert len(backups(odd)) == 1


def test_a_wal_without_its_database_is_moved_aside(data: DataFolder, told: list[str]) -> None:
    data.root.mkdir()
    wal = data.root / "booth.db-wal"
    wal.write_bytes(b"somebody's work" * 500)
    Store.open(data, "Ana", write=True, told=told.append).close()
    (aside,) = (data.root / "damaged").iterdir()
    assert (aside / "booth.db-wal").read_bytes() == b"somebody's work" * 500
    assert len(told) == 1


def test_an_unusable_folder_is_refused_for_reading_too(data: DataFolder) -> None:
    data.root.parent.mkdir(exist_ok=True)
    data.root.write_text("a file")
    for write in (False, True):
        with pytest.raises(DataFolderUnusable, match="cannot be used"):
            Store.open(DataFolder(data.root / "data"), "Ana", write=write)


def test_a_folder_in_place_of_the_database_is_no_damage(data: DataFolder, told: list[str]) -> None:
    data.database.mkdir(parents=True)
    with pytest.raises(DatabaseUnusable):
        Store.open(data, "Ana", write=True, told=told.append)
    assert data.database.is_dir()
    assert told == []


def test_what_cannot_be_made_is_one_sentence(data: DataFolder) -> None:
    (data.root / "booth.db.new").mkdir(parents=True)
    with pytest.raises(DatabaseUnusable, match="could not be used"):
        Store.open(data, "Ana", write=True)
    assert not WriterLock(data.lock).held
    with WriterLock(data.lock):
        pass  # the lock was given back


def test_a_wal_that_a_reader_keeps_from_being_emptied_is_no_reason_to_wait(
    data: DataFolder,
) -> None:
    store = Store.open(data, "Ana", write=True)
    saved(store, concept("one"))
    with closing(sqlite3.connect(data.database)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM concept").fetchall()
        saved(store, concept("two"))
        store.close()
        assert state(data.database) is State.UNCLEAN
        again = Store.open(data, "Ana", write=False)
        assert set(stored(again)) == {"one", "two"}
        again.close()


def test_what_a_killed_writer_left_in_the_wal_is_kept(data: DataFolder, told: list[str]) -> None:
    store = Store.open(data, "Ana", write=True)
    saved(store, concept("one"), concept("two"))
    crashed = DataFolder(data.root / "crashed")
    crashed.root.mkdir()
    for path in data.root.glob("booth.db*"):
        shutil.copy(path, crashed.root)
    store.close()
    assert state(crashed.database) is State.UNCLEAN
    again = Store.open(crashed, "Ana", write=False, told=told.append)
    assert set(stored(again)) == {"one", "two"}
    again.close()
    assert told == []
    assert state(crashed.database) is State.SOUND


def test_a_filled_wal_beside_a_running_writer_is_read_not_judged(data: DataFolder) -> None:
    store = Store.open(data, "Ana", write=True)
    saved(store, concept("one"))
    assert state(data.database) is State.UNCLEAN
    reader = Store.open(data, "Ben", write=False)
    assert set(stored(reader)) == {"one"}
    reader.close()
    assert state(data.database) is State.UNCLEAN
    store.close()


def test_work_in_the_background_is_done_before_closing_and_its_faults_are_told(
    data: DataFolder, told: list[str]
) -> None:
    store = Store.open(data, "Ana", write=False, told=told.append)

    def fails() -> None:
        raise NotWritable(data.root)

    done: list[int] = []
    store.later(fails)
    store.later(lambda: done.append(1))
    store.close()
    assert done == [1]
    assert told == [f"Saving waits: another program is writing to {data.root}"]


def test_a_fault_of_ours_in_the_background_is_not_swallowed(
    data: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    raised: list[object] = []
    monkeypatch.setattr("threading.excepthook", lambda args: raised.append(args.exc_type))
    store = Store.open(data, "Ana", write=False)
    store.later(lambda: 1 // 0)
    store.close()
    assert raised == [ZeroDivisionError]


def test_a_backup_is_made_in_the_background(data: DataFolder) -> None:
    store = Store.open(data, "Ana", write=True)
    saved(store, concept("one"))
    store.back_up_if_due()
    store.back_up_if_due()
    store.close()
    assert len(backups(data)) == 1


def _execute(data: DataFolder, statement: str) -> None:
    with closing(sqlite3.connect(data.database)) as connection, connection:
        connection.execute(statement)


def _rows(data: DataFolder, statement: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(data.database)) as connection:
        return connection.execute(statement).fetchall()


def _shape(data: DataFolder) -> dict[object, object]:
    names = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    return {
        name: (
            _rows(data, f"PRAGMA table_info({name})"),
            sorted(map(str, _rows(data, f"PRAGMA foreign_key_list({name})"))),
            sorted(row[1:] for row in _rows(data, f"PRAGMA index_list({name})")),
        )
        for (name,) in _rows(data, names)
    }
