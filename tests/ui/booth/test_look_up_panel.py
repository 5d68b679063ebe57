import sys
from collections.abc import Sequence
from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from booth_app.languages import Lang
from booth_app.meeting.meeting import Person
from booth_app.termbase import Hit, ItemRow
from booth_app.translation.suggestions import Suggestion
from booth_app.ui.booth.field_entry import Pair, languages_by_script
from booth_app.ui.booth.look_up_panel import NOBODY_FOUND, NOTHING_FOUND, OPENING, LookUpPanel
from booth_app.ui.booth.seat import nobody_shares
from booth_app.ui.theme import LIGHT, Look
from tests.ui.booth.hits import concept, hit, meeting, person_hit

KNOWN = {
    "imrf": [hit("imrf", "fr", "IMRF"), hit("rmrf", "fr", "RMRF")],
    "recovery": [hit("recovery", "en", "recovery")],
    "gunnarson": [person_hit("Carola Gunnarsson")],
}


class Asked(list[str]):
    """A look-up that remembers what it was asked."""

    def __call__(self, text: str) -> Sequence[Hit]:
        self.append(text)
        return KNOWN.get(text, ())


@pytest.fixture
def asked() -> Asked:
    return Asked()


@pytest.fixture
def closed(qtbot: QtBot, look: Look) -> LookUpPanel:
    """Return a panel whose glossary is not open yet."""
    widget = LookUpPanel(look, "en", "fr")
    qtbot.addWidget(widget)
    widget.follow(date(2021, 1, 22), meeting().people)
    widget.show_item("Round one", [ItemRow(concept("recovery"), None, True)])
    widget.resize(760, 800)
    widget.show()
    widget.focus_field()
    return widget


@pytest.fixture
def panel(closed: LookUpPanel, asked: Asked) -> LookUpPanel:
    closed.ready(asked, languages_by_script, nobody_shares)
    return closed


def typed(panel: LookUpPanel, text: str) -> None:
    QTest.keyClicks(panel.field, text)


def texts(panel: LookUpPanel) -> list[str]:
    return [shown.text for shown in panel.hits.hits]


def test_every_key_looks_up_and_no_enter_is_needed(panel: LookUpPanel, asked: Asked) -> None:
    typed(panel, "imrf")
    assert [text for text in asked if "imrf".startswith(text)] == ["i", "im", "imr", "imrf"]
    assert texts(panel) == ["IMRF", "RMRF"]
    assert panel.hits.hits[0].full == "International Migration Review Forum"
    assert panel.hits.isVisible()
    assert not panel.item.isVisible()
    assert panel.field.hint == "Esc clears"


def test_what_is_shown_stays_until_a_key_is_typed(panel: LookUpPanel, asked: Asked) -> None:
    typed(panel, "imrf")
    before = len(asked)
    panel.speak("es", "fr")
    panel.wear(Look(LIGHT, 1.5))
    panel.show_item("Round two", [])
    assert len(asked) == before
    assert texts(panel)[0] == "FEMI"


def test_nothing_found_is_one_quiet_line(panel: LookUpPanel) -> None:
    typed(panel, "zzz")
    assert panel.hits.accessibleName() == NOTHING_FOUND


def test_clearing_brings_the_items_terms_back(panel: LookUpPanel) -> None:
    typed(panel, "imrf")
    panel.clear()
    assert panel.item.isVisible()
    assert panel.field.text() == ""


def test_before_the_glossary_is_open_the_field_takes_text_and_answers_later(
    closed: LookUpPanel, asked: Asked
) -> None:
    typed(closed, "imrf")
    assert closed.hits.accessibleName() == OPENING
    closed.ready(asked, languages_by_script, nobody_shares)
    assert asked == ["imrf"]
    assert texts(closed)[0] == "IMRF"
    assert closed.field.text() == "imrf"


def test_who_types_the_targets_word_gets_the_floors(panel: LookUpPanel) -> None:
    typed(panel, "recovery")
    assert texts(panel) == ["relèvement"]
    panel.speak("es", "fr")
    assert texts(panel) == ["recuperación"]


def test_people_are_found_by_the_same_field(panel: LookUpPanel) -> None:
    typed(panel, "gunnarson")
    assert texts(panel) == ["Carola Gunnarsson"]
    assert panel.hits.hits[0].origin.word == "person"


def test_at_finds_people_and_enter_chooses_the_one_marked(
    qtbot: QtBot, panel: LookUpPanel, asked: Asked
) -> None:
    typed(panel, "@")
    assert texts(panel) == [person.name for person in meeting().people[:5]]
    QTest.keyClick(panel.field, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.person_chosen) as chosen:
        QTest.keyClick(panel.field, Qt.Key.Key_Return)
    (person,) = chosen.args
    assert isinstance(person, Person)
    assert person.name == meeting().people[1].name
    assert panel.field.text() == ""
    assert asked == []


def test_a_name_and_a_post_add_somebody_unplanned(qtbot: QtBot, panel: LookUpPanel) -> None:
    typed(panel, "@zzz")
    assert panel.hits.accessibleName() == NOBODY_FOUND
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert panel.field.text() == "@zzz"
    panel.field.setText("@Jane Doe, Mayor of Lima")
    assert texts(panel) == ["Jane Doe"]
    with qtbot.waitSignal(panel.person_added) as added:
        QTest.keyClick(panel.field, Qt.Key.Key_Enter)
    assert added.args == ["Jane Doe", "Mayor of Lima"]
    assert panel.field.text() == ""


def test_a_pair_tells_its_languages_then_enter_adds_it(qtbot: QtBot, panel: LookUpPanel) -> None:
    typed(panel, "+ pacte = deal")
    assert panel.field.hint == "French = English · Enter adds"
    panel.speak("es", "ar")
    assert panel.field.hint == "English = Spanish · Enter adds"
    panel.speak("en", "fr")
    with qtbot.waitSignal(panel.pair_added) as added:
        QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert added.args == [Pair(("fr", "pacte"), ("en", "deal"))]
    assert panel.field.text() == ""
    assert panel.field.hint == "added"


def test_half_a_pair_adds_nothing(qtbot: QtBot, panel: LookUpPanel) -> None:
    typed(panel, "+ pacte =")
    with qtbot.assertNotEmitted(panel.pair_added):
        QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert panel.field.text() == "+ pacte ="


def test_the_glossary_names_a_pairs_languages(closed: LookUpPanel, asked: Asked) -> None:
    def by_words(left: str, right: str, floor: Lang, target: Lang) -> tuple[Lang, Lang]:
        return "en", "fr"

    typed(closed, "+ deal = pacte")
    assert closed.field.hint.startswith("French = English")
    closed.ready(asked, by_words, nobody_shares)
    assert closed.field.hint.startswith("English = French")


def test_the_machine_is_asked_after_a_pause_or_at_once_by_enter(
    qtbot: QtBot, panel: LookUpPanel, asked: Asked
) -> None:
    with qtbot.waitSignal(panel.suggestion_wanted) as wanted:
        typed(panel, "=les GLR")
    assert wanted.args == ["les GLR"]
    assert asked == []
    with qtbot.waitSignal(panel.suggestion_wanted) as wanted:
        typed(panel, "x")
        QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert wanted.args == ["les GLRx"]
    with qtbot.assertNotEmitted(panel.suggestion_wanted, wait=500):
        panel.clear()


def test_a_late_suggestion_is_dropped_and_the_next_key_ends_one(panel: LookUpPanel) -> None:
    panel.expect_suggestion("les GLR")
    assert panel.strip.isVisible()
    panel.show_suggestion(Suggestion(source="something older", text="x", origin="machine"))
    assert panel.strip.words is not None
    assert panel.strip.words.text == ""
    panel.show_suggestion(Suggestion(source="les GLR", text="the LRGs", origin="machine"))
    assert panel.strip.words.text == "the LRGs"
    typed(panel, "i")
    assert not panel.strip.isVisible()
    panel.show_suggestion(Suggestion(source="les GLR", text="the LRGs", origin="machine"))
    assert not panel.strip.isVisible()


def test_the_strip_keeps_to_the_lower_edge_and_moves_nothing(panel: LookUpPanel) -> None:
    typed(panel, "imrf")
    before = panel.hits.geometry()
    panel.expect_suggestion("les GLR")
    assert panel.hits.geometry() == before
    for size in ((760, 800), (500, 400)):
        panel.resize(*size)
        assert panel.rect().contains(panel.strip.geometry())
        assert panel.strip.geometry().bottom() > panel.height() - 30
    panel.grab()


def test_keys_pressed_elsewhere_are_typed_into_the_field(panel: LookUpPanel) -> None:
    panel.field.clearFocus()
    kind, none = QEvent.Type.KeyPress, Qt.KeyboardModifier.NoModifier
    assert panel.take_key(QKeyEvent(kind, Qt.Key.Key_I, none, "i"))
    assert panel.field.text() == "i"
    assert not panel.take_key(QKeyEvent(kind, Qt.Key.Key_F2, none, ""))
    assert panel.field.text() == "i"


def test_the_first_start_is_said_in_the_window(qtbot: QtBot, panel: LookUpPanel) -> None:
    panel.show_welcome({"en": "F2"}, {"en": "Ctrl+F2"})
    panel.show_welcome({"en": "F2"}, {"en": "Ctrl+F2"})
    (line,) = [child for child in panel.children() if type(child).__name__ == "WelcomeLine"]
    with qtbot.waitSignal(panel.target_chosen) as chosen:
        line.target_chosen.emit("ar")  # type: ignore[attr-defined]
    assert chosen.args == ["ar"]
    line.example_tried.emit("imrf")  # type: ignore[attr-defined]
    assert texts(panel)[0] == "IMRF"
    panel.end_welcome()
    panel.end_welcome()


def test_a_word_to_the_person_stays_until_the_next_key(panel: LookUpPanel) -> None:
    panel.say("not kept")
    assert panel.field.hint == "not kept"
    typed(panel, "i")
    assert panel.field.hint == "Esc clears"


def test_endless_and_hostile_pastes_do_no_harm(panel: LookUpPanel, asked: Asked) -> None:
    for start in ("", "=", "@", "@x,", "+", "+a="):
        QGuiApplication.clipboard().setText(start + "<b>\u202e\x00\n" + "ab " * 40_000)
        panel.field.clear()
        panel.field.paste()
        panel.grab()
    assert all(len(text) <= 200 for text in asked)


def test_typing_loses_no_reference_to_none(panel: LookUpPanel) -> None:
    before = sys.getrefcount(None)
    for _ in range(50):
        typed(panel, "imrf")
        panel.grab()
        panel.clear()
    assert before - sys.getrefcount(None) < 200
