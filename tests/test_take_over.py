import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from booth_app.jobs import JobCancelled
from booth_app.lookup import index_cache
from booth_app.lookup.index_cache import Rebuild
from booth_app.meeting.meeting_folder import read_meeting
from booth_app.paths import DataFolder, bundled
from booth_app.store import backups
from booth_app.store.batches import left_over
from booth_app.store.judging import Brought
from booth_app.store.verdicts import Counts
from booth_app.take_over import Step
from booth_app.termbase import Termbase
from booth_app.terminology.concept import Concept, ConceptKey, LanguageSection, Term
from booth_app.terminology.concept_document import to_json

KEY = ConceptKey("big", "c7")


def concept(number: int, word: str = "zorb") -> Concept:
    id_ = f"c{number}"
    term = Term(id=f"{id_}.en.1", text=f"{word} number {number}")
    return Concept(glossary="big", id=id_, languages={"en": LanguageSection(terms=(term,))})


def documents(count: int, word: str = "zorb") -> Iterator[Sequence[Brought]]:
    for at in range(0, count, 50):
        some = (concept(number, word) for number in range(at, min(at + 50, count)))
        yield [Brought(each.id, to_json(each)) for each in some]


@pytest.fixture
def data(kept_data: DataFolder, tmp_path: Path) -> DataFolder:
    data = DataFolder(tmp_path / "data")
    shutil.copytree(kept_data.root, data.root)
    return data


@pytest.fixture
def termbase(data: DataFolder) -> Iterator[Termbase]:
    termbase = Termbase.open(data, "Ana", write=True)
    yield termbase
    termbase.close()


def found(termbase: Termbase, text: str) -> list[ConceptKey]:
    return [hit.concept.key for hit in termbase.look_up(text) if hit.concept]


@pytest.mark.parametrize("count", [10, 300])  # brought up to date; built anew
def test_all_of_it_is_found_at_the_end(termbase: Termbase, count: int) -> None:
    steps: list[Step] = []
    assert termbase.take_over("big", documents(count)).run(steps.append) == Counts(new=count)
    assert found(termbase, "zorb number 7")[0] == KEY
    assert [spot.concept for spot in termbase.spot("a zorb number 7", "en")] == [KEY]
    assert found(termbase, "imrf")[0].id == "imrf"
    assert steps == ["reading", "backing up", "storing", *(["indexing"] if count > 20 else [])]
    [change] = termbase.history(KEY)
    assert (change.origin, change.person) == ("import", "Ana")


@pytest.mark.parametrize("count", [10, 300])
def test_the_next_start_finds_it_without_building(
    data: DataFolder, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    termbase = Termbase.open(data, "Ana", write=True)
    termbase.take_over("big", documents(count)).run()
    termbase.close()
    monkeypatch.setattr(Rebuild, "index", None)
    again = Termbase.open(data, "Ana", write=False)
    assert found(again, "zorb number 7")[0] == KEY
    again.close()


def test_nothing_of_it_is_found_before_the_end(termbase: Termbase) -> None:
    seen: list[list[ConceptKey]] = []

    def watched() -> Iterator[Sequence[Brought]]:
        for some in documents(300):
            yield some
            seen.append(found(termbase, "zorb"))
            assert termbase.concept(ConceptKey("big", some[0][0])) is None

    termbase.take_over("big", watched()).run()
    assert seen == [[]] * 6


@pytest.mark.parametrize("count", [10, 300])
def test_coming_again_it_is_the_same_or_changed(termbase: Termbase, count: int) -> None:
    termbase.take_over("big", documents(count)).run()
    assert termbase.concept(KEY) == concept(7)
    assert termbase.take_over("big", documents(count)).run() == Counts(same=count)
    changed = termbase.take_over("big", documents(count, "blorp")).run()
    assert changed == Counts(changed=count)
    assert termbase.concept(KEY) == concept(7, "blorp")
    assert found(termbase, "blorp number 7")[0] == KEY
    assert KEY not in found(termbase, "zorb")
    assert len(termbase.history(KEY)) == 2


def test_what_changes_meanwhile_is_found_too(
    termbase: Termbase, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = Rebuild.index

    def index(rebuild: Rebuild) -> object:
        index = built(rebuild)
        termbase.pairs.add(("en", "quibble"), ("fr", "quibule"))
        shipped = termbase.concept(ConceptKey("migration-governance", "imrf"))
        assert shipped is not None
        termbase.delete(shipped.key, "typed")
        termbase.save(concept(7, "mine"), "typed")
        return index

    monkeypatch.setattr(Rebuild, "index", index)
    termbase.take_over("big", documents(300)).run()
    assert found(termbase, "quibble")[0].glossary == "booth"
    assert "imrf" not in {key.id for key in found(termbase, "imrf")}
    assert found(termbase, "mine number 7")[0] == KEY
    assert termbase.concept(KEY) == concept(7, "mine")


def test_the_meeting_goes_on_and_has_the_new_terms(termbase: Termbase) -> None:
    meeting = read_meeting(bundled("resources") / "meetings" / "gfmd-mayors-2021")
    termbase.follow(meeting)
    termbase.follow_item(meeting.items[2])
    made = termbase.pairs.add(("en", "quibble"), ("fr", "quibule"))
    termbase.switch_off(["migration-governance", "booth"])
    title = meeting.items[2].title["fr"].text.split()[0]
    in_title = Term(id="c0.fr.1", text=title)
    new = replace(concept(0), languages={"fr": LanguageSection(terms=(in_title,))})
    rest = [Brought(each.id, to_json(each)) for each in map(concept, range(1, 300))]
    termbase.take_over("big", [[Brought(new.id, to_json(new)), *rest]]).run()
    assert termbase.look_up("gunnarson")[0].person == meeting.person("Carola Gunnarsson")
    hits = {hit.concept.key: hit.tier for hit in termbase.look_up("quibble") if hit.concept}
    assert hits[made.key] == "meeting"
    rows = termbase.item_terms(meeting, meeting.items[2], 100).rows
    assert new.key in {row.concept.key for row in rows if row.concept}
    assert termbase.look_up("zorb")[0].tier == "glossary"
    assert termbase.look_up("uclg")[0].tier in ("meeting", "other")


@pytest.mark.parametrize("count", [10, 300])
def test_cancelled_nothing_is_left(data: DataFolder, count: int) -> None:
    termbase = Termbase.open(data, "Ana", write=True)

    def cancelling() -> Iterator[Sequence[Brought]]:
        yield from documents(count)
        taking.cancel()
        yield []

    taking = termbase.take_over("big", cancelling())
    with pytest.raises(JobCancelled):
        taking.run()
    _assert_nothing_is_left(termbase)
    assert termbase.take_over("big", documents(count)).run() == Counts(new=count)
    termbase.close()


def test_what_changes_while_it_is_stored_and_indexed_is_in_the_index(
    data: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index_cache, "_SMALL", 100)  # so that a child builds it meanwhile
    termbase = Termbase.open(data, "Ana", write=True)

    def coming() -> Iterator[Sequence[Brought]]:
        yield from documents(1_000)
        time.sleep(3)  # so that the child has read them
        termbase.save(concept(7, "mine"), "typed")
        termbase.save(replace(concept(8, "ours"), glossary="booth"), "typed")
        termbase.delete(ConceptKey("migration-governance", "imrf"), "typed")
        yield from documents(1_100)

    termbase.take_over("big", coming()).run()
    asked = ("zorb number 1050", "mine number 7", "ours number 8", "imrf")
    before = [found(termbase, text) for text in asked]
    termbase.close()
    monkeypatch.setattr(Rebuild, "index", None)
    again = Termbase.open(data, "Ana", write=False)  # what the child wrote
    assert [found(again, text) for text in asked] == before
    assert before[0][0] == ConceptKey("big", "c1050")
    assert before[1][0] == KEY
    assert before[2][0] == ConceptKey("booth", "c8")
    assert "imrf" not in {key.id for key in before[3]}
    assert KEY not in found(again, "zorb number 7")
    again.close()


def test_cancelled_while_the_index_is_built(
    termbase: Termbase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index_cache, "_SMALL", 100)  # so that a child builds it
    taking = termbase.take_over("big", documents(3_000))

    def cancel_now(step: Step) -> None:
        if step == "indexing":  # its child began while the rest was stored
            taking.cancel()

    with pytest.raises(JobCancelled):
        taking.run(cancel_now)
    _assert_nothing_is_left(termbase)
    assert len(list(termbase.store.data.cache.glob("index-*"))) == 1


def test_a_fault_of_the_documents_leaves_nothing(termbase: Termbase) -> None:
    def faulty() -> Iterator[Sequence[Brought]]:
        yield from documents(100)
        raise ValueError("line 101")

    with pytest.raises(ValueError, match="line 101"):
        termbase.take_over("big", faulty()).run()
    _assert_nothing_is_left(termbase)


def test_what_cannot_be_read_at_all_changes_nothing(data: DataFolder) -> None:
    termbase = Termbase.open(data, "Ana", write=True)
    termbase.close()
    before = data.database.read_bytes()

    def unreadable() -> Iterator[Sequence[Brought]]:
        raise ValueError("no table")
        yield []

    termbase = Termbase.open(data, "Ana", write=True)
    with pytest.raises(ValueError, match="no table"):
        termbase.take_over("big", unreadable()).run()
    termbase.close()
    assert data.database.read_bytes() == before


def test_there_is_a_backup_of_what_was_before(termbase: Termbase) -> None:
    termbase.pairs.add(("en", "quibble"), ("fr", "quibule"))
    termbase.take_over("big", documents(10)).run()
    data = termbase.store.data
    assert not backups.is_current(data)
    newest = next(iter(backups.backups(data).values()))
    assert b"quibule" in newest.read_bytes()
    assert b"zorb number 7" not in newest.read_bytes()


def _assert_nothing_is_left(termbase: Termbase) -> None:
    assert found(termbase, "zorb") == []
    assert termbase.concept(KEY) is None
    termbase.store.sweep()  # what the store's own thread does, too
    assert left_over(termbase.store) == []
    assert termbase.store.reader.rows("SELECT name FROM glossary WHERE name = 'big'") == []
    assert termbase.store.reader.rows("SELECT 1 FROM change WHERE glossary = 'big'") == []


_IMPORTER = """
import sys
from pathlib import Path
from booth_app.lookup import index_cache
from booth_app.paths import DataFolder
from booth_app.termbase import Termbase
from tests.test_take_over import documents

if __name__ == "__main__":
    index_cache._SMALL = 100  # so that a child process builds the index
    termbase = Termbase.open(DataFolder(Path(sys.argv[1])), "Ana", write=True)

    def told():
        for some in documents(2_000):
            print("stored", flush=True)
            yield some

    termbase.take_over("big", told()).run(lambda step: print(step, flush=True))
    print("done", flush=True)
    termbase.close()
"""


@pytest.mark.parametrize(
    ("after", "seconds"),
    [("backing up", 0.0), ("stored", 0.05), ("stored", 0.3), ("indexing", 0.1), ("indexing", 1.0)],
)
def test_killed_at_any_moment_it_is_there_or_it_is_not(
    data: DataFolder, after: str, seconds: float
) -> None:
    chance = random.Random(f"{after}{seconds}")
    writer = subprocess.Popen(
        [sys.executable, "-c", _IMPORTER, str(data.root)], stdout=subprocess.PIPE, text=True
    )
    assert writer.stdout is not None
    while writer.stdout.readline().strip() != after:
        pass
    time.sleep(seconds * chance.uniform(0.5, 1.0))
    writer.kill()
    done = "done" in writer.communicate()[0]
    told: list[str] = []
    termbase = Termbase.open(data, "Ana", write=True, told=told.append)
    assert told == []
    if termbase.concept(KEY) is None:
        assert not done
        _assert_nothing_is_left(termbase)
    assert termbase.take_over("big", documents(2_000)).run() in (
        Counts(new=2_000),
        Counts(same=2_000),
    )
    assert found(termbase, "zorb number 7")[0] == KEY
    termbase.close()


@pytest.mark.parametrize("count", [10, 300])
def test_what_is_changed_meanwhile_is_merged_and_found(termbase: Termbase, count: int) -> None:
    termbase.take_over("big", documents(count)).run()

    def edited() -> Iterator[Sequence[Brought]]:
        yield from documents(count, "blorp")
        termbase.save(replace(concept(7), note="mine"), "typed")
        yield []

    termbase.take_over("big", edited()).run()
    assert termbase.concept(KEY) == replace(concept(7, "blorp"), note="mine")
    assert found(termbase, "blorp number 7")[0] == KEY
    assert KEY not in found(termbase, "zorb")
