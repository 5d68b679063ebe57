from collections.abc import Iterator
from dataclasses import replace

import pytest

from booth_app.paths import DataFolder
from booth_app.store.batches import Batch
from booth_app.store.concepts import delete
from booth_app.store.file_bases import base, base_since
from booth_app.store.history import TAKEN_BACK
from booth_app.store.judging import Brought, Wanted
from booth_app.store.said import Said, Source
from booth_app.store.store import Store
from booth_app.terminology.concept import Concept, ConceptKey
from booth_app.terminology.concept_document import to_json
from booth_app.terminology.state_marks import mark
from tests.store.samples import concept, saved

FIRST = concept("one")
SECOND, THIRD = replace(FIRST, note="second"), replace(FIRST, note="second", subject="third")


@pytest.fixture
def store(data: DataFolder) -> Iterator[Store]:
    opened = Store.open(data, "Ana", write=True)
    yield opened
    opened.close()


def imported(store: Store, one: Concept, file: str = "list", marks: tuple[str, ...] = ()) -> str:
    batch = Batch(store, "g", "import", file)
    batch.add([Brought("one", to_json(one), marks=marks)])
    batch.show()
    return batch.id


def common(store: Store, file: str = "list", of: Concept = FIRST, *marks: Concept) -> str | None:
    [(document,)] = store.reader.rows("SELECT document FROM concept")
    marked = tuple(mark(to_json(each)) for each in marks)
    source = Source("import", file)
    return base(store.reader.rows, "g", "one", document, source, to_json(of), marked)


def test_the_last_state_that_both_had_is_the_base(store: Store) -> None:
    for each in (FIRST, SECOND, THIRD):
        saved(store, each)
    elsewhere = replace(FIRST, note="elsewhere")
    assert common(store, "a", SECOND, SECOND) == to_json(SECOND)
    assert common(store, "a", elsewhere, elsewhere, FIRST) == to_json(FIRST)
    assert common(store, "a", elsewhere, elsewhere) is None
    assert common(store) is None  # no file said anything


def test_what_was_undone_is_told_from_what_was_not_done_yet(store: Store) -> None:
    for each in (FIRST, SECOND):
        saved(store, each)
    assert common(store, "a", FIRST, FIRST, SECOND, FIRST) == to_json(SECOND)  # undone there
    saved(store, FIRST)
    assert common(store, "a", SECOND, SECOND, FIRST) == to_json(SECOND)  # undone here


def test_without_marks_it_is_what_the_same_file_said(store: Store) -> None:
    imported(store, FIRST)
    saved(store, replace(FIRST, subject="mine"))
    assert common(store) == to_json(FIRST)
    imported(store, SECOND)
    assert common(store) == to_json(SECOND)
    assert common(store, "another") is None


def test_what_another_file_said_is_no_base(store: Store) -> None:
    imported(store, FIRST, "one.csv")
    imported(store, SECOND, "two.csv", marks=(mark(to_json(FIRST)),))
    assert common(store, "one.csv") == to_json(FIRST)


def test_a_file_that_was_edited_again_is_compared_with_itself(store: Store) -> None:
    saved(store, FIRST)
    origin = (mark(to_json(FIRST)),)
    saved(store, replace(FIRST, subject="mine"))
    imported(store, SECOND, "list", marks=origin)
    again = replace(SECOND, note="better")
    assert common(store, "list", again, FIRST) == to_json(SECOND)
    assert common(store, "another", again, FIRST) == to_json(FIRST)
    assert common(store, "list", FIRST, FIRST) == to_json(FIRST)  # an older copy says nothing new


def test_what_was_taken_back_counts_no_more_until_that_is_taken_back(store: Store) -> None:
    imported(store, FIRST)
    taken = imported(store, SECOND)
    back = _taken_back(store, taken, SECOND, FIRST)
    assert common(store) == to_json(FIRST)
    _taken_back(store, back, FIRST, SECOND)
    assert common(store) == to_json(SECOND)


def _taken_back(store: Store, note: str, now: Concept, before: Concept) -> str:
    batch = Batch(store, "g", TAKEN_BACK, note)
    batch.add([Wanted("one", to_json(now), to_json(before))])
    batch.show()
    return batch.id


def test_what_was_released_is_what_a_folder_said(store: Store) -> None:
    saved(store, FIRST)
    released = Said("one", 1, Source("import", "glossaries/g"), "", to_json(FIRST))
    saved(store, SECOND)
    imported(store, replace(SECOND, subject="a file's"), marks=(mark(to_json(SECOND)),))
    [(document,)] = store.reader.rows("SELECT document FROM concept")
    assert base_since(store.reader.rows, "g", "one", document, released) == to_json(FIRST)


def test_what_is_deleted_here_comes_back_by_a_decision_alone(store: Store) -> None:
    saved(store, FIRST)
    with store.writing() as connection:
        delete(connection, ConceptKey("g", "one"), store.stamp("typed"))
    found = base(store.reader.rows, "g", "one", None, Source("import", "new.csv"))
    assert found == to_json(FIRST)
