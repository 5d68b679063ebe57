from dataclasses import replace

from booth_app.store.batches import Batch
from booth_app.store.concepts import delete
from booth_app.store.glossary_states import (
    changed_since,
    concept_states,
    glossary_names,
    gone,
)
from booth_app.store.store import Store
from booth_app.terminology.approval import approved
from booth_app.terminology.concept import Concept, ConceptKey
from booth_app.terminology.concept_document import to_json
from tests.store.samples import concept, saved


def noted(concept: Concept, note: str) -> Concept:
    return replace(concept, note=note)


def removed(store: Store, id_: str) -> None:
    with store.writing() as connection:
        delete(connection, ConceptKey("g", id_), store.stamp("typed"))


def test_each_concept_with_what_was_approved_of_it(store: Store) -> None:
    first, other = concept("a"), concept("b")
    once, twice = (approved(noted(first, note), "Ana", "2026-11-24") for note in ("1", "2"))
    saved(store, other, first, once, twice, noted(first, "3"), concept("c", glossary="h"))
    a, b = concept_states(store.data.database, "g")
    assert (a.current, a.approved, a.rev) == (noted(first, "3"), (once, twice), 4)
    assert (b.current, b.approved, b.rev) == (other, (), 1)
    assert glossary_names(store.data.database) == ["g", "h"]


def test_what_nobody_sees_yet_is_not_there(store: Store) -> None:
    saved(store, concept("a"))
    batch = Batch(store, "g", "import")
    from booth_app.store.judging import Brought

    hidden = [Brought(id_, to_json(noted(concept(id_), "hidden"))) for id_ in "ab"]
    batch.add(hidden)
    assert [s.current for s in concept_states(store.data.database, "g")] == [concept("a")]
    assert next(concept_states(store.data.database, "g")).rev == 1
    assert gone(store.data.database, "g") == []
    batch.show()
    assert len(list(concept_states(store.data.database, "g"))) == 2


def test_deleted_concepts_are_gone(store: Store) -> None:
    saved(store, concept("a"), concept("b"))
    removed(store, "b")
    assert gone(store.data.database, "g") == ["b"]
    assert [s.current.id for s in concept_states(store.data.database, "g")] == ["a"]
    removed(store, "a")
    assert glossary_names(store.data.database) == []


def test_what_changed_since_with_both_states(store: Store) -> None:
    once = approved(concept("a"), "Ana", "2026-11-24")
    saved(store, once, noted(concept("a"), "then"), concept("b"), concept("c"))
    seq = store.reader.last_change()
    twice = approved(concept("a"), "Bo", "2026-11-25")
    saved(store, twice, noted(concept("a"), "now"), concept("d"))
    removed(store, "b")
    a, b, d = changed_since(store.data.database, "g", seq)
    assert a.then is not None
    assert a.now is not None
    assert (a.then.current, a.then.approved) == (noted(concept("a"), "then"), (once,))
    assert (a.now.current, a.now.approved) == (noted(concept("a"), "now"), (once, twice))
    assert b.then is not None
    assert (b.id, b.then.current, b.now) == ("b", concept("b"), None)
    assert d.then is None
    assert d.now is not None
    assert d.now.current == concept("d")
