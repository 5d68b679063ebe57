"""The pieces a hit is set from: what is said, its origin, notices, traps and other languages."""

from collections.abc import Sequence
from typing import Final

from booth_app.languages import RIGHT_TO_LEFT
from booth_app.lookup.marking import marks
from booth_app.ui.booth.block import Block
from booth_app.ui.booth.paragraph import ARABIC_LEADING, LEADING, Paragraph, Row, Run
from booth_app.ui.booth.printed import Caution, FalseFriend, InLanguage, Printed
from booth_app.ui.theme import Role

SMALL: Final = 12.0
"""The type of origins, notices and traps, in points."""

_FRIEND: Final = 13.5
_LABEL: Final = 9.75
_ARABIC: Final = 1.1
"""How much larger Arabic is set beside Latin."""

_BAR: Final = 16
"""Pixels at 100 % from a trap's bar to its words."""

_FRIEND_SHARE: Final = 0.5
"""The part of the width that what is heard takes at most, of a pair of false friends."""


def heading(printed: Printed, points: float, beside: float) -> list[Run]:
    """Return what is said, where it is not the target's its language, and its short form."""
    runs = [Run(printed.text, points, "text", bold=True)]
    if printed.tag:
        runs.append(Run(f"\u2002{printed.tag}", SMALL, "faint", bold=True))
    if printed.beside:
        runs += [Run("\u2002", beside, "dim"), Run(printed.beside, beside, "dim")]
    return runs


def set_origin(
    block: Block, printed: Printed, points: float, *, details: bool, beside: str = ""
) -> None:
    """Set the origin's sign and word; `details` and what stands `beside` it are quiet."""
    origin = printed.origin
    role: Role = "warning" if origin.loud else "dim"
    runs = [Run(origin.word, points, role, origin.loud)]
    quiet = [beside, *origin.details] if beside else origin.details
    if details and quiet:
        runs.append(Run(" · ".join(("", *quiet)), points, "dim"))
    row = Row(flush_right=printed.lang in RIGHT_TO_LEFT, most_lines=2)
    block.set_signed(origin.shape, role, runs, row)


def set_notice(block: Block, notice: str, points: float, row: Row) -> None:
    """Set what must not be overlooked."""
    block.set_signed("caution", "warning", [Run(notice, points, "warning", bold=True)], row)


def set_caution(block: Block, caution: Caution, number: str = "", most_lines: int = 0) -> None:
    """Set a trap beside a bar: false friends side by side, then what it says and rests on.

    `number` tells which of several it is.
    """
    top = block.height
    role: Role = "warning" if caution.word == "Trap" else "dim"
    word = Run(f"{caution.word} {number}".rstrip() + "\u2002", SMALL, role, bold=True)
    runs = [word]
    if caution.friends:
        _set_friends(block, caution.friends, word)
        runs = []
    runs.append(Run(caution.text, SMALL, "dim" if caution.friends else "text"))
    if caution.status:
        runs.append(Run(f" ({caution.status})", SMALL, "dim"))
    block.set(runs, Row(most_lines=most_lines), block.look.pixels(_BAR))
    block.bar(top, role)


def set_language(
    block: Block, language: InLanguage, query: str, points: float, role: Role, most_lines: int
) -> None:
    """Set the language's short name, and beside it what it says."""
    rtl = language.lang in RIGHT_TO_LEFT
    row = Row(rtl, leading=ARABIC_LEADING if rtl else LEADING, most_lines=most_lines)
    indent = block.look.pixels(36 if role == "text" else 26)
    runs = _in_language(language, points, role)
    paragraph = block.set(runs, row, indent)
    underline(block, paragraph, runs, query)
    block.label(Run(language.lang.upper(), _LABEL, "faint", bold=True))


def underline(block: Block, paragraph: Paragraph, runs: Sequence[Run], query: str) -> None:
    """Underline the letters of the runs that the query matched."""
    if block.trial or not query:
        return
    start = 0
    for run in runs:
        spans = [(start + begin, start + end) for begin, end in marks(query, run.text)]
        block.underline(paragraph, spans, run.role)
        start += len(run.text)


def _set_friends(block: Block, friends: Sequence[FalseFriend], word: Run) -> None:
    """Set each of a pair on a line: as it is heard, an arrow, in one column what is to be said."""
    setter, left = block.setter, block.look.pixels(_BAR)
    indent = left + setter.width(word.text, word.points, bold=True)
    natural = max(setter.width(friend.heard.text, _FRIEND) for friend in friends) + 2
    column = min(natural, (block.width - indent) * _FRIEND_SHARE)
    arrow = block.look.pixels(_FRIEND * 1.1)
    said_left = indent + column + 2.2 * arrow
    for friend in friends:
        heard = _of_friend(block, friend.heard, column)
        said = _of_friend(block, friend.said, block.width - said_left, strong=True)
        pieces = [(heard, indent), (said, said_left)]
        if friend is friends[0]:
            pieces.insert(0, (block.paragraph([word], block.width), left))
        block.set_beside(pieces)
        block.sign_before_last("onward", "dim", said_left - 1.6 * arrow, arrow)


def _of_friend(block: Block, form: InLanguage, most: float, *, strong: bool = False) -> Paragraph:
    """Return a form no wider than it needs: so Arabic too begins where its column begins."""
    rtl = form.lang in RIGHT_TO_LEFT
    natural = block.setter.width(form.text, _FRIEND, bold=strong) + 2
    row = Row(rtl, leading=ARABIC_LEADING if rtl else LEADING)
    run = Run(form.text, _FRIEND, "text", bold=strong)
    return block.paragraph([run], max(1.0, min(natural, most)), row)


def _in_language(language: InLanguage, points: float, role: Role) -> list[Run]:
    points = points * _ARABIC if language.lang in RIGHT_TO_LEFT else points
    runs = [Run(language.text, points, role)]
    for beside in language.beside:
        runs += [Run(" · ", points, "dim"), Run(beside, points, "dim")]
    return runs
