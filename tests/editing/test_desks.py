"""Files between term bases: what anybody did is there afterwards, or waits for a decision."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from booth_app.editing.exporting import Format
from booth_app.editing.joining_two import made_one
from booth_app.editing.opening_release import OpeningRelease
from booth_app.editing.reviews import Reviews
from booth_app.editing.taking_back import TakingBack
from booth_app.terminology.approval import approved
from booth_app.terminology.concept import ConceptKey
from booth_app.terminology.differences import with_field
from booth_app.terminology.fields import Field
from booth_app.terminology.glossary_folder import read_glossary
from tests.editing.desks import NOTE, SUBJECT, Desk
from tests.editing.made_glossaries import CONCEPTS, NAME

FORMATS: tuple[Format, ...] = ("tbx", "xlsx", "csv")
FRENCH, SPANISH = (Field("term", lang, f"c1.{lang}", "term") for lang in ("fr", "es"))  # type: ignore[arg-type]
SOURCE = FRENCH._replace(name="source")

Opened = Callable[[str], Desk]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Opened]:
    """Open the desk of a person."""
    there: list[Desk] = []

    def opened(person: str) -> Desk:
        there.append(Desk(tmp_path / person, person))
        return there[-1]

    yield opened
    for each in there:
        each.close()


@pytest.fixture
def ana(desk: Opened) -> Desk:
    ana = desk("Ana")
    for each in CONCEPTS:
        ana.termbase.save(each, "typed")
    return ana


@pytest.mark.parametrize("format_", FORMATS)
def test_what_both_did_elsewhere_is_merged_and_nothing_is_overwritten(
    ana: Desk, desk: Opened, tmp_path: Path, format_: Format
) -> None:
    bo = desk("Bo")
    first = ana.export(tmp_path / f"first.{format_}", format_)
    assert bo.take_in(first).counts.new == len(CONCEPTS)
    for number in range(3):  # their numbers of revisions say nothing about each other
        ana.edit("c1", FRENCH, f"convoi {number}")
        bo.edit("c1", SPANISH, f"marcha {number}")
        bo.edit("c2", FRENCH._replace(id="c2.fr"), f"Bo {number}")
    ana.edit("c2", FRENCH._replace(id="c2.fr"), "Ana")
    second = ana.export(tmp_path / f"second.{format_}", format_)
    bo.take_in(second)
    assert (bo.says("c1", FRENCH), bo.says("c1", SPANISH)) == ("convoi 2", "marcha 2")
    assert bo.says("c2", FRENCH._replace(id="c2.fr")) == "Bo 2"
    assert bo.waiting() == [("c2", "conflict")]
    before = bo.now("c1")
    for older in (first, second, first):
        assert bo.take_in(older).counts.stored == 0
    assert bo.now("c1") == before


@pytest.mark.parametrize("format_", FORMATS)
def test_what_was_merged_is_known_the_next_time(
    ana: Desk, desk: Opened, tmp_path: Path, format_: Format
) -> None:
    bo = desk("Bo")
    bo.take_in(ana.export(tmp_path / f"1.{format_}", format_))
    bo.edit("c1", SPANISH, "marcha")
    for number in range(3):
        ana.edit("c1", FRENCH, f"convoi {number}")
        bo.take_in(ana.export(tmp_path / f"of Ana {number}.{format_}", format_))
        assert bo.says("c1", FRENCH) == f"convoi {number}"
    assert bo.waiting() == []
    ana.take_in(bo.export(tmp_path / f"of Bo.{format_}", format_))
    assert (ana.waiting(), ana.says("c1", SPANISH)) == ([], "marcha")
    mine, theirs = ana.now("c1"), bo.now("c1")
    assert mine is not None
    assert theirs is not None
    assert mine.languages == theirs.languages


def test_one_file_does_not_take_back_what_another_brought(
    ana: Desk, desk: Opened, tmp_path: Path
) -> None:
    bo, cleo = desk("Bo"), desk("Cleo")
    for each in (bo, cleo):
        each.take_in(ana.export(tmp_path / "same name.tbx"))
    ana.edit("c1", NOTE, "of Ana")
    cleo.edit("c1", SUBJECT, "of Cleo")
    for each in (ana, cleo, ana, cleo):
        bo.take_in(each.export(tmp_path / "same name.tbx"))
    assert (bo.says("c1", NOTE), bo.says("c1", SUBJECT)) == ("of Ana", "of Cleo")
    for each in (ana, cleo):
        bo.open_release(each.release(tmp_path / "released"))
    assert (bo.says("c1", NOTE), bo.says("c1", SUBJECT)) == ("of Ana", "of Cleo")
    assert bo.waiting() == []


def test_a_file_that_names_its_revisions_alone_overwrites_nothing(
    ana: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "older.csv"
    rows = "glossary,concept_id,term_id,lang,term,base_rev\n"
    path.write_text(f"{rows}{NAME},c3,c3.en,en,hosting city,1\n", "utf-8")
    ana.take_in(path)
    assert ana.says("c3", Field("term", "en", "c3.en", "term")) == "host city"
    assert ana.waiting() == [("c3", "conflict")]


def test_what_is_part_of_another_concept_by_now_is_not_overwritten(
    ana: Desk, tmp_path: Path
) -> None:
    path, text = tmp_path / "older.csv", Field("term", "en", "c3.en", "term")
    rows = "glossary,concept_id,term_id,lang,term\n"
    path.write_text(f"{rows}{NAME},c3,c3.en,en,hosting city\n", "utf-8")
    ana.edit("c3", text, "arrival city")
    made_one(ana.termbase, ConceptKey(NAME, "c2"), ConceptKey(NAME, "c3"), {})
    ana.take_in(path)
    assert ana.says("c2", text) == "arrival city"
    assert ana.waiting() == [("c2", "conflict")]


@pytest.mark.parametrize("format_", FORMATS)
def test_what_was_made_one_comes_apart_from_others_and_asks_nothing_old(
    ana: Desk, desk: Opened, tmp_path: Path, format_: Format
) -> None:
    bo, french = desk("Bo"), FRENCH._replace(id="c2.fr")
    bo.take_in(ana.export(tmp_path / f"first.{format_}", format_))
    made_one(ana.termbase, ConceptKey(NAME, "c2"), ConceptKey(NAME, "c3"), {})
    bo.edit("c2", french, "requérant")
    assert ana.take_in(bo.export(tmp_path / f"second.{format_}", format_)).counts.conflicts == 0
    assert ana.says("c2", french) == "requérant"
    bo.edit("c2", french, "demandeur")
    bo.edit("c3", Field("term", "en", "c3.en", "term"), "arrival city")
    ana.take_in(bo.export(tmp_path / f"third.{format_}", format_))
    assert (ana.says("c2", french), ana.waiting()) == ("demandeur", [("c2", "conflict")])
    before = ana.now("c2")
    ana.decide("theirs")
    text = Field("term", "en", "c3.en", "term")
    assert before is not None
    assert ana.now("c2") == with_field(before, text, "arrival city"), "nothing else was at issue"


def test_what_a_person_chose_stays_when_the_file_comes_again(ana: Desk, tmp_path: Path) -> None:
    path, header = tmp_path / "list.csv", "glossary,concept_id,term_id,lang,term,source"
    text = Field("term", "en", "c3.en", "term")
    path.write_text(f"{header}\n{NAME},c3,c3.en,en,hosting city,\n", "utf-8")
    ana.take_in(path)
    reviews = Reviews(ana.termbase)
    [review] = reviews.open_ones(NAME)
    [row] = reviews.rows(review)
    reviews.choose(review, row, {text: "welcoming city"})
    reviews.apply(review).run()
    assert reviews.finish(review)
    path.write_text(f"{header}\n{NAME},c3,c3.en,en,hosting city,UN\n", "utf-8")
    ana.take_in(path)
    assert ana.says("c3", text) == "welcoming city"
    assert ana.says("c3", text._replace(name="source")) == "UN"
    assert ana.waiting() == []


def test_her_own_release_changes_nothing(ana: Desk, tmp_path: Path) -> None:
    for id_ in ("c1", "c2"):
        concept = ana.now(id_)
        assert concept is not None
        ana.termbase.save(approved(concept, "Ana", "2026-11-24"), "typed")
    first = ana.release(tmp_path / "r")
    ana.edit("c1", FRENCH, "convoi")  # in review by now
    ana.edit("c2", NOTE, "more")
    second = ana.release(tmp_path / "r")
    ana.edit("c1", SPANISH, "marcha")
    states = [ana.now(each.id) for each in CONCEPTS]
    for file in (second, first, second):
        assert list(OpeningRelease(ana.termbase, file).changes()) == []
        assert ana.open_release(file).stored == 0
        assert ana.take_in(file).counts.stored == 0
    assert [ana.now(each.id) for each in CONCEPTS] == states
    assert ana.waiting() == []


def test_both_ways_to_open_a_release_come_to_the_same(
    ana: Desk, desk: Opened, tmp_path: Path
) -> None:
    by_window, by_command = desk("window"), desk("command")
    first = ana.release(tmp_path / "r")
    by_window.open_release(first)
    by_command.take_in(first)
    for booth in (by_window, by_command):
        booth.edit("c1", NOTE, "own")
        booth.edit("c2", FRENCH._replace(id="c2.fr"), "own")
        booth.edit("c4", NOTE, "own")
    ana.edit("c1", SPANISH, None)
    ana.edit("c2", FRENCH._replace(id="c2.fr"), "released")
    for id_ in ("c3", "c4"):
        ana.termbase.delete(CONCEPTS[int(id_[1]) - 1].key, "typed")
    second = ana.release(tmp_path / "r")
    by_window.open_release(second)
    counts = by_command.take_in(second).counts
    assert (counts.changed, counts.conflicts) == (2, 1)
    for booth in (by_window, by_command):
        assert (booth.says("c1", NOTE), booth.says("c1", SPANISH)) == ("own", None)
        assert booth.says("c2", FRENCH._replace(id="c2.fr")) == "own"
        assert booth.now("c3") is None
        assert booth.says("c4", NOTE) == "own"
        assert booth.waiting() == [("c2", "conflict")]


def test_what_was_deleted_and_is_back_in_a_release_is_back_in_the_booth(
    ana: Desk, desk: Opened, tmp_path: Path
) -> None:
    booth = desk("booth")
    booth.open_release(ana.release(tmp_path / "r"))
    ana.termbase.delete(CONCEPTS[2].key, "typed")
    booth.open_release(ana.release(tmp_path / "r"))
    assert booth.now("c3") is None
    ana.termbase.save(CONCEPTS[2], "typed")
    booth.open_release(ana.release(tmp_path / "r"))
    assert booth.now("c3") == CONCEPTS[2]


def test_an_older_release_brings_back_nothing(ana: Desk, desk: Opened, tmp_path: Path) -> None:
    booth = desk("booth")
    older = ana.release(tmp_path / "r")
    ana.edit("c1", FRENCH, "convoi")
    ana.termbase.delete(CONCEPTS[2].key, "typed")
    newer = ana.release(tmp_path / "r")
    for file in (older, newer, newer):
        booth.open_release(file)
    for again in (booth.open_release, booth.take_in):
        again(older)
        assert (booth.says("c1", FRENCH), booth.now("c3")) == ("convoi", None)
        booth.open_release(newer)
    batches = TakingBack(booth.termbase).batches(NAME)
    booth.take_back(batches[0].id)
    assert booth.now("c3") == CONCEPTS[2]
    booth.open_release(older)
    assert (booth.now("c3"), booth.waiting()) == (CONCEPTS[2], [])


def test_an_older_release_that_says_something_new_is_heard(
    ana: Desk, desk: Opened, tmp_path: Path
) -> None:
    bo, booth = desk("Bo"), desk("booth")
    bo.take_in(ana.export(tmp_path / "all.tbx"))
    booth.open_release(ana.release(tmp_path / "r"))
    bo.edit("c3", NOTE, "of Bo")
    ana.termbase.delete(CONCEPTS[2].key, "typed")
    booth.open_release(ana.release(tmp_path / "r"))
    assert booth.now("c3") is None
    booth.open_release(bo.release(tmp_path / "of Bo"))
    assert booth.says("c3", NOTE) == "of Bo"


def test_what_was_edited_by_hand_where_a_release_goes_is_merged_first(
    ana: Desk, tmp_path: Path
) -> None:
    ana.release(tmp_path / "r")
    folder = tmp_path / "r" / NAME
    for id_, old, new in (("c3", "host city", "host town"), ("c1", "caravane", "by hand")):
        file = folder / f"{id_}.yaml"
        file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
    ana.edit("c3", NOTE, "mine")
    ana.edit("c1", FRENCH, "convoi")
    ana.release(tmp_path / "r")
    assert ana.says("c3", Field("term", "en", "c3.en", "term")) == "host town"
    assert ana.says("c3", NOTE) == "mine"
    assert ana.says("c1", FRENCH) == "convoi"
    assert ana.waiting() == [("c1", "conflict")]
    written = {each.id: each for each in read_glossary(folder).concepts}
    assert written["c3"] == ana.now("c3")
    ana.decide("theirs")
    assert ana.says("c1", FRENCH) == "by hand"


def test_a_folder_is_compared_with_what_was_written_there(ana: Desk, tmp_path: Path) -> None:
    ana.release()
    ana.edit("c3", NOTE, "later")
    ana.release(tmp_path / "elsewhere")
    folder = ana.termbase.store.data.glossaries / NAME
    file = folder / "c1.yaml"
    file.write_text(file.read_text("utf-8").replace("caravane", "by hand"), "utf-8")
    ana.close()
    ana.reopen()
    assert ana.says("c1", FRENCH) == "by hand"
    assert ana.says("c3", NOTE) == "later"
