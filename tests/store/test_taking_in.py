from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest

from booth_app.paths import DataFolder
from booth_app.store import reviews
from booth_app.store.decoded import all_concepts
from booth_app.store.store import Store
from booth_app.store.taking_in import TakenIn, take_in
from booth_app.terminology.concept import Concept
from tests.store.samples import concept, saved

ONE = concept("one")


@pytest.fixture
def store(data: DataFolder) -> Iterator[Store]:
    opened = Store.open(data, "Ana", write=True)
    yield opened
    opened.close()


def taken_in(store: Store, *concepts: Concept, glossary: str = "g") -> TakenIn:
    with store.writing() as connection:
        return take_in(connection, glossary, concepts, "hash", store.stamp("bundled"))


def now(store: Store) -> Sequence[Concept]:
    return [*all_concepts(store.data.database)]


def test_what_nobody_edited_is_as_the_source_says_also_where_that_empties(store: Store) -> None:
    taken_in(store, replace(ONE, note="old"), concept("two"))
    assert taken_in(store, ONE) == TakenIn(changed=1, deleted=1)
    assert now(store) == [ONE]


def test_what_a_person_edited_is_merged_and_stays_theirs_for_ever(store: Store) -> None:
    taken_in(store, ONE)
    saved(store, replace(ONE, note="mine"))
    for subject in ("first", "second"):
        assert taken_in(store, replace(ONE, subject=subject)) == TakenIn(changed=1)
        assert now(store) == [replace(ONE, note="mine", subject=subject)]
    assert taken_in(store) == TakenIn()
    assert now(store) == [replace(ONE, note="mine", subject="second")]


def test_what_both_changed_waits_once_for_each_glossary(store: Store) -> None:
    names = ("g", "h")
    for name in names:
        one = replace(ONE, glossary=name)
        taken_in(store, one, glossary=name)
        saved(store, replace(one, note="mine"))
    for text in ("theirs", "newer"):
        for name in names:
            theirs = replace(ONE, glossary=name, note=text)
            assert taken_in(store, theirs, glossary=name) == TakenIn(kept=1)
    found = reviews.reviews(store.reader)
    assert {review.glossary for review in found} == {*names}
    assert len(found) == 2
    for review in found:
        [row] = reviews.rows(store.reader, review.id)
        assert row.verdict == "conflict"
        assert "newer" in (row.document or "")
    assert [each.note for each in now(store)] == ["mine", "mine"]
