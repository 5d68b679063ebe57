import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPdfWriter

from booth_app.ui.printed.lines import Lines, Setting

_WIDTH = 600.0


def texts(lines: Lines) -> list[str]:
    taken, _ = lines.take(1_000_000)
    spans = ((each.layout.text(), each.line.textStart(), each.line.textLength()) for each in taken)
    return [text[start : start + length] for text, start, length in spans]


def test_no_line_is_wider_than_its_column_and_nothing_is_left_out(device: QPdfWriter) -> None:
    text = "word " * 1_000 + "x" * 5_000
    lines = Lines(text, Setting(device, QFont(), _WIDTH))
    taken, height = lines.take(1_000_000)
    assert all(each.line.naturalTextWidth() <= _WIDTH for each in taken)
    assert height == pytest.approx(sum(each.height for each in taken))
    assert lines.next is None
    assert "".join(texts(Lines(text, Setting(device, QFont(), _WIDTH)))) == text


def test_a_long_text_is_never_laid_out_at_once(device: QPdfWriter) -> None:
    lines = Lines("long " * 100_000, Setting(device, QFont(), _WIDTH))
    assert lines.next is not None
    assert len(lines.next.layout.text()) <= 2_000


def test_only_what_there_is_room_for_is_taken(device: QPdfWriter) -> None:
    lines = Lines("word " * 100, Setting(device, QFont(), _WIDTH))
    assert lines.next is not None
    first = lines.next.height
    taken, height = lines.take(2.5 * first)
    assert (len(taken), height) == (2, 2 * first)
    assert lines.take(0.5 * first) == ([], 0.0)


def test_the_beginning_is_bold_also_beyond_a_piece(device: QPdfWriter) -> None:
    lines = Lines("a " * 1_500 + "b", Setting(device, QFont(), _WIDTH), bold=2_500)
    pieces = {id(each.layout): each.layout for each in lines.take(1_000_000)[0]}
    spans = [piece.formats() for piece in pieces.values()]
    assert [[(one.start, one.length) for one in each] for each in spans] == [
        [(0, 2_000)],
        [(0, 500)],
    ]


def test_arabic_stands_at_the_right_and_its_sentence_ends_at_the_left(device: QPdfWriter) -> None:
    setting = Setting(device, QFont(), _WIDTH, right_to_left=True)
    (line,), _ = Lines("(GCM) هجرة", setting).take(1_000)
    assert line.layout.textOption().textDirection() == Qt.LayoutDirection.RightToLeft
    at_start, _ = line.line.cursorToX(0)  # type: ignore[misc]
    assert at_start == pytest.approx(_WIDTH, abs=1)
    assert line.line.naturalTextRect().left() > 0
