import io
from contextlib import closing
from pathlib import Path

import pytest

from booth_app.exchange.tbx_encoding import encoding_of
from booth_app.exchange.tbx_reading import TbxFile

BODY = "<tbx><text><body><conceptEntry id='a'>{}</conceptEntry></body></text></tbx>"
ELU = BODY.format("<langSec xml:lang='fr'><termSec><term>élu</term></termSec></langSec>")


def declared(encoding: str, text: str = ELU) -> str:
    return f'<?xml version="1.0" encoding="{encoding}"?>\n{text}'


@pytest.mark.parametrize(
    ("data", "encoding", "said"),
    [
        (declared("windows-1252").encode(), "utf-8", "windows-1252"),
        (declared("UTF-16").encode(), "utf-8", "UTF-16"),
        (declared("UTF-16", "<tbx/>").encode(), "utf-8", "UTF-16"),
        (declared("windows-1252", "<tbx/>").encode(), None, ""),
        (declared("windows-1252").encode("cp1252"), None, ""),
        (declared("UTF-8").encode(), None, ""),
        (ELU.encode(), None, ""),
        (declared("windows-1252").encode("utf-8-sig"), "utf-8", ""),
        (declared("UTF-8").encode("utf-16"), "utf-16", ""),
        (declared("UTF-8").encode("utf-16-be"), "UTF-16BE", ""),
        (b"", None, ""),
    ],
)
def test_what_the_bytes_say_goes_before_what_is_declared(
    data: bytes, encoding: str | None, said: str
) -> None:
    file = io.BytesIO(data)
    found, told = encoding_of(file)
    assert found == encoding
    assert bool(told) == bool(said)
    assert said in told
    assert file.tell() == 0


@pytest.mark.parametrize("encoding", ["windows-1252", "UTF-16", "iso-8859-6"])
def test_a_wrong_declaration_is_mended_and_told_in_line_one(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.tbx"
    path.write_text(declared(encoding), "utf-8")
    with closing(TbxFile(path)) as file:
        [read] = file.concepts()
        assert "élu" in read.document
        assert [(p.line, encoding in p.message) for p in file.report.problems] == [(1, True)]
