"""A booth sheet as a PDF, ready to be printed: nothing but its HTML and the bundled fonts."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from booth_app.exchange.file_writing import FileUnwritable, beside
from booth_app.ui.theme import FAMILIES

_POINTS: Final = 9.0
_MARGIN: Final = 12.0  # millimetres
_DOTS: Final = 300  # an inch


class NotPrinted(Exception):
    """The file could not be written; whatever was there is still there. Carries one sentence."""


def write_pdf(html: str, title: str, path: Path) -> int:
    """Write `html` as a PDF at `path`, A4 across, and return its pages; raises NotPrinted.

    A table's `thead` stands at the top of every page. What was at `path` is replaced whole.
    """
    # In memory first: Qt's writer does not tell when a disk is full.
    printed, pages = _printed(html, title)
    try:
        with beside(path) as new:
            new.write_bytes(printed)
    except FileUnwritable as fault:
        raise NotPrinted(
            f"{path} was not written ({fault.reason}); choose another place."
        ) from fault
    return pages


def _printed(html: str, title: str) -> tuple[bytes, int]:
    """Return the PDF, and how many pages it has."""
    made = QBuffer()
    made.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(made)
    writer.setTitle(title)
    writer.setCreator("Booth")
    writer.setResolution(_DOTS)
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    page = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(
        QPageLayout(page, QPageLayout.Orientation.Landscape, margins, QPageLayout.Unit.Millimeter)
    )
    document = QTextDocument()
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setPointSizeF(_POINTS)
    document.setDefaultFont(font)
    document.documentLayout().setPaintDevice(writer)
    document.setDocumentMargin(0)
    document.setPageSize(QSizeF(writer.width(), writer.height()))
    document.setHtml(html)
    document.print_(writer)
    return bytes(made.data().data()), document.pageCount()
