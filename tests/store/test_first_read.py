import subprocess
import sys
from pathlib import Path

import pytest

from booth_app.meetings import Meetings, Standing
from booth_app.paths import DataFolder, bundled
from booth_app.store.bundled import take_in_glossaries
from booth_app.store.first_read import first_read
from booth_app.store.meetings import keep_prepared
from booth_app.store.store import Store
from booth_app.terminology.concept import ConceptKey
from tests.store import older_database

ID = "gfmd-mayors-2021"
SHIPPED = "migration-governance"


@pytest.fixture
def prepared(data: DataFolder) -> DataFolder:
    """A store as a meeting leaves it that was followed and stood in."""
    store = Store.open(data, "Ana", write=True)
    take_in_glossaries(store, bundled("glossaries"))
    meetings = Meetings(store)
    meeting = meetings.meeting(ID)
    assert meeting is not None
    name = meeting.people[0].name
    imrf, gcm, gone = (ConceptKey(SHIPPED, id_) for id_ in ("imrf", "gcm", "never"))
    items = {
        meeting.items[0].id: [(imrf, None, True), (None, name, True), (gone, None, False)],
        meeting.items[1].id: [(gcm, None, True), (imrf, None, False), (None, "nobody", True)],
    }
    with store.writing() as connection:
        keep_prepared(connection, ID, {"an older item": [(gcm, None, True)]})
        keep_prepared(connection, ID, items)
    meetings.keep(ID, Standing(item="s2", delay=12, clock="2021-01-22T16:20:00+01:00"))
    store.close()
    return data


@pytest.mark.parametrize("asked", [ID, ""])
def test_what_the_first_paint_needs_is_as_it_was_left(prepared: DataFolder, asked: str) -> None:
    found = first_read(prepared, asked)
    assert found is not None
    meeting = found.meeting
    assert meeting.id == ID
    assert len(meeting.items) == 7
    assert found.standing == Standing(item="s2", delay=12, clock="2021-01-22T16:20:00+01:00")
    assert set(found.terms) == {"s2"}
    assert [(row.concept and row.concept.id, row.own) for row in found.terms["s2"].rows] == [
        ("gcm", True),
        ("imrf", False),
    ]


def test_the_first_item_s_terms_where_the_booth_stands_in_none(prepared: DataFolder) -> None:
    store = Store.open(prepared, "Ana", write=True)
    Meetings(store).keep(ID, Standing(item="gone"))
    store.close()
    found = first_read(prepared, ID)
    assert found is not None
    assert set(found.terms) == {"s1"}
    rows = found.terms["s1"].rows
    assert [row.concept and row.concept.id for row in rows] == ["imrf", None]
    assert rows[1].person == found.meeting.people[0]


def test_an_edit_made_since_is_shown(prepared: DataFolder) -> None:
    from dataclasses import replace

    from booth_app.store.concepts import save
    from booth_app.store.documents import concept_of
    from booth_app.store.history import Stamp

    store = Store.open(prepared, "Ana", write=True)
    (row,) = store.reader.documents([ConceptKey(SHIPPED, "imrf")])
    changed = replace(concept_of(row.glossary, row.document), note="edited")
    with store.writing() as connection:
        save(connection, changed, Stamp(person="Ana", origin="typed"))
    store.close()
    found = first_read(prepared, ID)
    assert found is not None
    shown = found.terms["s2"].rows[1].concept
    assert shown == changed


def test_nothing_is_read_where_anything_is_in_the_way(data: DataFolder, tmp_path: Path) -> None:
    assert first_read(data, ID) is None
    assert not data.root.exists()
    older_database.build(data.database, "0001")
    assert first_read(data, "m") is None
    data.database.write_bytes(b"\x99" * 10_000)
    assert first_read(data, ID) is None
    fresh = DataFolder(tmp_path / "fresh")
    Store.open(fresh, "Ana", write=False).close()
    assert first_read(fresh, "") is None
    assert first_read(fresh, "never") is None


def test_a_meeting_that_cannot_be_read_is_no_first_read(prepared: DataFolder) -> None:
    store = Store.open(prepared, "Ana", write=True)
    with store.writing() as connection:
        connection.exec_driver_sql("""UPDATE meeting SET document = '{"meeting": 3}'""")
    store.close()
    assert first_read(prepared, ID) is None


def test_the_first_read_imports_nothing_heavy(prepared: DataFolder) -> None:
    code = (
        "import sys; from pathlib import Path; from booth_app.paths import DataFolder\n"
        "from booth_app.store.first_read import first_read\n"
        "assert first_read(DataFolder(Path(sys.argv[1])), '') is not None\n"
        "heavy = {'sqlalchemy', 'alembic', 'numpy', 'ruamel', 'yaml', 'argostranslate'}\n"
        "print(heavy & set(sys.modules))"
    )
    asked = [sys.executable, "-c", code, str(prepared.root)]
    done = subprocess.run(asked, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
