"""What a killed writer left, on a disk that is full by then: files may grow to a limit only."""

import contextlib
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from booth_app.paths import DataFolder
from booth_app.store import unclean_end
from booth_app.store.faults import DatabaseUnusable
from booth_app.store.opening import State, state
from booth_app.store.store import Store
from booth_app.store.unclean_end import taken_in
from tests.store.samples import concept, saved, stored

resource = pytest.importorskip("resource", reason="limits the size of files")

MANY = [f"c{number}" for number in range(40)]


@contextlib.contextmanager
def growing_to(most: int) -> Iterator[None]:
    """Let no file become larger than `most` bytes in the block."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def killed(data: DataFolder, tmp_path: Path, *, names: list[str]) -> DataFolder:
    """Return a folder as a writer left it that was killed after it stored these concepts."""
    left = DataFolder(tmp_path / "left")
    left.root.mkdir()
    Store.open(data, "Ana", write=True).close()
    store = Store.open(data, "Ana", write=True)
    saved(store, *map(concept, names))
    for name in ("booth.db", "booth.db-wal"):
        shutil.copy(data.root / name, left.root)
    store.close()
    assert state(left.database) is State.UNCLEAN
    return left


@pytest.fixture
def no_shared_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have no room for the file that SQLite shares with others; such a disk cannot be made here."""

    def refused(_path: Path) -> bool:
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR_SHMSIZE
        raise error

    monkeypatch.setattr(unclean_end, "_sound", refused)


@pytest.mark.usefixtures("no_shared_file")
def test_it_is_read_without_the_file_beside_it(data: DataFolder, tmp_path: Path) -> None:
    left = killed(data, tmp_path, names=["one", "two"])
    assert taken_in(left)
    assert state(left.database) is State.SOUND, "nothing is left in the WAL"
    store = Store.open(left, "Ana", write=False)
    assert set(stored(store)) == {"one", "two"}
    store.close()


def test_it_is_read_with_a_wal_that_cannot_be_emptied(data: DataFolder, tmp_path: Path) -> None:
    left = killed(data, tmp_path, names=MANY)
    with growing_to(left.database.stat().st_size):
        store = Store.open(left, "Ana", write=False)
        assert set(stored(store)) == set(MANY)
        store.close()
    assert state(left.database) is State.UNCLEAN
    assert taken_in(left)
    assert state(left.database) is State.SOUND


@pytest.mark.usefixtures("no_shared_file")
def test_where_neither_is_possible_all_of_it_stays_and_is_read_later(
    data: DataFolder, tmp_path: Path
) -> None:
    left = killed(data, tmp_path, names=MANY)
    wal = left.database.with_name("booth.db-wal").read_bytes()
    left.cache.mkdir()
    (left.cache / "index").mkdir()
    (left.cache / "index" / "made").write_text("again")
    with growing_to(left.database.stat().st_size), pytest.raises(DatabaseUnusable):
        taken_in(left)
    assert list(left.cache.iterdir()) == [], "what can be made again gives its room"
    assert left.database.with_name("booth.db-wal").read_bytes() == wal
    assert taken_in(left)
    store = Store.open(left, "Ana", write=False)
    assert set(stored(store)) == set(MANY)
    store.close()


def test_nothing_is_cleared_where_there_is_room(data: DataFolder, tmp_path: Path) -> None:
    left = killed(data, tmp_path, names=["one"])
    left.cache.mkdir()
    (left.cache / "made").write_text("again")
    assert taken_in(left)
    assert (left.cache / "made").exists()
