import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from booth_app.languages import Lang
from booth_app.lookup import index_cache
from booth_app.meeting.meeting import Meeting
from booth_app.meeting.meeting_folder import read_meeting
from booth_app.meetings import Meetings, Standing
from booth_app.paths import DataFolder, bundled
from booth_app.store.additions import PairIncomplete
from booth_app.store.faults import BoothIsOpen, NotWritable, StoreFault
from booth_app.store.first_read import first_read
from booth_app.store.lock import WriterLock
from booth_app.store.store import Store
from booth_app.termbase import Hit, ItemRow, Termbase
from booth_app.terminology.concept import Concept, ConceptKey

SHIPPED = "migration-governance"
IDS = ("imrf", "gcm", "rmrf", "gfmd", "lrg", "recovery", "response", "iom", "mayor", "uclg")


@pytest.fixture(scope="module")
def kept_data(tmp_path_factory: pytest.TempPathFactory) -> DataFolder:
    """A data folder with the shipped glossary taken in; copied, never changed."""
    data = DataFolder(tmp_path_factory.mktemp("kept"))
    Termbase.open(data, "Ana", write=True).close()
    return data


@pytest.fixture
def data(kept_data: DataFolder, tmp_path: Path) -> DataFolder:
    shutil.copytree(kept_data.root, tmp_path / "data")
    return DataFolder(tmp_path / "data")


@pytest.fixture
def termbase(data: DataFolder) -> Iterator[Termbase]:
    termbase = Termbase.open(data, "Ana", write=True)
    yield termbase
    termbase.close()


@pytest.fixture(scope="module")
def meeting() -> Meeting:
    return read_meeting(bundled("resources") / "meetings" / "gfmd-mayors-2021")


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A small glossary folder, to be changed."""
    folder = tmp_path / "glossaries" / SHIPPED
    folder.mkdir(parents=True)
    for id_ in IDS:
        shutil.copy(bundled("glossaries") / SHIPPED / f"{id_}.yaml", folder)
    return folder.parent


def _ids(termbase: Termbase, text: str) -> list[str]:
    return [hit.concept.id for hit in termbase.look_up(text) if hit.concept]


def _name(of: Hit | ItemRow) -> str:
    return of.concept.id if of.concept else of.person.name if of.person else ""


def _first(termbase: Termbase, text: str) -> str:
    return _name(termbase.look_up(text)[0])


def test_key_to_hit_to_concept(termbase: Termbase) -> None:
    hit = termbase.look_up("imrf")[0]
    assert hit.glossary == SHIPPED
    assert hit.concept is not None
    assert hit.concept == termbase.concept(ConceptKey(SHIPPED, "imrf"))
    assert (hit.person, hit.matched.term, hit.how, hit.tier) == (None, "IMRF", "exact", "glossary")
    assert len(termbase.look_up("migration", 3)) == 3
    assert {h.matched.lang for h in termbase.look_up("migration", languages=("fr",))} == {"fr"}
    assert termbase.concept(ConceptKey("other", "imrf")) is None


def test_people_are_found_and_their_meeting_s_terms_come_first(
    termbase: Termbase, meeting: Meeting
) -> None:
    assert not any(hit.person for hit in termbase.look_up("gunnarson"))
    termbase.follow(meeting)
    hit = termbase.look_up("gunnarson")[0]
    assert (hit.person, hit.concept, hit.glossary) == (
        meeting.person("Carola Gunnarsson"),
        None,
        None,
    )
    assert termbase.look_up("fmmd")[0].tier == "meeting"
    spots = termbase.spot("Mme Carola Gunnarsson et le FMMD", "fr")
    assert (spots[0].person, spots[1].concept and spots[1].concept.id) == (
        "Carola Gunnarsson",
        "gfmd",
    )
    termbase.follow(None)
    assert not any(hit.person for hit in termbase.look_up("gunnarson"))
    assert termbase.look_up("fmmd")[0].tier == "glossary"


def test_an_item_s_terms_come_in_the_order_of_where_they_stand(
    termbase: Termbase, meeting: Meeting
) -> None:
    termbase.follow(meeting)
    item = meeting.items[2]
    rows = termbase.item_terms(meeting, item).rows
    names = [
        row.person.name if row.person else row.concept.id if row.concept else "" for row in rows
    ]
    assert len(names) == len(set(names)) == 18
    first_person = names.index("Cécile Riallant")
    in_title = {s.concept.id for s in termbase.spot(item.title["fr"].text, "fr") if s.concept}
    assert in_title
    assert in_title <= set(names[:first_person])
    assert names.index("iom") > first_person  # of her organisation
    assert names.index("Carola Gunnarsson") > names.index("iom")
    own = [row.own for row in rows]
    assert own == sorted(own, reverse=True)


def test_what_is_missing_to_eighteen_is_the_meeting_s_by_frequency(
    termbase: Termbase, meeting: Meeting
) -> None:
    termbase.follow(meeting)
    rows = termbase.item_terms(meeting, meeting.items[6]).rows
    others = [row.concept.key for row in rows if not row.own and row.concept]
    assert len(rows) == 18
    (note,) = meeting.documents
    spotted = [spot.concept for spot in termbase.spot(note.text, note.lang)]
    counts = [spotted.count(key) for key in others]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > 1


def test_terms_of_a_meeting_that_is_not_followed(termbase: Termbase, meeting: Meeting) -> None:
    item = meeting.items[2]
    unfollowed = termbase.item_terms(meeting, item)
    termbase.follow(meeting)
    followed = termbase.item_terms(meeting, item)
    assert [row.concept for row in unfollowed.rows] == [row.concept for row in followed.rows]
    assert len(termbase.item_terms(meeting, item, 5).rows) == 5


def test_following_leaves_the_terms_prepared_for_the_next_start(
    data: DataFolder, meeting: Meeting
) -> None:
    termbase = Termbase.open(data, "Ana", write=True)
    kept = Meetings(termbase.store).last_open()
    assert kept == meeting
    termbase.follow(kept)
    shown = {item.id: termbase.item_terms(meeting, item) for item in meeting.items}
    termbase.close()
    for item, terms in shown.items():
        store = Store.open(data, "Ana", write=True)
        Meetings(store).keep(meeting.id, Standing(item=item))
        store.close()
        found = first_read(data, meeting.id)
        assert found is not None
        assert found.terms == {item: terms}


def test_a_meeting_that_is_not_stored_prepares_nothing_and_harms_nothing(
    data: DataFolder, meeting: Meeting
) -> None:
    told: list[str] = []
    termbase = Termbase.open(data, "Ana", write=True, told=told.append)
    termbase.follow(replace(meeting, id="not stored"))
    termbase.close()
    assert told == []


def test_the_item_in_progress_ranks_above_equals(termbase: Termbase, meeting: Meeting) -> None:
    termbase.follow(meeting)
    for item in (*meeting.items, None):
        termbase.follow_item(item)
        assert _first(termbase, "imrf") == "imrf"


def test_a_new_pair_is_usable_at_once_and_signed(data: DataFolder) -> None:
    termbase = Termbase.open(data, "Ana", write=True)
    made = termbase.add_pair(("en", " migrant\tcaravan "), ("fr", "caravane de migrants\u202e"))
    assert made.glossary == "booth"
    assert made.id.startswith("c_")
    (english,) = made.section("en").terms
    assert (english.text, english.approval, english.attested) == (
        "migrant caravan",
        "draft",
        "none",
    )
    assert english.id.startswith("t_")
    assert made.section("fr").terms[0].text == "caravane de migrants"
    assert _first(termbase, "migrant carav") == made.id
    assert termbase.look_up("caravane")[0].concept == made
    (change,) = termbase.history(made.key)
    assert (change.person, change.origin, change.before, change.after) == (
        "Ana",
        "booth",
        None,
        made,
    )
    termbase.close()
    again = Termbase.open(data, "Ben", write=False)
    assert _first(again, "migrant carav") == made.id
    again.close()


def test_a_pair_made_in_a_meeting_is_the_meeting_s(termbase: Termbase, meeting: Meeting) -> None:
    termbase.follow(meeting)
    termbase.add_pair(("en", "migrant caravan"), ("fr", "caravane de migrants"))
    assert termbase.look_up("migrant caravan")[0].tier == "meeting"


def test_a_pair_is_taken_back_for_good_the_last_one_first(data: DataFolder) -> None:
    termbase = Termbase.open(data, "Ana", write=True)
    assert termbase.take_back() is None
    first = termbase.add_pair(("en", "zorbing"), ("fr", "zorbage"))
    second = termbase.add_pair(("en", "zymurgy"), ("ar", "علم التخمير"))
    assert termbase.take_back() == second
    assert second.id not in _ids(termbase, "zymurgy")
    assert termbase.concept(second.key) is None
    assert _first(termbase, "zorbing") == first.id
    termbase.close()
    again = Termbase.open(data, "Ana", write=True)
    assert second.id not in _ids(again, "zymurgy")
    assert again.take_back() is None  # what another day made is not undone by a key
    assert [c.after for c in again.history(second.key)] == [second, None]
    again.close()


@pytest.mark.parametrize("text", ["", "  ", "\u202e", "…", "x" * 1_001, "\ud800"])
def test_a_pair_without_words_is_refused(termbase: Termbase, text: str) -> None:
    with pytest.raises(PairIncomplete) as caught:
        termbase.add_pair(("en", "word"), ("fr", text))
    assert isinstance(caught.value, StoreFault)
    assert termbase.take_back() is None


def test_odd_texts_are_stored_as_they_can_be(termbase: Termbase) -> None:
    made = termbase.add_pair(("en", "<b>bold</b> \ud800x"), ("fr", "' OR 1=1 --\x00"))
    assert made.section("en").terms[0].text == "<b>bold</b> \ufffdx"
    assert made.section("fr").terms[0].text == "' OR 1=1 --"
    assert termbase.concept(made.key) == made


def test_an_edit_is_found_at_once_and_what_it_replaced_no_more(termbase: Termbase) -> None:
    concept = termbase.concept(ConceptKey(SHIPPED, "imrf"))
    assert concept is not None
    section = concept.section("en")
    renamed = replace(section.terms[0], text="zorbing forum")
    changed = replace(
        concept,
        languages={**concept.languages, "en": replace(section, terms=(renamed,))},
    )
    assert termbase.save(changed, "typed") == changed
    assert termbase.look_up("zorbing forum")[0].concept == changed
    assert [s.concept for s in termbase.spot("a zorbing forum", "en")] == [concept.key]
    assert [c.origin for c in termbase.history(concept.key)] == ["bundled", "typed"]
    termbase.delete(concept.key, "typed")
    assert "imrf" not in _ids(termbase, "zorbing forum")
    assert termbase.spot("a zorbing forum", "en") == []


def test_reading_changes_nothing(data: DataFolder) -> None:
    termbase = Termbase.open(data, "Ana", write=False)
    assert not termbase.can_write
    with pytest.raises(NotWritable):
        termbase.add_pair(("en", "one"), ("fr", "un"))
    assert termbase.take_back() is None
    termbase.close()


def test_beside_a_writer_others_read_and_no_one_else_writes(data: DataFolder) -> None:
    window = Termbase.open(data, "Ana", write=True)
    with pytest.raises(BoothIsOpen):
        Termbase.open(data, "Ben", write=True)
    made = window.add_pair(("en", "zorbing"), ("fr", "zorbage"))
    command = Termbase.open(data, "Ben", write=False)
    assert _first(command, "zorbing") == made.id
    command.close()
    window.close()


def test_a_second_start_reads_without_sqlalchemy(data: DataFolder) -> None:
    code = (
        "import sys; from pathlib import Path; from booth_app.paths import DataFolder\n"
        "from booth_app.termbase import Hit, ItemRow, Termbase\n"
        "assert 'numpy' not in sys.modules\n"
        "for opened in (Termbase.reading, lambda d: Termbase.open(d, 'Ana', write=False)):\n"
        "    termbase = opened(DataFolder(Path(sys.argv[1])))\n"
        "    assert termbase.look_up('imrf')[0].concept.id == 'imrf'\n"
        "    termbase.close()\n"
        "print({'sqlalchemy', 'alembic', 'ruamel', 'PySide6'} & set(sys.modules))"
    )
    asked = [sys.executable, "-c", code, str(data.root)]
    done = subprocess.run(asked, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_there_is_nothing_to_read_where_anything_is_due(data: DataFolder, tmp_path: Path) -> None:
    assert Termbase.reading(DataFolder(tmp_path / "empty")) is None
    assert not (tmp_path / "empty").exists()
    data.database.write_bytes(b"\x99" * 5_000)
    assert Termbase.reading(data) is None


def test_new_and_changed_glossaries_are_taken_in(tmp_path: Path, sources: Path) -> None:
    data = DataFolder(tmp_path / "data")
    for write in (True, False):
        Termbase.open(data, "Ana", write=write, glossaries=sources).close()
    file = sources / SHIPPED / "imrf.yaml"
    file.write_text(file.read_text("utf-8").replace("IMRF", "ZMRF"), encoding="utf-8")
    (sources / SHIPPED / "gcm.yaml").unlink()
    termbase = Termbase.open(data, "Ana", write=False, glossaries=sources)
    assert termbase.look_up("zmrf")[0].concept == termbase.concept(ConceptKey(SHIPPED, "imrf"))
    assert "gcm" not in _ids(termbase, "gcm")
    assert [c.origin for c in termbase.history(ConceptKey(SHIPPED, "imrf"))] == ["bundled"] * 2
    termbase.close()


def test_what_the_person_edited_is_merged_with_what_is_newer(tmp_path: Path, sources: Path) -> None:
    data = DataFolder(tmp_path / "data")
    mine = _edited(data, sources, since="2021-01-22")
    file = sources / SHIPPED / "imrf.yaml"
    file.write_text(file.read_text("utf-8").replace("IMRF", "ZMRF"), encoding="utf-8")
    told: list[str] = []
    for text in ("ZMRF", "YMRF"):
        file.write_text(file.read_text("utf-8").replace("ZMRF", text), encoding="utf-8")
        termbase = Termbase.open(data, "Ana", write=True, told=told.append, glossaries=sources)
        merged = termbase.concept(mine.key)
        assert merged is not None
        assert merged.since == "2021-01-22"
        assert text in {term.text for _, term in merged.terms()}
        termbase.close()
    assert told == []


def test_what_both_changed_stays_and_waits_and_that_is_told(tmp_path: Path, sources: Path) -> None:
    data = DataFolder(tmp_path / "data")
    mine = _edited(data, sources, subject="mine")
    file = sources / SHIPPED / "imrf.yaml"
    subject = next(line for line in file.read_text("utf-8").splitlines() if "subject:" in line)
    file.write_text(file.read_text("utf-8").replace(subject, "subject: theirs"), encoding="utf-8")
    told: list[str] = []
    for _ in range(2):
        termbase = Termbase.open(data, "Ana", write=True, told=told.append, glossaries=sources)
        assert termbase.concept(mine.key) == mine
        [(state, verdict, concept)] = termbase.store.reader.rows(
            "SELECT state, verdict, concept FROM review JOIN review_row ON review = review.id"
        )
        assert (state, verdict, concept) == ("open", "conflict", "imrf")
        termbase.close()
    waits = "1 concept waits for your decision in the editor window: you changed the same"
    assert told == [f"The glossary {SHIPPED} is newer now; {waits}."]


def _edited(data: DataFolder, sources: Path, **fields: str) -> Concept:
    """Return a shipped concept as a person edited it."""
    termbase = Termbase.open(data, "Ana", write=True, glossaries=sources)
    concept = termbase.concept(ConceptKey(SHIPPED, "imrf"))
    assert concept is not None
    mine = termbase.save(replace(concept, **fields), "typed")  # type: ignore[arg-type]
    termbase.close()
    return mine


def test_beside_a_window_a_command_leaves_new_glossaries_alone(
    tmp_path: Path, sources: Path
) -> None:
    data = DataFolder(tmp_path / "data")
    Termbase.open(data, "Ana", write=True, glossaries=sources).close()
    (sources / SHIPPED / "gcm.yaml").unlink()
    with WriterLock(data.lock):
        termbase = Termbase.open(data, "Ben", write=False, glossaries=sources)
        assert _first(termbase, "gcm") == "gcm"
        termbase.close()


def test_a_bad_file_is_told_with_its_line_and_the_rest_is_found(
    tmp_path: Path, sources: Path
) -> None:
    data = DataFolder(tmp_path / "data")
    Termbase.open(data, "Ana", write=False, glossaries=sources).close()
    (sources / SHIPPED / "gcm.yaml").write_text("id: gcm\nlanguages: {en: [\n", encoding="utf-8")
    told: list[str] = []
    termbase = Termbase.open(data, "Ana", write=False, told=told.append, glossaries=sources)
    termbase.close()
    termbase = Termbase.open(data, "Ana", write=False, told=told.append, glossaries=sources)
    assert len(told) == 2  # at every start until it can be read
    assert told[0] == told[1]
    assert "gcm.yaml, line" in told[0]
    assert _first(termbase, "imrf") == "imrf"
    assert _first(termbase, "gcm") == "gcm"  # as it was when it could be read
    termbase.close()


def test_of_many_bad_files_the_first_are_named_and_the_rest_counted(
    tmp_path: Path, sources: Path
) -> None:
    for id_ in IDS:
        (sources / SHIPPED / f"{id_}.yaml").write_text("{", encoding="utf-8")
    told: list[str] = []
    data = DataFolder(tmp_path / "data")
    Termbase.open(data, "Ana", write=False, told=told.append, glossaries=sources).close()
    assert len(told) == 4
    assert f"{len(IDS) - 3} more files" in told[-1]


def test_without_glossaries_the_booth_opens_and_says_so(tmp_path: Path) -> None:
    data = DataFolder(tmp_path / "data")
    told: list[str] = []
    termbase = Termbase.open(
        data, "Ana", write=True, told=told.append, glossaries=tmp_path / "none"
    )
    assert len(told) == 1
    assert str(tmp_path / "none") in told[0]
    assert termbase.look_up("imrf") == []
    made = termbase.add_pair(("en", "zorbing"), ("fr", "zorbage"))
    assert _first(termbase, "zorbing") == made.id
    termbase.close()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda cache: shutil.rmtree(cache),
        lambda cache: (cache / "index.json").write_text("{"),
        lambda cache: (cache / "index.json").write_text('{"folder": "../..", "seq": 3}'),
        lambda cache: [shutil.rmtree(path) for path in cache.glob("index-*")],
        lambda cache: [f.write_bytes(f.read_bytes()[:99]) for f in cache.glob("index-*/*")],
    ],
)
def test_a_cache_that_cannot_be_read_is_built_again_quietly(
    data: DataFolder, spoil: Callable[[Path], object]
) -> None:
    spoil(data.cache)
    told: list[str] = []
    termbase = Termbase.open(data, "Ana", write=False, told=told.append)
    assert _first(termbase, "imrf") == "imrf"
    termbase.close()
    assert told == []
    assert len(list(data.cache.glob("index-*"))) == 1


def test_a_cache_that_cannot_be_written_is_no_fault(data: DataFolder) -> None:
    shutil.rmtree(data.cache)
    data.cache.write_text("a file where the folder should be")
    termbase = Termbase.open(data, "Ana", write=True)
    assert _first(termbase, "imrf") == "imrf"
    termbase.close()


def test_the_cache_of_another_database_is_not_used(data: DataFolder, sources: Path) -> None:
    data.database.unlink()
    termbase = Termbase.open(data, "Ana", write=False, glossaries=sources)
    assert len({hit.concept for hit in termbase.look_up("m", 100)}) <= len(IDS)
    assert _first(termbase, "imrf") == "imrf"
    termbase.close()


def test_a_database_put_back_from_a_backup_is_indexed_anew(data: DataFolder) -> None:
    before = data.database.read_bytes()
    for text in ("zorbing", "zymurgy"):
        data.database.write_bytes(before)
        termbase = Termbase.open(data, "Ana", write=True)
        made = termbase.add_pair(("en", text), ("fr", text))
        termbase.close()
        shutil.rmtree(data.cache)  # so that the next start keeps an index with the new term
        termbase = Termbase.open(data, "Ana", write=False)
        assert _first(termbase, text) == made.id
        termbase.close()
        kept = shutil.copytree(data.cache, data.root / text)
    shutil.rmtree(data.cache)
    shutil.copytree(kept.with_name("zorbing"), data.cache)
    termbase = Termbase.open(data, "Ana", write=False)
    assert _first(termbase, "zymurgy") == made.id
    assert not any(hit.glossary == "booth" for hit in termbase.look_up("zorbing"))
    termbase.close()


def test_many_changes_make_a_new_index(data: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {path.name for path in data.cache.glob("index-*")}
    termbase = Termbase.open(data, "Ana", write=True)
    for n in range(4):
        termbase.add_pair(("en", f"zorbing {n}"), ("fr", f"zorbage {n}"))
    termbase.close()
    Termbase.open(data, "Ana", write=False).close()
    assert {path.name for path in data.cache.glob("index-*")} == before
    monkeypatch.setattr(index_cache, "_FEW_OF_SMALL", 3)
    again = Termbase.open(data, "Ana", write=False)
    assert len(_ids(again, "zorbing")) == 4
    again.close()
    after = {path.name for path in data.cache.glob("index-*")}
    assert len(after) == 1
    assert after.isdisjoint(before)


@pytest.mark.parametrize("works", [True, False])
def test_a_large_index_is_built_in_a_child_process(
    data: DataFolder, monkeypatch: pytest.MonkeyPatch, works: bool
) -> None:
    shutil.rmtree(data.cache)
    monkeypatch.setattr(index_cache, "_SMALL", 100)
    built_here: list[Path] = []
    if works:
        monkeypatch.setattr(index_cache, "build", lambda _, folder: built_here.append(folder))
    else:
        monkeypatch.setattr(index_cache, "_build_away", _fails)
    termbase = Termbase.open(data, "Ana", write=False)
    assert _first(termbase, "imrf") == "imrf"
    termbase.close()
    assert built_here == []


def _fails(*_: object) -> None:
    raise SystemExit(3)


def test_damage_met_while_opening_is_repaired_with_the_person_s_own_terms(
    data: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    from booth_app.store import opening

    termbase = Termbase.open(data, "Ana", write=True)
    made = termbase.add_pair(("en", "zorbing"), ("fr", "zorbage"))
    termbase.close()
    # As with a database that is too large to be checked at each opening.
    monkeypatch.setattr(opening, "_SMALL", 0)
    content = bytearray(data.database.read_bytes())
    at = content.index(b'"imrf.en.1"') // 4096 * 4096
    content[at : at + 4096] = b"\x99" * 4096
    data.database.write_bytes(content)
    shutil.rmtree(data.cache)
    told: list[str] = []
    again = Termbase.open(data, "Ana", write=False, told=told.append)
    assert _first(again, "imrf") == "imrf"
    assert _first(again, "zorbing") == made.id
    again.close()
    assert ["damaged" in sentence for sentence in told] == [True]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("الهجرة الدولية", "ar"),
        ("the mayor of the city", "en"),
        ("caravane de migrants", "fr"),
        ("l'accès municipal", "fr"),
        ("niños y mujeres", "es"),
        ("la gobernanza de la migración", "es"),
        ("42", None),
        ("", None),
        ("xyzzy", None),
    ],
)
def test_the_language_of_a_text(termbase: Termbase, text: str, lang: Lang | None) -> None:
    assert termbase.language_of(text) == lang


@pytest.mark.parametrize(
    ("left", "right", "floor", "target", "expected"),
    [
        ("migrant caravan", "caravane de migrants", "fr", "en", ("en", "fr")),
        ("xyzzy", "plugh", "fr", "en", ("fr", "en")),
        ("xyzzy", "قافلة", "fr", "en", ("fr", "ar")),
        ("قافلة", "caravana de los migrantes", "fr", "en", ("ar", "es")),
        ("قافلة", "هجرة", "fr", "en", ("ar", "ar")),
        ("xyzzy", "plugh", "en", "en", ("en", "fr")),
        ("42", "٤٢", "fr", "ar", ("fr", "ar")),
    ],
)
def test_the_languages_of_a_pair(
    termbase: Termbase,
    left: str,
    right: str,
    floor: Lang,
    target: Lang,
    expected: tuple[Lang, Lang],
) -> None:
    assert termbase.languages_of_pair(left, right, floor, target) == expected


def test_other_threads_may_spot_and_read_while_the_window_looks_up(
    termbase: Termbase, meeting: Meeting
) -> None:
    termbase.follow(meeting)
    key = ConceptKey(SHIPPED, "imrf")
    spotted: list[int] = []

    def work() -> None:
        for _ in range(20):
            spotted.append(len(termbase.spot(meeting.documents[0].text, "fr")))
            assert termbase.concept(key) is not None

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for n in range(20):
        termbase.add_pair(("en", f"zorbing {n}"), ("fr", f"zorbage {n}"))
        assert termbase.look_up("imrf")
    for thread in threads:
        thread.join()
    assert len(spotted) == 40
    assert len(set(spotted)) == 1


def test_programs_that_start_together_on_a_fresh_folder_all_have_everything(
    tmp_path: Path, sources: Path
) -> None:
    code = (
        "import sys; from pathlib import Path; from booth_app.paths import DataFolder\n"
        "from booth_app.meetings import Meetings; from booth_app.termbase import Termbase\n"
        "data, glossaries = DataFolder(Path(sys.argv[1])), Path(sys.argv[2])\n"
        "termbase = Termbase.open(data, 'Ana', write=False, glossaries=glossaries)\n"
        "termbase.follow(Meetings(termbase.store).last_open())\n"
        "print(termbase.look_up('imrf')[0].concept.id)\n"
        "print(termbase.look_up('gunnarson')[0].person.name)"
    )
    asked = [sys.executable, "-c", code, str(tmp_path / "data"), str(sources)]
    started = [subprocess.Popen(asked, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    answers = [program.communicate()[0].strip() for program in started]
    assert answers == ["imrf\nCarola Gunnarsson"] * 3


def test_a_term_base_opened_to_write_takes_the_reading_one_s_index_over(
    data: DataFolder, meeting: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading = Termbase.reading(data)
    assert reading is not None
    reading.follow(meeting)
    with monkeypatch.context() as context:
        context.setattr(index_cache, "up_to_date", None)
        termbase = Termbase.open(data, "Ana", write=True, earlier=reading)
    termbase.follow(meeting)
    reading.close()
    made = termbase.add_pair(("en", "zorbing"), ("fr", "zorbage"))
    assert _first(termbase, "zorbing") == made.id
    assert termbase.look_up("fmmd")[0].tier == "meeting"
    termbase.close()


def test_an_index_of_another_state_is_not_taken_over(data: DataFolder) -> None:
    reading = Termbase.reading(data)
    assert reading is not None
    writer = Termbase.open(data, "Ana", write=True, earlier=reading)
    made = writer.add_pair(("en", "zorbing"), ("fr", "zorbage"))
    writer.close()
    late = Termbase.reading(data)
    assert late is not None
    writer = Termbase.open(data, "Ana", write=True, earlier=late)
    writer.delete(made.key, "typed")
    writer.close()
    termbase = Termbase.open(data, "Ana", write=True, earlier=late)
    assert made.id not in _ids(termbase, "zorbing")
    for opened in (termbase, late, reading):
        opened.close()


def test_what_is_edited_in_the_person_s_own_folders_is_found_at_the_next_start(
    tmp_path: Path, sources: Path
) -> None:
    data = DataFolder(tmp_path / "data")
    shutil.copytree(sources / SHIPPED, data.glossaries / SHIPPED)
    told: list[str] = []
    Termbase.open(data, "Ana", write=True, told=told.append, glossaries=sources).close()
    assert told == []
    file = data.glossaries / SHIPPED / "imrf.yaml"
    file.write_text(file.read_text("utf-8").replace("IMRF", "ZMRF"), encoding="utf-8")
    termbase = Termbase.open(data, "Ana", write=False, told=told.append, glossaries=sources)
    assert termbase.look_up("zmrf")[0].concept == termbase.concept(ConceptKey(SHIPPED, "imrf"))
    termbase.close()
    assert told == [f"1 concept was brought up to what was edited in {file.parent}."]
