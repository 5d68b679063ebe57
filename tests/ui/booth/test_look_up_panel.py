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
from booth_app.ui.booth.answer_area import NOBODY_FOUND, NOTHING_FOUND, OPENING
from booth_app.ui.booth.field_entry import Pair, languages_by_script
from booth_app.ui.booth.look_up_panel import LookUpPanel
from booth_app.ui.booth.scratch_line import ScratchLine
from booth_app.ui.booth.seat import nobody_shares
from booth_app.ui.booth.welcome_line import WelcomeLine
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


def test_esc_ends_a_suggestion_where_nothing_is_typed(panel: LookUpPanel) -> None:
    panel.expect_suggestion("le titre du point")
    panel.clear()
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
    assert panel.focusWidget() is panel.field
    assert not panel.take_key(QKeyEvent(kind, Qt.Key.Key_F2, none, ""))
    assert panel.field.text() == "i"


def test_the_first_start_is_said_in_the_window(
    qtbot: QtBot, panel: LookUpPanel, look: Look
) -> None:
    for _ in range(2):
        panel.first_start.ask(look, {"en": "F2"}, {"en": "Ctrl+F2"})
    (line,) = panel.findChildren(WelcomeLine)
    with qtbot.waitSignal(panel.target_chosen) as chosen:
        line.target_chosen.emit("ar")
    assert chosen.args == ["ar"]
    line.example_tried.emit("imrf")
    assert texts(panel)[0] == "IMRF"


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


def remembered(panel: LookUpPanel) -> list[str]:
    """Keep what is looked up, as the booth does."""
    kept: list[str] = []

    def keep(query: str) -> None:
        if query in kept:
            kept.remove(query)
        kept.append(query)
        panel.walk_through(kept)

    panel.looked_up.connect(keep)
    return kept


def test_enter_or_a_pause_lets_the_query_go_and_the_answer_stays(
    qtbot: QtBot, panel: LookUpPanel
) -> None:
    panel.pause_after(0.05)
    for let_go in (
        lambda: QTest.keyClick(panel.field, Qt.Key.Key_Return),
        lambda: qtbot.waitUntil(lambda: panel.field.selectedText() == "imrf"),
    ):
        panel.clear()
        typed(panel, "imrf")
        let_go()
        assert panel.field.selectedText() == "imrf"
        assert panel.field.hint == "a letter begins anew · Backspace edits"
        assert texts(panel) == ["IMRF", "RMRF"]
    typed(panel, "r")
    assert panel.field.text() == "r"
    assert panel.field.hint == "Esc clears"


@pytest.mark.parametrize("begun", ["+ pacte", "=les villes", "@Jane Doe, "])
def test_a_pause_takes_nothing_away_but_a_look_up(
    qtbot: QtBot, panel: LookUpPanel, begun: str
) -> None:
    panel.pause_after(0.01)
    typed(panel, begun)
    qtbot.wait(60)
    assert panel.field.selectedText() == ""


def test_the_arrows_walk_through_what_was_looked_up_with_the_answers(panel: LookUpPanel) -> None:
    kept = remembered(panel)
    for query in ("imrf", "zzz", "recovery", "gunnarson"):
        typed(panel, query)
        panel.clear()
    assert kept == ["imrf", "recovery", "gunnarson"]
    seen = []
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down):
        QTest.keyClick(panel.field, key)
        seen.append((panel.field.text(), texts(panel)[0]))
    assert seen == [
        ("gunnarson", "Carola Gunnarsson"),
        ("recovery", "relèvement"),
        ("imrf", "IMRF"),
        ("recovery", "relèvement"),
    ]
    assert panel.field.hint == "look-up 2 of 3 · Up earlier, Down later"
    assert kept == ["imrf", "recovery", "gunnarson"]
    typed(panel, "imrf")
    assert panel.field.text() == "imrf"
    QTest.keyClick(panel.field, Qt.Key.Key_Up)
    assert kept == ["recovery", "gunnarson", "imrf"]
    assert panel.field.text() == "gunnarson"


def test_another_layout_is_told_and_its_words_are_underlined(panel: LookUpPanel) -> None:
    panel.field.setText("هةقب")
    assert texts(panel)[0] == "IMRF"
    assert panel.field.hint == "read as \u2068imrf\u2069 · typed on a US keyboard"


def test_only_what_is_read_is_printed_and_one_key_shows_all(panel: LookUpPanel) -> None:
    def printed() -> list[str]:
        return [other.lang for other in panel.hits.hits[0].others]

    typed(panel, "imrf")
    assert printed() == ["fr", "es", "ar"]
    panel.read(("ar", "en"))
    assert printed() == ["ar"]
    panel.switch_all()
    assert printed() == ["ar", "fr", "es"]
    assert panel.field.hint == "all languages"
    panel.switch_all()
    assert printed() == ["ar"]


def test_a_number_comes_once_the_hand_rests_and_goes_at_once(
    qtbot: QtBot, panel: LookUpPanel
) -> None:
    typed(panel, "2.5")
    assert panel.hits.numbers == ()
    assert panel.hits.accessibleName() == ""
    qtbot.waitUntil(lambda: bool(panel.hits.numbers))
    assert panel.hits.numbers[0].said.text == "2.5"
    typed(panel, "bn")
    assert panel.hits.numbers[0].said.text == "2.5"
    qtbot.waitUntil(lambda: panel.hits.numbers[0].said.text == "2.5 billion")
    panel.speak("ar", "fr")
    assert panel.hits.numbers[0].said.text == "2.5 مليار"
    panel.field.setText("x")
    assert panel.hits.numbers == ()
    assert panel.hits.accessibleName() == NOTHING_FOUND


def test_what_only_begins_like_a_number_is_looked_up(qtbot: QtBot, panel: LookUpPanel) -> None:
    typed(panel, "16:30")
    qtbot.waitUntil(lambda: panel.hits.accessibleName() == NOTHING_FOUND)
    assert panel.hits.numbers == ()


def test_the_line_worth_parking(qtbot: QtBot, panel: LookUpPanel) -> None:
    typed(panel, "gunnarson")
    assert panel.line_to_park == "Carola Gunnarsson"
    panel.field.setText("A/RES/73/195")
    assert panel.line_to_park == "A/RES/73/195"
    panel.field.setText("2.5bn")
    qtbot.waitUntil(lambda: bool(panel.hits.numbers))
    assert panel.line_to_park == "2.5bn"
    panel.clear()
    assert panel.line_to_park == ""


def test_a_parked_line_is_shown_below_everything(panel: LookUpPanel) -> None:
    panel.show_scratch("12 400")
    (line,) = panel.findChildren(ScratchLine)
    assert line.isVisible()
    assert line.y() > panel.area.geometry().bottom()


def test_the_first_starts_line_stays_for_what_is_read_and_goes_with_a_look_up(
    panel: LookUpPanel, look: Look
) -> None:
    panel.first_start.ask(look, {"en": "F2"}, {"en": "Ctrl+F2"})
    typed(panel, "i")
    assert panel.findChildren(WelcomeLine)
    panel.first_start.answer("en")
    panel.read(("fr",))
    typed(panel, "m")
    assert not [line for line in panel.findChildren(WelcomeLine) if line.isVisible()]


def test_the_trap_of_a_small_hit_opens_and_closes(panel: LookUpPanel) -> None:
    typed(panel, "imrf")
    assert panel.hits.hits[1].has_trap
    panel.open_next_trap()
    assert panel.hits.opened == 1
    panel.open_next_trap()
    assert panel.hits.opened == 0


def missed(panel: LookUpPanel) -> list[str]:
    """Keep what is missed."""
    kept: list[str] = []
    panel.missed.connect(kept.append)
    return kept


def test_a_query_that_found_nothing_is_missed_once_it_is_left(
    qtbot: QtBot, panel: LookUpPanel
) -> None:
    kept = missed(panel)
    typed(panel, "zzz")
    assert kept == [], "not each prefix of it"
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    panel.clear()
    assert kept == ["zzz"], "Enter and Esc are one look-up"
    typed(panel, "zzz")
    panel.clear()
    assert kept == ["zzz", "zzz"]
    panel.pause_after(0.05)
    typed(panel, "yyy")
    qtbot.waitUntil(lambda: len(kept) == 3)
    typed(panel, "imrf")
    panel.clear()
    assert kept == ["zzz", "zzz", "yyy"]


def test_what_the_machine_is_asked_after_a_look_up_in_vain_is_missed(panel: LookUpPanel) -> None:
    kept = missed(panel)
    typed(panel, "zzz")
    panel.field.begin_with("=")
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    panel.clear()
    typed(panel, "=yyy")
    panel.clear()
    assert kept == ["zzz"]


@pytest.mark.parametrize("text", ["imrf", "12 400", "@Nobody", "+ zzz = yyy", ""])
def test_what_is_found_or_is_no_look_up_is_not_missed(panel: LookUpPanel, text: str) -> None:
    kept = missed(panel)
    typed(panel, text)
    panel.clear()
    assert kept == []


def test_nothing_is_missed_before_the_glossary_is_open_or_while_walking_back(
    closed: LookUpPanel, asked: Asked
) -> None:
    kept = missed(closed)
    typed(closed, "zzz")
    closed.clear()
    assert kept == []
    closed.ready(asked, languages_by_script, nobody_shares)
    closed.walk_through(["zzz"])
    QTest.keyClick(closed.field, Qt.Key.Key_Up)
    assert closed.field.text() == "zzz"
    closed.clear()
    assert kept == []
