from collections.abc import Iterator
from dataclasses import replace

import pytest

from booth_app.paths import DataFolder
from booth_app.store import batches
from booth_app.store.batches import Batch, left_over
from booth_app.store.concepts import delete, save
from booth_app.store.decoded import all_concepts
from booth_app.store.faults import NotWritable
from booth_app.store.history import Stamp, history
from booth_app.store.judging import Brought
from booth_app.store.reading import all_documents
from booth_app.store.store import Store
from booth_app.store.taking_in import take_in
from booth_app.store.verdicts import Counts
from booth_app.terminology.concept import ConceptKey
from booth_app.terminology.concept_document import to_json
from tests.store.samples import concept, saved, stored


@pytest.fixture
def store(data: DataFolder) -> Iterator[Store]:
    opened = Store.open(data, "Ana", write=True)
    yield opened
    opened.close()


def documents(*ids: str, text: str = "migration") -> list[Brought]:
    return [Brought(id_, to_json(concept(id_, text))) for id_ in ids]


def imported(store: Store, *ids: str, text: str = "migration") -> Counts:
    batch = Batch(store, "g", "import")
    batch.add(documents(*ids, text=text))
    batch.show()
    return batch.counts


def rows(store: Store, table: str) -> int:
    return int(store.reader.rows(f"SELECT count(*) FROM {table}")[0][0])


def test_a_batch_is_seen_when_it_is_shown_and_not_before(store: Store) -> None:
    batch = Batch(store, "g", "import", note="terms.tsv")
    batch.add(documents("a", "b"))
    assert stored(store) == {}
    assert store.reader.documents([ConceptKey("g", "a")]) == []
    assert history(store.reader, ConceptKey("g", "a")) == []
    assert store.reader.changed_since(0) == []
    batch.show()
    assert stored(store) == {"a": "migration", "b": "migration"}
    assert batch.counts == Counts(new=2)
    [change] = history(store.reader, ConceptKey("g", "a"))
    assert (change.person, change.origin, change.batch, change.before) == (
        "Ana",
        "import",
        batch.id,
        None,
    )
    assert store.reader.rows("SELECT note, visible FROM batch") == [("terms.tsv", 1)]


def test_a_first_import_keeps_no_second_copy(store: Store) -> None:
    imported(store, "a", "b")
    assert store.reader.rows("SELECT count(*), count(before) FROM change") == [(2, 0)]


def test_what_is_changed_is_seen_as_it_was_until_the_batch_is_shown(store: Store) -> None:
    imported(store, "a", "b")
    batch = Batch(store, "g", "import")
    batch.add([*documents("a", text="mobility"), *documents("b"), *documents("c")])
    assert stored(store) == {"a": "migration", "b": "migration"}
    found = store.reader.documents([ConceptKey("g", id_) for id_ in "abc"])
    assert [row.document for row in found] == [each.document for each in documents("a", "b")]
    key = ConceptKey("g", "a")
    assert [c.after for c in history(store.reader, key)] == [concept("a")]
    batch.show()
    assert stored(store) == {"a": "mobility", "b": "migration", "c": "migration"}
    assert batch.counts == Counts(new=1, changed=1, same=1)
    assert [c.after for c in history(store.reader, key)] == [
        concept("a"),
        concept("a", "mobility"),
    ]


def test_a_reader_may_see_one_hidden_batch_already(store: Store) -> None:
    imported(store, "a")
    batch, other = Batch(store, "g", "import"), Batch(store, "h", "import")
    batch.add(documents("a", "b", text="mobility"))
    other.add(documents("x"))
    seen = all_concepts(store.data.database, batch.id)
    assert [c.section("en").terms[0].text for c in seen] == ["mobility", "mobility"]


def test_documents_are_chosen_by_what_people_see_in_them(store: Store) -> None:
    imported(store, "a", "b")
    saved(store, concept("c", "mobility"))
    Batch(store, "g", "import").add(documents("a", "d", text="mobility"))
    chosen = all_documents(store.data.database, holding="mobility")
    assert [row.id for row in chosen] == ["c"]


def test_the_newest_change_is_never_after_a_hidden_one(store: Store) -> None:
    imported(store, "a")
    before = store.reader.last_change()
    batch = Batch(store, "g", "import")
    batch.add(documents("b"))
    saved(store, concept("c"))
    assert store.reader.last_change() == before
    assert store.reader.last_change(batch.id) == before + 2
    batch.show()
    assert store.reader.last_change() == before + 2
    assert [key.id for key in store.reader.changed_since(before)] == ["b", "c"]


def test_given_up_nothing_is_left(store: Store) -> None:
    imported(store, "a", "b", "kept")
    with store.writing() as connection:
        delete(connection, ConceptKey("g", "b"), Stamp(person="Ana", origin="import"))
    before = store.reader.rows("SELECT * FROM concept"), store.reader.rows("SELECT * FROM change")
    named = store.reader.rows("SELECT * FROM glossary"), store.reader.rows("SELECT * FROM batch")
    batch, other = Batch(store, "g", "import"), Batch(store, "new", "import")
    batch.add(documents("a", "b", "c", text="mobility"))
    other.add(documents("x"))
    assert batch.counts == Counts(new=2, changed=1)  # what was deleted is new again
    for each in (batch, other):
        each.give_up()
    assert (
        store.reader.rows("SELECT * FROM concept"),
        store.reader.rows("SELECT * FROM change"),
    ) == before
    assert (
        store.reader.rows("SELECT * FROM glossary"),
        store.reader.rows("SELECT * FROM batch"),
    ) == named


def test_a_person_s_save_goes_before_a_batch_on_its_way(store: Store) -> None:
    imported(store, "a", "b")
    batch = Batch(store, "g", "import")
    batch.add(documents("a", "b", "c", text="mobility"))
    saved(store, concept("a", "mine"), concept("c", "mine"))
    with store.writing() as connection:
        delete(connection, ConceptKey("g", "b"), Stamp(person="Ana", origin="typed"))
    assert stored(store) == {"a": "mine", "c": "mine"}
    batch.show()
    assert stored(store) == {"a": "mine", "c": "mine"}
    states = [c.after for c in history(store.reader, ConceptKey("g", "a"))]
    assert states == [concept("a"), concept("a", "mine")]


@pytest.mark.parametrize("text", ["migration", "mobility"])
def test_what_a_person_changed_stays(store: Store, text: str) -> None:
    imported(store, "a", "b", "c")
    saved(store, concept("a", "mine"), concept("b", text))
    with store.writing() as connection:
        delete(connection, ConceptKey("g", "c"), Stamp(person="Ana", origin="typed"))
    counts = imported(store, "a", "b", "c", text=text)
    assert stored(store) == {"a": "mine", "b": text}
    # Only where the file has something new is there anything to decide.
    expected = Counts(same=3) if text == "migration" else Counts(same=1, conflicts=2)
    assert counts == expected


def test_what_a_person_made_under_the_same_id_stays(store: Store) -> None:
    saved(store, concept("a", "mine"), concept("b"))
    assert imported(store, "a", "b") == Counts(same=1, conflicts=1)
    assert stored(store)["a"] == "mine"


def test_what_a_file_says_counts_from_the_last_file_on(store: Store) -> None:
    imported(store, "a")
    saved(store, concept("a", "mine"))
    saved(store, concept("a"))  # the person takes it back
    assert imported(store, "a", text="mobility") == Counts(changed=1)
    assert stored(store) == {"a": "mobility"}


def test_of_the_same_concept_twice_the_first_counts(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "_FEWEST", 1)
    batch = Batch(store, "g", "import")
    batch.add([*documents("a"), *documents("a", text="again"), *documents("b")])
    batch.add(documents("b", text="again"))
    batch.show()
    assert batch.counts == Counts(new=2, conflicts=2)
    assert stored(store) == {"a": "migration", "b": "migration"}


def test_what_a_killed_program_left_is_swept_at_the_next_start(data: DataFolder) -> None:
    store = Store.open(data, "Ana", write=True)
    imported(store, "a")
    batch = Batch(store, "g", "import")
    batch.add(documents("a", *(f"n{n}" for n in range(700)), text="mobility"))
    store.close()
    reader = Store.open(data, "Ben", write=False)
    assert stored(reader) == {"a": "migration"}
    reader.close()
    again = Store.open(data, "Ana", write=True)
    assert left_over(again) in ([batch.id], [])
    again.close()  # waits for the sweeping
    last = Store.open(data, "Ana", write=False)
    assert left_over(last) == []
    assert (rows(last, "concept"), rows(last, "change"), rows(last, "batch")) == (1, 1, 1)
    assert stored(last) == {"a": "migration"}
    last.close()


def test_a_batch_on_its_way_is_not_swept(store: Store) -> None:
    batch = Batch(store, "g", "import")
    batch.add(documents("a"))
    store.sweep()
    batch.show()
    assert stored(store) == {"a": "migration"}


def test_a_bundled_glossary_is_taken_in_over_what_was_left(data: DataFolder) -> None:
    store = Store.open(data, "Ana", write=True)
    with store.writing() as connection:
        take_in(connection, "g", [concept("a")], "1", store.stamp("bundled"))
    Batch(store, "g", "import").add(documents("a", "b", text="mobility"))
    with store.writing() as connection:
        newer = [concept("a", "newer"), concept("b", "newer")]
        take_in(connection, "g", newer, "2", store.stamp("bundled"))
    assert stored(store) == {"a": "newer", "b": "newer"}
    store.close()


def test_reading_makes_no_batch(store: Store, data: DataFolder) -> None:
    reader = Store.open(data, "Ben", write=False)
    with pytest.raises(NotWritable):
        Batch(reader, "g", "import")
    reader.close()


def test_saving_again_what_a_batch_brought_is_a_change_of_its_own(store: Store) -> None:
    imported(store, "a")
    changed = replace(concept("a"), note="mine")
    with store.writing() as connection:
        save(connection, changed, Stamp(person="Ben", origin="typed"))
    states = [(c.person, c.rev) for c in history(store.reader, changed.key)]
    assert states == [("Ana", 1), ("Ben", 2)]
