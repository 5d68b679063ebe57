"""A booth sheet as a PDF, ready to be printed: nothing but its HTML and the bundled fonts."""

import os
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter, QTextDocument

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
    beside = path.with_name(path.name + ".new")
    try:
        beside.touch()
        pages = _written(html, title, beside)
        if beside.stat().st_size == 0:
            raise OSError("the disk may be full")
        with beside.open("rb") as made:
            os.fsync(made.fileno())
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        reason = error.strerror or str(error)
        raise NotPrinted(f"{path} was not written ({reason}); choose another place.") from error
    return pages


def _written(html: str, title: str, path: Path) -> int:
    writer = QPdfWriter(str(path))
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
    return document.pageCount()
