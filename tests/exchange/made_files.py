"""Spreadsheets as other programs leave them, made by hand where no library makes them so."""

import zipfile
from collections.abc import Iterable
from pathlib import Path

import xlsxwriter

OASIS = "urn:oasis:names:tc:opendocument:xmlns"
KIND = "application/vnd.oasis.opendocument.spreadsheet"


def cell(text: str, **attributes: str) -> str:
    """Return a cell of an ODS; `rows_spanned="2"` becomes `table:number-rows-spanned`."""
    said = "".join(
        f' table:number-{name.replace("_", "-")}="{value}"' for name, value in attributes.items()
    )
    return (
        f'<table:table-cell office:value-type="string"{said}><text:p>{text}</text:p>'
        "</table:table-cell>"
    )


COVERED = "<table:covered-table-cell/>"
"""The cell that goes on from a merged one."""


def row(*cells: str, repeated: int = 1) -> str:
    """Return a row of an ODS."""
    return (
        f'<table:table-row table:number-rows-repeated="{repeated}">{"".join(cells)}'
        "</table:table-row>"
    )


def rows(texts: Iterable[Iterable[str]]) -> str:
    """Return rows of an ODS with nothing but texts."""
    return "".join(row(*map(cell, each)) for each in texts)


def ods(path: Path, *sheets: str) -> Path:
    """Write a spreadsheet of these sheets, each its rows."""
    manifest = (
        f'<m:manifest xmlns:m="{OASIS}:manifest:1.0" m:version="1.2"><m:file-entry'
        f' m:full-path="/" m:media-type="{KIND}"/></m:manifest>'
    )
    tables = "".join(
        f'<table:table table:name="Sheet{number}">{sheet}</table:table>'
        for number, sheet in enumerate(sheets, 1)
    )
    content = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<office:document-content xmlns:office="{OASIS}:office:1.0" xmlns:text="{OASIS}:text:1.0"'
        f' xmlns:table="{OASIS}:table:1.0" office:version="1.2"><office:body>'
        f"<office:spreadsheet>{tables}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("mimetype", KIND)
        packed.writestr("META-INF/manifest.xml", manifest)
        packed.writestr("content.xml", content)
    return path


def xlsx(path: Path, *sheets: Iterable[Iterable[str]], merged: Iterable[str] = ()) -> Path:
    """Write a workbook of these sheets; `merged` are ranges of the first, as B2:B3."""
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False}) as book:
        for texts in sheets:
            sheet = book.add_worksheet()
            for at, cells in enumerate(texts):
                sheet.write_row(at, 0, cells)
        for each in merged:
            first = book.worksheets()[0]
            first.merge_range(each, "")
        if merged:
            for at, cells in enumerate(next(iter(sheets))):
                for column, text in enumerate(cells):
                    if text:
                        book.worksheets()[0].write(at, column, text)
    return path


def without_values(path: Path, value: str = "0") -> Path:
    """Take `value` from all formulas of a workbook, as a program does that never calculates."""
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    with zipfile.ZipFile(path, "w") as packed:
        for name, data in parts.items():
            packed.writestr(name, data.replace(f"</f><v>{value}</v>".encode(), b"</f><v></v>"))
    return path
