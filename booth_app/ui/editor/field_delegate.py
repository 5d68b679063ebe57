"""Paints the values that stand side by side."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QStyleOptionViewItem

from booth_app.languages import script
from booth_app.ui.editor.field_model import CHOSEN, IS_CHOSEN
from booth_app.ui.editor.row_delegate import Index, RowDelegate


class FieldDelegate(RowDelegate):
    """Sets Arabic from right to left, whatever stands around it, and what counts in bold."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Override RowDelegate.initStyleOption."""
        super().initStyleOption(option, index)
        option.font.setBold(bool(index.data(IS_CHOSEN)))
        option.displayAlignment = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading
        if index.column() == 0:
            option.palette.setColor(QPalette.ColorRole.Text, self.look.color("dim"))
        elif script(option.text.removeprefix(CHOSEN)) == "arabic":
            option.direction = Qt.LayoutDirection.RightToLeft
