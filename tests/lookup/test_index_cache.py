from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest

from booth_app.lookup.index import Index
from booth_app.lookup.index_cache import Rebuild, Terms, up_to_date
from booth_app.terminology.concept import Concept, ConceptKey
from booth_app.terminology.searchable import Searchable


class Stored:
    """A store of one concept that never changes; counts how often all of it is read."""

    def __init__(self) -> None:
        self.read = 0

    def identity(self) -> str:
        return "database"

    def last_change(self, with_batch: str = "") -> tuple[int, str]:
        return 1, self.operation(1)

    def operation(self, seq: int) -> str:
        return f"operation {seq}"

    def changed_since(self, seq: int) -> list[ConceptKey]:
        return []

    def among(self, keys: Iterable[ConceptKey]) -> Mapping[ConceptKey, Concept]:
        return {}

    def count(self) -> int:
        return 1

    def source(self, with_batch: str = "") -> Terms:
        def terms() -> Iterator[Searchable]:
            self.read += 1
            yield Searchable("g", "gcm", "en", "Global Compact")

        return terms

    def growing(self, with_batch: str, whole: Path) -> Terms:
        return self.source(with_batch)


def rebuilt(cache: Path, stored: Stored) -> None:
    rebuild = Rebuild(cache, stored)
    rebuild.index()
    rebuild.name()


def test_an_index_is_built_once_and_found_from_then_on(tmp_path: Path) -> None:
    stored = Stored()
    for _ in range(2):
        assert len(up_to_date(tmp_path, stored).look_up("compact", 5)) == 1
    assert stored.read == 1


def test_the_one_before_is_removed(tmp_path: Path) -> None:
    stored = Stored()
    for _ in range(2):
        rebuilt(tmp_path, stored)
    assert len(list(tmp_path.glob("index-*"))) == 1
    up_to_date(tmp_path, stored)
    assert stored.read == 2


def test_one_that_could_not_be_saved_leaves_the_one_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_index: Index, folder: Path) -> None:
        folder.mkdir()
        (folder / "begun").write_bytes(b"x")
        raise OSError("no space left on device")

    stored = Stored()
    rebuilt(tmp_path, stored)
    before = sorted(tmp_path.rglob("*"))
    with monkeypatch.context() as patched:
        patched.setattr(Index, "save", full)
        rebuilt(tmp_path, stored)
    assert sorted(tmp_path.rglob("*")) == before
    assert len(up_to_date(tmp_path, stored).look_up("compact", 5)) == 1
    assert stored.read == 2


def test_one_that_could_not_be_named_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "index.json").mkdir()  # nothing can be put in its place
    stored = Stored()
    for _ in range(2):
        assert len(up_to_date(tmp_path, stored).look_up("compact", 5)) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["index.json"]


def test_an_index_of_another_database_is_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored = Stored()
    rebuilt(tmp_path, stored)
    monkeypatch.setattr(stored, "identity", lambda: "another")
    up_to_date(tmp_path, stored)
    assert stored.read == 2
