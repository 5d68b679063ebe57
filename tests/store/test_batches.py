import time
from collections.abc import Iterator
from dataclasses import replace

import pytest

from booth_app.paths import DataFolder
from booth_app.store import batches, reviews
from booth_app.store.batches import Batch, left_over
from booth_app.store.concepts import delete, save
from booth_app.store.decoded import all_concepts
from booth_app.store.faults import NotWritable
from booth_app.store.history import Stamp, history
from booth_app.store.judging import Brought, Wanted
from booth_app.store.reading import all_documents
from booth_app.store.reviews import Review
from booth_app.store.store import Store
from booth_app.store.taking_in import take_in
from booth_app.store.verdicts import Counts, Item
from booth_app.terminology.concept import ConceptKey
from booth_app.terminology.concept_document import to_json
from booth_app.terminology.state_marks import mark
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
    store.sweep()  # what the store's own thread does, too
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


def test_closing_leaves_a_long_sweeping_to_the_next_start(
    data: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("booth_app.store.store._PATIENCE", -1.0)
    store = Store.open(data, "Ana", write=True)
    batch = Batch(store, "g", "import")
    batch.add(documents("a", "b"))

    def busy() -> None:
        while not store.hurries:
            time.sleep(0.01)

    store.later(busy)
    batch.give_up()
    store.close()
    again = Store.open(data, "Ben", write=False)
    assert left_over(again) == [batch.id]
    assert stored(again) == {}
    again.close()


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


FILE = Review(id="", glossary="g", file="sent.tbx", format="tbx", source="sent")


def noted(id_: str, **fields: str) -> str:
    return to_json(replace(concept(id_), **fields))  # type: ignore[arg-type]


def sent(store: Store, *items: Item, only_judged: bool = False) -> Batch:
    batch = Batch(store, "g", "import", "sent.tbx", review=FILE, only_judged=only_judged)
    batch.add(items)
    batch.show([(3, "Something is wrong.")])
    return batch


def test_what_both_sides_changed_is_merged_field_by_field(store: Store) -> None:
    imported(store, "a")
    saved(store, replace(concept("a"), note="mine"))
    assert sent(store, Brought("a", noted("a", subject="theirs"))).counts == Counts(changed=1)
    merged = replace(concept("a"), note="mine", subject="theirs")
    assert history(store.reader, merged.key)[-1].after == merged


def test_a_person_s_change_outlives_any_number_of_files(store: Store) -> None:
    imported(store, "a")
    saved(store, replace(concept("a"), note="mine"))
    for subject in ("first", "second", "third"):
        counts = sent(store, Brought("a", noted("a", subject=subject))).counts
        assert counts == Counts(changed=1)
    last = history(store.reader, ConceptKey("g", "a"))[-1].after
    assert last == replace(concept("a"), note="mine", subject="third")


def test_what_a_file_was_written_from_is_what_it_is_compared_with(store: Store) -> None:
    imported(store, "a")
    saved(store, replace(concept("a"), note="first"))
    saved(store, replace(concept("a"), note="second"))
    marks = (mark(noted("a", note="first")), mark(noted("a")))
    old = Brought("a", noted("a", note="first", subject="theirs"), marks=marks)
    assert sent(store, old).counts == Counts(changed=1)
    last = history(store.reader, ConceptKey("g", "a"))[-1].after
    assert last == replace(concept("a"), note="second", subject="theirs")


def test_what_waits_is_a_review_that_is_seen_with_the_batch(store: Store) -> None:
    imported(store, "a", "b")
    saved(store, replace(concept("a"), note="mine"))
    batch = Batch(store, "g", "import", review=FILE)
    theirs = noted("a", note="theirs", subject="s")
    batch.add([Brought("a", theirs, 7, tells=("Look.\nHere.",)), Brought("c", noted("c"))])
    assert reviews.reviews(store.reader) == []
    batch.show([(3, "Something is wrong.")])
    assert batch.counts == Counts(new=1, conflicts=1, partly=1)
    [review] = reviews.reviews(store.reader)
    assert (review.id, review.file, review.person, review.problems) == (
        batch.id,
        "sent.tbx",
        "Ana",
        ((3, "Something is wrong."),),
    )
    [row] = reviews.rows(store.reader, review.id)
    assert (row.line, row.verdict, row.concept, row.tells) == (7, "conflict", "a", ("Look. Here.",))
    assert (row.document, row.base) == (theirs, noted("a"))
    stored_now = history(store.reader, ConceptKey("g", "a"))[-1].after
    assert stored_now == replace(concept("a"), note="mine", subject="s")


def test_a_batch_of_what_waits_alone_is_no_batch(store: Store) -> None:
    saved(store, replace(concept("a"), note="mine"))
    before = rows(store, "batch")
    batch = sent(store, Brought("a", noted("a", note="theirs")))
    assert (batch.counts, rows(store, "batch")) == (Counts(conflicts=1), before)
    assert [review.id for review in reviews.reviews(store.reader)] == [batch.id]


def test_only_judged_everything_is_a_row_and_nothing_is_stored(store: Store) -> None:
    imported(store, "a", "b")
    items = [Brought("a", noted("a")), Brought("b", noted("b", note="x")), Brought("c", noted("c"))]
    batch = sent(store, *items, Brought("c", noted("c", note="again")), only_judged=True)
    assert batch.counts == Counts(new=1, changed=1, same=1, conflicts=1)
    assert stored(store) == {"a": "migration", "b": "migration"}
    found = reviews.rows(store.reader, batch.id)
    assert [row.verdict for row in found] == ["same", "changed", "new", "conflict"]
    assert [bool(row.document) for row in found] == [False, True, True, True]


def test_a_killed_review_is_swept_with_its_batch(store: Store) -> None:
    saved(store, replace(concept("a"), note="mine"))
    batch = Batch(store, "g", "import", review=FILE, only_judged=True)
    batch.add([Brought(f"c{n}", noted(f"c{n}")) for n in range(900)])
    assert rows(store, "review_row") == 900
    batch.give_up()
    store.sweep()
    assert (rows(store, "review_row"), rows(store, "review"), rows(store, "concept")) == (0, 0, 1)


def test_a_decision_is_stored_as_it_is(store: Store) -> None:
    imported(store, "a", "b")
    wanted = Wanted("a", noted("a"), noted("a", note="x")), Wanted("b", noted("b"), None)
    assert sent(store, *wanted).counts == Counts(changed=2)
    assert stored(store) == {"a": "migration"}
    assert sent(store, Wanted("b", None, noted("b"))).counts == Counts(new=1)
    assert stored(store) == {"a": "migration", "b": "migration"}


def test_what_was_decided_and_clashes_is_told(store: Store) -> None:
    saved(store, *(replace(concept(id_), note="mine") for id_ in ("a", "b", "c")))
    batch = sent(
        store,
        Wanted("a", noted("a"), noted("a", note="theirs", subject="theirs")),
        Wanted("b", noted("b"), noted("b", subject="theirs")),
        Wanted("c", noted("c"), None),
    )
    assert batch.clashed == {"a", "c"}
    found = history(store.reader, ConceptKey("g", "a"))[-1].after
    assert found == replace(concept("a"), note="mine", subject="theirs")


def test_what_takes_long_to_merge_is_stored_in_shorter_commits(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported(store, *(f"c{n}" for n in range(500)))
    monkeypatch.setattr(batches, "_COMMIT", 0.0)
    monkeypatch.setattr(batches, "_BREATH", 0.0)
    batch = Batch(store, "g", "import")
    batch._size = 400
    with store.writing() as connection:
        assert batch._add(connection, documents(*(f"c{n}" for n in range(9)), text="x"), 0.0) == 1
    batch.add(documents(*(f"c{n}" for n in range(500)), text="mobility"))
    assert (batch.counts.changed, batch.counts.conflicts) == (500, 1)  # c0 came twice


def test_what_a_person_changes_meanwhile_is_merged_with_what_the_file_says(store: Store) -> None:
    imported(store, "a", "b")
    batch = Batch(store, "g", "import", review=FILE)
    batch.add([Brought(id_, noted(id_, note="theirs")) for id_ in "ab"])
    saved(store, replace(concept("a"), subject="mine"), replace(concept("b"), note="mine"))
    key = ConceptKey("g", "a")
    assert history(store.reader, key)[-1].after == replace(concept("a"), subject="mine")
    batch.show()
    last = history(store.reader, key)[-1]
    assert last.after == replace(concept("a"), note="theirs", subject="mine")
    assert last.batch == batch.id
    other = history(store.reader, ConceptKey("g", "b"))[-1].after
    assert other == replace(concept("b"), note="mine")
    [row] = reviews.rows(store.reader, batch.id)
    assert (row.verdict, row.concept) == ("conflict", "b")


def test_what_goes_before_a_batch_that_is_given_up_is_all_there_is(store: Store) -> None:
    imported(store, "a")
    batch = Batch(store, "g", "import")
    batch.add([Brought("a", noted("a", note="theirs"))])
    saved(store, replace(concept("a"), subject="mine"))
    batch.give_up()
    store.sweep()
    imported(store, "b")
    found = history(store.reader, ConceptKey("g", "a"))[-1].after
    assert found == replace(concept("a"), subject="mine")
