"""How a small hit is set when it is opened: its definition and its traps, over the small hits."""

from typing import Final

from booth_app.languages import RIGHT_TO_LEFT
from booth_app.ui.booth.block import Block
from booth_app.ui.booth.hit_pieces import SMALL, heading, set_caution
from booth_app.ui.booth.paragraph import ARABIC_LEADING, LEADING, Row, Run
from booth_app.ui.booth.printed import Printed
from booth_app.ui.booth.typesetter import Typesetter

_SAID: Final = 16.5
_INSET: Final = 14
"""Pixels at 100 % between the frame and the words."""


def opened_block(setter: Typesetter, printed: Printed, width: float, height: float) -> Block:
    """Return the hit's definition and traps, in a frame of `width` and at most `height` pixels."""
    inset = setter.look.pixels(_INSET)
    inside = Block(setter, width - 2 * inset)
    rtl = printed.lang in RIGHT_TO_LEFT
    leading = ARABIC_LEADING if rtl else LEADING
    inside.set(heading(printed, _SAID, SMALL + 1), Row(rtl, leading=leading, most_lines=2))
    if printed.definition is not None:
        lang, text = printed.definition.lang, printed.definition.text
        row = Row(lang in RIGHT_TO_LEFT, leading=ARABIC_LEADING if lang == "ar" else LEADING)
        inside.set([Run(text, SMALL, "text")], row)
    _set_cautions(inside, printed, height - 2 * inset)
    inside.keep_within(height - 2 * inset)
    block = Block(setter, width)
    block.take_in(inside, inset, inset)
    block.height = min(height, inside.height + 2 * inset)
    return block


def _set_cautions(block: Block, printed: Printed, height: float) -> None:
    """Set the traps that have room, whole; the first in any case, and how many there are more."""
    more = Block(block.setter, block.width)
    more.set([Run("1 more trap", SMALL, "dim")])
    for place, caution in enumerate(printed.cautions):
        left = len(printed.cautions) - place
        trial = Block(block.setter, block.width, trial=True)
        set_caution(trial, caution)
        room = height - block.height - block.look.pixels(6)
        if place and trial.height + (more.height if left > 1 else 0) > room:
            block.gap(4)
            block.set([Run(f"{left} more {'traps' if left > 1 else 'trap'}", SMALL, "dim")])
            return
        block.gap(6)
        set_caution(block, caution)
