from contextlib import closing
from pathlib import Path

import pytest

from booth_app.exchange.glossary_files import GlossaryFiles
from booth_app.exchange.report import FileUnreadable


def concept(folder: Path, id_: str, text: str = "road", *, name: str = "") -> Path:
    path = folder / f"{name or id_}.yaml"
    path.write_text(
        f"id: {id_}\nlanguages:\n  en:\n    terms:\n      - id: {id_}.en.1\n"
        f"        term: {text}\n        status: preferred\n",
        "utf-8",
    )
    return path


def test_a_folder_names_its_glossary_and_gives_its_concepts_by_name(tmp_path: Path) -> None:
    folder = tmp_path / "roads"
    folder.mkdir()
    concept(folder, "b")
    concept(folder, "a")
    with closing(GlossaryFiles(folder)) as files:
        assert [read.id for read in files.concepts()] == ["a", "b"]
        assert (files.facts.glossary, files.facts.format) == ("roads", "yaml")
        assert (files.done, files.size) == (2, 2)
        assert files.report.terms == {"en": 2}


def test_a_single_file_names_no_glossary(tmp_path: Path) -> None:
    with closing(GlossaryFiles(concept(tmp_path, "a"))) as files:
        assert (files.facts.glossary, len(list(files.concepts()))) == ("", 1)


def test_one_that_cannot_be_read_is_a_problem_of_the_folder_with_its_line(tmp_path: Path) -> None:
    concept(tmp_path, "a")
    (tmp_path / "b.yaml").write_text("id: b\nlanguages:\n  en: [\n", "utf-8")
    with closing(GlossaryFiles(tmp_path)) as files:
        assert [read.id for read in files.concepts()] == ["a"]
        [problem] = files.report.problems
    assert problem.line >= 3
    assert "b.yaml" in problem.message


def test_by_itself_it_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "b.yaml"
    path.write_text("id: b\nlanguages:\n  en: [\n", "utf-8")
    with (
        pytest.raises(FileUnreadable, match=r"b\.yaml .*line [34]"),
        closing(GlossaryFiles(path)) as files,
    ):
        list(files.concepts())


def test_of_two_files_with_one_id_the_second_is_told(tmp_path: Path) -> None:
    concept(tmp_path, "a")
    concept(tmp_path, "a", "way", name="z")
    with closing(GlossaryFiles(tmp_path)) as files:
        assert len(list(files.concepts())) == 1
        assert [("z.yaml" in p.message, "a.yaml" in p.message) for p in files.report.problems] == [
            (True, True)
        ]


def test_a_folder_without_concepts_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable, match="without concept files"):
        GlossaryFiles(tmp_path)
