import io

from booth_app.exchange.lines import LONGEST, Line, lines


def test_lines_have_their_number_and_place() -> None:
    file = io.BytesIO(b"one\r\ntwo\n\nfour")
    assert list(lines(file)) == [
        Line(1, 0, b"one"),
        Line(2, 5, b"two"),
        Line(3, 9, b""),
        Line(4, 10, b"four"),
    ]


def test_reading_may_begin_anywhere() -> None:
    file = io.BytesIO(b"one\ntwo\n")
    file.seek(4)
    assert list(lines(file, 2)) == [Line(2, 4, b"two")]


def test_a_line_without_end_is_none_and_the_next_one_is_found() -> None:
    file = io.BytesIO(b"x" * LONGEST + b"\n" + b"y" * (3 * LONGEST) + b"\nlast")
    assert [(line.number, line.raw and line.raw[:4]) for line in lines(file)] == [
        (1, b"xxxx"),
        (2, None),
        (3, b"last"),
    ]
    offsets = [line.offset for line in lines(io.BytesIO(b"y" * (3 * LONGEST) + b"\nlast"))]
    assert offsets == [0, 3 * LONGEST + 1]
