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


def test_where_nothing_can_be_written_it_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("no folder", "utf-8")
    with pytest.raises(NotPrinted, match="choose another place"):
        write_pdf(sheet(1), "t", file / "sheet.pdf")


@pytest.mark.skipif(os.name == "nt", reason="no limit can be set on files there")
def test_a_disk_that_fills_leaves_the_old_file(qtbot: QtBot, tmp_path: Path) -> None:
    import resource

    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"the last one")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4_096, hard))
    try:
        with pytest.raises(NotPrinted, match=r"sheet\.pdf was not written"):
            write_pdf(sheet(100), "t", path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert path.read_bytes() == b"the last one"
    assert list(tmp_path.iterdir()) == [path]
