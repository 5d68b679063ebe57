from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from booth_app.languages import Lang
from booth_app.meeting.meeting import Person, Wording
from booth_app.meeting.meeting_folder import read_meeting
from booth_app.paths import bundled
from booth_app.ui.booth.speaker_card import SpeakerCard
from booth_app.ui.booth.words import Words
from booth_app.ui.theme import DARK, LIGHT, Look, load_fonts

MEETING = read_meeting(bundled("resources") / "meetings" / "gfmd-mayors-2021")
ROUND_ONE = MEETING.items[2]


@pytest.fixture
def card(qtbot: QtBot) -> SpeakerCard:
    load_fonts(bundled("resources") / "fonts")
    card = SpeakerCard(Look(DARK))
    qtbot.addWidget(card)
    card.resize(330, 500)
    card.show()
    return card


def said(card: SpeakerCard) -> list[str]:
    """What is in sight, from top to bottom."""
    card.layout().activate()
    seen = [words for words in card.findChildren(Words) if words.isVisible()]
    return [words.text() for words in sorted(seen, key=Words.y)]


def field(card: SpeakerCard) -> QLineEdit:
    found = card.findChild(QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


def speaker(name: str) -> Person:
    person = MEETING.person(name)
    assert person is not None
    return person


def test_until_somebody_is_confirmed_the_people_are_expected(card: SpeakerCard) -> None:
    card.show_speaker(MEETING, ROUND_ONE, None, "en")
    lines = said(card)
    assert lines[0] == "Expected"
    assert lines[1] == "Alt+1  Cécile Riallant, moderator"
    assert lines[3] == "Alt+2  Carola Gunnarsson"


def test_where_nobody_is_named_it_says_how_to_find_anybody(card: SpeakerCard) -> None:
    card.show_speaker(MEETING, MEETING.items[6], None, "en")
    assert said(card) == ["Expected", "Nobody is named here; @ finds any name."]


def test_a_confirmed_speaker(card: SpeakerCard) -> None:
    card.show_speaker(MEETING, ROUND_ONE, None, "en")
    card.show_speaker(MEETING, ROUND_ONE, speaker("Carola Gunnarsson"), "en")
    lines = said(card)
    assert lines[:3] == ["Speaking, confirmed", "Carola Gunnarsson", "Mayor of Sala (Sweden)"]
    assert "verified" in lines
    assert not any("Alt+" in line or line.startswith("said") for line in lines)


def test_unverified_translations_are_marked_in_words(card: SpeakerCard) -> None:
    card.show_speaker(MEETING, ROUND_ONE, speaker("Carola Gunnarsson"), "ar")
    assert said(card)[:5] == [
        "Speaking, confirmed",
        "كارولا غونارسون",
        "Carola Gunnarsson",
        "رئيسة بلدية سالا (السويد)",
        "translation not verified",
    ]


def test_back_to_the_expected_people_nothing_is_left(card: SpeakerCard) -> None:
    card.show_speaker(MEETING, ROUND_ONE, speaker("Carola Gunnarsson"), "ar")
    card.show_speaker(MEETING, ROUND_ONE, None, "en")
    assert len(said(card)) == 7


def test_how_a_name_is_said_is_written_in_place(card: SpeakerCard, qtbot: QtBot) -> None:
    card.show_speaker(MEETING, ROUND_ONE, speaker("Carola Gunnarsson"), "en")
    card.edit_say_as()
    assert field(card).isVisible()
    qtbot.keyClicks(field(card), "ka-ROO-la")
    with qtbot.waitSignal(card.say_as_changed) as changed:
        qtbot.keyClick(field(card), Qt.Key.Key_Return)
    assert changed.args == ["Carola Gunnarsson", "ka-ROO-la"]
    assert field(card).isHidden()
    known = replace(speaker("Carola Gunnarsson"), say_as="ka-ROO-la")
    card.show_speaker(MEETING, ROUND_ONE, known, "en")
    assert "said ka-ROO-la" in said(card)


def test_esc_leaves_it_as_it_was(card: SpeakerCard, qtbot: QtBot) -> None:
    known = replace(speaker("Carola Gunnarsson"), say_as="ka-ROO-la")
    card.show_speaker(MEETING, ROUND_ONE, known, "en")
    card.edit_say_as()
    assert field(card).text() == "ka-ROO-la"
    assert "said ka-ROO-la" not in said(card)
    qtbot.keyClicks(field(card), "nonsense")
    with (
        qtbot.waitSignal(card.field_left),
        qtbot.assertNotEmitted(card.say_as_changed),
    ):
        qtbot.keyClick(field(card), Qt.Key.Key_Escape)
    assert "said ka-ROO-la" in said(card)


def test_its_enter_and_esc_are_not_the_windows(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    card = SpeakerCard(Look(DARK))
    QVBoxLayout(window).addWidget(card)
    window.show()
    fired: list[str] = []
    for key in ("Esc", "Return"):
        QShortcut(QKeySequence(key), window).activated.connect(lambda k=key: fired.append(k))
    card.show_speaker(MEETING, ROUND_ONE, speaker("Alexandra Young"), "en")
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        card.edit_say_as()
        qtbot.keyClick(field(card), key)
        assert field(card).isHidden()
    assert fired == []


def test_a_tick_does_not_close_the_field(card: SpeakerCard, qtbot: QtBot) -> None:
    card.show_speaker(MEETING, ROUND_ONE, speaker("Alexandra Young"), "en")
    card.edit_say_as()
    qtbot.keyClicks(field(card), "yu")
    card.show_speaker(MEETING, ROUND_ONE, speaker("Alexandra Young"), "fr")
    assert field(card).isVisible()
    assert field(card).text() == "yu"
    card.show_speaker(MEETING, ROUND_ONE, speaker("Carola Gunnarsson"), "fr")
    assert field(card).isHidden()


def test_without_a_speaker_there_is_nothing_to_say(card: SpeakerCard) -> None:
    card.show_speaker(MEETING, ROUND_ONE, None, "en")
    card.edit_say_as()
    assert field(card).isHidden()


@pytest.mark.parametrize("pasted", ["x" * 100_000, "a\u202eb\x00c\nd"])
def test_what_is_pasted_is_short_and_harmless(card: SpeakerCard, qtbot: QtBot, pasted: str) -> None:
    card.show_speaker(MEETING, ROUND_ONE, speaker("Alexandra Young"), "en")
    card.edit_say_as()
    field(card).insert(pasted)
    with qtbot.waitSignal(card.say_as_changed) as changed:
        qtbot.keyClick(field(card), Qt.Key.Key_Return)
    kept = changed.args[1]
    assert len(kept) <= 120
    assert not set(kept) & set("\u202e\x00\n")


@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
@pytest.mark.parametrize("target", ["en", "ar"])
def test_endless_names_and_markup_change_no_width(
    card: SpeakerCard, scale: float, target: Lang
) -> None:
    title = {"en": Wording("<b>x</b> \u202e" + "W" * 200, False)}
    endless = Person(name="N" * 120, title=title, say_as="n" * 120, unplanned=True)
    card.wear(Look(LIGHT, scale))
    card.show_speaker(MEETING, ROUND_ONE, endless, target)
    assert card.minimumSizeHint().width() < 330
    assert any(line.startswith("<b>x</b>") for line in said(card))


def test_nothing_is_clipped_at_200_percent(card: SpeakerCard) -> None:
    card.wear(Look(DARK, 2.0))
    card.show_speaker(MEETING, ROUND_ONE, speaker("Alexandra Young"), "fr")
    width = 330
    card.resize(width, card.layout().heightForWidth(width))
    card.layout().activate()
    seen = [words for words in card.findChildren(Words) if words.isVisible()]
    assert len(seen) >= 6
    for words in seen:
        assert words.height() >= words.heightForWidth(words.width())
        assert card.rect().contains(words.geometry())


def test_the_form_of_address_is_in_the_target_language(card: SpeakerCard) -> None:
    for target, form in (
        ("en", "“Madam Mayor”  draft"),
        ("fr", "“Madame la maire”  draft"),
        ("es", "“señora alcaldesa”  draft"),
        ("ar", "“السيدة رئيسة البلدية”  draft"),
    ):
        card.show_speaker(MEETING, ROUND_ONE, speaker("Carola Gunnarsson"), target)
        assert form in said(card)


def test_an_entered_form_of_address_is_no_draft(card: SpeakerCard) -> None:
    entered = replace(
        speaker("Carola Gunnarsson"), address={"en": Wording("Madam President", True)}
    )
    card.show_speaker(MEETING, ROUND_ONE, entered, "en")
    assert "“Madam President”" in said(card)
    card.show_speaker(MEETING, ROUND_ONE, entered, "fr")
    assert "“Madame la maire”  draft" in said(card)


def test_where_only_the_name_is_known_no_form_is_invented(card: SpeakerCard) -> None:
    card.show_speaker(MEETING, ROUND_ONE, Person(name="Sam Ng", unplanned=True), "en")
    assert not any("“" in line for line in said(card))


def test_what_is_known_of_the_speech_stands_in_one_line(card: SpeakerCard) -> None:
    carola = speaker("Carola Gunnarsson")
    card.show_speaker(MEETING, ROUND_ONE, carola, "en")
    assert not any("speaks" in line or "text" in line for line in said(card))
    known = replace(carola, speaks="fr", speech="received")
    card.show_speaker(MEETING, ROUND_ONE, known, "en", "es")
    assert "speaks French · relay from ES · text received" in said(card)
    card.show_speaker(MEETING, ROUND_ONE, replace(carola, speech="none"), "en")
    assert "no text" in said(card)


def test_the_form_of_address_is_written_in_place(card: SpeakerCard, qtbot: QtBot) -> None:
    card.show_speaker(MEETING, ROUND_ONE, speaker("Carola Gunnarsson"), "ar")
    card.edit_address()
    assert field(card).text() == "السيدة رئيسة البلدية"
    field(card).setText("السيدة العمدة")
    with qtbot.waitSignal(card.address_changed) as changed:
        qtbot.keyClick(field(card), Qt.Key.Key_Return)
    assert changed.args == ["Carola Gunnarsson", "ar", "السيدة العمدة"]
    assert field(card).isHidden()
