"""Places the editor's panels: bar, list, form, what stands beside it, and the lines below."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from booth_app.ui.booth.harmless import harmless
from booth_app.ui.booth.message_line import MessageLine
from booth_app.ui.booth.plain_label import plain_label
from booth_app.ui.booth.scroll_bar import make_thin
from booth_app.ui.editor.checks_panel import ChecksPanel
from booth_app.ui.editor.concept_form import ConceptForm
from booth_app.ui.editor.concept_list import ConceptList
from booth_app.ui.editor.editor_keys_page import EditorKeysPage
from booth_app.ui.editor.history_view import HistoryView
from booth_app.ui.editor.keyboard_ring import KeyboardRing
from booth_app.ui.editor.passing_area import PassingArea
from booth_app.ui.editor.similar_panel import SimilarPanel
from booth_app.ui.editor.top_bar import TopBar
from booth_app.ui.theme import Look

_LIST: Final = (420, 0.31)
_SIDE: Final = (320, 0.25)
"""A column's width in pixels at 100 %, and the share of the window it may take at most."""
_ALONE: Final = 0.42
"""The share of the left column where nothing stands at the right."""
_POINTS: Final = 10.5
_MARGIN: Final = 18
_GAP: Final = 14
_HISTORY: Final = 200
"""The least height of the history, in pixels at 100 %; it has what the others leave."""
_LIST_LEAST: Final = 70
_SIDE_REST: Final = 190
"""Pixels at 100 %: what a list beside the form has at least, and what stands between them all."""
_NARROW: Final = 1_080
"""Pixels of type at 100 % below which what stands beside the form shares the list's column."""


class _SideArea(PassingArea):
    """What stands beside the form; it scrolls where there is less room than all of it must have."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override PassingArea.resizeEvent."""
        super().resizeEvent(event)
        self.resized.emit()


class DeskView(QWidget):
    """The panels in their places. It connects nothing: the window does.

    Other views (a review, the inbox, a release) are pages over all of it, the desk is the first.
    """

    def __init__(self, bar: TopBar, concepts: ConceptList, form: ConceptForm, look: Look) -> None:
        super().__init__()
        self.bar, self.concepts, self.form = bar, concepts, form
        self.similar = SimilarPanel(look)
        self.checks = ChecksPanel(look)
        self.history = HistoryView(look)
        self.message = MessageLine(look)
        self.keys = EditorKeysPage(look)
        self.line = plain_label(wraps=True)
        self.line.setAccessibleName("What is stored")
        self.pages, self.left = QStackedWidget(), QStackedWidget()
        self._is_narrow = False
        self._desk, self.side = QWidget(), _SideArea()
        self._under: QWidget = self._desk
        self._was_in: QWidget | None = None
        self._rules = [_rule(upright=True), _rule(upright=True), _rule(upright=False)]
        self._place()
        self.side.resized.connect(self.share_side)
        self._ring = KeyboardRing(self.pages, self, look)
        self._ring.leave_out(self._desk, self.keys)
        self.wear(look)

    @property
    def is_at_desk(self) -> bool:
        """Whether list and form are shown, and no page over them."""
        return self.pages.currentWidget() is self._desk

    @property
    def are_keys_shown(self) -> bool:
        """Whether the page of keys is what is seen."""
        return self.pages.currentWidget() is self.keys

    def show_page(self, page: QWidget) -> None:
        """Show another view over the desk, with the keyboard."""
        if self.pages.indexOf(page) < 0:
            self.pages.addWidget(page)
        self._under = self.pages.currentWidget() or self._desk
        if self.is_at_desk:
            self._was_in = QApplication.focusWidget()
        self.pages.setCurrentWidget(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_under_keys(self) -> bool:
        """Show the page again over which the keys are shown; tell whether there was one."""
        if self._under is self._desk or self.pages.indexOf(self._under) < 0:
            return False
        self.pages.setCurrentWidget(self._under)
        return True

    def show_desk(self) -> None:
        """Show list and form again."""
        self.pages.setCurrentWidget(self._desk)

    def focus_again(self) -> None:
        """Let the keyboard be where it was before a page was shown; else in the list."""
        was_in = self._was_in
        if was_in is not None and isValid(was_in) and was_in.isVisible() and was_in.isEnabled():
            was_in.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focus_list()

    def focus_list(self) -> None:
        """Let the keyboard be in the list of concepts."""
        self.left.setCurrentWidget(self.concepts)
        self.concepts.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_no_concept(self) -> None:
        """Empty the form; the keyboard does not stay in it."""
        focus = self.focusWidget()
        if focus is not None and self.form.isAncestorOf(focus):
            self.focus_list()
        self.form.show_concept(None)

    def focus_search(self) -> None:
        """Let the keyboard be in the look-up field, over what stands there."""
        self.left.setCurrentWidget(self.concepts)
        self.concepts.focus_search()

    def focus_side(self) -> None:
        """Let the keyboard be in the first list beside the form that has anything."""
        if self._is_narrow:
            self.left.setCurrentWidget(self.side)
        for panel in (self.similar, self.checks, self.history):
            lists = (view for view in panel.findChildren(QListView) if view.isVisible())
            if (view := next(lists, None)) is not None:
                view.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def share_side(self) -> None:
        """Give the lists beside the form the room there is, so that the history stays in sight."""
        pixels = self._look.pixels
        free = self.side.viewport().height() - pixels(_HISTORY + _SIDE_REST)
        lists = 1 if self.similar.isHidden() else 2
        for panel in (self.similar, self.checks):
            panel.limit(max(pixels(_LIST_LEAST), free // lists))

    def say(self, line: str) -> None:
        """Show the line at the lower edge."""
        self.line.setText(harmless(line))

    def wear(self, look: Look) -> None:
        """Dress every panel."""
        self._look = look
        self.setPalette(look.palette())
        self.setAutoFillBackground(True)
        for panel in (self.bar, self.concepts, self.form, self.similar, self.checks, self.history):
            panel.wear(look)
        self.message.wear(look)
        self.keys.wear(look)
        self._ring.wear(look)
        for rule in self._rules:
            rule.setStyleSheet(f"background: {look.theme.line};")
        self._dress_side()
        self._dress_line()
        self._fold()
        self.share_side()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget.resizeEvent: columns take their share."""
        super().resizeEvent(event)
        self._fold()

    def _place(self) -> None:
        inside = QWidget()
        self.side.setWidget(inside)
        self.side.setWidgetResizable(True)
        self.side.setFrameShape(QFrame.Shape.NoFrame)
        self.side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._beside = QVBoxLayout(inside)
        for panel in (self.similar, self.checks):
            self._beside.addWidget(panel)
        self.history.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._beside.addWidget(self.history, 1)
        self.left.addWidget(self.concepts)
        self._columns = columns = QHBoxLayout(self._desk)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(0)
        columns.addWidget(self.left)
        columns.addWidget(self._rules[0])
        columns.addWidget(self.form, 1)
        columns.addWidget(self._rules[1])
        columns.addWidget(self.side)
        for page in (self._desk, self.keys):
            self.pages.addWidget(page)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.bar)
        rows.addWidget(self._rules[2])
        rows.addWidget(self.pages, 1)
        rows.addWidget(self.message)
        rows.addWidget(self.line)

    def _dress_side(self) -> None:
        self.side.setPalette(self._look.palette("panel"))
        self.side.setAutoFillBackground(True)
        make_thin(self.side.verticalScrollBar(), self._look)
        side = self._look.pixels(_MARGIN)
        self._beside.setContentsMargins(side, side, side, side)
        self._beside.setSpacing(self._look.pixels(_GAP))
        self.history.setMinimumHeight(self._look.pixels(_HISTORY))

    def _dress_line(self) -> None:
        look = self._look
        self.line.setFont(look.font(_POINTS))
        side, above = look.pixels(_MARGIN), look.pixels(7)
        self.line.setContentsMargins(side, above, side, above)
        self.line.setStyleSheet(
            f"color: {look.theme.dim}; background: {look.theme.panel};"
            f" border-top: 1px solid {look.theme.line};"
        )

    def _fold(self) -> None:
        """Give each column its width; where there is little, the left one has both in turn."""
        look, width = self._look, self.width()
        is_narrow = width < look.pixels(_NARROW)
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            if is_narrow:
                self.left.addWidget(self.side)
            else:
                self._columns.addWidget(self.side)
                self.side.show()
            self._rules[1].setVisible(not is_narrow)
        pixels, share = _LIST
        self.left.setFixedWidth(
            min(look.pixels(pixels), round(width * (_ALONE if is_narrow else share)))
        )
        if is_narrow:
            self.side.setMinimumWidth(0)
            self.side.setMaximumWidth(16_777_215)
        else:
            pixels, share = _SIDE
            self.side.setFixedWidth(min(look.pixels(pixels), round(width * share)))


def _rule(*, upright: bool) -> QFrame:
    """Return a thin line between two columns, or under a bar."""
    rule = QFrame()
    if upright:
        rule.setFixedWidth(1)
    else:
        rule.setFixedHeight(1)
    return rule
