from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from booth_app.paths import DataFolder
from booth_app.store import releases, reviews
from booth_app.store.decoded import DecodedConcepts
from booth_app.store.own_folders import take_in_own_folders
from booth_app.store.releases import Recorded
from booth_app.store.store import Store
from booth_app.terminology.concept import Concept, ConceptKey
from booth_app.terminology.glossary_writing import write_glossary
from tests.store.samples import concept, saved

ONE, TWO = concept("one"), concept("two")


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def store(data: DataFolder, told: list[str]) -> Iterator[Store]:
    opened = Store.open(data, "Ana", write=True, told=told.append)
    yield opened
    opened.close()


def named(glossary: str) -> str:
    return glossary


def started(store: Store) -> None:
    take_in_own_folders(store, named)


def released(store: Store, *concepts: Concept) -> Path:
    """Write a folder as a release does, and record it."""
    folder = store.data.glossaries / "g"
    write_glossary(folder, concepts)
    release = Recorded(
        glossary="g", version="1", person="", at="", checksum="", seq=store.reader.last_change()
    )
    with store.writing() as connection:
        releases.record(connection, release)
    return folder


def now(store: Store, id_: str) -> Concept | None:
    key = ConceptKey("g", id_)
    return DecodedConcepts(store.reader).among([key]).get(key)


def test_a_folder_nobody_edited_says_nothing(store: Store, told: list[str]) -> None:
    saved(store, ONE)
    released(store, ONE)
    saved(store, replace(ONE, note="mine"))
    started(store)
    assert (now(store, "one"), told) == (replace(ONE, note="mine"), [])


def test_what_was_edited_there_is_merged_with_what_was_edited_here(
    store: Store, told: list[str]
) -> None:
    saved(store, ONE, TWO)
    folder = released(store, ONE, TWO)
    saved(store, replace(ONE, note="mine"))
    write_glossary(folder, [replace(ONE, subject="theirs")])
    started(store)
    assert now(store, "one") == replace(ONE, note="mine", subject="theirs")
    assert told == [f"1 concept was brought up to what was edited in {folder}."]
    started(store)
    assert len(told) == 1


def test_edited_there_again_it_is_compared_with_what_it_said_before(store: Store) -> None:
    saved(store, ONE)
    folder = released(store, ONE)
    for subject in ("first", "second"):
        write_glossary(folder, [replace(ONE, subject=subject)])
        started(store)
        assert now(store, "one") == replace(ONE, subject=subject)
    assert reviews.reviews(store.reader) == []


def test_what_both_edited_waits_and_that_is_told(store: Store, told: list[str]) -> None:
    saved(store, ONE)
    folder = released(store, ONE)
    mine = replace(ONE, note="mine")
    saved(store, mine)
    write_glossary(folder, [replace(ONE, note="theirs")])
    started(store)
    assert now(store, "one") == mine
    assert told == [f"{folder} was edited; 1 concept waits for your decision in the editor window."]
    [review] = reviews.reviews(store.reader)
    assert [row.verdict for row in reviews.rows(store.reader, review.id)] == ["conflict"]


def test_a_folder_that_came_by_git_is_a_glossary(store: Store) -> None:
    write_glossary(store.data.glossaries / "theirs", [replace(ONE, glossary="theirs")])
    started(store)
    key = ConceptKey("theirs", "one")
    assert DecodedConcepts(store.reader).among([key])[key] == replace(ONE, glossary="theirs")
    [change] = store.reader.rows("SELECT batch.note, batch.origin FROM batch JOIN change")
    assert change == ("glossaries/theirs", "import")


def test_what_cannot_be_read_is_told_and_stays(store: Store, told: list[str]) -> None:
    saved(store, ONE)
    folder = released(store, ONE)
    (folder / "one.yaml").write_text("id: [", "utf-8")
    started(store)
    assert now(store, "one") == ONE
    assert len(told) == 1
    assert "one.yaml" in told[0]


def test_beside_another_program_everything_stays(store: Store, data: DataFolder) -> None:
    saved(store, ONE)
    folder = released(store, ONE)
    write_glossary(folder, [replace(ONE, subject="theirs")])
    reader = Store.open(data, "Ben", write=False)
    started(reader)
    reader.close()
    assert now(store, "one") == ONE
