import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from booth_app.paths import DataFolder
from booth_app.store import tables
from booth_app.store.backups import back_up
from booth_app.store.faults import DatabaseDamaged, suspicion
from booth_app.store.history import Stamp, history
from booth_app.store.opening import State, state
from booth_app.store.rescue import _rows
from booth_app.store.store import Store
from booth_app.terminology.concept import ConceptKey
from tests.store.samples import concept, saved, stored

_PAGE = 4096


@pytest.fixture
def filled(data: DataFolder) -> DataFolder:
    """A store with 40 bundled concepts, three of them edited, and 40 of the person's own."""
    from booth_app.store.taking_in import take_in

    store = Store.open(data, "Ana", write=True)
    with store.writing() as connection:
        bundled = [concept(f"b{n}", f"bundled {n} " + "x" * 200, "shipped") for n in range(40)]
        stamp = Stamp(person="Ana", origin="bundled")
        take_in(connection, "shipped", bundled, "hash", stamp)
    saved(store, *(concept(f"b{n}", "edited", "shipped") for n in range(3)))
    saved(store, *(concept(f"o{n}", f"own {n} " + "y" * 200, "booth") for n in range(40)))
    store.close()
    return data


def _ids(data: DataFolder, kind: str) -> set[str]:
    with closing(sqlite3.connect(data.database)) as connection:
        rows = connection.execute(f"SELECT id FROM concept WHERE {kind} ORDER BY pk")
        return {row[0] for row in rows}


OWN = {f"o{n}" for n in range(40)}
EDITED = {"b0", "b1", "b2"}


def _pages_of(data: DataFolder, table: str) -> list[int]:
    """Return the numbers of the leaf pages of `table`, or fall back on every page but the first."""
    with closing(sqlite3.connect(data.database)) as connection:
        statement = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        root = connection.execute(statement, (table,)).fetchone()[0]
    page = data.database.read_bytes()[(root - 1) * _PAGE : root * _PAGE]
    assert page[0] == 5, "an interior page is expected: the table has several pages"
    count = int.from_bytes(page[3:5])
    cells = [int.from_bytes(page[12 + 2 * n : 14 + 2 * n]) for n in range(count)]
    return [*(int.from_bytes(page[cell : cell + 4]) for cell in cells), int.from_bytes(page[8:12])]


def _overwrite(path: Path, page: int) -> None:
    with path.open("r+b") as file:
        file.seek((page - 1) * _PAGE)
        file.write(b"\x99" * _PAGE)


@pytest.mark.parametrize("write", [True, False])
def test_a_damaged_page_costs_no_more_than_its_own_rows(filled: DataFolder, write: bool) -> None:
    leaves = _pages_of(filled, "concept")
    _overwrite(filled.database, leaves[len(leaves) // 2])
    told: list[str] = []
    store = Store.open(filled, "Ana", write=write, told=told.append)
    rescued = set(stored(store))
    store.close()
    assert len(told) == 1
    assert "damaged" in told[0]
    assert str(filled.root / "damaged") in told[0]
    assert f"{len(rescued)} concepts of your own" in told[0]
    assert rescued <= OWN | EDITED
    assert len(OWN | EDITED) - 20 <= len(rescued)  # a page holds fewer than twenty
    (aside,) = (filled.root / "damaged").iterdir()
    assert b"\x99" * _PAGE in (aside / "booth.db").read_bytes()
    assert state(filled.database) is State.SOUND


def test_rescued_concepts_keep_their_text_and_history(filled: DataFolder) -> None:
    _overwrite(filled.database, _pages_of(filled, "concept")[-1])
    store = Store.open(filled, "Ana", write=True)
    edited = history(store.reader, ConceptKey("shipped", "b0"))
    assert [(c.origin, c.person) for c in edited] == [("bundled", "Ana"), ("typed", "Ana")]
    assert stored(store)["b0"] == "edited"
    store.close()


def test_what_the_editors_desk_keeps_is_rescued(filled: DataFolder) -> None:
    rows = (
        "UPDATE glossary SET style = '{}', title = 'Ours' WHERE name = 'shipped'",
        "INSERT INTO review (id, glossary, file, format, person, at, state)"
        " VALUES ('r', 'booth', 'f', 'csv', 'Ana', 't', 'open')",
        "INSERT INTO review_row (review, position, line, verdict, decision)"
        " VALUES ('r', 1, 1, 'conflict', 'mine')",
        "INSERT INTO missed (text, meeting, lang, at, count) VALUES ('PMR', 'm', 'fr', 't', 2)",
        "INSERT INTO release (glossary, version, person, at, checksum, seq)"
        " VALUES ('shipped', '2026.11.24', 'Ana', 't', 'c', 43)",
        "INSERT INTO column_map (header, document) VALUES ('h', '{}')",
        "INSERT INTO said (glossary, concept, rev, batch, origin, note, mark, document)"
        " VALUES ('shipped', 'b0', 1, 'b', 'import', 'list.csv', '', '{}')",
    )
    with closing(sqlite3.connect(filled.database)) as connection, connection:
        for row in rows:
            connection.execute(row)
        held = connection.execute(
            "SELECT operation FROM change WHERE seq <= 43 AND concept IN ('b0', 'b1', 'b2')"
        ).fetchall()
    assert len(held) == 6, "bundled, then edited"
    _overwrite(filled.database, _pages_of(filled, "concept")[-1])
    store = Store.open(filled, "Ana", write=True)
    ask = store.reader.rows
    assert ask("SELECT title, style, source_hash FROM glossary WHERE name = 'shipped'") == [
        ("Ours", "{}", "")
    ]
    assert ask("SELECT verdict, decision FROM review_row") == [("conflict", "mine")]
    assert ask("SELECT text, count FROM missed") == [("PMR", 2)]
    [(seq,)] = ask("SELECT seq FROM release WHERE version = '2026.11.24'")
    assert ask("SELECT operation FROM change WHERE seq <= ? ORDER BY seq", (seq,)) == held
    assert ask("SELECT header FROM column_map") == [("h",)]
    assert ask("SELECT note FROM said") == [("list.csv",)]
    store.close()


def test_a_batch_that_was_lost_is_made_again(filled: DataFolder) -> None:
    with closing(sqlite3.connect(filled.database)) as connection, connection:
        connection.execute("DELETE FROM batch")
    _overwrite(filled.database, _pages_of(filled, "concept")[-1])
    store = Store.open(filled, "Ana", write=True)
    assert "b0" in stored(store)
    (change, *_) = history(store.reader, ConceptKey("shipped", "b0"))
    assert store.reader.rows("SELECT visible FROM batch WHERE id = ?", (change.batch,)) == [(1,)]
    store.close()


def test_what_the_file_lost_comes_from_the_newest_sound_backup(filled: DataFolder) -> None:
    back_up(filled)
    (filled.backups / "booth-2999-01-01T000000.000000Z.db").write_bytes(b"a broken backup")
    store = Store.open(filled, "Ana", write=True)
    saved(store, concept("o1", "since the backup", "booth"))
    store.close()
    damaged = filled.database.read_bytes()
    filled.database.write_bytes(b"\x99" * len(damaged))
    told: list[str] = []
    store = Store.open(filled, "Ana", write=True, told=told.append)
    assert set(stored(store)) == OWN | EDITED
    assert stored(store)["o1"].startswith("own 1")
    store.close()
    assert "43 concepts" in told[0]


def test_a_later_state_in_the_damaged_file_wins_over_the_backup(filled: DataFolder) -> None:
    back_up(filled)
    store = Store.open(filled, "Ana", write=True)
    saved(store, concept("o1", "since the backup", "booth"))
    store.close()
    _overwrite(filled.database, _pages_of(filled, "concept")[-1])
    store = Store.open(filled, "Ana", write=True)
    assert set(stored(store)) == OWN | EDITED
    assert stored(store)["o1"] == "since the backup"
    store.close()


@pytest.mark.parametrize("content", [b"no database at all", b"\0" * 20_000])
def test_a_file_that_is_no_database_is_moved_aside(data: DataFolder, content: bytes) -> None:
    data.root.mkdir()
    data.database.write_bytes(content)
    told: list[str] = []
    Store.open(data, "Ana", write=True, told=told.append).close()
    assert len(told) == 1
    (aside,) = (data.root / "damaged").iterdir()
    assert (aside / "booth.db").read_bytes() == content


def test_a_database_cut_short_is_repaired(filled: DataFolder) -> None:
    content = filled.database.read_bytes()
    filled.database.write_bytes(content[: len(content) // 2])
    told: list[str] = []
    store = Store.open(filled, "Ana", write=False, told=told.append)
    assert set(stored(store)) <= OWN | EDITED
    store.close()
    assert len(told) == 1


def test_damage_met_while_reading_leaves_a_mark_for_the_next_opening(filled: DataFolder) -> None:
    store = Store.open(filled, "Ana", write=False)
    _overwrite(filled.database, _pages_of(filled, "concept")[0])
    with pytest.raises(DatabaseDamaged, match="start it again"):
        stored(store)
    store.close()
    assert suspicion(filled.database).exists()
    assert state(filled.database) is State.UNCLEAN
    Store.open(filled, "Ana", write=False).close()
    assert not suspicion(filled.database).exists()
    assert (filled.root / "damaged").is_dir()


@pytest.mark.parametrize("with_backup", [True, False])
@pytest.mark.parametrize(("place", "length"), [(0, 1), (16, 2), (100, 3996), (0, 4096)])
def test_a_damaged_first_page_costs_no_row(
    filled: DataFolder, place: int, length: int, with_backup: bool
) -> None:
    if with_backup:
        back_up(filled)
        store = Store.open(filled, "Ana", write=True)
        saved(store, concept("o1", "since the backup", "booth"))
        store.close()
    with filled.database.open("r+b") as file:
        file.seek(place)
        file.write(b"\x99" * length)
    store = Store.open(filled, "Ana", write=True)
    assert set(stored(store)) == OWN | EDITED
    assert not with_backup or stored(store)["o1"] == "since the backup"
    store.close()
    (aside,) = (filled.root / "damaged").iterdir()
    assert not (aside / "mended").exists()


def test_what_stands_before_a_cut_is_rescued(filled: DataFolder) -> None:
    last = max(_pages_of(filled, "concept"))
    with filled.database.open("r+b") as file:
        file.truncate((last - 1) * _PAGE)
    store = Store.open(filled, "Ana", write=True)
    assert len(stored(store)) >= len(OWN | EDITED) - 20  # a page holds fewer than twenty
    store.close()


@pytest.mark.parametrize("emptied", [True, False])
def test_a_database_that_is_gone_comes_back_from_its_backup(
    filled: DataFolder, emptied: bool
) -> None:
    back_up(filled)
    filled.database.write_bytes(b"") if emptied else filled.database.unlink()
    told: list[str] = []
    store = Store.open(filled, "Ana", write=False, told=told.append)
    assert set(stored(store)) == OWN | EDITED
    store.close()
    assert len(told) == 1
    assert "43 concepts of your own" in told[0]


@pytest.mark.parametrize("document", ["'{'", "'[]'", '\'{"id": "x", "tesm": 1}\'', "x'22ff22'"])
def test_a_document_that_is_not_what_was_stored_is_met_then_repaired(
    filled: DataFolder, document: str
) -> None:
    with closing(sqlite3.connect(filled.database)) as connection, connection:
        connection.execute(
            f"UPDATE concept SET document = CAST({document} AS TEXT) WHERE id = 'o7'"
        )
    store = Store.open(filled, "Ana", write=False)
    with pytest.raises(DatabaseDamaged):
        stored(store)
    store.close()
    told: list[str] = []
    store = Store.open(filled, "Ana", write=False, told=told.append)
    assert set(stored(store)) == (OWN | EDITED) - {"o7"}
    store.close()
    assert len(told) == 1


def test_rows_out_of_order_end_the_reading(tmp_path: Path) -> None:
    class Lost:
        """Answers every question with the row 0, as SQLite does behind the end of a cut file."""

        def execute(self, statement: str, values: object) -> "Lost":
            return self

        def fetchone(self) -> tuple[int]:
            return (0,)

    assert list(_rows(Lost(), tables.standing)) == []  # type: ignore[arg-type]


@pytest.mark.parametrize("table", ["concept", "standing", "meta"])
def test_a_lost_table_is_damage(filled: DataFolder, table: str) -> None:
    with closing(sqlite3.connect(filled.database)) as connection, connection:
        connection.execute(f"DROP TABLE {table}")
    assert state(filled.database) is State.DAMAGED


def test_a_wrong_suspicion_changes_nothing(filled: DataFolder) -> None:
    suspicion(filled.database).touch()
    before = filled.database.read_bytes()
    Store.open(filled, "Ana", write=False).close()
    assert filled.database.read_bytes() == before
    assert not suspicion(filled.database).exists()
