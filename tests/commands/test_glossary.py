import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from booth_app.__main__ import main
from booth_app.paths import bundled

SHIPPED = bundled("glossaries") / "migration-governance"
KEYS = {"file", "line", "concept", "lang", "check", "severity", "message"}
CONCEPT = """\
id: {0}
languages:
  en: {{terms: [{{id: {0}.en, term: "{1}", status: preferred, source: s}}]}}
  fr: {{terms: [{{id: {0}.fr, term: "{1} fr", status: preferred, source: s}}]}}
  es: {{terms: [{{id: {0}.es, term: "{1} es", status: preferred, source: s}}]}}
  ar: {{terms: [{{id: {0}.ar, term: "{1} ar", status: preferred, source: s}}]}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "mine"
    made.mkdir()
    (made / "word.yaml").write_text(CONCEPT.format("word", "word"), encoding="utf-8")
    return made


def checked(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[dict[str, Any]]]:
    status = main(["glossary", "check", *words, "--json"])
    return status, json.loads(capsys.readouterr().out)


def test_the_shipped_glossaries_pass(capsys: pytest.CaptureFixture[str]) -> None:
    status, rows = checked(capsys)
    assert status == 0
    assert all(set(row) == KEYS and row["severity"] != "error" for row in rows)


def test_a_folder_without_fault(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert checked(capsys, str(folder)) == (0, [])


def test_errors_exit_1_with_file_and_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(SHIPPED / "imrf.yaml", folder)
    (folder / "broken.yaml").write_text("id: broken\nlanguages: {en: [\n", encoding="utf-8")
    status, rows = checked(capsys, str(folder))
    assert status == 1
    errors = [row for row in rows if row["severity"] == "error"]
    assert {(Path(row["file"]).name, row["check"]) for row in errors} == {
        ("broken.yaml", "schema"),
        ("imrf.yaml", "dangling_relation"),
    }
    assert all(row["line"] > 1 for row in rows)


def test_warnings_exit_0_with_the_term_s_line(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "two.yaml").write_text(CONCEPT.format("two", "a  b"), encoding="utf-8")
    status, rows = checked(capsys, str(folder))
    assert status == 0
    assert [(row["line"], row["lang"], row["check"]) for row in rows if row["lang"] == "en"] == [
        (3, "en", "stray_space")
    ]


def test_a_folder_of_glossaries_and_a_single_file(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(folder, folder.parent / "other")
    (folder / "word.yaml").write_text("id: word\nnote: [", encoding="utf-8")
    assert [row["file"] for row in checked(capsys, str(folder.parent))[1]] == [
        str(folder / "word.yaml")
    ]
    assert checked(capsys, str(folder / "word.yaml"))[0] == 1
    assert checked(capsys, str(folder.parent / "other" / "word.yaml"))[0] == 0


def test_related_to_a_broken_file_is_not_dangling(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "broken.yaml").write_text("id: [", encoding="utf-8")
    with (folder / "word.yaml").open("a", encoding="utf-8") as file:
        file.write("related: [{to: broken}]\n")
    _, rows = checked(capsys, str(folder))
    assert [row["check"] for row in rows] == ["schema"]


def test_infos_are_counted_unless_they_are_wanted(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    unread = CONCEPT.format("unread", "other").replace(", source: s}", "}")
    (folder / "unread.yaml").write_text(unread, encoding="utf-8")
    assert main(["glossary", "check", str(folder)]) == 0
    counted = capsys.readouterr().out.splitlines()
    assert counted == [
        "info: 4 times [no_source]; --infos prints each",
        "0 errors, 0 warnings, 4 infos",
    ]
    main(["glossary", "check", str(folder), "--infos"])
    assert len(capsys.readouterr().out.splitlines()) == 5


def test_one_info_is_not_several(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = CONCEPT.format("unread", "other")
    unread = text.replace(", source: s}", "}", 1)
    (folder / "unread.yaml").write_text(unread, encoding="utf-8")
    assert main(["glossary", "check", str(folder)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "info: 1 time [no_source]; --infos prints each",
        "0 errors, 0 warnings, 1 info",
    ]


def test_a_stored_glossary_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    status, rows = checked(capsys, "--glossary", "migration-governance")
    assert status == 0
    assert {row["severity"] for row in rows} == {"warning", "info"}
    assert all(set(row) == KEYS and row["concept"] for row in rows)
    assert main(["glossary", "check", "--glossary", "migration-governance"]) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("0 errors, ")


def test_a_glossary_that_nobody_stored(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["glossary", "check", "--glossary", "nobody"]) == 2
    said = capsys.readouterr().err
    assert "there is no glossary 'nobody'; stored: " in said
    assert main(["glossary", "check", ".", "--glossary", "x"]) == 2


def test_the_readable_answer(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "bad.yaml").write_text(CONCEPT.format("bad", "a\\x1b[31m\\u202eb"), encoding="utf-8")
    assert main(["glossary", "check", str(folder)]) == 1
    said = capsys.readouterr().out
    assert "bad.yaml:3: error: bad: " in said
    assert said.splitlines()[-1].startswith("4 errors, ")
    assert "\x1b" not in said
    assert "\u202e" not in said
