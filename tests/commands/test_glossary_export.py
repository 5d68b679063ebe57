import csv
from pathlib import Path

import pytest

from booth_app.__main__ import main
from booth_app.commands.output import CommandError

SHIPPED = "migration-governance"


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    status = main(["glossary", *map(str, words)])
    said = capsys.readouterr()
    return status, said.out, said.err


def test_the_glossary_that_ships_is_exported_and_losses_are_told_before(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.csv"
    status, said, told = run(capsys, "export", out, "--format", "csv")
    assert (status, said) == (0, f"{SHIPPED}: written to {out}\n")
    assert told.startswith("A CSV, where each row is a term, has no place for ")
    with out.open(encoding="utf-8-sig", newline="") as file:
        assert {row["glossary"] for row in csv.DictReader(file)} == {SHIPPED}


def test_that_a_file_was_replaced_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.csv"
    out.write_text("the last one")
    status, said, _ = run(capsys, "export", out, "--format", "csv")
    assert (status, said) == (0, f"{SHIPPED}: written to {out}, in place of what was there\n")


@pytest.mark.parametrize("format_", ["tbx", "xlsx"])
def test_what_holds_everything_tells_nothing(
    format_: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    status, _, told = run(capsys, "export", out, "--format", format_)
    assert (status, told) == (0, "")
    assert out.stat().st_size > 20_000


def test_a_booth_sheet_is_a_workbook(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "sheet.xlsx"
    assert run(capsys, "export", out, "--format", "sheet")[0] == 0
    assert out.read_bytes().startswith(b"PK")


def test_no_workbook_is_written_under_the_name_of_a_pdf(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "sheet.PDF"
    status, said, told = run(capsys, "export", out, "--format", "sheet")
    assert (status, said, out.exists()) == (2, "", False)
    assert told.startswith(f"{out} was not written: a booth sheet is an XLSX here")


def test_a_place_that_takes_no_file_is_told_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    out = tmp_path / "file" / "out.csv"
    status, said, told = run(capsys, "export", out, "--format", "csv")
    assert (status, said) == (2, "")
    assert f"{out} was not written" in told.splitlines()[-1]


def test_a_glossary_that_is_not_there_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, _, told = run(capsys, "export", tmp_path / "a", "--format", "tbx", "--glossary", "none")
    assert status == 2
    assert f"there is no glossary 'none'; stored: {SHIPPED}" in told
    assert list(tmp_path.iterdir()) == []


def test_the_history_of_a_concept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOOTH_PERSON", "Ana")
    table = tmp_path / "t.tsv"
    head = "concept_id\tlang\tterm\tkind\n"
    for text in ("zorbing", "zorbing permit"):
        table.write_text(f"{head}1\ten\t{text}\tmain\n", encoding="utf-8")
        assert run(capsys, "import", table)[0] == 0
    status, said, _ = run(capsys, "history", "1", "--glossary", "t")
    assert status == 0
    made, changed, *lines = said.splitlines()
    assert made.endswith("made by Ana (import)")
    assert changed.endswith("changed by Ana (import)")
    assert lines == ["    English term zorbing permit: zorbing → zorbing permit"]


def test_a_concept_that_never_was_has_no_history(capsys: pytest.CaptureFixture[str]) -> None:
    status, _, told = run(capsys, "history", "nothing")
    assert status == 2
    assert "there is no concept 'nothing'" in told
    assert CommandError.__name__ not in told
