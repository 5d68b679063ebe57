from contextlib import closing
from pathlib import Path

import pytest

from booth_app.paths import DataFolder
from booth_app.store.reading import Reader
from booth_app.store.store import Store
from booth_app.store.traces import without_trace
from tests.store.samples import concept, saved


@pytest.fixture
def database(data: DataFolder) -> Path:
    store = Store.open(data, "Ana", write=True)
    saved(store, concept("one"))
    store.close()
    return data.database


def files(database: Path) -> set[str]:
    return {file.name for file in database.parent.iterdir()}


def read(database: Path) -> int:
    with closing(Reader(database)) as reader:
        return len(reader.rows("SELECT id FROM concept"))


def test_a_reader_leaves_files_beside_the_database_and_here_none(database: Path) -> None:
    before, stored = files(database), database.read_bytes()
    with without_trace(database):
        assert read(database) == 1
        assert files(database) > before
    assert (files(database), database.read_bytes()) == (before, stored)


def test_what_was_there_before_stays(database: Path) -> None:
    read(database)
    before = files(database)
    with without_trace(database):
        read(database)
    assert files(database) == before


def test_what_another_program_has_open_meanwhile_stays(database: Path, data: DataFolder) -> None:
    with without_trace(database):
        read(database)
        store = Store.open(data, "Ana", write=True)
    saved(store, concept("two"))
    assert read(database) == 2
    store.close()
    assert read(database) == 2


def test_where_there_is_no_database_none_is_made(tmp_path: Path) -> None:
    with without_trace(tmp_path / "booth.db"):
        (tmp_path / "booth.db-wal").touch()
    assert not (tmp_path / "booth.db").exists()
