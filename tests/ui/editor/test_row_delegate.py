import pytest
from PySide6.QtCore import QRect, QStringListModel, Qt
from PySide6.QtWidgets import QListView, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from booth_app.paths import bundled
from booth_app.ui.editor.row_delegate import ABOVE, SIDE, RowDelegate
from booth_app.ui.theme import LIGHT, Look, load_fonts

LOOK = Look(LIGHT)
WORDS = "International Migration Review Forum"


@pytest.fixture
def rows(qtbot: QtBot) -> QListView:
    view = QListView()
    qtbot.addWidget(view)
    view.setModel(QStringListModel([WORDS, "second"], view))
    view.setItemDelegate(RowDelegate(view))
    return view


def height(rows: QListView, free: int) -> int:
    """Return the height of the first row in a list with so much room beside its words."""
    option = QStyleOptionViewItem()
    option.initFrom(rows)
    option.features |= QStyleOptionViewItem.ViewItemFeature.WrapText
    words = rows.fontMetrics().horizontalAdvance(WORDS)
    option.rect = QRect(0, 0, words + free, 100)
    return rows.itemDelegate().sizeHint(option, rows.model().index(0, 0)).height()


def test_a_row_is_as_high_as_its_words_broken_between_its_margins(rows: QListView) -> None:
    line = rows.fontMetrics().height()
    assert line + 2 * ABOVE <= height(rows, 4 * SIDE) < 2 * line + 2 * ABOVE
    assert height(rows, SIDE) >= 2 * line + 2 * ABOVE


def test_the_current_row_has_a_bar_that_tells_where_the_keyboard_is(
    rows: QListView, qtbot: QtBot
) -> None:
    rows.setCurrentIndex(rows.model().index(0, 0))
    rows.show()

    def bars() -> list[str]:
        picture = rows.viewport().grab().toImage()
        tops = [rows.visualRect(rows.model().index(row, 0)).top() for row in range(2)]
        return [picture.pixelColor(1, top + 3).name() for top in tops]

    right = rows.visualRect(rows.currentIndex()).topRight()
    ground = rows.viewport().grab().toImage().pixelColor(right.x() - SIDE - 4, right.y() + ABOVE)
    assert ground.name() == LIGHT.now_background
    rows.clearFocus()
    assert bars() == [LIGHT.dim, LIGHT.panel]
    rows.activateWindow()
    rows.setFocus()
    qtbot.waitUntil(rows.hasFocus)
    assert bars() == [LIGHT.focus, LIGHT.panel]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_row_of_two_scripts_is_painted_to_its_last_word_at_any_width(
    rows: QListView, scale: float
) -> None:
    load_fonts(bundled("resources") / "fonts")
    line = (
        "\u2068\u200eالذكاء الاصطناعي\u200e · looked up in vain · the first meeting of 2021\u2069"
    )
    rows.setModel(QStringListModel([line, f"{line} {line}"], rows))
    rows.setWordWrap(True)
    rows.setFont(Look(LIGHT, scale).font(11.0))
    rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    rows.show()
    for width in range(round(200 * scale), round(700 * scale), 7):
        rows.resize(width, 900)
        for row in range(2):
            box = rows.visualRect(rows.model().index(row, 0))
            rows.setTextElideMode(Qt.TextElideMode.ElideRight)
            cut = rows.viewport().grab(box).toImage()
            rows.setTextElideMode(Qt.TextElideMode.ElideNone)
            assert rows.viewport().grab(box).toImage() == cut, width
