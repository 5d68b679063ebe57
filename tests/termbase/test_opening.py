import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from booth_app.lookup import index_cache
from booth_app.meeting.meeting import Meeting
from booth_app.paths import DataFolder
from booth_app.store.faults import BoothIsOpen
from booth_app.store.lock import WriterLock
from booth_app.termbase import Termbase
from booth_app.terminology.concept import Concept, ConceptKey
from tests.termbase.looking_up import IDS, SHIPPED, first_of, ids_of


def test_beside_a_writer_others_read_and_no_one_else_writes(data: DataFolder) -> None:
    window = Termbase.open(data, "Ana", write=True)
    with pytest.raises(BoothIsOpen):
        Termbase.open(data, "Ben", write=True)
    made = window.pairs.add(("en", "zorbing"), ("fr", "zorbage"))
    command = Termbase.open(data, "Ben", write=False)
    assert first_of(command, "zorbing") == made.id
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
    assert "gcm" not in ids_of(termbase, "gcm")
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
        assert first_of(termbase, "gcm") == "gcm"
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
    assert first_of(termbase, "imrf") == "imrf"
    assert first_of(termbase, "gcm") == "gcm"  # as it was when it could be read
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
    made = termbase.pairs.add(("en", "zorbing"), ("fr", "zorbage"))
    assert first_of(termbase, "zorbing") == made.id
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
    assert first_of(termbase, "imrf") == "imrf"
    termbase.close()
    assert told == []
    assert len(list(data.cache.glob("index-*"))) == 1


def test_a_cache_that_cannot_be_written_is_no_fault(data: DataFolder) -> None:
    shutil.rmtree(data.cache)
    data.cache.write_text("a file where the folder should be")
    termbase = Termbase.open(data, "Ana", write=True)
    assert first_of(termbase, "imrf") == "imrf"
    termbase.close()


def test_the_cache_of_another_database_is_not_used(data: DataFolder, sources: Path) -> None:
    data.database.unlink()
    termbase = Termbase.open(data, "Ana", write=False, glossaries=sources)
    assert len({hit.concept for hit in termbase.look_up("m", 100)}) <= len(IDS)
    assert first_of(termbase, "imrf") == "imrf"
    termbase.close()


def test_a_database_put_back_from_a_backup_is_indexed_anew(data: DataFolder) -> None:
    before = data.database.read_bytes()
    for text in ("zorbing", "zymurgy"):
        data.database.write_bytes(before)
        termbase = Termbase.open(data, "Ana", write=True)
        made = termbase.pairs.add(("en", text), ("fr", text))
        termbase.close()
        shutil.rmtree(data.cache)  # so that the next start keeps an index with the new term
        termbase = Termbase.open(data, "Ana", write=False)
        assert first_of(termbase, text) == made.id
        termbase.close()
        kept = shutil.copytree(data.cache, data.root / text)
    shutil.rmtree(data.cache)
    shutil.copytree(kept.with_name("zorbing"), data.cache)
    termbase = Termbase.open(data, "Ana", write=False)
    assert first_of(termbase, "zymurgy") == made.id
    assert not any(hit.glossary == "booth" for hit in termbase.look_up("zorbing"))
    termbase.close()


def test_many_changes_make_a_new_index(data: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {path.name for path in data.cache.glob("index-*")}
    termbase = Termbase.open(data, "Ana", write=True)
    for n in range(4):
        termbase.pairs.add(("en", f"zorbing {n}"), ("fr", f"zorbage {n}"))
    termbase.close()
    Termbase.open(data, "Ana", write=False).close()
    assert {path.name for path in data.cache.glob("index-*")} == before
    monkeypatch.setattr(index_cache, "_FEW_OF_SMALL", 3)
    again = Termbase.open(data, "Ana", write=False)
    assert len(ids_of(again, "zorbing")) == 4
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
    assert first_of(termbase, "imrf") == "imrf"
    termbase.close()
    assert built_here == []


def _fails(*_: object) -> None:
    raise SystemExit(3)


def test_damage_met_while_opening_is_repaired_with_the_person_s_own_terms(
    data: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    from booth_app.store import opening

    termbase = Termbase.open(data, "Ana", write=True)
    made = termbase.pairs.add(("en", "zorbing"), ("fr", "zorbage"))
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
    assert first_of(again, "imrf") == "imrf"
    assert first_of(again, "zorbing") == made.id
    again.close()
    assert ["damaged" in sentence for sentence in told] == [True]


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
    made = termbase.pairs.add(("en", "zorbing"), ("fr", "zorbage"))
    assert first_of(termbase, "zorbing") == made.id
    assert termbase.look_up("fmmd")[0].tier == "meeting"
    termbase.close()


def test_an_index_of_another_state_is_not_taken_over(data: DataFolder) -> None:
    reading = Termbase.reading(data)
    assert reading is not None
    writer = Termbase.open(data, "Ana", write=True, earlier=reading)
    made = writer.pairs.add(("en", "zorbing"), ("fr", "zorbage"))
    writer.close()
    late = Termbase.reading(data)
    assert late is not None
    writer = Termbase.open(data, "Ana", write=True, earlier=late)
    writer.delete(made.key, "typed")
    writer.close()
    termbase = Termbase.open(data, "Ana", write=True, earlier=late)
    assert made.id not in ids_of(termbase, "zorbing")
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
