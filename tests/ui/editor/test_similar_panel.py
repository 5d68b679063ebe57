from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from booth_app.editing.similar import Similar
from booth_app.terminology.concept import Concept, ConceptKey, LanguageSection, Term
from booth_app.ui.editor.rows_view import RowsView
from booth_app.ui.editor.similar_model import SimilarModel
from booth_app.ui.editor.similar_panel import SimilarPanel
from booth_app.ui.theme import DIM, LIGHT, Look


def like(name: str, glossary: str = "g", term: str = "Regional Migration Review Forum") -> Similar:
    section = LanguageSection(terms=(Term(id="t", text=term, status="preferred"),))
    made = Concept(glossary=glossary, id=name, languages={"en": section})
    why, differs = "shares 3 of 4 words", "“Regional” for “International”"
    return Similar(made, "en", term, "words", why, differs)


FOUND = [like("rmrf"), like("other", "h", "منتدى <b> \u202e" * 2_000)]


def shown(qtbot: QtBot) -> tuple[SimilarPanel, RowsView]:
    panel = SimilarPanel(Look(LIGHT))
    qtbot.addWidget(panel)
    panel.show_similar(FOUND, "g")
    panel.show()
    rows = panel.findChild(RowsView)
    assert isinstance(rows, RowsView)
    return panel, rows


def test_the_model_keeps_qt_s_rules() -> None:
    model = SimilarModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_found(FOUND)
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Regional Migration Review Forum, shares 3 of 4 words, “Regional” for “International”, g"
    )
    assert "\u202e" not in model.index(1).data()


def test_enter_opens_l_links_and_m_merges(qtbot: QtBot) -> None:
    panel, rows = shown(qtbot)
    rows.setFocus()
    with qtbot.waitSignal(panel.concept_wanted) as opened:
        QTest.keyClick(rows, Qt.Key.Key_Return)
    with qtbot.waitSignal(panel.link_wanted) as linked:
        QTest.keyClick(rows, Qt.Key.Key_L)
    with qtbot.waitSignal(panel.merge_wanted) as merged:
        QTest.keyClick(rows, Qt.Key.Key_M)
    for signal in (opened, linked, merged):
        assert signal.args == [ConceptKey("g", "rmrf")]


def test_a_concept_of_another_glossary_is_opened_and_never_bound(qtbot: QtBot) -> None:
    panel, rows = shown(qtbot)
    rows.setFocus()
    rows.go_to(1)
    merged = QSignalSpy(panel.merge_wanted)
    QTest.keyClick(rows, Qt.Key.Key_M)
    with qtbot.waitSignal(panel.concept_wanted) as opened:
        QTest.keyClick(rows, Qt.Key.Key_Return)
    assert opened.args == [ConceptKey("h", "other")]
    assert merged.count() == 0


def test_it_takes_no_room_while_nothing_is_similar(qtbot: QtBot) -> None:
    panel, _ = shown(qtbot)
    assert panel.isVisible()
    panel.show_similar((), "g")
    assert not panel.isVisible()
    assert panel.shown == []


def test_rows_grow_with_the_type_and_never_widen_the_window(qtbot: QtBot) -> None:
    panel, rows = shown(qtbot)
    small = rows.heightForWidth(300)
    panel.wear(Look(DIM, 2.0))
    assert rows.heightForWidth(300) > small
    assert rows.minimumSizeHint().width() <= 1
