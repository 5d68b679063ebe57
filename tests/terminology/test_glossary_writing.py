import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from booth_app.paths import bundled
from booth_app.terminology import concept_patch, glossary_writing
from booth_app.terminology.concept import Concept, LanguageSection, Term
from booth_app.terminology.glossary_folder import read_concept, read_glossary
from booth_app.terminology.glossary_writing import (
    UnwritableGlossaryError,
    write_concept,
    write_glossary,
)

SHIPPED = bundled("glossaries") / "migration-governance"
MINE = Concept(
    glossary="mine",
    id="c_1",
    languages={"en": LanguageSection(terms=(Term(id="t_1", text="word"),))},
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return Path(shutil.copy(SHIPPED / "imrf.yaml", tmp_path / "imrf.yaml"))


def changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    old, new = before.splitlines(), after.splitlines()
    return [line for line in old if line not in new], [line for line in new if line not in old]


def test_reading_and_writing_back_touches_nothing(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(SHIPPED, tmp_path / "copy"))
    before = {path: (path.read_bytes(), path.stat().st_ino) for path in folder.iterdir()}
    assert write_glossary(folder, read_glossary(folder).concepts) == ()
    assert {path: (path.read_bytes(), path.stat().st_ino) for path in folder.iterdir()} == before


def test_a_new_concept_makes_one_file(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "mine"
    assert write_glossary(folder, [MINE]) == (folder / "c_1.yaml",)
    reading = read_glossary(folder)
    assert (reading.concepts, reading.problems) == ((MINE,), ())
    assert sorted(path.name for path in folder.iterdir()) == ["c_1.yaml", "concept.schema.json"]


def test_only_the_changed_file_is_written(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(SHIPPED, tmp_path / "copy"))
    changed = [
        replace(c, note="new") if c.id == "gcm" else c for c in read_glossary(folder).concepts
    ]
    assert write_glossary(folder, changed) == (folder / "gcm.yaml",)


def test_a_changed_value_is_a_changed_line(file: Path) -> None:
    before = file.read_text(encoding="utf-8")
    concept = read_concept(file, "mine")
    assert write_concept(file, replace(concept, note="A new note.")) == file
    old, new = changed_lines(before, file.read_text(encoding="utf-8"))
    assert (old, new) == ([f"  {concept.note}"], ["  A new note."])


@pytest.mark.parametrize("failed", [None, "id: imrf\nnote: half of it\n"])
def test_where_the_file_cannot_be_changed_in_place_it_is_written_anew(
    file: Path, monkeypatch: pytest.MonkeyPatch, failed: str | None
) -> None:
    monkeypatch.setattr(concept_patch, "patched", lambda *_: failed)
    wanted = replace(read_concept(file, "mine"), note="A new note.")
    write_concept(file, wanted)
    assert read_concept(file, "mine") == wanted


def test_a_file_found_under_another_name_is_kept_there(tmp_path: Path) -> None:
    write_glossary(tmp_path, [MINE])
    (tmp_path / "c_1.yaml").rename(tmp_path / "word.yaml")
    assert write_glossary(tmp_path, [replace(MINE, note="n")]) == (tmp_path / "word.yaml",)


def test_line_ends_stay_as_they_are(file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    concept = read_concept(file, "mine")
    write_concept(file, replace(concept, subject="other"))
    data = file.read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n") > 0
    assert read_concept(file, "mine").subject == "other"


def test_a_file_that_cannot_be_read_is_left_alone(file: Path) -> None:
    file.write_text("id: imrf\nlanguages: {en: [\n", encoding="utf-8")
    with pytest.raises(UnwritableGlossaryError, match=r"imrf\.yaml, line 3"):
        write_concept(file, replace(MINE, id="imrf"))
    assert file.read_text(encoding="utf-8") == "id: imrf\nlanguages: {en: [\n"


@pytest.mark.parametrize("name", ["../evil", "a/b", "", ".hidden", "a" * 200])
def test_an_id_never_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnwritableGlossaryError, match="cannot name a file"):
        write_glossary(tmp_path / "mine", [replace(MINE, id=name)])
    assert [path.name for path in tmp_path.rglob("*.yaml")] == []


def test_a_full_disk_leaves_the_old_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(glossary_writing.os, "fsync", full)
    before = file.read_bytes()
    with pytest.raises(UnwritableGlossaryError, match="No space left"):
        write_concept(file, replace(read_concept(file, "mine"), note="new"))
    assert file.read_bytes() == before
    assert list(file.parent.iterdir()) == [file]


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(UnwritableGlossaryError, match="cannot be made"):
        write_glossary(tmp_path / "file" / "mine", [MINE])
