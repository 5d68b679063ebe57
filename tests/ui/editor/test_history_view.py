from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from booth_app.termbase import Change
from booth_app.terminology.concept import Concept, LanguageSection, Term
from booth_app.terminology.differences import with_field
from booth_app.terminology.fields import Field
from booth_app.ui.editor.history_model import HistoryModel
from booth_app.ui.editor.history_view import HistoryView
from booth_app.ui.editor.history_wording import lines, signed
from booth_app.ui.theme import LIGHT, Look

FIRST = Concept(
    glossary="g",
    id="imrf",
    languages={"es": LanguageSection(terms=(Term(id="s1", text="Foro de Revisión"),))},
)
SECOND = with_field(FIRST, Field("term", "es", "s1", "term"), "Foro de Examen")


def change(seq: int, origin: str, before: Concept | None, after: Concept | None) -> Change:
    at = f"2026-11-2{seq}T09:41:00"
    return Change(seq, seq, seq - 1, f"o{seq}", f"b{seq}", "Ana", at, origin, before, after)


CHANGES = [change(1, "import", None, FIRST), change(2, "typed", FIRST, SECOND)]


def test_a_change_is_told_by_value_in_words() -> None:
    [made] = lines(CHANGES[0])
    [renamed] = lines(CHANGES[1])
    assert (made.name, made.after) == ("New concept of 1 term", "")
    assert renamed == ("Spanish term", "Foro de Examen", "Foro de Revisión", "es")
    assert lines(change(3, "typed", SECOND, None))[0].name == "Deleted"
    assert lines(change(3, "typed", SECOND, SECOND))[0].name == "As it was before"


def test_many_approvals_are_told_as_one() -> None:
    terms = tuple(Term(id=f"s{at}", text=f"foro {at}") for at in range(3))
    drafts = replace(FIRST, languages={"es": LanguageSection(terms=terms)})
    at = "2026-11-22T09:41:00"
    approved = tuple(
        replace(term, approval="approved", approved_by="Ana", approved_at=at) for term in terms
    )
    after = replace(drafts, languages={"es": LanguageSection(terms=approved)})
    assert [line.name for line in lines(change(2, "typed", drafts, after))] == ["3 terms approved"]
    more = replace(after, note="rare")
    assert len(lines(change(2, "typed", drafts, more))) == 4
    back = [line.name for line in lines(change(3, "typed", after, drafts))]
    assert "3 terms approved" not in back


def test_nobody_here_did_what_came_with_booth() -> None:
    assert signed(change(2, "bundled", None, FIRST)) == "22 Nov 2026, 09:41 · came with Booth"
    assert signed(change(2, "typed", None, FIRST)) == "22 Nov 2026, 09:41 · Ana · typed"


def test_the_model_keeps_qt_s_rules_and_has_the_newest_first() -> None:
    model = HistoryModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_changes(CHANGES)
    said = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Foro de Examen, was Foro de Revisión" in said
    assert "22 Nov 2026, 09:41 · Ana · typed" in said
    assert model.change(2) is None


def test_what_can_be_done_follows_the_current_change(qtbot: QtBot) -> None:
    view = HistoryView(Look(LIGHT))
    qtbot.addWidget(view)
    view.show_changes(CHANGES)
    view.show()

    def offered() -> list[str]:
        buttons = view.findChildren(QPushButton)
        return [b.text().replace("&", "") for b in buttons if b.isEnabled() and b.isVisible()]

    assert offered() == ["Take this back", "Hold to compare"]
    qtbot.keyClick(view._list, Qt.Key.Key_Down)
    assert offered() == [
        *("Compare with now", "Hold to compare", "Go back to this", "Take the whole import back"),
    ]
    with qtbot.waitSignal(view.batch_taken_back) as asked:
        qtbot.mouseClick(view._buttons["batch"], Qt.MouseButton.LeftButton)
    assert asked.args == ["b1"]
    with qtbot.waitSignal(view.comparison_wanted) as compared:
        qtbot.keyClick(view._list, Qt.Key.Key_Return)
    assert compared.args == [CHANGES[0]]
    view.show_changes(())
    assert offered() == []


def test_any_two_states_are_compared_by_the_keyboard(qtbot: QtBot) -> None:
    third = replace(SECOND, subject="process")
    changes = [*CHANGES, change(3, "typed", SECOND, third)]
    view = HistoryView(Look(LIGHT))
    qtbot.addWidget(view)
    view.show_changes(changes)
    view.show()
    qtbot.keyClick(view._list, Qt.Key.Key_End)
    qtbot.keyClick(view._list, Qt.Key.Key_Space)
    assert "Held to compare" in view._model.index(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert not view._buttons["compare"].isEnabled()  # with itself
    qtbot.keyClick(view._list, Qt.Key.Key_Up)
    with qtbot.waitSignal(view.two_wanted) as compared:
        qtbot.keyClick(view._list, Qt.Key.Key_Return)
    assert compared.args == changes[:2]
    view.show_changes(changes)  # as after each save: what is held stays
    qtbot.keyClick(view._list, Qt.Key.Key_End)
    qtbot.keyClick(view._list, Qt.Key.Key_Space)
    with qtbot.waitSignal(view.comparison_wanted):
        qtbot.keyClick(view._list, Qt.Key.Key_Return)


def test_the_change_one_was_at_stays_while_the_same_ones_are_shown_anew(qtbot: QtBot) -> None:
    view = HistoryView(Look(LIGHT))
    qtbot.addWidget(view)
    view.show_changes(CHANGES)
    view.show()
    qtbot.keyClick(view._list, Qt.Key.Key_Down)
    third = change(3, "typed", SECOND, replace(SECOND, subject="process"))
    view.show_changes([read_anew(each) for each in (*CHANGES, third)])
    assert view._current == CHANGES[0]
    view.show_changes([third])
    assert view._current == third


def read_anew(one: Change) -> Change:
    """Return the same change, read anew."""
    return one._replace()


def test_it_asks_for_no_more_height_than_it_must_have(qtbot: QtBot) -> None:
    view = HistoryView(Look(LIGHT))
    qtbot.addWidget(view)
    view.resize(320, 200)
    view.show()
    view.show_changes(CHANGES)
    layout = view.layout()
    assert layout is not None
    assert layout.heightForWidth(320) <= 200
    shown = [button for button in view._buttons.values() if button.isVisible()]
    assert max(b.mapTo(view, b.rect().bottomLeft()).y() for b in shown) < 200


def test_rows_are_as_wide_before_there_are_too_many_as_after(qtbot: QtBot) -> None:
    view = HistoryView(Look(LIGHT))
    qtbot.addWidget(view)
    view.resize(320, 200)
    view.show()
    view.show_changes(CHANGES[:1])
    few = view._list.viewport().width()
    view.show_changes([change(n, "typed", FIRST, SECOND) for n in range(1, 10)])
    assert view._list.verticalScrollBar().maximum() > 0
    assert view._list.viewport().width() == few
