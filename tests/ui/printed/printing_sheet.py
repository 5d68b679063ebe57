"""Rows and a device to print them on."""

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter

from booth_app.exchange.printed_rows import PrintedRow
from booth_app.languages import LANGUAGES
from booth_app.ui.printed.pages import Pages, Sheet
from booth_app.ui.printed.rows import RowSetting


def row(text: str, letter: str = "A", notes: str = "") -> PrintedRow:
    return PrintedRow(letter, (text, "", "", ""), (len(text), 0, 0, 0), notes)


def pdf(buffer: QBuffer) -> QPdfWriter:
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    device = QPdfWriter(buffer)
    device.setResolution(300)
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    device.setPageOrientation(QPageLayout.Orientation.Landscape)
    return device


def pages_on(device: QPdfWriter) -> Pages:
    return Pages(device, RowSetting(device, LANGUAGES), Sheet("a sheet", "printed"))
