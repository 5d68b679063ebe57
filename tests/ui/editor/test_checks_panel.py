from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from booth_app.languages import LANGUAGES
from booth_app.terminology.check_names import RULES
from booth_app.terminology.checks import concept_problems, problems_beside
from booth_app.terminology.concept import Concept, LanguageSection, Term
from booth_app.terminology.problem import Problem
from booth_app.ui.editor.checks_model import ChecksModel
from booth_app.ui.editor.checks_panel import ChecksPanel
from booth_app.ui.editor.checks_wording import CheckLine, check_lines, in_order
from booth_app.ui.editor.rows_view import RowsView
from booth_app.ui.theme import DARK, LIGHT, Look


def concept(**texts: str) -> Concept:
    """A concept that has one sourced term in each language, these texts among them."""
    sections = {
        lang: LanguageSection(
            terms=(
                Term(id=f"{lang}1", text=texts.get(lang, "word"), status="preferred", source="A/1"),
            )
        )
        for lang in LANGUAGES
    }
    return Concept(glossary="g", id="c", languages=sections)


BAD = replace(concept(en="two  words", ar="هجرة, لجوء"), note="a \u202e b")


def lines(made: Concept) -> list[CheckLine]:
    return check_lines(concept_problems(made), made)


def shown(qtbot: QtBot, made: Concept) -> ChecksPanel:
    panel = ChecksPanel(Look(LIGHT))
    qtbot.addWidget(panel)
    panel.show()
    panel.show_problems(made, list(concept_problems(made)))
    return panel


def test_lines_are_sentences_with_their_place_and_key() -> None:
    assert [line.line.replace("\u2068", "").replace("\u2069", "") for line in lines(BAD)] == [
        "Error. Note for the booth holds a control that changes the direction of letters (U+202E)."
        " Ctrl+. takes it out",
        "Warning. EN: “two  words” has two spaces in a row. Ctrl+. closes it up",
        "Warning. AR: “هجرة, لجوء” has a Latin , beside Arabic letters; the Arabic one is ،."
        " Ctrl+. puts the Arabic one in its place",
    ]


def test_every_check_has_words_for_what_the_key_does() -> None:
    for rule in RULES.values():
        for fix in (None, "mended"):
            problem = Problem(check=rule.name, severity=rule.severity, message="it", mended=fix)
            [line] = check_lines([problem], BAD)
            assert line.does
            assert line.act == ("mend" if fix else "go")


def test_a_line_stays_short_and_harmless_whatever_the_term() -> None:
    [line] = lines(concept(en="a\u202b<b>" + "x" * 100_000 + "  y"))[:1]
    assert len(line.line) < 800
    assert "\u202b" not in line.line


def test_what_is_in_order_is_one_sentence() -> None:
    assert in_order(()) == (
        "No language missing, no twin, no forbidden form, spacing, letters, digits, punctuation"
        " and sources in order."
    )
    assert in_order(concept_problems(BAD)) == (
        "No language missing, no twin, no forbidden form, letters, digits and sources in order."
    )
    every = [Problem(check=n, severity=r.severity, message="it") for n, r in RULES.items()]
    assert in_order(every) == ""


def test_the_model_keeps_qt_s_rules() -> None:
    model = ChecksModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_lines(lines(BAD))
    assert model.rowCount() == 3
    said = model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Warning. EN: “two  words” has two spaces in a row. Ctrl+. closes it up"
    assert model.line(3) is None


def test_the_key_mends_the_current_problem(qtbot: QtBot) -> None:
    panel = shown(qtbot, BAD)
    with qtbot.waitSignal(panel.mend_wanted) as mend:
        panel.do_current()
    assert mend.args[0].check == "control"
    assert panel.go_to_next()
    with qtbot.waitSignal(panel.mend_wanted) as mend:
        panel.do_current()
    assert mend.args[0].check == "stray_space"


def test_what_cannot_be_mended_is_gone_to(qtbot: QtBot) -> None:
    lacking = replace(concept(), languages={})
    panel = shown(qtbot, lacking)
    with qtbot.waitSignal(panel.problem_chosen) as chosen:
        panel.do_current()
    assert (chosen.args[0].check, chosen.args[0].lang) == ("missing_language", "en")


def test_a_twin_is_opened(qtbot: QtBot) -> None:
    mine = concept(en="mine")
    panel = ChecksPanel(Look(LIGHT))
    qtbot.addWidget(panel)
    other = replace(concept(en="mine", fr="x", es="y", ar="z"), id="other")
    panel.show_problems(mine, list(problems_beside(mine, [other], lambda _: True)))
    with qtbot.waitSignal(panel.concept_wanted) as opened:
        panel.do_current()
    assert opened.args == ["other"]


def test_next_problem_goes_through_all_and_says_when_there_is_none(qtbot: QtBot) -> None:
    panel = shown(qtbot, BAD)
    chosen: list[Problem] = []
    panel.problem_chosen.connect(chosen.append)
    assert [panel.go_to_next(), panel.go_to_next(), panel.go_to_next()] == [True, True, False]
    assert [problem.check for problem in chosen] == ["stray_space", "latin_comma"]


def test_the_current_problem_stays_while_another_is_mended(qtbot: QtBot) -> None:
    panel = shown(qtbot, BAD)
    panel.go_to_next()
    without = replace(BAD, note="")
    panel.show_problems(without, list(concept_problems(without)))
    with qtbot.waitSignal(panel.mend_wanted) as mend:
        panel.do_current()
    assert mend.args[0].check == "stray_space"


def test_another_concept_begins_at_its_first_problem(qtbot: QtBot) -> None:
    panel = shown(qtbot, BAD)
    panel.go_to_next()
    other = replace(BAD, id="other")
    panel.show_problems(other, list(concept_problems(other)))
    with qtbot.waitSignal(panel.mend_wanted) as mend:
        panel.do_current()
    assert (mend.args[0].concept, mend.args[0].check) == ("other", "control")


def test_a_click_goes_to_the_field_too(qtbot: QtBot) -> None:
    panel = shown(qtbot, BAD)
    rows = panel.findChild(RowsView)
    assert isinstance(rows, RowsView)
    panel.resize(300, 500)
    place = rows.visualRect(rows.model().index(1, 0)).center()
    with qtbot.waitSignal(panel.problem_chosen) as chosen:
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args[0].check == "stray_space"


def test_enter_in_the_list_goes_to_the_field(qtbot: QtBot) -> None:
    panel = shown(qtbot, BAD)
    rows = panel.findChild(RowsView)
    assert isinstance(rows, RowsView)
    with qtbot.waitSignal(panel.problem_chosen):
        QTest.keyClick(rows, Qt.Key.Key_Return)


def test_a_concept_in_order_has_the_green_line_alone(qtbot: QtBot) -> None:
    panel = shown(qtbot, concept())
    assert panel.lines == []
    assert panel.order_line.endswith("in order.")
    panel.show_problems(None, ())
    assert panel.order_line == ""
    panel.wear(Look(DARK, 2.0))
