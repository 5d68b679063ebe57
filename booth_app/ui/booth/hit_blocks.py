"""How one hit is set: the answer, the largest thing on the screen, and the small ones.

What stands first is said first; where room is short the least needed gives way: the other
languages take one line each, the trap ends in an ellipsis, then whole lines go, never the answer.
"""

from typing import Final, NamedTuple

from booth_app.languages import RIGHT_TO_LEFT
from booth_app.ui.booth.block import Block
from booth_app.ui.booth.hit_pieces import (
    SMALL,
    heading,
    set_caution,
    set_language,
    set_notice,
    set_origin,
    underline,
)
from booth_app.ui.booth.paragraph import ARABIC_LEADING, ELLIPSIS, LEADING, Paragraph, Row, Run
from booth_app.ui.booth.printed import InLanguage, Printed
from booth_app.ui.booth.saying import LONGEST
from booth_app.ui.booth.typesetter import Typesetter

LEAST_ANSWER: Final = 28.0
"""The smallest type of an answer, in points."""

_ANSWER: Final = 30.0
_BESIDE: Final = 19.0
_UNDER: Final = 17.0
_FULL: Final = 20.0
_LONG_FULL: Final = 16.0
_FULL_LINES: Final = 3
"""A full form beneath its short one: its type where it is not longer than a term that is said,
its type where it is, and the lines it may take."""
_HIT: Final = 16.5
_LANGUAGE: Final = 14.0
_TIGHT: Final = 1.17
_TIGHT_HIT: Final = 1.25
_TIGHT_ARABIC: Final = 1.5
_TIGHT_ARABIC_HIT: Final = 1.4
"""Leading of large type, which needs less than its font asks for."""

_ANSWER_LINES: Final = 4
_OTHER_LINES: Final = 2
"""Lines that the answer takes at most, and another language."""
_SMALLER: Final = 0.85
"""A step by which the answer's type gives way to a low room."""
_SURELY: Final = 0.98
"""A part of a width that letters whose sizes are rounded surely keep within."""


class _Thrift(NamedTuple):
    """How sparingly an answer is set; at last its abbreviation goes to the line of its origin."""

    points: float
    full: float
    caution_lines: int
    other_lines: int
    beside: bool = True
    under: float = _UNDER


_THRIFTS: Final = (
    _Thrift(_ANSWER, _FULL, 0, _OTHER_LINES),
    _Thrift(_ANSWER, _LONG_FULL, 3, 1),
    _Thrift(LEAST_ANSWER, _LONG_FULL, 2, 1),
    _Thrift(LEAST_ANSWER, _LONG_FULL, 2, 1, beside=False),
)


def answer_block(
    setter: Typesetter, printed: Printed, query: str, width: float, height: float, caution: int
) -> Block:
    """Return the answer set for `width` and, as far as it can be, `height` pixels.

    `caution` counts through its traps. A text that four lines cannot hold goes on below them, in
    smaller type.
    """
    thrift = next(
        (t for t in _THRIFTS if _fits(setter, printed, query, width, height, t)), _THRIFTS[-1]
    )
    thrift = _standing(setter, printed, query, width, height, thrift)
    block = Block(setter, width)
    _set_answer(block, printed, query, thrift, caution)
    _set_others(block, printed, query, thrift.other_lines, height)
    return block


def hit_block(
    setter: Typesetter, printed: Printed, query: str, width: float, height: float
) -> Block:
    """Return a small hit set for `width` and `height` pixels."""
    for heading_lines, lines in ((2, 2), (2, 1), (1, 1)):
        trial = Block(setter, width, trial=True)
        _set_hit(trial, printed, query, heading_lines)
        least = trial.height
        for language in printed.others:
            set_language(trial, language, query, SMALL, "dim", lines)
        if trial.height <= height or (lines == 1 and least <= height):
            break
    block = Block(setter, width)
    _set_hit(block, printed, query, heading_lines)
    for language in printed.others:
        set_language(block, language, query, SMALL, "dim", lines)
    block.keep_within(height)
    return block


def _set_others(block: Block, printed: Printed, query: str, lines: int, height: float) -> None:
    """Set the other languages, each on two lines while those after it have room for `lines` each.

    What has no room is left out.
    """

    def height_of(language: InLanguage, lines: int) -> float:
        trial = Block(block.setter, block.width, trial=True)
        set_language(trial, language, query, _LANGUAGE, "text", lines)
        return trial.height

    heights = [height_of(language, lines) for language in printed.others]
    for place, language in enumerate(printed.others):
        room = height - block.height
        rest = sum(heights[place + 1 :])
        if height_of(language, _OTHER_LINES) + rest <= room:
            set_language(block, language, query, _LANGUAGE, "text", _OTHER_LINES)
        elif heights[place] <= room:
            set_language(block, language, query, _LANGUAGE, "text", lines)


def _fits(
    setter: Typesetter, printed: Printed, query: str, width: float, height: float, thrift: _Thrift
) -> bool:
    """Whether an answer set so sparingly finds room, with all its text and every language."""
    trial = Block(setter, width, trial=True)
    said = _set_answer(trial, printed, query, thrift, 0)
    for language in printed.others:
        set_language(trial, language, query, _LANGUAGE, "text", thrift.other_lines)
    return said.lines <= _ANSWER_LINES and trial.height <= height


def _standing(
    setter: Typesetter, printed: Printed, query: str, width: float, height: float, thrift: _Thrift
) -> _Thrift:
    """Return `thrift`, in as much smaller type as a low room asks for to hold answer and origin.

    Type above 100 % gives way so, down to what the smallest answer is at 100 %.
    """
    bare = printed._replace(cautions=(), notices=())
    smallest = LEAST_ANSWER / max(1.0, setter.look.scale)
    while thrift.points > smallest:
        trial = Block(setter, width, trial=True)
        _set_answer(trial, bare, query, thrift, 0)
        if trial.height <= height:
            break
        points = max(smallest, thrift.points * _SMALLER)
        part = points / thrift.points
        full, under = thrift.full * part, thrift.under * part
        thrift = thrift._replace(points=points, full=full, under=under, caution_lines=1)
    return thrift


def _set_answer(
    block: Block, printed: Printed, query: str, thrift: _Thrift, caution: int
) -> Paragraph:
    """Set the answer without the other languages; return what is said."""
    rtl = printed.lang in RIGHT_TO_LEFT
    row = Row(rtl, leading=_TIGHT_ARABIC if rtl else _TIGHT, most_lines=_ANSWER_LINES)
    moved = "" if thrift.beside else printed.beside
    whole = Run(printed.text, thrift.points, "text", bold=True)
    points = _unbroken(block, whole, LEAST_ANSWER).points
    shown = printed._replace(beside="" if moved else _together(block, printed.beside))
    runs = heading(shown, points, _BESIDE)
    said = block.set(runs, row)
    underline(block, said, runs, query)
    _set_under(block, printed, ELLIPSIS + said.rest if said.is_cut else "", query, thrift)
    block.gap(2)
    set_origin(block, printed, SMALL, details=True, beside=moved)
    for notice in printed.notices:
        set_notice(block, notice, SMALL + 1, Row(flush_right=rtl, most_lines=2))
    if printed.cautions:
        block.gap(6)
        count = len(printed.cautions)
        number = f"{caution % count + 1}/{count}" if count > 1 else ""
        set_caution(block, printed.cautions[caution % count], number, thrift.caution_lines)
    block.gap(8)
    return said


def _unbroken(block: Block, run: Run, least: float) -> Run:
    """Return `run`, or in as much smaller type as its longest word asks for to stand whole.

    On a narrow screen type of 300 % gives way so, down to what `least` points are at 100 %.
    """
    words = (run._replace(text=word) for word in run.text.split())
    widest = max(map(block.setter.width_of, words), default=0.0)
    if widest <= block.width:
        return run
    fitting = run.points * _SURELY * block.width / widest
    smallest = least / max(1.0, block.look.scale)
    return run._replace(points=min(run.points, max(smallest, fitting)))


def _together(block: Block, beside: str) -> str:
    """Return a name in Latin letters as one word, where a line has room for it."""
    fits = block.setter.width(beside, _BESIDE) <= block.width * _SURELY
    return beside.replace(" ", "\u00a0") if fits else beside


def _set_under(block: Block, printed: Printed, rest: str, query: str, thrift: _Thrift) -> None:
    """Set what stands beneath the answer: what it had no room for, its full form, a post."""
    rtl = printed.lang in RIGHT_TO_LEFT
    full = min(_LONG_FULL, thrift.full) if len(printed.full) > LONGEST else thrift.full
    for text, points, most_lines in (
        (rest, thrift.under, 0),
        (printed.full, full, _FULL_LINES),
        (printed.under, thrift.under, 0),
    ):
        if text:
            runs = [_unbroken(block, Run(text, points, "text"), SMALL)]
            row = Row(rtl, leading=ARABIC_LEADING if rtl else LEADING, most_lines=most_lines)
            underline(block, block.set(runs, row), runs, query)


def _set_hit(block: Block, printed: Printed, query: str, lines: int) -> None:
    """Set what a small hit says and what must not be overlooked with it."""
    rtl = printed.lang in RIGHT_TO_LEFT
    row = Row(rtl, leading=_TIGHT_ARABIC_HIT if rtl else _TIGHT_HIT, most_lines=lines)
    runs = heading(printed, _HIT, SMALL + 1)
    if printed.has_trap:
        said = block.set_followed(runs, row, "caution", "warning")
    else:
        said = block.set(runs, row)
    underline(block, said, runs, query)
    if printed.full:
        full = [Run(printed.full, SMALL, "text")]
        underline(block, block.set(full, Row(rtl, most_lines=lines)), full, query)
    if printed.origin.loud or not printed.notices:
        set_origin(block, printed, SMALL - 1, details=False)
    for notice in printed.notices[:1]:
        set_notice(block, notice, SMALL - 1, Row(flush_right=rtl, most_lines=1))
    if printed.under:
        block.set([Run(printed.under, SMALL, "text")], Row(rtl, most_lines=2))
