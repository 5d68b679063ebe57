import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from booth_app.editing.opening_release import FileUnreadable, OpeningRelease
from booth_app.editing.release_counts import LanguageCounts
from booth_app.editing.releasing import (
    FileUnwritable,
    Released,
    Releasing,
    UnwritableGlossaryError,
)
from booth_app.exchange.release import ReleaseFile
from booth_app.jobs import JobCancelled
from booth_app.paths import DataFolder
from booth_app.store import releases
from booth_app.termbase import Termbase
from booth_app.terminology.approval import after_change, approved
from booth_app.terminology.concept import Concept, ConceptKey
from booth_app.terminology.concept_document import from_document
from booth_app.terminology.differences import with_field
from booth_app.terminology.fields import Field
from booth_app.terminology.glossary_folder import read_glossary
from booth_app.terminology.glossary_writing import write_glossary
from booth_app.terminology.joining import joined
from tests.editing.made_glossaries import CONCEPTS, NAME, concept

DAY = datetime(2026, 11, 24, 9, tzinfo=UTC)
FRENCH = Field("term", "fr", "c1.fr", "term")


@pytest.fixture
def booth(tmp_path: Path) -> Iterator[Termbase]:
    """Return the term base of a booth, which has no glossary yet."""
    none = tmp_path / "none"
    none.mkdir()
    data = DataFolder(tmp_path / "booth")
    termbase = Termbase.open(data, "Bo", write=True, glossaries=none)
    yield termbase
    termbase.close()


def released(termbase: Termbase, folder: Path, *, approved_only: bool = False) -> Released:
    return Releasing(termbase, NAME, approved_only=approved_only).write(DAY, folder)


def now(termbase: Termbase, id_: str) -> Concept:
    found = termbase.concept(ConceptKey(NAME, id_))
    assert found is not None
    return found


def changed(termbase: Termbase, id_: str, field: Field, value: str | None) -> Concept:
    before = now(termbase, id_)
    return termbase.save(after_change(before, with_field(before, field, value)), "typed")


def approve(termbase: Termbase, id_: str) -> Concept:
    return termbase.save(approved(now(termbase, id_), "Ana", "2026-11-24"), "typed")


def in_file(path: Path) -> dict[str, Concept]:
    with closing(ReleaseFile(path)) as file:
        return {c.id: from_document(NAME, json.loads(c.document)) for c in file.concepts()}


def test_what_is_there_goes_out_as_yaml_and_as_one_file(
    desk_termbase: Termbase, tmp_path: Path
) -> None:
    done = released(desk_termbase, tmp_path / "made" / "here")
    assert done.file == tmp_path / "made" / "here" / "desk-2026.11.24.boothglossary"
    assert done.folder.path == tmp_path / "made" / "here" / NAME
    assert len(done.folder.changed) == len(CONCEPTS)
    assert read_glossary(done.folder.path).concepts == CONCEPTS
    assert in_file(done.file) == {each.id: each for each in CONCEPTS}
    assert done.release.concepts == len(CONCEPTS)
    assert done.release.terms == {"en": 4, "fr": 3, "es": 3, "ar": 3}
    later = DAY + timedelta(hours=1)
    again = Releasing(desk_termbase, NAME).write(later, tmp_path / "made" / "here")
    assert again.release.version == "2026.11.24.2"
    assert again.folder.changed == ()
    last = releases.last(desk_termbase.store.reader, NAME)
    assert last is not None
    assert (last.version, last.person) == ("2026.11.24.2", "Ana")
    assert done.release.at == "2026-11-24T09:00:00.000Z"


def test_without_a_folder_it_stands_in_the_data_folder(desk_termbase: Termbase) -> None:
    done = Releasing(desk_termbase, NAME).write(DAY)
    assert done.file.parent == desk_termbase.store.data.glossaries
    assert (desk_termbase.store.data.glossaries / NAME / "c1.yaml").is_file()


def test_what_was_edited_there_by_hand_meanwhile_is_not_lost(desk_termbase: Termbase) -> None:
    folder = Releasing(desk_termbase, NAME).write(DAY).folder.path
    file = folder / "c3.yaml"
    file.write_text(file.read_text("utf-8").replace("host city", "host town"), "utf-8")
    changed(desk_termbase, "c3", Field("concept", name="note"), "n")
    Releasing(desk_termbase, NAME).write(DAY + timedelta(hours=1))
    assert now(desk_termbase, "c3").section("en").terms[0].text == "host town"
    assert now(desk_termbase, "c3").note == "n"
    assert desk_termbase.look_up("host town")
    assert "host town" in file.read_text("utf-8")


def test_an_approved_term_in_review_ships_as_it_was_approved(
    desk_termbase: Termbase, tmp_path: Path
) -> None:
    whole = approve(desk_termbase, "c1")
    changed(desk_termbase, "c1", FRENCH, "convoi")
    releasing = Releasing(desk_termbase, NAME)
    counts = releasing.counts()
    assert counts.languages["fr"] == LanguageCounts(approved=0, earlier=1, unapproved=2)
    assert (counts.languages["fr"].goes_out, counts.languages["fr"].stays_behind) == (3, 1)
    assert counts.languages["en"] == LanguageCounts(approved=1, unapproved=3)
    assert in_file(released(desk_termbase, tmp_path / "r").file)["c1"] == whole


def test_approved_only_holds_all_else_back(desk_termbase: Termbase, tmp_path: Path) -> None:
    everything = released(desk_termbase, tmp_path / "r")
    approve(desk_termbase, "c1")
    counts = Releasing(desk_termbase, NAME, approved_only=True).counts()
    assert (counts.concepts, counts.held_back) == (1, 3)
    assert counts.languages["en"] == LanguageCounts(approved=1, held_back=3)
    done = released(desk_termbase, tmp_path / "r", approved_only=True)
    assert list(in_file(done.file)) == ["c1"]
    assert [path.name for path in done.folder.removed] == ["c2.yaml", "c3.yaml", "c4.yaml"]
    assert len(in_file(everything.file)) == 4


def test_a_deleted_concepts_file_goes_and_somebodys_own_stays(
    desk_termbase: Termbase, tmp_path: Path
) -> None:
    folder = released(desk_termbase, tmp_path / "r").folder.path
    desk_termbase.delete(ConceptKey(NAME, "c2"), "typed")
    desk_termbase.delete(ConceptKey(NAME, "c3"), "typed")
    (folder / "mine.yaml").write_text((folder / "c1.yaml").read_text().replace("c1", "mine"))
    edited = (folder / "c3.yaml").read_text().replace("host city", "host town")
    (folder / "c3.yaml").write_text(edited)
    done = released(desk_termbase, tmp_path / "r")
    assert [path.name for path in done.folder.removed] == ["c2.yaml"]
    assert [path.name for path in done.folder.left] == ["c3.yaml"]
    assert (folder / "mine.yaml").is_file()
    assert done.release.gone == {"c2": "", "c3": ""}


def test_the_id_of_a_joined_concept_redirects(desk_termbase: Termbase, tmp_path: Path) -> None:
    kept, other = now(desk_termbase, "c1"), now(desk_termbase, "c3")
    desk_termbase.save(joined(kept, other), "merge")
    desk_termbase.delete(other.key, "merge")
    assert released(desk_termbase, tmp_path / "r").release.gone == {"c3": "c1"}


def test_an_id_that_no_file_can_have_is_in_the_one_file_alone(
    desk_termbase: Termbase, tmp_path: Path
) -> None:
    desk_termbase.save(concept("IATE:7", en="x"), "typed")
    done = released(desk_termbase, tmp_path / "r")
    assert done.folder.unnamed == ["IATE:7"]
    assert "IATE:7" in in_file(done.file)


def test_what_is_new_since_the_last_release(desk_termbase: Termbase, tmp_path: Path) -> None:
    first = {each.concept.id for each in Releasing(desk_termbase, NAME).changes()}
    assert first == {each.id for each in CONCEPTS}
    approve(desk_termbase, "c1")
    released(desk_termbase, tmp_path / "r")
    assert list(Releasing(desk_termbase, NAME).changes()) == []
    changed(desk_termbase, "c1", FRENCH, "convoi")
    changed(desk_termbase, "c3", Field("section", "en", "", "definition"), "where they stay")
    changed(desk_termbase, "c2", Field("term", "fr", "c2.fr", "term"), None)
    desk_termbase.delete(ConceptKey(NAME, "c4"), "typed")
    found = {each.concept.id: each.news for each in Releasing(desk_termbase, NAME).changes()}
    assert set(found) == {"c2", "c3", "c4"}  # the change of c1 is in review
    assert [(new.became, new.before, new.after) for new in found["c2"]] == [
        ("gone", "demandeur d’asile", "")
    ]
    assert [(new.name, new.after) for new in found["c3"]] == [
        ("English definition", "where they stay")
    ]
    assert {new.became for new in found["c4"]} == {"gone"}
    held = {
        each.concept.id for each in Releasing(desk_termbase, NAME, approved_only=True).changes()
    }
    assert held == {"c2", "c3", "c4"}


def test_a_cancelled_release_records_nothing(desk_termbase: Termbase, tmp_path: Path) -> None:
    releasing = Releasing(desk_termbase, NAME)
    releasing.cancel()
    with pytest.raises(JobCancelled):
        releasing.write(DAY, tmp_path / "r")
    assert releases.last(desk_termbase.store.reader, NAME) is None
    assert list(tmp_path.glob("r/*.boothglossary")) == []


def test_a_release_cancelled_while_it_reads_the_last_one_takes_nothing_in(
    desk_termbase: Termbase, tmp_path: Path
) -> None:
    folder = released(desk_termbase, tmp_path / "r").folder.path
    write_glossary(folder, [replace(CONCEPTS[0], note="edited by hand")])
    before = desk_termbase.store.reader.last_change()
    releasing = Releasing(desk_termbase, NAME)
    releasing.cancel()
    with pytest.raises(JobCancelled):
        releasing.write(DAY, tmp_path / "r")
    assert desk_termbase.store.reader.last_change() == before


def test_where_nothing_can_be_written_it_is_told(desk_termbase: Termbase, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises((FileUnwritable, UnwritableGlossaryError), match="cannot be made"):
        released(desk_termbase, tmp_path / "file")
    assert releases.last(desk_termbase.store.reader, NAME) is None


def test_a_booth_takes_a_release_over_and_sees_what_is_new(
    desk_termbase: Termbase, booth: Termbase, tmp_path: Path
) -> None:
    first = OpeningRelease(booth, released(desk_termbase, tmp_path / "r").file)
    assert (first.release.version, first.last) == ("2026.11.24", "")
    assert {each.concept.id for each in first.changes()} == {each.id for each in CONCEPTS}
    assert first.take_over().new == len(CONCEPTS)
    assert now(booth, "c1") == now(desk_termbase, "c1")

    own = changed(booth, "c1", Field("term", "fr", "t_own", "term"), "cortège")
    changed(desk_termbase, "c1", FRENCH, "convoi")
    changed(desk_termbase, "c2", Field("term", "fr", "c2.fr", "term"), None)
    desk_termbase.delete(ConceptKey(NAME, "c3"), "typed")
    second = OpeningRelease(booth, released(desk_termbase, tmp_path / "r").file)
    assert (second.release.version, second.last) == ("2026.11.24.2", "2026.11.24")
    told = {
        each.concept.id: [(n.became, n.before, n.after) for n in each.news]
        for each in second.changes()
    }
    assert told["c1"] == [("changed", "caravane", "convoi")]
    assert told["c2"] == [("gone", "demandeur d’asile", "")]
    assert told["c3"][0] == ("gone", "host city", "")
    second.take_over()
    assert now(booth, "c1") == with_field(own, FRENCH, "convoi")
    assert now(booth, "c2") == now(desk_termbase, "c2")
    assert booth.concept(ConceptKey(NAME, "c3")) is None
    assert list(OpeningRelease(booth, tmp_path / "r" / second.release.file_name).changes()) == []


def test_what_the_booth_changed_of_a_deleted_concept_stays(
    desk_termbase: Termbase, booth: Termbase, tmp_path: Path
) -> None:
    OpeningRelease(booth, released(desk_termbase, tmp_path / "r").file).take_over()
    mine = changed(booth, "c3", Field("concept", name="note"), "mine")
    booth.delete(ConceptKey(NAME, "c4"), "typed")
    desk_termbase.delete(ConceptKey(NAME, "c3"), "typed")
    second = OpeningRelease(booth, released(desk_termbase, tmp_path / "r").file)
    assert list(second.changes()) == []
    second.take_over()
    assert now(booth, "c3") == mine
    assert booth.concept(ConceptKey(NAME, "c4")) is None


def test_a_tampered_release_is_refused(
    desk_termbase: Termbase, booth: Termbase, tmp_path: Path
) -> None:
    file = released(desk_termbase, tmp_path / "r").file
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    with pytest.raises(FileUnreadable, match="checksum does not fit"):
        OpeningRelease(booth, file)


def test_an_untouched_release_does_not_come_back_as_a_change(desk_termbase: Termbase) -> None:
    approve(desk_termbase, "c1")
    changed(desk_termbase, "c1", FRENCH, "convoi")
    done = Releasing(desk_termbase, NAME).write(DAY)
    own = OpeningRelease(desk_termbase, done.file)
    own.take_over()
    assert now(desk_termbase, "c1").section("fr").terms[0].text == "convoi"
    assert replace(now(desk_termbase, "c2"), note="") == CONCEPTS[1]
