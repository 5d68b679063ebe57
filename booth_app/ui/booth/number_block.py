"""How numbers are set: what to say large, its digits, the other languages, and the trap."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from booth_app.languages import RIGHT_TO_LEFT
from booth_app.ui.booth.block import Block
from booth_app.ui.booth.hit_pieces import SMALL, set_caution, set_language
from booth_app.ui.booth.number_wording import NumberPrinted
from booth_app.ui.booth.paragraph import Row, Run
from booth_app.ui.booth.typesetter import Typesetter
from booth_app.ui.theme import Role


class _Style(NamedTuple):
    """Types in points: what is said, its digits, the other languages and their colour; the air."""

    said: float
    digits: float
    other: float
    role: Role
    gap: float


_LARGE: Final = (
    _Style(30.0, 19.0, 14.0, "text", 8),
    _Style(28.0, 16.0, SMALL, "dim", 3),
)
_BESIDE: Final = (
    _Style(18.0, SMALL, SMALL, "dim", 4),
    _Style(16.0, SMALL, SMALL, "dim", 1),
)
"""The number in the answer's place, and beside hits; each once with less air."""

_TIGHT: Final = 1.2
_TIGHT_ARABIC: Final = 1.5
_CAUTION_LINES: Final = 3


def number_block(
    setter: Typesetter,
    numbers: Sequence[NumberPrinted],
    width: float,
    height: float,
    *,
    is_answer: bool,
) -> Block:
    """Return the readings set one under the other, with a thin line between, in `height` pixels.

    Where room is short the traps after the first go, then the other languages; what is said stays.
    """
    styles = _LARGE if is_answer else _BESIDE
    tries = [(styles[0], 3), *((styles[1], parts) for parts in (3, 2, 1))]
    for style, parts in tries:
        block = _set(Block(setter, width), numbers, style, parts)
        if block.height <= height:
            break
    block.keep_within(height)
    return block


def _set(block: Block, numbers: Sequence[NumberPrinted], style: _Style, parts: int) -> Block:
    """Set `numbers`; of three parts the last is every trap, the second the other languages."""
    for number in numbers:
        if block.texts:
            block.gap(style.gap)
            block.line("line")
            block.gap(style.gap)
        _set_said(block, number, style)
        if parts > 1:
            for language in number.others:
                set_language(block, language, "", style.other, style.role, 2)
        if number.caution and (parts > 2 or number is numbers[0]):
            block.gap(style.gap)
            set_caution(block, number.caution, most_lines=_CAUTION_LINES)
    return block


def _set_said(block: Block, number: NumberPrinted, style: _Style) -> None:
    rtl = number.said.lang in RIGHT_TO_LEFT
    row = Row(rtl, leading=_TIGHT_ARABIC if rtl else _TIGHT, most_lines=3)
    said = Run(number.said.text, style.said, "text", bold=True)
    if not number.digits:
        block.set([said], row)
        return
    digits, between = Run(number.digits, style.digits, "dim"), Run("\u2003", style.digits, "dim")
    if sum(map(block.setter.width_of, (said, between, digits))) < block.width:
        block.set([said, between, digits], row)
    else:
        block.set([said], row)
        block.set([digits], Row(flush_right=rtl))
