import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from booth_app.paths import bundled
from booth_app.terminology.concept_document import to_document
from booth_app.terminology.concept_yaml import emit
from booth_app.terminology.glossary_folder import (
    LARGEST,
    concepts_in,
    content_hash,
    glossary_folders,
    read_glossary,
)
from booth_app.terminology.problem import Problem

SHIPPED = bundled("glossaries") / "migration-governance"
GOOD = "id: {0}\nlanguages:\n  en:\n    terms:\n      - id: {0}.en.1\n        term: word\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "mine"
    made.mkdir()
    (made / "good.yaml").write_text(GOOD.format("good"), encoding="utf-8")
    return made


def only_problem(folder: Path) -> Problem:
    reading = read_glossary(folder)
    assert [concept.id for concept in reading.concepts] == ["good"]
    (problem,) = reading.problems
    return problem


def test_the_shipped_glossary_is_read_whole() -> None:
    reading = read_glossary(SHIPPED)
    assert reading.problems == ()
    assert len(reading.concepts) == 337
    assert {concept.glossary for concept in reading.concepts} == {"migration-governance"}
    terms = [term for concept in reading.concepts for _, term in concept.terms()]
    assert len(terms) == 1958
    assert {term.approval for term in terms} == {"draft"}


def test_the_shipped_glossary_is_canonical() -> None:
    for concept in read_glossary(SHIPPED).concepts:
        written = (SHIPPED / f"{concept.id}.yaml").read_bytes()
        assert emit(to_document(concept)).encode("utf-8") == written


def test_a_file_with_a_fault_is_named_and_the_rest_is_read(folder: Path) -> None:
    (folder / "broken.yaml").write_text("id: broken\nlanguages: {en: [\n", encoding="utf-8")
    problem = only_problem(folder)
    assert (problem.file, problem.line) == (str(folder / "broken.yaml"), 3)
    assert (problem.check, problem.severity, problem.concept) == ("schema", "error", "broken")


@pytest.mark.parametrize(
    ("content", "line", "said"),
    [
        (b"id: bad\nnote: caf\xe9\n", 2, "not UTF-8"),
        ("id: bad\n".encode("utf-16"), 1, "not UTF-8"),
        (b"id: bad\nnote: a\0b\n", 2, "does not allow"),
        (b"", 1, "empty"),
        (b"- a\n- b\n", 1, "keys with values"),
        (GOOD.format("bad").replace("word", "' '").encode(), 6, "empty"),
        (GOOD.format("bad").replace("en:", "de:").encode(), 2, "unknown language 'de'"),
        (b"id: ../../etc/passwd\n", 1, "no id"),
        (b"id: bad\nnote: " + b"x" * LARGEST, 1, "larger"),
    ],
)
def test_each_kind_of_bad_file(folder: Path, content: bytes, line: int, said: str) -> None:
    (folder / "bad.yaml").write_bytes(content)
    problem = only_problem(folder)
    assert problem.line == line
    assert said in problem.message


def test_of_two_concepts_with_one_id_the_first_counts(folder: Path) -> None:
    (folder / "other.yaml").write_text(GOOD.format("good"), encoding="utf-8")
    problem = only_problem(folder)
    assert (problem.check, problem.file) == ("duplicate_id", str(folder / "other.yaml"))


def test_a_file_under_another_name_is_read_and_named(folder: Path) -> None:
    (folder / "good.yaml").rename(folder / "else.yaml")
    problem = only_problem(folder)
    assert (problem.check, problem.severity) == ("file_name", "warning")


def test_what_is_no_file_is_named(folder: Path) -> None:
    (folder / "bad.yaml").mkdir()
    assert "no file" in only_problem(folder).message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "bad.yaml")
    assert "no file" in only_problem(folder).message


def test_other_files_are_passed_over(folder: Path) -> None:
    for name in ("_glossary.yaml", ".good.yaml.new", ".hidden.yaml", "notes.txt"):
        (folder / name).write_text("anything: [", encoding="utf-8")
    assert read_glossary(folder).problems == ()


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert read_glossary(tmp_path / "none").concepts == ()
    assert glossary_folders(tmp_path / "none") == ()


def test_only_folders_with_concepts_are_glossaries(folder: Path) -> None:
    (folder.parent / "empty").mkdir()
    assert glossary_folders(folder.parent) == (folder,)


def test_the_hash_changes_with_names_and_content_alone(folder: Path) -> None:
    before = content_hash(folder)
    os.utime(folder / "good.yaml", (0, 0))
    (folder / "notes.txt").write_text("not a concept", encoding="utf-8")
    assert content_hash(folder) == before
    (folder / "good.yaml").rename(folder / "else.yaml")
    renamed = content_hash(folder)
    (folder / "else.yaml").write_text(GOOD.format("good") + "note: x\n", encoding="utf-8")
    assert len({before, renamed, content_hash(folder)}) == 3


def test_a_problem_of_a_concept_is_located(folder: Path) -> None:
    reading = read_glossary(folder)
    where = ("languages", "en", "terms", 0, "term")
    problem = Problem(check="x", severity="info", message="m", concept="good", where=where)
    (found,) = reading.located([problem])
    assert (found.file, found.line) == (str(folder / "good.yaml"), 6)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(content=st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_any_bytes_are_read_or_named(folder: Path, content: bytes) -> None:
    (folder / "bad.yaml").write_bytes(content)
    reading = read_glossary(folder)
    assert len(reading.concepts) + len(reading.problems) == 2


def test_concepts_come_one_at_a_time_and_problems_as_they_are_met(tmp_path: Path) -> None:
    for name, text in (("a", GOOD.format("a")), ("b", "id: ["), ("c", GOOD.format("c"))):
        (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
    told = list[Problem]()
    found = concepts_in(tmp_path, told.append)
    path, concept = next(found)
    assert (path.name, concept.id, told) == ("a.yaml", "a", [])
    assert [concept.id for _, concept in found] == ["c"]
    assert [Path(problem.file).name for problem in told] == ["b.yaml"]
