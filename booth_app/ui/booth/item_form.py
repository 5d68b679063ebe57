"""How a term or a name of the idle screen is set in a column, whole words kept whole."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from booth_app.languages import RIGHT_TO_LEFT
from booth_app.ui.booth.item_wording import Form
from booth_app.ui.booth.paragraph import Paragraph, Row, Run
from booth_app.ui.booth.typesetter import Typesetter
from booth_app.ui.theme import Role

_LONG: Final = 16.0
_LONG_FLOOR: Final = 12.0
"""The type of what is too long for two lines: a person's title, what the floor says."""

_GIVES_WAY: Final = 1.5
"""How many times smaller type above 100 % becomes where a word would break."""

_TIGHT: Final = 1.2
_TIGHT_ARABIC: Final = 1.45


class Fitted(NamedTuple):
    """A form as it was set, and whether all of it is there and no word of it is broken."""

    paragraph: Paragraph
    is_whole: bool


class Style(NamedTuple):
    """How a row is set: sizes in points, the floor form's share of the width, lines, air."""

    target: float
    floor: float
    share: float
    air: float


LARGE: Final = Style(28.0, 15.0, 0.33, 7)
SMALL: Final = Style(16.0, 13.0, 0.42, 3)
PIN: Final = Style(12.5, 12.0, 0.42, 2)


def fitting(
    setter: Typesetter,
    form: Form,
    style: Style,
    width: float,
    role: Role,
    flush_right: bool = False,
) -> Fitted:
    """Set a form in two lines; one that is too long by a brief form, else in smaller type.

    At a glance from afar an abbreviation says less than a short form; in small type it says more.
    """
    tries = _tries(form, style, role)
    bare, least, most_lines = tries[-1]
    if setter.look.scale > 1 and _breaks_a_word(setter, form_runs(bare, least, role), width):
        tries.append((bare, least / min(setter.look.scale, _GIVES_WAY), most_lines))
    rtl = form.lang in RIGHT_TO_LEFT
    leading = _TIGHT_ARABIC if rtl else _TIGHT
    for shown, size, most_lines in tries:
        runs = form_runs(shown, size, role)
        set_ = setter.paragraph(runs, width, Row(rtl, flush_right, leading, most_lines))
        if not set_.is_cut and not _breaks_a_word(setter, runs, width):
            return Fitted(set_, True)
    return Fitted(set_, False)


def _tries(form: Form, style: Style, role: Role) -> list[tuple[Form, float, int]]:
    """Return what of a form may be set, in which size and in how many lines, the best first."""
    points = style.target if role == "text" else style.floor
    briefs = form.briefs if style is LARGE else form.briefs[::-1]
    bare = form._replace(beside="")
    tries = [(form, points, 2), (bare, points, 2)]
    if style is not LARGE and briefs:
        tries = [(form, points, 1)]
    for brief in briefs:
        beside = form.beside if brief != form.beside and style is LARGE else ""
        tries.append((form._replace(text=brief, beside=beside), points, 2))
    long = min(points, _LONG if role == "text" else _LONG_FLOOR)
    return [*tries, (bare, long, 4), (bare, min(points, _LONG_FLOOR), 5)]


def _breaks_a_word(setter: Typesetter, runs: Sequence[Run], width: float) -> bool:
    return any(
        setter.width(word, run.points, bold=run.bold) > width
        for run in runs
        for word in run.text.split()
    )


def form_runs(form: Form, points: float, role: Role) -> list[Run]:
    """Return `form` and, smaller, its abbreviation."""
    runs = [Run(form.text, points, role, bold=role == "text")]
    if form.beside:
        runs.append(Run(f"\u2002{form.beside}", points * 0.68, "dim"))
    return runs
