"""How one hit is set: the answer, the largest thing on the screen, and the small ones.

What stands first is said first; where room is short the least needed gives way: the other
languages take one line each, the trap ends in an ellipsis, then whole lines go, never the answer.
"""

from dataclasses import replace
from typing import Final, NamedTuple

from booth_app.languages import RIGHT_TO_LEFT
from booth_app.lookup.marking import marks
from booth_app.ui.booth.block import Block
from booth_app.ui.booth.paragraph import ARABIC_LEADING, ELLIPSIS, LEADING, Paragraph, Row, Run
from booth_app.ui.booth.printed import Caution, InLanguage, Printed
from booth_app.ui.booth.typesetter import Typesetter
from booth_app.ui.theme import Role

LEAST_ANSWER: Final = 28.0
"""The smallest type of an answer, in points."""

LEAST_HIT: Final = 16.0
"""The smallest type of what another hit says, in points."""

_ANSWER: Final = 30.0
_BESIDE: Final = 19.0
_UNDER: Final = 17.0
_HIT: Final = 16.5
_LANGUAGE: Final = 14.0
_SMALL: Final = 12.0
_LABEL: Final = 9.75
_ARABIC: Final = 1.1
"""How much larger Arabic is set beside Latin."""

_TIGHT: Final = 1.17
_TIGHT_HIT: Final = 1.25
_TIGHT_ARABIC: Final = 1.5
_TIGHT_ARABIC_HIT: Final = 1.4
"""Leading of large type, which needs less than its font asks for."""

_ANSWER_LINES: Final = 4


class _Thrift(NamedTuple):
    """How sparingly an answer is set; at last its abbreviation goes to the line of its origin."""

    points: float
    caution_lines: int
    other_lines: int
    beside: bool = True


_THRIFTS: Final = (
    _Thrift(_ANSWER, 0, 2),
    _Thrift(LEAST_ANSWER, 3, 1),
    _Thrift(LEAST_ANSWER, 2, 1),
    _Thrift(LEAST_ANSWER, 2, 1, beside=False),
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
    block = Block(setter, width)
    _set_answer(block, printed, query, thrift, caution)
    for language in printed.others:
        trial = Block(setter, width, trial=True)
        _set_language(trial, language, query, thrift.other_lines)
        if block.height + trial.height <= height:
            _set_language(block, language, query, thrift.other_lines)
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
            _set_small_language(trial, language, query, lines)
        if trial.height <= height or (lines == 1 and least <= height):
            break
    block = Block(setter, width)
    _set_hit(block, printed, query, heading_lines)
    for language in printed.others:
        _set_small_language(block, language, query, lines)
    block.keep_within(height)
    return block


def _fits(
    setter: Typesetter, printed: Printed, query: str, width: float, height: float, thrift: _Thrift
) -> bool:
    """Whether an answer set so sparingly finds room, with all its text and every language."""
    trial = Block(setter, width, trial=True)
    said = _set_answer(trial, printed, query, thrift, 0)
    for language in printed.others:
        _set_language(trial, language, query, thrift.other_lines)
    return said.lines <= _ANSWER_LINES and trial.height <= height


def _set_answer(
    block: Block, printed: Printed, query: str, thrift: _Thrift, caution: int
) -> Paragraph:
    """Set the answer without the other languages; return what is said."""
    rtl = printed.lang in RIGHT_TO_LEFT
    row = Row(rtl, leading=_TIGHT_ARABIC if rtl else _TIGHT, most_lines=_ANSWER_LINES)
    moved = "" if thrift.beside else printed.beside
    heading = _heading(replace(printed, beside="") if moved else printed, thrift.points, _BESIDE)
    said = block.set(heading, row)
    _underline(block, said, heading, query)
    for under in (ELLIPSIS + said.rest if said.is_cut else "", printed.under):
        if under:
            runs = [Run(under, _UNDER, "text")]
            row = Row(rtl, leading=ARABIC_LEADING if rtl else LEADING)
            _underline(block, block.set(runs, row), runs, query)
    block.gap(2)
    _set_origin(block, printed, _SMALL, details=True, beside=moved)
    for notice in printed.notices:
        _set_notice(block, notice, _SMALL + 1, Row(flush_right=rtl, most_lines=2))
    if printed.cautions:
        block.gap(6)
        count = len(printed.cautions)
        _set_caution(block, printed.cautions[caution % count], caution % count, count, thrift)
    block.gap(8)
    return said


def _set_hit(block: Block, printed: Printed, query: str, lines: int) -> None:
    """Set what a small hit says and what must not be overlooked with it."""
    rtl = printed.lang in RIGHT_TO_LEFT
    row = Row(rtl, leading=_TIGHT_ARABIC_HIT if rtl else _TIGHT_HIT, most_lines=lines)
    heading = _heading(printed, _HIT, _SMALL + 1)
    if any(caution.word == "Trap" for caution in printed.cautions):
        said = block.set_followed(heading, row, "caution", "warning")
    else:
        said = block.set(heading, row)
    _underline(block, said, heading, query)
    if printed.origin.loud or not printed.notices:
        _set_origin(block, printed, _SMALL - 1, details=False)
    for notice in printed.notices[:1]:
        _set_notice(block, notice, _SMALL - 1, Row(flush_right=rtl, most_lines=1))
    if printed.under:
        block.set([Run(printed.under, _SMALL, "text")], Row(rtl, most_lines=2))


def _heading(printed: Printed, points: float, beside: float) -> list[Run]:
    runs = [Run(printed.text, points, "text", bold=True)]
    if printed.tag:
        runs.append(Run(f"\u2002{printed.tag}", _SMALL, "faint", bold=True))
    if printed.beside:
        runs += [Run("\u2002", beside, "dim"), Run(printed.beside, beside, "dim")]
    return runs


def _set_origin(
    block: Block, printed: Printed, points: float, *, details: bool, beside: str = ""
) -> None:
    origin = printed.origin
    role: Role = "warning" if origin.loud else "dim"
    runs = [Run(origin.word, points, role, origin.loud)]
    quiet = [beside, *origin.details] if beside else origin.details
    if details and quiet:
        runs.append(Run(" · ".join(("", *quiet)), points, "dim"))
    row = Row(flush_right=printed.lang in RIGHT_TO_LEFT, most_lines=2)
    block.set_signed(origin.shape, role, runs, row)


def _set_notice(block: Block, notice: str, points: float, row: Row) -> None:
    block.set_signed("caution", "warning", [Run(notice, points, "warning", bold=True)], row)


def _set_caution(block: Block, caution: Caution, at: int, count: int, thrift: _Thrift) -> None:
    """Set one trap beside a bar, with its number where there are several, and what it rests on."""
    top = block.height
    role: Role = "warning" if caution.word == "Trap" else "dim"
    word = f"{caution.word} {at + 1}/{count}" if count > 1 else caution.word
    runs = [Run(f"{word}\u2002", _SMALL, role, bold=True), Run(caution.text, _SMALL, "text")]
    if caution.status:
        runs.append(Run(f" ({caution.status})", _SMALL, "dim"))
    block.set(runs, Row(most_lines=thrift.caution_lines), block.look.pixels(16))
    block.bar(top, role)


def _set_language(block: Block, language: InLanguage, query: str, most_lines: int) -> None:
    _set_labelled(block, _in_language(language, _LANGUAGE, "text"), language, query, most_lines)


def _set_small_language(block: Block, language: InLanguage, query: str, most_lines: int) -> None:
    _set_labelled(block, _in_language(language, _SMALL, "dim"), language, query, most_lines)


def _set_labelled(
    block: Block, runs: list[Run], language: InLanguage, query: str, most_lines: int
) -> None:
    """Set the language's short name, and beside it what it says."""
    rtl = language.lang in RIGHT_TO_LEFT
    row = Row(rtl, leading=ARABIC_LEADING if rtl else LEADING, most_lines=most_lines)
    indent = block.look.pixels(36 if runs[0].role == "text" else 26)
    paragraph = block.set(runs, row, indent)
    _underline(block, paragraph, runs, query)
    block.label(Run(language.lang.upper(), _LABEL, "faint", bold=True))


def _in_language(language: InLanguage, points: float, role: Role) -> list[Run]:
    points = points * _ARABIC if language.lang in RIGHT_TO_LEFT else points
    runs = [Run(language.text, points, role)]
    for beside in language.beside:
        runs += [Run(" · ", points, "dim"), Run(beside, points, "dim")]
    return runs


def _underline(block: Block, paragraph: Paragraph, runs: list[Run], query: str) -> None:
    """Underline the letters of the runs that the query matched."""
    if block.trial or not query:
        return
    start = 0
    for run in runs:
        spans = [(start + begin, start + end) for begin, end in marks(query, run.text)]
        block.underline(paragraph, spans, run.role)
        start += len(run.text)
