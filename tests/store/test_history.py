from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from booth_app.paths import DataFolder
from booth_app.store.concepts import delete, save
from booth_app.store.documents import concept_of
from booth_app.store.history import Stamp, document_at, history
from booth_app.store.store import Store
from booth_app.store.taking_in import TakenIn, take_in
from booth_app.terminology.concept import Concept, ConceptKey
from booth_app.terminology.concept_document import to_json
from tests.generated_concepts import concepts
from tests.store.samples import concept, saved, stored

KEY = ConceptKey("g", "one")


@given(concepts())
def test_a_document_gives_its_concept_back(generated: Concept) -> None:
    document = to_json(generated)
    again = concept_of(generated.glossary, document)
    assert again == generated
    assert to_json(again) == document


@pytest.mark.parametrize(
    "document", ["", "[]", "3", "{}", '{"id":"a","new":1}', '{"id":"a","traps":3}']
)
def test_a_text_that_is_no_document_is_a_value_error(document: str) -> None:
    with pytest.raises(ValueError, match=r"Expecting value|not a concept"):
        concept_of("g", document)


def test_every_change_carries_who_when_where_from_and_an_operation(store: Store) -> None:
    saved(store, concept("one", "first"), origin="typed")
    with store.writing() as connection:
        save(connection, concept("one", "second"), Stamp(person="Ben\udcff", origin="merge"))
        delete(connection, KEY, Stamp(person="Ana", origin="typed"))
        delete(connection, KEY, Stamp(person="Ana", origin="typed"))
    saved(store, concept("one", "third"))
    changes = history(store.reader, KEY)
    assert [c.rev for c in changes] == [1, 2, 3, 4]
    assert [c.parent_rev for c in changes] == [0, 1, 2, 3]
    assert [c.person for c in changes] == ["Ana", "Ben?", "Ana", "Ana"]
    assert [c.origin for c in changes] == ["typed", "merge", "typed", "typed"]
    assert len({c.operation for c in changes}) == 4
    assert [_text(c.before) for c in changes] == [None, "first", "second", None]
    assert [_text(c.after) for c in changes] == ["first", "second", None, "third"]
    store.close()


def test_what_one_run_does_from_one_place_is_one_batch(store: Store) -> None:
    for id_, origin in (("one", "typed"), ("two", "typed"), ("three", "booth")):
        with store.writing() as connection:
            save(connection, concept(id_), store.stamp(origin))
    rows = store.reader.rows(
        "SELECT c.concept, b.origin, b.person, b.visible FROM change c JOIN batch b"
        " ON b.id = c.batch ORDER BY c.seq"
    )
    assert rows == [
        ("one", "typed", "Ana", 1),
        ("two", "typed", "Ana", 1),
        ("three", "booth", "Ana", 1),
    ]
    assert store.reader.rows("SELECT count(*) FROM batch") == [(2,)]
    store.close()


def test_saving_what_is_there_changes_nothing(store: Store) -> None:
    saved(store, concept("one"), concept("one"))
    assert len(history(store.reader, KEY)) == 1
    store.close()


def test_nobody_knows_what_never_was(store: Store) -> None:
    assert history(store.reader, ConceptKey("g", "never")) == []
    store.close()


def test_the_same_id_in_two_glossaries_is_two_concepts(store: Store) -> None:
    saved(store, concept("one", "here", "g"), concept("one", "there", "h"))
    found = store.reader.documents([ConceptKey("g", "one"), ConceptKey("h", "one")])
    assert {
        (d.glossary, concept_of(d.glossary, d.document).section("en").terms[0].text) for d in found
    } == {
        ("g", "here"),
        ("h", "there"),
    }
    store.close()


def test_a_failing_transaction_leaves_no_half(store: Store) -> None:
    def fail() -> None:
        with store.writing() as connection:
            save(connection, concept("one"), Stamp(person="Ana", origin="typed"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert stored(store) == {}
    assert history(store.reader, KEY) == []
    store.close()


def test_a_new_source_replaces_only_what_nobody_edited(store: Store) -> None:
    first = [
        concept(id_, "old") for id_ in ("same", "new_text", "gone", "edited", "deleted", "lost")
    ]
    assert _taken_in(store, first) == TakenIn(new=6)
    saved(store, concept("edited", "mine"))
    with store.writing() as connection:
        delete(connection, ConceptKey("g", "deleted"), Stamp(person="Ana", origin="typed"))
    second = [
        concept("same", "old"),
        concept("new_text", "new"),
        concept("edited", "theirs"),
        concept("deleted", "new"),
        concept("added", "new"),
    ]
    done = _taken_in(store, second, unread={"lost"})
    assert done == TakenIn(new=1, changed=1, deleted=1, kept=2)
    assert stored(store) == {
        "same": "old",
        "new_text": "new",
        "edited": "mine",
        "lost": "old",
        "added": "new",
    }
    assert store.reader.rows("SELECT name, source_hash, read_only FROM glossary") == [
        ("g", "hash", 1)
    ]
    store.close()


def test_a_change_of_an_unseen_batch_is_not_seen_until_the_batch_is(store: Store) -> None:
    with store.writing() as connection:
        connection.exec_driver_sql(
            "INSERT INTO batch (id, origin, person, at) VALUES ('b', 'import', 'Ana', 't')"
        )
        save(connection, concept("one"), Stamp(person="Ana", origin="import", batch="b"))
    assert stored(store) == {}
    assert store.reader.documents([KEY]) == []
    with store.writing() as connection:
        connection.exec_driver_sql("UPDATE batch SET visible = 1")
    assert stored(store) == {"one": "migration"}
    store.close()


def test_a_state_is_known_as_it_was_after_any_change(store: Store) -> None:
    key = ConceptKey("g", "one")
    saved(store, concept("one"), concept("other"), concept("one", "mobility"))
    with store.writing() as connection:
        delete(connection, key, store.stamp("typed"))
    first, second = (to_json(concept("one", text)) for text in ("migration", "mobility"))
    at = [document_at(store.reader, key, seq) for seq in range(5)]
    assert at == [None, first, first, second, None]
    assert document_at(store.reader, ConceptKey("g", "never"), 1) is None


@settings(max_examples=25)  # each makes a database
@given(st.lists(st.sampled_from(["a", "b", None]), max_size=8))
def test_states_follow_one_another_without_gaps(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str | None]
) -> None:
    store = Store.open(DataFolder(tmp_path_factory.mktemp("data")), "Ana", write=True)
    stamp = Stamp(person="Ana", origin="typed")
    for text in texts:
        with store.writing() as connection:
            if text is None:
                delete(connection, KEY, stamp)
            else:
                save(connection, concept("one", text), stamp)
    changes = history(store.reader, KEY)
    assert all(one.after == other.before for one, other in pairwise(changes))
    assert all(c.before != c.after for c in changes)
    if changes:
        assert _text(changes[-1].after) == texts[-1]
    store.close()


def _taken_in(store: Store, source: list[Concept], unread: set[str] = frozenset()) -> TakenIn:  # type: ignore[assignment]
    with store.writing() as connection:
        return take_in(
            connection, "g", source, "hash", Stamp(person="Ana", origin="bundled"), unread
        )


def _text(one: Concept | None) -> str | None:
    return one and one.section("en").terms[0].text
