from collections.abc import Iterator
from dataclasses import replace

import pytest

from booth_app.paths import DataFolder
from booth_app.store.batches import Batch
from booth_app.store.file_bases import base, base_since
from booth_app.store.history import TAKEN_BACK
from booth_app.store.judging import Brought, Wanted
from booth_app.store.store import Store
from booth_app.terminology.concept import Concept
from booth_app.terminology.concept_document import to_json
from tests.store.samples import concept, saved

FIRST = concept("one")
SECOND, THIRD = replace(FIRST, note="second"), replace(FIRST, note="second", subject="third")


@pytest.fixture
def store(data: DataFolder) -> Iterator[Store]:
    opened = Store.open(data, "Ana", write=True)
    yield opened
    opened.close()


def imported(store: Store, one: Concept, base_rev: int = 0) -> str:
    batch = Batch(store, "g", "import")
    batch.add([Brought("one", to_json(one), base_rev=base_rev)])
    batch.show()
    return batch.id


def common(store: Store, base_rev: int = 0) -> str | None:
    [(document, rev)] = store.reader.rows("SELECT document, rev FROM concept")
    return base(store.reader.rows, "g", "one", document, rev, base_rev)


def test_the_revision_a_file_was_written_from_is_the_base(store: Store) -> None:
    for each in (FIRST, SECOND, THIRD):
        saved(store, each)
    states = [common(store, rev) for rev in (1, 2, 3)]
    assert states == [to_json(each) for each in (FIRST, SECOND, THIRD)]
    assert common(store) is None  # no file said anything
    assert common(store, 9) is None


def test_without_one_it_is_what_the_files_said(store: Store) -> None:
    imported(store, FIRST)
    saved(store, replace(FIRST, subject="mine"))
    assert common(store) == to_json(FIRST)
    imported(store, replace(FIRST, subject="mine", note="second"), base_rev=2)
    assert common(store) == to_json(SECOND)


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
    seq = store.reader.last_change()
    saved(store, SECOND)
    [(document,)] = store.reader.rows("SELECT document FROM concept")
    known = base_since(store.reader.rows, "g", "one", document, to_json(FIRST), seq)
    assert known == to_json(FIRST)
    imported(store, THIRD, base_rev=2)
    [(document,)] = store.reader.rows("SELECT document FROM concept")
    known = base_since(store.reader.rows, "g", "one", document, to_json(FIRST), seq)
    assert known == to_json(replace(FIRST, subject="third"))
