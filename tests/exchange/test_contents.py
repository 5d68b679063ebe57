import struct
import zipfile
from pathlib import Path

import pytest

from booth_app.exchange import ole
from booth_app.exchange.contents import content
from booth_app.exchange.report import FileUnreadable


def old_office(path: Path, stream: str, *, directory: int = 1, sectors: int = 4) -> Path:
    """Write a file of Office 97 with its header, and `stream` named in its directory."""
    header = bytearray(512)
    header[:8] = ole.MAGIC
    struct.pack_into("<H", header, 30, 9)
    struct.pack_into("<I", header, 48, directory)
    struct.pack_into("<109I", header, 76, 0, *[0xFFFFFFFF] * 108)
    body = bytearray(512 * sectors)
    body[512:1024] = stream.encode("utf-16-le").ljust(512, b"\0")
    path.write_bytes(bytes(header + body))
    return path


def test_a_protected_workbook_says_what_to_do(tmp_path: Path) -> None:
    path = old_office(tmp_path / "a.xlsx", "EncryptedPackage")
    with pytest.raises(FileUnreadable, match=r"a\.xlsx is protected with a password: open it"):
        content(path)


@pytest.mark.parametrize(
    ("stream", "said"),
    [("WordDocument", "save it as DOCX"), ("Drawing", "an old program Booth does not know")],
)
def test_other_old_files_are_called_by_their_names(tmp_path: Path, stream: str, said: str) -> None:
    with pytest.raises(FileUnreadable, match=said):
        content(old_office(tmp_path / "a.doc", stream))


@pytest.mark.parametrize("stream", ["Workbook", "Book"])
def test_a_spreadsheet_of_97_is_one(tmp_path: Path, stream: str) -> None:
    assert content(old_office(tmp_path / "a.xls", stream)) == "xls"


@pytest.mark.parametrize("length", [300, 512, 600, 5_000])
def test_one_that_is_cut_off_is_told_to_be(tmp_path: Path, length: int) -> None:
    path = old_office(tmp_path / "a.xls", "Nothing", directory=90)
    path.write_bytes(path.read_bytes()[:length])
    with pytest.raises(FileUnreadable, match="cut off"):
        content(path)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<tbx>", "tbx"),
        ("<!-- a --><?x?><!DOCTYPE martif>", "tbx"),
        ('<?xml version="1.0"?>', "tbx"),
        ("concept_id\tlang\tterm\n", "term table"),
        ("concept_id\tlang\tterm\tstatus\tterm_id\n", "separated"),
        ("id: c_1\n", "yaml"),
        ("English;French\n", "separated"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_texts_are_told_by_their_beginning(
    tmp_path: Path, text: str, kind: str, encoding: str
) -> None:
    path = tmp_path / "whatever"
    path.write_bytes(text.encode(encoding))
    assert content(path) == kind


@pytest.mark.parametrize(
    ("encoding", "end"),
    [("utf-16", "\n"), ("utf-16-be", "\n"), ("cp1252", "\n"), ("utf-8", "\r")],
)
def test_a_term_table_as_spreadsheets_save_it_is_any_table(
    tmp_path: Path, encoding: str, end: str
) -> None:
    path = tmp_path / "terms.txt"
    path.write_bytes(end.join(("concept_id\tlang\tterm", "1\tfr\tété", "")).encode(encoding))
    assert content(path) == "separated"


def test_a_folder_is_concept_files_and_an_empty_file_is_nothing(tmp_path: Path) -> None:
    assert content(tmp_path) == "yaml"
    for nothing in (b"", b"\xef\xbb\xbf\r\n", b"\xff\xfe"):
        (tmp_path / "a").write_bytes(nothing)
        with pytest.raises(FileUnreadable, match="is empty"):
            content(tmp_path / "a")


@pytest.mark.parametrize(
    ("member", "said"),
    [("ppt/presentation.xml", "is a PowerPoint presentation"), ("a.txt", "is a ZIP archive")],
)
def test_archives_that_hold_no_table_are_called_by_their_names(
    tmp_path: Path, member: str, said: str
) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(member, "x")
    with pytest.raises(FileUnreadable, match=said):
        content(tmp_path / "a.zip")


@pytest.mark.parametrize(
    ("member", "kind"),
    [("xl/workbook.xml", "xlsx"), ("xl/workbook.bin", "xlsx"), ("word/document.xml", "docx")],
)
def test_archives_are_told_by_their_members(tmp_path: Path, member: str, kind: str) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(member, "x")
    assert content(tmp_path / "a.zip") == kind
