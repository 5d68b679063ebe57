import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from booth_app.__main__ import main
from booth_app.languages import LANGUAGES
from booth_app.paths import data_folder
from booth_app.store.lock import WriterLock

TERM_KEYS = {"text", "status", "type", "attested", "approval"}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder that has taken the shipped glossary in."""
    folder = tmp_path_factory.mktemp("filled")
    assert main(["lookup", "imrf", "--data-dir", str(folder)]) == 0
    return folder


@pytest.fixture(autouse=True)
def use_it(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOOTH_DATA_DIR", str(filled))


def answer(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    assert main(["lookup", *words, "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def in_c_locale(*words: str | bytes, given: bytes = b"") -> bytes:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    environment |= {"LC_ALL": "C", "PYTHONUTF8": "0"}
    return subprocess.run(
        [sys.executable, "-m", "booth_app", *words],
        env=environment,
        input=given,
        capture_output=True,
        check=True,
    ).stdout


def test_a_hit_has_all_that_is_known(capsys: pytest.CaptureFixture[str]) -> None:
    found = answer(capsys, "PMM")
    assert found["query"] == "PMM"
    hit = found["hits"][0]
    assert (hit["concept"], hit["person"], hit["glossary"]) == (
        "gcm",
        None,
        "migration-governance",
    )
    assert hit["matched"] == {"lang": "fr", "term": "PMM"}
    assert (hit["how"], hit["tier"]) == ("exact", "meeting")
    assert list(hit["terms"]) == list(LANGUAGES)
    assert all(set(term) == TERM_KEYS for terms in hit["terms"].values() for term in terms)
    assert hit["terms"]["en"][0] == {
        "text": "Global Compact for Safe, Orderly and Regular Migration",
        "status": "preferred",
        "type": "full_form",
        "attested": "official",
        "approval": "draft",
    }


def test_people_of_the_meeting_are_found(capsys: pytest.CaptureFixture[str]) -> None:
    hit = answer(capsys, "gunnarson")["hits"][0]
    assert (hit["concept"], hit["person"], hit["glossary"]) == (None, "Carola Gunnarsson", None)
    assert hit["terms"]["en"][0]["text"] == "Carola Gunnarsson"
    assert hit["terms"]["ar"][0]["attested"] == "none"
    assert all(set(term) == TERM_KEYS for terms in hit["terms"].values() for term in terms)


def test_from_limits_what_is_matched_and_to_orders_what_is_shown(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = answer(capsys, "migration", "--from", "fr", "--to", "ar", "--limit", "3")
    assert {hit["matched"]["lang"] for hit in found["hits"]} == {"fr"}
    assert len(found["hits"]) == 3
    assert list(found["hits"][0]["terms"]) == ["ar", "en", "fr", "es"]


def test_nothing_found_exits_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(capsys, "zzzzqqq") == {"query": "zzzzqqq", "hits": []}
    assert main(["lookup", "zzzzqqq"]) == 0
    assert "nothing found" in capsys.readouterr().out


def test_the_readable_answer(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lookup", "PMM", "--to", "es", "--limit", "1"]) == 0
    first, *terms = capsys.readouterr().out.splitlines()
    assert first == "gcm  (migration-governance; PMM [fr] exact, meeting)"
    assert [line.split()[0] for line in terms] == ["es", "en", "fr", "ar"]
    assert "Pacto de Marrakech (not read)" in terms[0]
    assert "الميثاق العالمي بشأن الهجرة (heard, not said)" in terms[3]


def test_the_readable_answer_names_a_person(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lookup", "gunnarson", "--limit", "1"]) == 0
    assert capsys.readouterr().out.startswith("Carola Gunnarsson  (person; ")


def test_a_batch_answers_line_by_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "queries.txt"
    lines = ["imrf", "", "  ", "zzzzqqq", "a\u2028b", "\u202eimrf", "x" * 5_000, "الهجرة"]
    file.write_bytes("\ufeff".encode() + "\r\n".join(lines).encode())
    assert main(["lookup", "--batch", str(file), "--json"]) == 0
    rows = [json.loads(row) for row in capsys.readouterr().out.splitlines()]
    assert [row["query"] for row in rows] == lines
    assert [row["hits"] for row in rows[1:4]] == [[], [], []]
    assert rows[0]["hits"][0]["concept"] == "imrf"


def test_a_batch_from_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"imrf\nPMM")))
    assert main(["lookup", "--batch", "-", "--json"]) == 0
    rows = [json.loads(row) for row in capsys.readouterr().out.splitlines()]
    assert [row["hits"][0]["concept"] for row in rows] == ["imrf", "gcm"]


def test_a_batch_that_is_not_utf8_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "latin.txt").write_bytes(b"imrf\ncaf\xe9\n")
    assert main(["lookup", "--batch", str(tmp_path / "latin.txt")]) == 2
    assert "latin.txt, line 2 is not UTF-8" in capsys.readouterr().err


def test_utf8_in_and_out_in_the_c_locale(tmp_path: Path) -> None:
    for out in (
        in_c_locale("lookup", "الهجرة".encode(), "--json"),
        in_c_locale("lookup", "--batch", "-", "--json", given="الهجرة\n".encode()),
    ):
        found = json.loads(out.decode("utf-8"))
        assert found["query"] == "الهجرة"
        assert found["hits"]


def test_an_unknown_meeting_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lookup", "imrf", "--meeting", "nowhere"]) == 2
    assert "nowhere" in capsys.readouterr().err
    answer(capsys, "imrf", "--meeting", "gfmd-mayors-2021")


def test_reading_works_beside_a_window(capsys: pytest.CaptureFixture[str]) -> None:
    with WriterLock(data_folder().lock):
        assert answer(capsys, "imrf")["hits"][0]["concept"] == "imrf"


def test_a_folder_that_cannot_be_used_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert main(["lookup", "imrf", "--data-dir", str(tmp_path / "file" / "data")]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1


def test_the_folder_may_stand_before_the_word(
    filled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for words in (
        ["--data-dir", str(filled), "lookup", "imrf"],
        ["lookup", "imrf", f"--data-dir={filled}"],
    ):
        assert main(words) == 0
        assert capsys.readouterr().out.startswith("imrf  (")


def test_a_second_look_up_imports_no_more_than_it_needs(filled: Path) -> None:
    code = (
        "import sys; from booth_app.__main__ import main; main(['lookup', 'imrf', '--json']);"
        "print(sorted({'PySide6', 'sqlalchemy', 'alembic', 'argostranslate', 'ruamel'}"
        " & {name.partition('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout.splitlines()[-1] == b"[]"
