from booth_app.store.concept_rows import Row, rows_of
from booth_app.store.concepts import begin
from booth_app.store.history import Stamp
from booth_app.store.judged_writes import JudgedWrites
from booth_app.store.said import Said, Source
from booth_app.store.store import Store

NEW, CHANGED = '{"id": "a"}', '{"id": "a", "note": "seen"}'


def written(store: Store, writes: JudgedWrites) -> dict[str, Row]:
    """Write, and return the rows that there are then."""
    stamp = Stamp(person="Ana", origin="import")
    with store.writing() as connection:
        begin(connection, stamp, "made")
        writes.write(connection, stamp)
        return {row.id: row for row in rows_of(connection, "made")}


def test_concepts_are_made_changed_and_deleted_and_what_was_said_is_kept(store: Store) -> None:
    writes = JudgedWrites("made")
    writes.store("a", None, NEW)
    writes.store("b", None, '{"id": "b"}')
    writes.store("never", None, None)
    rows = written(store, writes)
    assert {row.id: (row.rev, row.state) for row in rows.values()} == {
        "a": (1, NEW),
        "b": (1, '{"id": "b"}'),
    }
    writes = JudgedWrites("made")
    writes.store("a", rows["a"], CHANGED)
    writes.store("b", rows["b"], None)
    writes.said.append(Said("a", 2, Source("import", "file"), "", CHANGED))
    assert {row.id: (row.rev, row.state) for row in written(store, writes).values()} == {
        "a": (2, CHANGED),
        "b": (2, None),
    }
    said = store.reader.rows("SELECT concept, rev, origin, note FROM said")
    assert said == [("a", 2, "import", "file")]
    changes = store.reader.rows("SELECT concept, rev FROM change ORDER BY concept, rev")
    assert changes == [("a", 1), ("a", 2), ("b", 1), ("b", 2)]
