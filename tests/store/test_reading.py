"""Reading where there is no room for the file that SQLite keeps beside a database."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from booth_app.paths import DataFolder
from booth_app.store.faults import StoreFault
from booth_app.store.reading import Reader
from booth_app.store.store import Store
from tests.store.samples import concept, saved, stored

resource = pytest.importorskip("resource", reason="limits the size of files")


@contextlib.contextmanager
def full_disk() -> Iterator[None]:
    """Let no file grow in the block."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.fixture
def full(data: DataFolder) -> DataFolder:
    store = Store.open(data, "Ana", write=True)
    saved(store, concept("one"))
    store.close()
    return data


def texts(reader: Reader) -> list[str]:
    return [id_ for (id_,) in reader.rows("SELECT id FROM concept ORDER BY id")]


def test_what_is_stored_is_read(full: DataFolder) -> None:
    with full_disk():
        reader = Store.open(full, "Ana", write=False)
        assert stored(reader) == {"one": "migration"}
        reader.close()


def test_what_is_written_once_there_is_room_is_seen(full: DataFolder) -> None:
    with full_disk():
        reader = Reader(full.database)
        assert texts(reader) == ["one"]
    store = Store.open(full, "Ana", write=True)
    saved(store, concept("two"))
    assert texts(reader) == ["one", "two"]
    saved(store, concept("three"))
    assert texts(reader) == ["one", "three", "two"]
    store.close()
    reader.close()


def test_what_is_not_all_in_the_file_is_not_read_in_part(full: DataFolder, tmp_path: Path) -> None:
    store = Store.open(full, "Ana", write=True)
    saved(store, concept("two"))
    left = tmp_path / "left"
    left.mkdir()
    for name in ("booth.db", "booth.db-wal"):  # as a killed program leaves them
        (left / name).write_bytes(full.database.with_name(name).read_bytes())
    store.close()
    with full_disk(), _reader(left) as reader, pytest.raises(StoreFault):
        texts(reader)
    with _reader(left) as reader:
        assert texts(reader) == ["one", "two"]


def _reader(folder: Path) -> contextlib.closing[Reader]:
    return contextlib.closing(Reader(folder / "booth.db"))
