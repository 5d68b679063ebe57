import pytest
from pytestqt.qtbot import QtBot

from booth_app.languages import Lang
from booth_app.meeting.meeting_folder import read_meeting
from booth_app.paths import bundled
from booth_app.ui.booth.notes_panel import NotesPanel
from booth_app.ui.booth.printed import Caution
from booth_app.ui.booth.words import Words
from booth_app.ui.theme import DARK, Look, load_fonts

MEETING = read_meeting(bundled("resources") / "meetings" / "gfmd-mayors-2021")
ROUND_THREE, CONVERSATION = MEETING.items[4], MEETING.items[5]


@pytest.fixture
def panel(qtbot: QtBot) -> NotesPanel:
    load_fonts(bundled("resources") / "fonts")
    panel = NotesPanel(Look(DARK))
    qtbot.addWidget(panel)
    panel.resize(330, 2000)
    panel.show()
    return panel


def said(panel: NotesPanel) -> list[str]:
    """What is in sight, from top to bottom."""
    panel.layout().activate()
    seen = [words for words in panel.findChildren(Words) if words.isVisible()]
    return [words.text() for words in sorted(seen, key=Words.y)]


def test_the_question_is_in_the_target_and_says_whether_it_is_verified(panel: NotesPanel) -> None:
    panel.show_notes(MEETING, ROUND_THREE, "en")
    assert said(panel)[0] == "Guiding question"
    assert said(panel)[1].startswith("How can the GFMD community")
    assert said(panel)[2] == "translation not verified"
    panel.show_notes(MEETING, ROUND_THREE, "fr")
    assert said(panel)[1].startswith("Comment est-ce que la communauté FMMD")
    assert said(panel)[2] == "Notes"


def test_an_item_without_a_question_has_no_heading_for_one(panel: NotesPanel) -> None:
    panel.show_notes(MEETING, CONVERSATION, "en")
    assert said(panel)[0] == "Notes"


def test_the_items_own_slips_come_first_then_traps_then_the_rest(panel: NotesPanel) -> None:
    trap = Caution("Trap", "competencias, not habilidades", "own")
    panel.show_notes(MEETING, CONVERSATION, "en", [trap])
    notes = said(panel)[1:]
    assert "Morejon" in notes[0]
    assert "devant le FMMD" in notes[1]
    assert notes[2] == "Trap  competencias, not habilidades · own"
    assert "New York" in notes[3]
    assert "RESEAUTAGE" in notes[-1]


def test_slips_show_their_place_in_the_note_as_it_stands_there(panel: NotesPanel) -> None:
    panel.show_notes(MEETING, ROUND_THREE, "en")
    assert any("“Quels sont les bonnes pratiques existantes”" in line for line in said(panel))


def test_notes_of_other_items_are_not_shown(panel: NotesPanel) -> None:
    panel.show_notes(MEETING, ROUND_THREE, "en")
    assert not any("Morejon" in line for line in said(panel))
    panel.show_notes(MEETING, None, "en")
    assert not any("bonnes pratiques" in line for line in said(panel))


def test_fewer_notes_leave_nothing_behind(panel: NotesPanel) -> None:
    traps = [Caution("Trap", f"trap {n}") for n in range(9)]
    panel.show_notes(MEETING, ROUND_THREE, "en", traps)
    panel.show_notes(MEETING, ROUND_THREE, "en")
    assert not any("trap" in line for line in said(panel))


def test_markup_and_overrides_are_text(panel: NotesPanel) -> None:
    panel.show_notes(MEETING, CONVERSATION, "en", [Caution("Trap", "<i>x</i>\u202ey" + "W" * 500)])
    line = next(line for line in said(panel) if line.startswith("Trap  <i>x</i>\ufffdy"))
    assert "\u202e" not in line
    assert panel.minimumSizeHint().width() < 330


@pytest.mark.parametrize("target", ["fr", "ar"])
def test_nothing_is_clipped_at_200_percent(panel: NotesPanel, target: Lang) -> None:
    panel.wear(Look(DARK, 2.0))
    panel.show_notes(MEETING, ROUND_THREE, target)
    panel.resize(330, panel.layout().heightForWidth(330))
    panel.layout().activate()
    seen = [words for words in panel.findChildren(Words) if words.isVisible()]
    assert len(seen) > 5
    for words in seen:
        assert words.height() >= words.heightForWidth(words.width())
        assert panel.rect().contains(words.geometry())
