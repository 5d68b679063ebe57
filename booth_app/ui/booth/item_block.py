"""How the idle screen is set: six rows to read at a glance, the rest in two columns."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from math import inf
from typing import Final

from PySide6.QtCore import QRectF

from booth_app.languages import RIGHT_TO_LEFT
from booth_app.ui.booth.block import Block, sign_side
from booth_app.ui.booth.item_form import (
    LARGE,
    PIN,
    SMALL,
    Style,
    fitting,
    form_runs,
)
from booth_app.ui.booth.item_wording import ItemPair
from booth_app.ui.booth.paragraph import Paragraph, Row, Run
from booth_app.ui.booth.typesetter import Typesetter

LARGE_ROWS: Final = 6
"""So many rows come in the answer's type."""

UNREAD: Final = "not read or not verified yet"
"""What the diamond says that stands beside such forms."""

_HEADING: Final = 10.5
_TWO_COLUMNS: Final = 560
_COLUMN_GAP: Final = 28
_LEGEND_SHARE: Final = 0.6
_NARROW_SHARE: Final = 0.42
_LEAST_SHARE: Final = 0.5
"""The floor form's share in a narrow column, and the part of a share it always takes."""

_PINS_SHARE: Final = 0.4
"""The part of the height that pins may take."""


def item_block(
    setter: Typesetter,
    title: str,
    pairs: Sequence[ItemPair],
    width: float,
    height: float,
    pins: Sequence[ItemPair] = (),
    brief: str = "",
) -> Block:
    """Return the rows set for `width` pixels; those `height` has no room for are left out.

    `pins`, where there are any, stand above them, small. `brief` is said where there is no room
    for the `title`.
    """
    look = setter.look
    block = _pinned(setter, pins, width, height * _PINS_SHARE)
    _set_heading(block, title, brief or title, any(pair.loud for pair in pairs))
    columns = _columns(setter, width)
    last_own, is_first = True, True
    for style, alike, line in _styled_lines(pairs, columns):
        row = _row(setter, line, alike, style, width, columns if style is SMALL else 1)
        if is_first and block.height + row.height > height:
            row = _row(setter, line, line, PIN, width, 1)
            if block.height + row.height > height:
                continue
        parting = last_own and not line[0].own and not is_first
        if block.height + row.height + look.pixels(13) * parting > height:
            break
        if parting:
            _part(block)
        last_own, is_first = line[0].own, False
        block.take_in(row, 0, block.height)
    return block


def small_rows(
    setter: Typesetter, pairs: Sequence[ItemPair], width: float, height: float = inf
) -> Block:
    """Return rows as close as they can be, in as many columns as `width` has room for.

    Those that `height` has no room for are left out.
    """
    block = Block(setter, width)
    columns = _columns(setter, width)
    for line in _lines(pairs, columns):
        row = _row(setter, line, pairs, PIN, width, columns)
        if block.height + row.height > height:
            break
        block.take_in(row, 0, block.height)
    return block


def _columns(setter: Typesetter, width: float) -> int:
    """Return how many small rows stand side by side in so many pixels."""
    return 2 if width >= setter.look.pixels(_TWO_COLUMNS) else 1


def _pinned(setter: Typesetter, pins: Sequence[ItemPair], width: float, height: float) -> Block:
    """Return the pins under their heading; nothing where there are none, or no room for one."""
    block = Block(setter, width)
    if not pins:
        return block
    block.set([Run("Pinned", _HEADING, "faint", bold=True)])
    rows = small_rows(setter, pins, width, height - block.height)
    block.take_in(rows, 0, block.height)
    block.gap(10)
    return block if rows.texts else Block(setter, width)


def _styled_lines(
    pairs: Sequence[ItemPair], columns: int
) -> Iterator[tuple[Style, Sequence[ItemPair], Sequence[ItemPair]]]:
    """Yield each line as it is set, with all pairs that are set alike: the first few are large."""
    large, small = pairs[:LARGE_ROWS], pairs[LARGE_ROWS:]
    yield from ((LARGE, large, [pair]) for pair in large)
    yield from ((SMALL, small, line) for line in _lines(small, columns))


def _lines(pairs: Sequence[ItemPair], columns: int) -> Iterator[Sequence[ItemPair]]:
    """Yield the pairs of each line; the item's own never share one with the others."""
    for _, group in groupby(pairs, lambda pair: pair.own):
        of_group = list(group)
        for at in range(0, len(of_group), columns):
            yield of_group[at : at + columns]


def _set_heading(block: Block, title: str, brief: str, unread: bool) -> None:
    """Set whose terms these are, and what the diamond means, side by side where they fit."""
    setter, top = block.setter, block.height
    legend = [Run(UNREAD, _HEADING, "dim")]
    room = setter.width(UNREAD, _HEADING) + block.look.pixels(60) if unread else 0.0
    beside = room < block.width * _LEGEND_SHARE
    left = block.width - room * beside
    says = title if setter.width(title, _HEADING, bold=True) <= left else brief
    heading = setter.paragraph([Run(says, _HEADING, "faint", bold=True)], left, Row(most_lines=1))
    block.texts.append((heading, 0.0, top))
    block.height = top + heading.height
    if unread:
        block.height -= heading.height * beside
        block.set_signed("diamond", "warning", legend, Row(flush_right=beside))
    block.gap(4)


def _part(block: Block) -> None:
    """Draw the thin line before the meeting's other terms."""
    block.gap(6)
    block.line("line")
    block.gap(7)


def _row(
    setter: Typesetter,
    pairs: Sequence[ItemPair],
    alike: Sequence[ItemPair],
    style: Style,
    width: float,
    columns: int,
) -> Block:
    """Set a line; the target's forms begin where they do in all lines `alike`."""
    row = Block(setter, width)
    gap = setter.look.pixels(_COLUMN_GAP) if columns > 1 else 0
    column = (width - gap * (columns - 1)) / columns
    floor_width = _floor_width(setter, alike, style, column)
    for place, pair in enumerate(pairs):
        row.take_in(_cell(setter, pair, style, column, floor_width), place * (column + gap), 0)
    return row


def _floor_width(
    setter: Typesetter, pairs: Sequence[ItemPair], style: Style, width: float
) -> float:
    """Return how wide the floor's forms stand: as the widest that its share has room for."""
    wide = width >= setter.look.pixels(_TWO_COLUMNS)
    most = width * (style.share if wide else max(style.share, _NARROW_SHARE))
    naturals = (sum(map(setter.width_of, form_runs(p.floor, style.floor, "dim"))) for p in pairs)
    fitting = [natural + 2 for natural in naturals if natural + 2 <= most]
    return max([most * _LEAST_SHARE, *fitting]) if len(fitting) == len(pairs) else most


def _cell(
    setter: Typesetter, pair: ItemPair, style: Style, width: float, floor_width: float
) -> Block:
    """Set one pair, the target's form close beside the floor's: to its left for Arabic.

    Where that would break a word or leave out the end, it stands below, on the whole width.
    """
    look = setter.look
    cell = Block(setter, width)
    mirrored = pair.target.lang in RIGHT_TO_LEFT
    gap = look.pixels(18)
    target_width = width - floor_width - gap
    sign_room = look.pixels(24) if pair.loud else 0
    target = fitting(setter, pair.target, style, target_width - sign_room, "text")
    floor = fitting(setter, pair.floor, style, floor_width, "dim", mirrored)
    if not (target.is_whole and floor.is_whole):
        return _stacked(setter, pair, style, width, sign_room)
    said, heard = target.paragraph, floor.paragraph
    baseline = max(said.baseline, heard.baseline) + look.pixels(style.air)
    target_x = sign_room if mirrored else floor_width + gap
    floor_x = target_width + gap if mirrored else 0.0
    for paragraph, x in ((heard, floor_x), (said, target_x)):
        y = baseline - paragraph.baseline
        cell.texts.append((paragraph, x, y))
        cell.height = max(cell.height, y + paragraph.height + look.pixels(style.air))
    if pair.loud:
        _sign(cell, said, target_x, baseline - said.baseline, mirrored)
    return cell


def _stacked(
    setter: Typesetter, pair: ItemPair, style: Style, width: float, sign_room: int
) -> Block:
    """Set the target's form below the floor's."""
    cell = Block(setter, width)
    mirrored = pair.target.lang in RIGHT_TO_LEFT
    floor = fitting(setter, pair.floor, style, width, "dim", mirrored).paragraph
    target = fitting(setter, pair.target, style, width - sign_room, "text").paragraph
    x, y = sign_room if mirrored else 0, setter.look.pixels(style.air) + floor.height
    cell.texts += [(floor, 0.0, y - floor.height), (target, x, y)]
    cell.height = y + target.height + setter.look.pixels(style.air)
    if pair.loud:
        _sign(cell, target, x, y, mirrored)
    return cell


def _sign(cell: Block, target: Paragraph, x: float, y: float, mirrored: bool) -> None:
    side = sign_side(cell.setter.font(_HEADING))
    end = target.end
    left = x + end.x() - side * 1.8 if mirrored else x + end.x() + side * 0.8
    cell.signs.append(
        ("diamond", QRectF(left, y + end.y() - side, side, side), cell.look.color("warning"))
    )
