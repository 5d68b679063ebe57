"""What the spreadsheet library leaves out: merged cells of ODS, and formulas without a value.

A formula that was never calculated, as programs write them that do not calculate, has no value that
could be read; it is kept as text.
"""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, Final, NamedTuple

from lxml import etree

from booth_app.exchange.report import FileUnreadable
from booth_app.exchange.tbx_elements import local
from booth_app.exchange.unpacking import DAMAGED

Range = tuple[tuple[int, int], tuple[int, int]]
"""Row and column, from 0, of a merged cell's first and last corner."""


class Marks(NamedTuple):
    """Of one sheet: its merged cells (of ODS only), and its formulas by row and column from 0."""

    merged: list[Range]
    formulas: dict[int, dict[int, str]]


_MOST_REPEATED: Final = 10_000
"""Times that a row with text may be repeated by a number: nobody has so many concepts alike."""
_CHUNK: Final = 1 << 20  # bytes
_FORMULA: Final = re.compile(rb"<(?:\w+:)?f[\s/>]")
_CELL: Final = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_CAUTION: Final[Any] = {
    "resolve_entities": "internal",
    "no_network": True,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}
_TABLE: Final = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_OFFICE: Final = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NO_TEXT: Final = "…"
"""Stands for a formula that the file says only where it was first written."""


def marks(path: Path, format_: str) -> list[Marks]:
    """Return the marks of each sheet, in the order of the workbook; none of a format without them.

    Raises FileUnreadable where the file is damaged, or has a row repeated without end.
    """
    read = {"ods": _of_ods, "xlsx": _of_xlsx}.get(format_)
    if read is None:
        return []
    try:
        with zipfile.ZipFile(path) as archive:
            return list(read(path, archive))
    except (*DAMAGED, KeyError, OSError, etree.LxmlError):
        return []  # what is damaged is told by the library, with whatever it can still read


def _of_ods(path: Path, archive: zipfile.ZipFile) -> Iterator[Marks]:
    with archive.open("content.xml") as content:
        sheet, row = Marks([], {}), 0
        for event, element in etree.iterparse(content, events=("start", "end"), **_CAUTION):
            name = element.tag
            if event == "start" and name == f"{{{_TABLE}}}table":
                sheet, row = Marks([], {}), 0
            elif event == "end" and name == f"{{{_TABLE}}}table":
                yield sheet
                _forget(element)
            elif event == "end" and name == f"{{{_TABLE}}}table-row":
                row += _add_row(path, element, row, sheet)
                _forget(element)


def _add_row(path: Path, element: etree._Element, row: int, sheet: Marks) -> int:
    """Add the marks in a row to `sheet`; return how many rows it stands for."""
    times = _number(element, "number-rows-repeated")
    if times > _MOST_REPEATED and any(text.strip() for text in map(str, element.itertext())):
        said = f"is refused: a row with text in it is repeated {times:,} times, from row {row + 1}"
        raise FileUnreadable(path, said)
    column = 0
    for cell in element:
        wide, high = (_number(cell, f"number-{side}-spanned") for side in ("columns", "rows"))
        if wide > 1 or high > 1:
            sheet.merged.append(((row, column), (row + high - 1, column + wide - 1)))
        formula = cell.get(f"{{{_TABLE}}}formula", "")
        if formula and not cell.get(f"{{{_OFFICE}}}value-type"):
            sheet.formulas.setdefault(row, {})[column] = f"={formula.partition('=')[2]}"
        column += _number(cell, "number-columns-repeated")
    return times


def _number(element: etree._Element, name: str) -> int:
    text = str(element.get(f"{{{_TABLE}}}{name}", "1"))
    return max(int(text[:12]), 1) if text.isascii() and text.isdecimal() else 1


def _forget(element: etree._Element) -> None:
    """Free an element that was read, and what stands before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _of_xlsx(_path: Path, archive: zipfile.ZipFile) -> Iterator[Marks]:
    for part in _parts(archive):
        with archive.open(part) as content:
            found = _has_formulas(content)
        formulas: dict[int, dict[int, str]] = {}
        if found:
            with archive.open(part) as content:
                for row, column, text in _formulas(content):
                    formulas.setdefault(row, {})[column] = text
        yield Marks([], formulas)


def _parts(archive: zipfile.ZipFile) -> Iterator[str]:
    """Yield where in the archive each sheet of an XLSX stands."""
    targets: dict[str, str] = {}
    for relation in etree.fromstring(archive.read("xl/_rels/workbook.xml.rels"), _parser()):
        targets[str(relation.get("Id"))] = str(relation.get("Target"))
    for element in etree.fromstring(archive.read("xl/workbook.xml"), _parser()).iter():
        if local(element) == "sheet":
            target = targets[str(element.get(f"{{{_RELATION}}}id"))]
            yield target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


def _parser() -> etree.XMLParser:
    return etree.XMLParser(**_CAUTION)


def _has_formulas(content: IO[bytes]) -> bool:
    """Tell, sooner than by parsing it, whether a sheet has any formula."""
    rest = b""
    while chunk := content.read(_CHUNK):
        if _FORMULA.search(rest + chunk):
            return True
        rest = chunk[-100:]
    return False


def _formulas(content: IO[bytes]) -> Iterator[tuple[int, int, str]]:
    """Yield row, column and text of each formula that has no value."""
    for _, row in etree.iterparse(content, tag="{*}row", **_CAUTION):
        for cell in row:
            place = _CELL.fullmatch(str(cell.get("r", "")))
            parts = {local(child): child.text or "" for child in cell}
            has_value = parts.get("v") or cell.get("t") == "str"  # a text may well be empty
            if place and "f" in parts and not has_value:
                yield int(place[2]) - 1, _column(place[1]), f"={parts['f'].strip() or _NO_TEXT}"
        _forget(row)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
