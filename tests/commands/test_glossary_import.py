import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from booth_app.__main__ import main
from booth_app.paths import data_folder
from booth_app.store.lock import WriterLock

HEADER = "concept_id\tlang\tterm\tkind\n"
ROWS = "1\ten\tzorbing permit\tmain\n1\tfr\tpermis de zorbage\tmain\n2\ten\tquibble\tmain\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "terms.tsv"
    path.write_text(HEADER + ROWS, encoding="utf-8")
    return path


def imported(capsys: pytest.CaptureFixture[str], *words: object) -> dict[str, Any]:
    assert main(["glossary", "import", *map(str, words), "--json"]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    answer: dict[str, Any] = json.loads(said.out)
    return answer


def all_files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def first(capsys: pytest.CaptureFixture[str], query: str) -> dict[str, Any]:
    assert main(["lookup", query, "--json"]) == 0
    hit: dict[str, Any] = json.loads(capsys.readouterr().out)["hits"][0]
    return hit


def test_a_table_becomes_a_glossary_named_after_it(
    table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert imported(capsys, table) == {
        "glossary": "terms",
        "concepts": 2,
        "terms": {"en": 2, "fr": 1, "es": 0, "ar": 0},
        "other_languages": {},
        "new": 2,
        "changed": 0,
        "same": 0,
        "conflicts": 0,
        "problems": [],
        "untold_problems": 0,
        "cancelled": False,
    }
    hit = first(capsys, "zorbing")
    assert (hit["glossary"], hit["concept"]) == ("terms", "1")


def test_again_it_is_the_same_and_elsewhere_new(
    table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    imported(capsys, table)
    table.write_text(HEADER + ROWS.replace("quibble", "quirk") + "3\tde\tWort\t\n", "utf-8")
    again = imported(capsys, table)
    assert (again["new"], again["changed"], again["same"]) == (1, 1, 1)
    assert again["other_languages"] == {"de": 1}
    other = imported(capsys, table, "--into", "other")
    assert (other["glossary"], other["new"]) == ("other", 3)
    assert first(capsys, "quirk")["concept"] == "2"


def test_problems_are_told_with_their_line(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table.write_text(HEADER + ROWS + "4\ten\t\tmain\n", "utf-8")
    assert [p["line"] for p in imported(capsys, table)["problems"]] == [5]
    assert main(["glossary", "import", str(table)]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith(f"{table}:5: ")
    assert said[-1] == "0 new, 0 changed, 2 same, 0 to be decided"


@pytest.mark.parametrize("content", ["", "no header\n", None])
def test_what_cannot_be_read_is_refused_with_one_line(
    table: Path, capsys: pytest.CaptureFixture[str], content: str | None
) -> None:
    if content is None:
        table.unlink()
    else:
        table.write_text(content, "utf-8")
    assert main(["glossary", "import", str(table), "--json"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1
    assert "terms.tsv" in said.err


def test_letters_of_another_encoding_are_read_and_told(
    table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table.write_text(HEADER + "1\ten\tcafé\tmain\n", "cp1252")
    assert "Windows 1252" in imported(capsys, table)["problems"][0]["message"]
    assert first(capsys, "café")["concept"] == "1"


def test_names_that_are_booth_s_own_are_not_taken_unasked(
    table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("booth", "migration-governance"):
        file = table.rename(table.with_name(f"{name}.tsv"))
        assert imported(capsys, file)["glossary"] == f"{name}-2"
        assert imported(capsys, file, "--into", name)["new"] == 2
        table = file


@pytest.mark.parametrize("name", ["", "  ", "x" * 101])
def test_a_glossary_needs_a_name(
    table: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert main(["glossary", "import", str(table), "--into", name]) == 2
    assert "--into" in capsys.readouterr().err


def test_beside_a_window_nothing_is_written(
    table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with WriterLock(data_folder().lock):
        assert main(["glossary", "import", str(table), "--json"]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", f"Booth is open on {data_folder().root}\n")


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
def test_ctrl_c_leaves_everything_as_it_was(table: Path) -> None:
    rows = "".join(f"{n}\ten\tzorb number {n}\tmain\n" for n in range(40_000))
    table.write_text(HEADER + rows, "utf-8")
    code = "import sys; from booth_app.__main__ import main; sys.exit(main())"
    words = [sys.executable, "-c", code, "glossary", "import", str(table), "--json"]
    running = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
    journal = data_folder().database.with_name("booth.db-wal")
    while not (journal.exists() and journal.stat().st_size > 3_000_000):
        time.sleep(0.01)
        assert running.poll() is None
    os.kill(running.pid, signal.SIGINT)
    told = json.loads(running.communicate()[0])
    assert (told["cancelled"], told["new"]) == (True, 0)
    assert running.returncode == 130
    assert main(["lookup", "zorb number", "--json"]) == 0


def test_a_dry_run_tells_the_same_and_writes_nothing(
    table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    looked = imported(capsys, table, "--dry-run")
    assert not data_folder().database.exists()
    assert looked == imported(capsys, table)
    table.write_text(HEADER + ROWS.replace("quibble", "quirk") + "3\ten\tzorb\tmain\n", "utf-8")
    before = all_files(data_folder().root)
    looked = imported(capsys, table, "--dry-run")
    assert (looked["new"], looked["changed"], looked["same"]) == (1, 1, 1)
    assert all_files(data_folder().root) == before
    assert looked == imported(capsys, table)


def test_columns_are_named_where_their_headers_do_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Terme;Mot\nzorbe;zorb\n", "utf-8")
    assert main(["glossary", "import", str(path), "--json"]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    answer = imported(capsys, path, "--map", "Terme=fr,2=en")
    assert (answer["glossary"], answer["terms"]) == ("list", {"en": 1, "fr": 1, "es": 0, "ar": 0})


def test_headers_with_commas_and_equals_signs_are_named_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Mot;Terme, long;A=B\nzorbe;zorb;zorbo\n", "utf-8")
    for columns in ("Terme, long=en,Mot=fr,A=B=es", 'Mot=fr,"Terme, long"=en,"A=B"=es'):
        answer = imported(capsys, path, "--map", columns, "--dry-run")
        assert answer["terms"] == {"en": 1, "fr": 1, "es": 1, "ar": 0}
        assert answer["concepts"] == 1


def test_a_file_that_is_no_table_has_no_columns_to_name(
    table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["glossary", "import", str(table), "--map", "term=fr"]) == 2
    assert "no column “term”" in capsys.readouterr().err


@pytest.mark.parametrize("columns", ["Terme", "=fr", "Terme=,2=en", "1=fr,1=en", "1=fr,Terme"])
def test_a_mapping_that_names_no_column_is_refused(
    table: Path, capsys: pytest.CaptureFixture[str], columns: str
) -> None:
    assert main(["glossary", "import", str(table), "--map", columns]) == 2
    assert "--map" in capsys.readouterr().err


@pytest.mark.parametrize("form", ["tbx", "xlsx", "csv"])
def test_what_was_exported_comes_back_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    path = tmp_path / f"out.{form}"
    assert main(["glossary", "export", str(path), "--format", form]) == 0
    capsys.readouterr()
    answer = imported(capsys, path)
    assert answer["glossary"] == "migration-governance"
    assert (answer["new"], answer["changed"], answer["conflicts"]) == (0, 0, 0)
    assert answer["same"] == answer["concepts"] > 300
    elsewhere = imported(capsys, path, "--into", "again")
    assert elsewhere["new"] == elsewhere["concepts"] == answer["concepts"]
    assert imported(capsys, path, "--into", "again")["same"] == answer["concepts"]


def test_what_waits_is_counted_and_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "list.csv"
    path.write_text("English,French\nzorb,zorbe\n", "utf-8")
    imported(capsys, path)
    path.write_text("English,French\nzorb,globe\n", "utf-8")
    assert imported(capsys, path, "--dry-run")["conflicts"] == 1
    assert main(["glossary", "import", str(path)]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[-2:] == [
        "0 new, 0 changed, 0 same, 1 to be decided",
        "What is to be decided waits in the editor window: `booth edit`.",
    ]
    assert first(capsys, "zorb")["terms"]["fr"][0]["text"] == "zorbe"
