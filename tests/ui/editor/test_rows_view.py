from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from booth_app.ui.booth.block import Block
from booth_app.ui.booth.paragraph import Run
from booth_app.ui.editor.block_delegate import Index
from booth_app.ui.editor.rows_view import RowsView
from booth_app.ui.theme import LIGHT, Look


def fill(block: Block, index: Index) -> None:
    block.set([Run(index.data(), 11.0, "text")])


def shown(qtbot: QtBot, *rows: str) -> tuple[RowsView, QStringListModel]:
    model = QStringListModel(list(rows))
    view = RowsView(model, fill, Look(LIGHT))
    qtbot.addWidget(view)
    view.resize(300, 200)
    view.show()
    return view, model


def test_it_is_as_high_as_its_rows_up_to_a_limit(qtbot: QtBot) -> None:
    one, _ = shown(qtbot, "a row")
    two, _ = shown(qtbot, "a row", "a row")
    many, _ = shown(qtbot, *["a row"] * 200)
    assert two.heightForWidth(300) == 2 * one.heightForWidth(300)
    assert two.heightForWidth(300) < many.heightForWidth(300) < 1_000


def test_a_scroll_bar_is_there_only_where_rows_do_not_fit(qtbot: QtBot) -> None:
    few, model = shown(qtbot, "a row")
    assert few.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    model.setStringList(["a row"] * 50)
    assert few.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOn


def test_there_is_always_a_current_row(qtbot: QtBot) -> None:
    view, model = shown(qtbot)
    assert view.row == -1
    model.setStringList(["a", "b"])
    assert view.row == 0
    with qtbot.waitSignal(view.moved) as moved:
        QTest.keyClick(view, Qt.Key.Key_Down)
    assert moved.args == [1]


def test_a_key_of_its_own_does_what_it_was_given_for(qtbot: QtBot) -> None:
    view, _ = shown(qtbot, "linked", "merged")
    done: list[str] = []
    view.add_key(Qt.Key.Key_M, lambda: done.append("M"))
    QTest.keyClick(view, Qt.Key.Key_M)
    QTest.keyClick(view, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert done == ["M"]
    assert view.row == 0  # Qt's own search by letters was not asked


def test_enter_with_a_key_held_is_left_to_the_window(qtbot: QtBot) -> None:
    view, _ = shown(qtbot, "a row")
    chosen: list[int] = []
    view.chosen.connect(chosen.append)
    QTest.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert chosen == []
    QTest.keyClick(view, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert chosen == [0]


def test_it_is_no_higher_than_what_is_below_it_leaves(qtbot: QtBot) -> None:
    view, _ = shown(qtbot, *["a row"] * 200)
    view.limit(100)
    assert view.heightForWidth(300) == 100
    view.limit(100_000)
    assert 100 < view.heightForWidth(300) < 1_000


def test_the_current_row_is_whole_however_little_room_there_is(qtbot: QtBot) -> None:
    long = "a row that says a good deal more than the others do, and takes some lines for it"
    view, _ = shown(qtbot, "a row", long, *["a row"] * 20)
    view.limit(10)
    least = view.heightForWidth(160)
    view.go_to(1)
    assert view.heightForWidth(160) > least > 10
    view.resize(160, 200)
    view.resize(160, view.minimumSizeHint().height())
    view.doItemsLayout()
    assert view.visualRect(view.currentIndex()).height() <= view.viewport().height()
