from pathlib import Path

import pytest

from booth_app.__main__ import main
from booth_app.paths import data_folder
from booth_app.terminology.glossary_folder import read_glossary

SHIPPED = "migration-governance"


def released(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, list[str], str]:
    status = main(["glossary", "release", *map(str, words)])
    said = capsys.readouterr()
    return status, said.out.splitlines(), said.err


def test_counts_come_first_then_the_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "new" / "out"
    status, lines, told = released(capsys, "--to", out)
    assert (status, told) == (0, "")
    count = len(read_glossary(out / SHIPPED).concepts)
    assert lines[0] == f"{SHIPPED}: {count} concepts go out"
    assert [line.split(":")[0].strip() for line in lines[1:5]] == ["en", "fr", "es", "ar"]
    [file] = out.glob("*.boothglossary")
    assert lines[5] == f"Released as {file}"
    assert main(["glossary", "import", str(file)]) == 0
    assert f"0 new, 0 changed, {count} same" in capsys.readouterr().out


def test_approved_only_says_what_stays_behind(capsys: pytest.CaptureFixture[str]) -> None:
    status, lines, told = released(capsys, "--approved-only")
    assert status == 2
    assert told.count("\n") == 1
    assert lines[0].startswith(f"{SHIPPED}: 0 concepts go out, ")
    assert lines[1].endswith("stay behind")
    glossaries = data_folder().glossaries
    assert not list(glossaries.glob("*.boothglossary"))  # it would empty the booths


def test_a_folder_that_cannot_be_made_is_told_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    status, _, told = released(capsys, "--to", tmp_path / "file")
    assert status == 2
    assert len(told.splitlines()) == 1
    assert "cannot be made" in told


def test_one_of_a_thing_is_not_several(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "short.csv"
    table.write_text("en;fr\nhost city;ville d’accueil\n", encoding="utf-8")
    assert main(["glossary", "import", str(table), "--into", "short"]) == 0
    assert "short: 1 concept (en 1, fr 1, es 0, ar 0)" in capsys.readouterr().out
    status, lines, _ = released(capsys, "--glossary", "short", "--to", tmp_path / "out")
    assert status == 0
    assert lines[0] == "short: 1 concept goes out"
    assert lines[1].startswith("    en: 1 term goes out (0 approved, ")
    assert lines[3].startswith("    es: 0 terms go out (0 approved, ")
