import json
from pathlib import Path
from typing import Any

import pytest

from booth_app.__main__ import main

NOTE = """\
Les gouvernements locaux et régionaux
et l'OIM saluent le Pacte mondial sur les migrations
(A/RES/73/195), dit Carola Gunnarsson.
"""


def spots(capsys: pytest.CaptureFixture[str], file: Path) -> list[dict[str, Any]]:
    assert main(["spot", str(file), "--from", "fr", "--json"]) == 0
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return found


@pytest.mark.parametrize(
    "text",
    [NOTE, NOTE.replace("\n", "\r\n"), "\ufeff" + NOTE, "😀 " + NOTE, NOTE.replace("\n", "\r")],
    ids=["lf", "crlf", "bom", "astral", "cr"],
)
def test_offsets_are_those_of_the_file_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    file = tmp_path / "note.txt"
    file.write_bytes(text.encode("utf-8"))
    found = spots(capsys, file)
    assert all(set(s) == {"start", "end", "text", "concept", "person", "symbol"} for s in found)
    assert [text[s["start"] : s["end"]] for s in found] == [s["text"] for s in found]
    assert {"lrg", "iom", "gcm"} <= {s["concept"] for s in found}
    assert "Carola Gunnarsson" in {s["person"] for s in found}
    assert "A/RES/73/195" in {s["symbol"] for s in found}


def test_the_readable_answer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "note.txt").write_text("l'OIM\n", encoding="utf-8")
    assert main(["spot", str(tmp_path / "note.txt"), "--from", "fr"]) == 0
    assert "OIM  iom" in capsys.readouterr().out


def test_an_empty_text_has_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    assert spots(capsys, tmp_path / "empty.txt") == []


@pytest.mark.parametrize(
    ("content", "said"), [(b"caf\xe9", "line 1 is not UTF-8"), (b"\n\xff\xfea", "line 2")]
)
def test_what_is_not_utf8_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes, said: str
) -> None:
    (tmp_path / "note.txt").write_bytes(content)
    assert main(["spot", str(tmp_path / "note.txt"), "--from", "fr"]) == 2
    assert said in capsys.readouterr().err


def test_a_folder_is_no_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["spot", str(tmp_path), "--from", "fr"]) == 2
    assert "cannot be read" in capsys.readouterr().err
