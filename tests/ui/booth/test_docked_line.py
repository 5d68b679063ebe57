from datetime import timedelta

import pytest
from PySide6.QtCore import QRect
from pytestqt.qtbot import QtBot

from booth_app.meeting.clock import Progress, agenda_at
from booth_app.meeting.meeting_folder import read_meeting
from booth_app.paths import bundled
from booth_app.ui.booth.docked_line import DockedLine
from booth_app.ui.booth.docked_wording import NowLine, SpeakerLine, now_line, speaker_line
from booth_app.ui.booth.paragraph import Paragraph
from booth_app.ui.booth.speaker_wording import Printed
from booth_app.ui.theme import DARK, DIM, LIGHT, THEMES, Look, Theme
from tests.ui.booth.rendered import colors, text_contrast

CAROLA = SpeakerLine(Printed("Carola Gunnarsson", "en"), " · “Madam Mayor” · Mayor of Sala")
ARABIC = SpeakerLine(Printed("كارولا غونارسون", "ar"), " · “السيدة رئيسة البلدية”")
WHOLE = "Carola Gunnarsson · “Madam Mayor” · Mayor of Sala (Sweden)"
POST = "Carola Gunnarsson · Mayor of Sala (Sweden)"
ADDRESS = "Carola Gunnarsson · “Madam Mayor”"
MEETING = read_meeting(bundled("resources") / "meetings" / "gfmd-mayors-2021")
NOW = NowLine("10 min left", is_now=True, after="next 16:33 Round two: legal frameworks")


@pytest.fixture
def line(look: Look, qtbot: QtBot) -> DockedLine:
    line = DockedLine(look)
    qtbot.addWidget(line)
    line.show_speaker(CAROLA)
    line.show_now(NOW)
    line.resize(390, line.height())
    return line


def rows(line: DockedLine) -> tuple[QRect, QRect]:
    half = line.height() // 2
    width = line.width()
    return QRect(0, 2, width, half - 2), QRect(0, half, width, line.height() - half)


def test_it_is_two_lines_high_whatever_it_says(line: DockedLine) -> None:
    height = line.height()
    line.show_speaker(ARABIC)
    line.show_now(NowLine("", is_now=False, after="no agenda"))
    assert line.height() == height
    line.wear(Look(DARK, 2.0))
    assert line.height() == pytest.approx(2 * height, abs=3)


def test_a_screen_reader_gets_both_lines(line: DockedLine) -> None:
    assert line.accessibleName() == (
        "Carola Gunnarsson · “Madam Mayor” · Mayor of Sala. "
        "10 min left · next 16:33 Round two: legal frameworks"
    )


@pytest.mark.parametrize("theme", [DARK, LIGHT, DIM])
def test_amber_is_for_now_alone(line: DockedLine, theme: Theme) -> None:
    line.wear(Look(theme))
    above, below = rows(line)
    assert theme.now_background in colors(line, below)
    assert theme.now_background not in colors(line, above)
    line.show_now(NOW._replace(is_now=False))
    assert theme.now_background not in colors(line, below)


@pytest.mark.parametrize("theme", THEMES.values())
@pytest.mark.parametrize("said", [CAROLA, ARABIC])
def test_all_of_it_can_be_read(line: DockedLine, theme: Theme, said: SpeakerLine) -> None:
    line.wear(Look(theme, 2.0))
    line.resize(700, line.height())
    line.show_speaker(said)
    above, below = rows(line)
    pill = QRect(below.left() + 34, below.top() + 8, 120, below.height() - 32)
    quiet = QRect(below.left() + 290, below.top(), 250, below.height())
    for box in (above, pill, quiet):
        assert text_contrast(line, box) >= 4.5


@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
@pytest.mark.parametrize("name", ["N" * 120, "ن" * 120, "𒀀𒁀 𒂀"])
def test_nothing_reaches_over_its_edges(line: DockedLine, scale: float, name: str) -> None:
    line.wear(Look(DARK, scale))
    line.show_speaker(SpeakerLine(Printed(name, "ar" if name[0] == "ن" else "en"), " · " + name))
    line.show_now(NOW._replace(after="next 16:33 " + name))
    line.resize(360, line.height())
    margin = line.height() // 2 - 2
    for x in (0, 354):
        box = QRect(x, 2, 6, 2 * margin)
        assert set(colors(line, box)) == {DARK.panel}


def drawn(line: DockedLine, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the texts of the two lines as they are painted, cuts and all."""
    said: list[str] = []

    def draw(paragraph: Paragraph, _painter: object, _x: float, _y: float) -> None:
        said.append(paragraph._layout.text().replace("\u2068", "").replace("\u2069", ""))

    monkeypatch.setattr(Paragraph, "draw", draw)
    line.grab()
    return said


@pytest.mark.parametrize(
    ("width", "scale", "says"),
    [
        (700, 1.0, [WHOLE, "17 min left", "next 16:30 Round two: legal frameworks"]),
        (420, 1.0, [POST, "17 min left", "next 16:30 Round two: legal…"]),
        (390, 1.0, [ADDRESS, "17 min left", "next 16:30 Round two: legal…"]),
        (420, 2.0, ["Carola Gunnarsson", "17 min", "next 16:30"]),
        (400, 3.0, ["Carola…", "17 min left"]),
        (340, 3.0, ["Carola…", "17 min"]),
    ],
)
def test_where_it_is_narrow_words_are_left_out_and_none_is_cut(
    line: DockedLine,
    monkeypatch: pytest.MonkeyPatch,
    width: int,
    scale: float,
    says: list[str],
) -> None:
    agenda = agenda_at(MEETING, Progress("s3"), MEETING.items[2].start + timedelta(minutes=3))
    carola = MEETING.person("Carola Gunnarsson")
    line.show_speaker(speaker_line(MEETING, MEETING.items[2], carola, "en"))
    line.show_now(now_line(MEETING, agenda, "en"))
    line.wear(Look(DARK, scale))
    line.resize(width, line.height())
    assert drawn(line, monkeypatch) == says
