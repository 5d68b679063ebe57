from booth_app.store.batches import Batch
from booth_app.store.history import TAKEN_BACK
from booth_app.store.judging import Brought, Wanted
from booth_app.store.said import (
    Said,
    Source,
    forget_some,
    forget_source,
    keep_said,
    said_of,
    source_of,
)
from booth_app.store.store import Store
from booth_app.terminology.concept_document import to_json
from tests.store.samples import concept

LIST = Source("import", "list.csv")
BEFORE, AFTER = to_json(concept("one")), to_json(concept("one", "mobility"))


def batch(store: Store, origin: str, note: str, *items: Brought | Wanted) -> Batch:
    made = Batch(store, "g", origin, note)
    made.add(items)
    return made


def shown(store: Store, origin: str, note: str, *items: Brought | Wanted) -> str:
    made = batch(store, origin, note, *items)
    made.show()
    return made.id


def keep(store: Store, batch: str, *documents: str, source: Source = LIST) -> None:
    with store.writing() as connection:
        said = [Said("one", number, source, "", text) for number, text in enumerate(documents, 1)]
        keep_said(connection, "g", batch, said)


def known(store: Store, glossary: str = "g") -> list[str]:
    return [each.document for each in said_of(store.reader.rows, glossary, "one")]


def test_whose_word_something_is() -> None:
    assert source_of("import", "list.csv") == LIST
    assert source_of("release", "g-2026.11.24.boothglossary") == Source("release")
    assert source_of("bundled", "1") == Source("bundled")


def test_what_is_kept_is_known_in_its_order(store: Store) -> None:
    id_ = shown(store, "import", "list.csv", Brought("one", BEFORE))
    keep(store, id_, "first", "second")
    keep(store, id_, "third", source=Source("import", "odd \ud800.csv"))
    first, second, third = said_of(store.reader.rows, "g", "one")
    assert first == Said("one", 1, LIST, "", "first")
    assert (second.rev, second.document) == (2, "second")
    assert third.source == Source("import", "odd ?.csv")
    assert known(store, "h") == []
    assert said_of(store.reader.rows, "g", "other") == []


def test_what_a_batch_says_is_known_when_that_is_seen(store: Store) -> None:
    hidden = batch(store, "import", "list.csv", Brought("one", BEFORE))
    keep(store, hidden.id, "said")
    assert known(store) == []
    hidden.show()
    assert known(store) == ["said"]


def test_what_is_taken_back_was_not_said_until_that_is_taken_back(store: Store) -> None:
    id_ = shown(store, "import", "list.csv", Brought("one", BEFORE))
    keep(store, id_, "said")
    back = shown(store, TAKEN_BACK, id_, Wanted("one", BEFORE, AFTER))
    assert known(store) == []
    shown(store, TAKEN_BACK, back, Wanted("one", AFTER, BEFORE))
    assert known(store) == ["said"]


def test_a_source_that_says_something_new_is_forgotten_alone(store: Store) -> None:
    id_ = shown(store, "import", "list.csv", Brought("one", BEFORE))
    keep(store, id_, "of the list")
    keep(store, id_, "of another", source=Source("import", "another.csv"))
    keep(store, id_, "released", source=Source("release"))
    with store.writing() as connection:
        forget_source(connection, "h", LIST)
        forget_source(connection, "g", LIST)
    assert known(store) == ["of another", "released"]


def test_what_was_never_shown_is_forgotten_a_little_at_a_time(store: Store) -> None:
    hidden = batch(store, "import", "list.csv", Brought("one", BEFORE))
    keep(store, hidden.id, "1", "2", "3")
    left = []
    for _ in range(3):
        with store.writing() as connection:
            left.append(forget_some(connection, hidden.id, 2))
    assert left == [True, True, False]
    assert store.reader.rows("SELECT count(*) FROM said") == [(0,)]
