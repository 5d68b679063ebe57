"""How the idle screen is set: six rows to read at a glance, the rest in two columns."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from math import inf
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF

from booth_app.languages import RIGHT_TO_LEFT
from booth_app.ui.booth.block import Block, sign_side
from booth_app.ui.booth.item_wording import Form, ItemPair
from booth_app.ui.booth.paragraph import Paragraph, Row, Run
from booth_app.ui.booth.typesetter import Typesetter
from booth_app.ui.theme import Role

LARGE_ROWS: Final = 6
"""So many rows come in the answer's type."""

UNREAD: Final = "not read or not verified yet"
"""What the diamond says that stands beside such forms."""

_HEADING: Final = 10.5
_TWO_COLUMNS: Final = 560
_COLUMN_GAP: Final = 28
_LEGEND_SHARE: Final = 0.6


class _Style(NamedTuple):
    """How a row is set: sizes in points, the floor form's share of the width, lines, air."""

    target: float
    floor: float
    share: float
    air: float


_LARGE: Final = _Style(28.0, 15.0, 0.33, 7)
_SMALL: Final = _Style(16.0, 13.0, 0.42, 3)
_PIN: Final = _Style(12.5, 12.0, 0.42, 2)
_LONG: Final = 16.0
_LONG_FLOOR: Final = 12.0
"""The type of what is too long for two lines: a person's title, what the floor says."""

_GIVES_WAY: Final = 1.5
"""How many times smaller type above 100 % becomes where a word would break."""

_NARROW_SHARE: Final = 0.42
_LEAST_SHARE: Final = 0.5
"""The floor form's share in a narrow column, and the part of a share it always takes."""

_PINS_SHARE: Final = 0.4
"""The part of the height that pins may take."""

_TIGHT: Final = 1.2
_TIGHT_ARABIC: Final = 1.45


def item_block(
    setter: Typesetter,
    title: str,
    pairs: Sequence[ItemPair],
    width: float,
    height: float,
    pins: Sequence[ItemPair] = (),
) -> Block:
    """Return the rows set for `width` pixels; those `height` has no room for are left out.

    `pins`, where there are any, stand above them, small.
    """
    look = setter.look
    block = Block(setter, width)
    if pins:
        block.set([Run("Pinned", _HEADING, "faint", bold=True)])
        rows = small_rows(setter, pins, width, height * _PINS_SHARE - block.height)
        block.take_in(rows, 0, block.height)
        block.gap(10)
        if not rows.texts:  # no heading over nothing
            block = Block(setter, width)
    _set_heading(block, title, any(pair.loud for pair in pairs))
    columns = 2 if width >= look.pixels(_TWO_COLUMNS) else 1
    large, small = pairs[:LARGE_ROWS], pairs[LARGE_ROWS:]
    lines: list[tuple[_Style, Sequence[ItemPair], Sequence[ItemPair]]]
    lines = [(_LARGE, large, [pair]) for pair in large]
    lines += [(_SMALL, small, line) for line in _lines(small, columns)]
    last_own, is_first = True, True
    for style, alike, line in lines:
        row = _row(setter, line, alike, style, width, columns if style is _SMALL else 1)
        if is_first and block.height + row.height > height:
            row = _row(setter, line, line, _PIN, width, 1)
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
    columns = 2 if width >= setter.look.pixels(_TWO_COLUMNS) else 1
    for line in _lines(pairs, columns):
        row = _row(setter, line, pairs, _PIN, width, columns)
        if block.height + row.height > height:
            break
        block.take_in(row, 0, block.height)
    return block


def _lines(pairs: Sequence[ItemPair], columns: int) -> Iterator[Sequence[ItemPair]]:
    """Yield the pairs of each line; the item's own never share one with the others."""
    for _, group in groupby(pairs, lambda pair: pair.own):
        of_group = list(group)
        for at in range(0, len(of_group), columns):
            yield of_group[at : at + columns]


def _set_heading(block: Block, title: str, unread: bool) -> None:
    """Set whose terms these are, and what the diamond means, side by side where they fit."""
    setter, top = block.setter, block.height
    legend = [Run(UNREAD, _HEADING, "dim")]
    room = setter.width(UNREAD, _HEADING) + block.look.pixels(60) if unread else 0.0
    beside = room < block.width * _LEGEND_SHARE
    heading = setter.paragraph(
        [Run(title, _HEADING, "faint", bold=True)],
        block.width - room * beside,
        Row(most_lines=1),
    )
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
    style: _Style,
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
    setter: Typesetter, pairs: Sequence[ItemPair], style: _Style, width: float
) -> float:
    """Return how wide the floor's forms stand: as the widest that its share has room for."""
    wide = width >= setter.look.pixels(_TWO_COLUMNS)
    most = width * (style.share if wide else max(style.share, _NARROW_SHARE))
    naturals = (sum(map(setter.width_of, _form_runs(p.floor, style.floor, "dim"))) for p in pairs)
    fitting = [natural + 2 for natural in naturals if natural + 2 <= most]
    return max([most * _LEAST_SHARE, *fitting]) if len(fitting) == len(pairs) else most


def _cell(
    setter: Typesetter, pair: ItemPair, style: _Style, width: float, floor_width: float
) -> Block:
    """Set one pair, the target's form close beside the floor's: to its left for Arabic."""
    look = setter.look
    cell = Block(setter, width)
    mirrored = pair.target.lang in RIGHT_TO_LEFT
    gap = look.pixels(18)
    target_width = width - floor_width - gap
    sign_room = look.pixels(24) if pair.loud else 0
    target = _fitting(setter, pair.target, style, target_width - sign_room, "text")
    floor = _fitting(setter, pair.floor, style, floor_width, "dim", mirrored)
    baseline = max(target.baseline, floor.baseline) + look.pixels(style.air)
    target_x = sign_room if mirrored else floor_width + gap
    floor_x = target_width + gap if mirrored else 0.0
    for paragraph, x in ((floor, floor_x), (target, target_x)):
        y = baseline - paragraph.baseline
        cell.texts.append((paragraph, x, y))
        cell.height = max(cell.height, y + paragraph.height + look.pixels(style.air))
    if pair.loud:
        _sign(cell, target, target_x, baseline - target.baseline, mirrored)
    return cell


def _fitting(
    setter: Typesetter,
    form: Form,
    style: _Style,
    width: float,
    role: Role,
    flush_right: bool = False,
) -> Paragraph:
    """Set a form in two lines; one that is too long by a brief form, else in smaller type.

    At a glance from afar an abbreviation says less than a short form; in small type it says more.
    """
    points = style.target if role == "text" else style.floor
    briefs = form.briefs if style is _LARGE else form.briefs[::-1]
    bare = form._replace(beside="")
    tries = [(form, points, 2), (bare, points, 2)]
    if style is not _LARGE and briefs:
        tries = [(form, points, 1)]
    for brief in briefs:
        beside = form.beside if brief != form.beside and style is _LARGE else ""
        tries.append((form._replace(text=brief, beside=beside), points, 2))
    long = min(points, _LONG if role == "text" else _LONG_FLOOR)
    tries += [(bare, long, 4), (bare, min(points, _LONG_FLOOR), 5)]
    least = min(points, _LONG_FLOOR)
    if setter.look.scale > 1 and _breaks_a_word(setter, _form_runs(bare, least, role), width):
        tries.append((bare, least / min(setter.look.scale, _GIVES_WAY), 5))
    rtl = form.lang in RIGHT_TO_LEFT
    leading = _TIGHT_ARABIC if rtl else _TIGHT
    for shown, size, most_lines in tries:
        runs = _form_runs(shown, size, role)
        set_ = setter.paragraph(runs, width, Row(rtl, flush_right, leading, most_lines))
        if not set_.is_cut and not _breaks_a_word(setter, runs, width):
            break
    return set_


def _breaks_a_word(setter: Typesetter, runs: Sequence[Run], width: float) -> bool:
    return any(
        setter.width(word, run.points, bold=run.bold) > width
        for run in runs
        for word in run.text.split()
    )


def _sign(cell: Block, target: Paragraph, x: float, y: float, mirrored: bool) -> None:
    side = sign_side(cell.setter.font(_HEADING))
    end = target.end
    left = x + end.x() - side * 1.8 if mirrored else x + end.x() + side * 0.8
    cell.signs.append(
        ("diamond", QRectF(left, y + end.y() - side, side, side), cell.look.color("warning"))
    )


def _form_runs(form: Form, points: float, role: Role) -> list[Run]:
    runs = [Run(form.text, points, role, bold=role == "text")]
    if form.beside:
        runs.append(Run(f"\u2002{form.beside}", points * 0.68, "dim"))
    return runs
