"""What a file is, told from its bytes; and for what Booth cannot read, a sentence that says so."""

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from booth_app.exchange import ole
from booth_app.exchange.encodings import is_utf8
from booth_app.exchange.ole import AS_TABLE
from booth_app.exchange.read_file import Content
from booth_app.exchange.release_writing import MAGIC, SUFFIX
from booth_app.exchange.report import FileUnreadable, told_if_unreadable
from booth_app.exchange.rows import Header
from booth_app.exchange.unpacking import DAMAGED, members

_HEAD: Final = 1 << 16  # bytes

_NOT_READ: Final[tuple[tuple[bytes, str], ...]] = (
    (b"%PDF-", f"is a PDF, which holds no table that could be read: {AS_TABLE}"),
    (b"\x89PNG", "is a picture"),
    (b"\xff\xd8\xff", "is a picture"),
    (b"GIF89a", "is a picture"),
    (b"GIF87a", "is a picture"),
    (b"II*\0", "is a picture"),
    (b"MM\0*", "is a picture"),
    (b"{\\rtf", "is an RTF document: save it as DOCX"),
    (b"\x1f\x8b", "is a compressed file: unpack it first"),
    (b"BZh", "is a compressed file: unpack it first"),
    (b"\xfd7zXZ\0", "is a compressed file: unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "is an archive: unpack it first"),
    (b"Rar!\x1a\x07", "is an archive: unpack it first"),
    (b"SQLite format 3\0", "is a database: export its glossary as TBX or a table"),
    (b"\x00\x01\x00\x00Standard", "is an Access database: export its table as XLSX or CSV"),
    (
        b"version https://git-lfs.github.com/spec/",
        "is a git-LFS pointer, not the file itself: get it with `git lfs pull`",
    ),
    (b"\x7fELF", "is a program"),
    (b"MZ\x90", "is a program"),
)
"""First bytes of files that hold no glossary Booth reads, and what to say of them."""

_ROOTS: Final[Mapping[str, Content]] = {
    "tbx": "tbx",
    "martif": "tbx",
}
_OTHER_XML: Final[Mapping[str, str]] = {
    "mtf": "is a MultiTerm XML file: export it from MultiTerm as TBX or as a table",
    "html": f"is a web page, whatever its name says: open it in a spreadsheet and {AS_TABLE}",
    "workbook": "is an Excel 2003 XML file: save it as XLSX",
    "xliff": "is an XLIFF file, a translation and no glossary",
    "tmx": "is a TMX file, a translation memory and no glossary",
    "rdf": f"is an RDF file: {AS_TABLE}",
    "svg": "is a picture",
    "plist": f"is a property list: {AS_TABLE}",
}
_ROOT: Final = re.compile(r"<(?:[\w.-]+:)?([A-Za-z][\w.-]*)[\s/>]")
_BEFORE_ROOT: Final = re.compile(
    r"<\?.*?\?>|<!--.*?-->|<!DOCTYPE\s+(?P<name>[\w:.-]+)", re.S | re.I
)
_CONCEPT_FILE: Final = re.compile(r"(?:---[^\n]*\n|#[^\n]*\n|\s*\n)*(?:id|languages):[ \n]")
_ONE_OF_THEM: Final = re.compile(r"^(?:id|languages):", re.M)
_OWN_COLUMNS: Final = frozenset({"term_id", "status", "base_rev"})
"""Columns of Booth's own tables of terms that a plain term table has not."""


def content(path: Path) -> Content:
    """Return what is in the file or folder at `path`.

    Raises FileUnreadable where that is nothing Booth reads.
    """
    if path.is_dir():
        return "yaml"
    head = _head(path)
    if not head.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n"):
        raise FileUnreadable(path, "is empty")
    for magic, reason in _NOT_READ:
        if head.startswith(magic):
            raise FileUnreadable(path, reason)
    if head[4:12] in (b"ftypheic", b"ftypavif") or head[8:12] == b"WEBP" or _is_bitmap(head):
        raise FileUnreadable(path, "is a picture")
    if head.startswith(MAGIC) or path.suffix == SUFFIX:
        return "release"  # of one whose beginning was tampered with only the name tells
    if head.startswith(b"PK"):
        return _in_zip(path)
    if head.startswith(ole.MAGIC):
        return ole.content(path)
    return _in_text(path, head)


def _head(path: Path) -> bytes:
    with told_if_unreadable(path):
        if path.exists() and not path.is_file():
            raise FileUnreadable(path, "is no file")
        with path.open("rb") as file:
            return file.read(_HEAD)


def _is_bitmap(head: bytes) -> bool:
    return head.startswith(b"BM") and head[6:10] == b"\0\0\0\0"


def _in_zip(path: Path) -> Content:
    names = members(path)
    if "xl/workbook.xml" in names or "xl/workbook.bin" in names:
        return "xlsx"
    if "word/document.xml" in names:
        return "docx"
    if "content.xml" in names:
        return _open_document(path)
    if "ppt/presentation.xml" in names:
        raise FileUnreadable(path, f"is a PowerPoint presentation: {AS_TABLE}")
    raise FileUnreadable(path, "is a ZIP archive: unpack it first")


def _open_document(path: Path) -> Content:
    try:
        with zipfile.ZipFile(path) as archive, archive.open("mimetype") as kind:
            if b"opendocument.spreadsheet" in kind.read(100):
                return "ods"
    except KeyError:
        pass  # told below
    except (*DAMAGED, OSError):  # a damaged place may lie before the file's beginning
        raise FileUnreadable(path, "is cut off or damaged: get it again") from None
    raise FileUnreadable(path, f"is an OpenDocument file that is no spreadsheet: {AS_TABLE}")


def _in_text(path: Path, head: bytes) -> Content:
    text = _roughly_decoded(head)
    root = _root(text)
    if root in _ROOTS:
        return _ROOTS[root]
    if root in _OTHER_XML:
        raise FileUnreadable(path, _OTHER_XML[root])
    if text.startswith("<?xml"):
        return "tbx"
    if _CONCEPT_FILE.match(text) or (
        path.suffix in (".yaml", ".yml") and _ONE_OF_THEM.search(text)
    ):
        return "yaml"
    header = Header.read(text.partition("\n")[0].rstrip("\r"))
    if header is None or _OWN_COLUMNS & set(header.others.values()) or not _can_stream(head):
        return "separated"
    return "term table"


def _can_stream(head: bytes) -> bool:
    """Tell whether its lines are such as the reader of term tables takes: UTF-8, ended by LF."""
    first = head.partition(b"\n")[0].removesuffix(b"\r")
    return not re.search(rb"[\0\r]", first) and is_utf8(io.BytesIO(head))


def _roughly_decoded(head: bytes) -> str:
    """Return the ASCII of `head`, enough to see what it is, without its byte order mark."""
    if head.startswith((b"\xff\xfe", b"<\0")):
        return head.decode("utf-16-le", "replace").removeprefix("\ufeff").lstrip()
    if head.startswith((b"\xfe\xff", b"\0<")):
        return head.decode("utf-16-be", "replace").removeprefix("\ufeff").lstrip()
    return head.decode("utf-8", "replace").removeprefix("\ufeff").lstrip()


def _root(text: str) -> str:
    """Return the name of the outermost element where `text` is XML, in small letters."""
    if not text.startswith("<"):
        return ""
    at = 0
    while found := _BEFORE_ROOT.match(text, at):
        if found["name"]:
            return found["name"].rpartition(":")[2].casefold()
        at = found.end()
        while at < len(text) and text[at].isspace():
            at += 1
    root = _ROOT.match(text, at)
    return root[1].casefold() if root else ""
