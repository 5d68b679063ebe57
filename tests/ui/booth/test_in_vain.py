import pytest
from pytestqt.qtbot import QtBot

from booth_app.languages import Lang
from booth_app.meeting.meeting import Meeting
from booth_app.ui.booth.in_vain import NOTHING, InVain
from booth_app.ui.booth.message_line import MessageLine
from booth_app.ui.theme import Look
from tests.ui.booth.hits import meeting


class Backing:
    """A store of look-ups in vain, in memory; None as text where it cannot be read."""

    def __init__(self) -> None:
        self.counted: list[tuple[str, str]] = []
        self.released: list[str] = []
        self.is_readable = True

    def language_of(self, text: str) -> Lang | None:
        return "ar" if text == "نزوح" else None

    def miss(self, of: Meeting, text: str, lang: Lang) -> None:
        self.counted.append((text, lang))

    def missed(self, of: Meeting) -> list[str] | None:
        return [text for text, _ in self.counted] if self.is_readable else None

    def release_missed(self, of: Meeting) -> int:
        self.released += [text for text, _ in self.counted]
        self.counted = []
        return len(self.released)


class Keys:
    def shown(self, name: str) -> str:
        return "Ctrl+Shift+C"


class Sitting:
    meeting = meeting()


class Booth:
    """What is needed of the running booth."""

    floor: Lang = "es"
    keys = Keys()
    sitting = Sitting()


@pytest.fixture
def backing() -> Backing:
    return Backing()


@pytest.fixture
def line(qtbot: QtBot, look: Look) -> MessageLine:
    line = MessageLine(look)
    qtbot.addWidget(line)
    return line


@pytest.fixture
def in_vain(line: MessageLine, backing: Backing) -> InVain:
    return InVain(Booth(), line, backing)  # type: ignore[arg-type]


def test_a_look_up_is_counted_in_its_language_or_the_floors(
    in_vain: InVain, backing: Backing
) -> None:
    in_vain.count("نزوح")
    in_vain.count("PMR")
    assert backing.counted == [("نزوح", "ar"), ("PMR", "es")]


def test_what_would_be_released_is_named_first_and_released_when_asked_again(
    in_vain: InVain, backing: Backing, line: MessageLine
) -> None:
    in_vain.count("PMR")
    in_vain.count("éxodo")
    in_vain.release()
    assert line.text() == (
        "2 look-ups found nothing: PMR, éxodo."
        " Ctrl+Shift+C again gives this to the glossary editor."
    )
    assert backing.released == []
    in_vain.release()
    assert backing.released == ["PMR", "éxodo"]
    assert line.text() == "2 released: waiting in the glossary editor."
    in_vain.release()
    assert line.text() == NOTHING


def test_nothing_is_released_that_the_line_does_not_name(
    in_vain: InVain, backing: Backing, line: MessageLine
) -> None:
    in_vain.count("PMR")
    in_vain.release()
    line.tell("")  # Esc
    in_vain.release()
    in_vain.count("éxodo")
    in_vain.release()
    assert backing.released == []
    assert line.text().startswith("2 look-ups found nothing")


def test_many_are_counted_and_the_first_named(in_vain: InVain, line: MessageLine) -> None:
    for number in range(1_003):
        in_vain.count(f"<b>{number}</b>\0")
    in_vain.release()
    assert line.text().startswith("1,003 look-ups found nothing: <b>0</b>\ufffd, ")
    assert "<b>7</b>\ufffd and 995 more. " in line.text()


def test_where_they_cannot_be_read_the_reason_stays(
    in_vain: InVain, backing: Backing, line: MessageLine
) -> None:
    in_vain.count("PMR")
    backing.is_readable = False
    line.tell("The disk is full.")
    in_vain.release()
    assert line.text() == "The disk is full."
