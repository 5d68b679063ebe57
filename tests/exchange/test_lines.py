import io
from typing import SupportsIndex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booth_app.exchange.lines import LONGEST, Line, LineTooLong, lines, whole_lines


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


@given(st.lists(st.binary(max_size=4).map(lambda raw: raw.replace(b"\0", b"\n"))))
def test_lines_are_whole_wherever_the_pieces_are_cut(pieces: list[bytes]) -> None:
    *ended, last = b"".join(pieces).split(b"\n")
    assert list(whole_lines(pieces, 1_000)) == ([*ended, last] if last else ended)


def test_a_long_line_is_looked_at_once() -> None:
    looked_at = 0

    class Piece(bytes):
        def split(self, sep: bytes | None = None, maxsplit: SupportsIndex = -1) -> list[bytes]:
            nonlocal looked_at
            looked_at += len(self)
            return super().split(sep, maxsplit)

        def __radd__(self, before: bytes) -> "Piece":
            return Piece(before + bytes(self))

    pieces = [Piece(b"x" * 10)] * 500
    assert list(whole_lines(pieces, 5_000)) == [b"x" * 5_000]
    assert looked_at == 5_000


def test_a_line_that_is_too_long_is_refused_before_the_rest_is_taken() -> None:
    pieces = iter([b"one\nab", b"cd", b"e", b"f\n"])
    read = whole_lines(pieces, 4)
    assert next(read) == b"one"
    with pytest.raises(LineTooLong):
        next(read)
    assert next(pieces) == b"f\n"
