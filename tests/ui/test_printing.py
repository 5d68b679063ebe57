import os
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from booth_app.ui.printing import NotPrinted, write_pdf

ROW = "<tr><td>{n}</td><td>review forum</td><td dir='rtl'>منتدى استعراض</td></tr>"


def sheet(rows: int) -> str:
    head = "<thead><tr><th>No</th><th>English</th><th>العربية</th></tr></thead>"
    body = "".join(ROW.format(n=n) for n in range(rows))
    return f"<table width='100%'>{head}<tbody>{body}</tbody></table>"


def test_a_sheet_becomes_a_pdf_of_as_many_pages_as_it_takes(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    assert write_pdf(sheet(3), "Migration governance", path) == 1
    assert path.read_bytes().startswith(b"%PDF-")
    assert write_pdf(sheet(300), "Migration governance", path) > 3
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="folders are made read-only otherwise there")
def test_where_nothing_can_be_written_the_old_file_stays(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "none" / "sheet.pdf"
    with pytest.raises(NotPrinted, match="choose another place"):
        write_pdf(sheet(1), "t", path)
    assert not path.exists()
