"""Places the parts of the bar: in one row where there is room, in two or three where not."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from PySide6.QtCore import QRect

from booth_app.ui.booth.words import Words
from booth_app.ui.theme import Look

Part = Literal[
    "target",
    "others",
    "title",
    "mode",
    "turn",
    "turn_words",
    "turn_short",
    "seal",
    "delay",
    "clock",
    "zone",
    "elsewhere",
]

_SIDE: Final = 22
_ABOVE: Final = 9
_BETWEEN_ROWS: Final = 2
_GAP: Final = 26
_GAPS: Final[Mapping[Part, int]] = {
    "others": 12,
    "turn_words": 8,
    "turn_short": 8,
    "clock": 14,
    "zone": 8,
    "elsewhere": 10,
    "seal": 26,
}
"""Pixels at 100 % before a part; before any other `_GAP`."""
_SEAL_FRAME: Final = 10
"""Pixels at 100 % that the seal's frame reaches out of its words at each side."""
_AFTER_SEAL: Final = 22
"""Pixels at 100 % after the seal, whose frame reaches out of its words."""
_LEAST: Final[Mapping[Part, int]] = {"title": 180}
"""Pixels at 100 % that a part which may end in an ellipsis keeps."""


class BarRow(NamedTuple):
    """Parts from the left edge on, and parts up to the right edge.

    `title` stands for a block of two lines: the title and, under it, the mode.
    """

    left: tuple[Part, ...]
    right: tuple[Part, ...] = ()


FORMS: Final = (
    (
        BarRow(
            ("target", "others", "title", "turn", "turn_words", "seal"),
            ("delay", "clock", "zone", "elsewhere"),
        ),
    ),
    (
        BarRow(
            ("target", "title", "turn", "turn_short", "seal"),
            ("delay", "clock", "zone", "elsewhere"),
        ),
    ),
    (BarRow(("target", "title", "turn", "turn_short"), ("delay", "clock", "zone")),),
    (
        BarRow(("target", "turn", "turn_short"), ("clock", "zone")),
        BarRow(("mode",), ("seal", "delay", "elsewhere")),
    ),
    (
        BarRow(("target", "turn", "turn_short"), ("clock", "zone")),
        BarRow(("mode",), ("seal", "delay")),
    ),
    (BarRow(("target", "turn", "turn_short"), ("clock", "zone")), BarRow(("mode",), ("delay",))),
    (BarRow(("target", "turn", "turn_short"), ("clock",)), BarRow(("mode",), ("delay",))),
    (BarRow(("target", "turn"), ("clock",)), BarRow(("mode",), ("delay",))),
    (
        BarRow(("target",), ("clock",)),
        BarRow(("turn", "turn_short"), ("delay",)),
        BarRow(("mode",)),
    ),
    (
        BarRow(("target",)),
        BarRow(("clock",)),
        BarRow(("turn", "turn_short")),
        BarRow(("mode",)),
    ),
)
"""From the fullest form to the narrowest; the first that fits is taken."""
LOW_FORMS: Final = (
    *(form for form in FORMS if len(form) == 1),
    (BarRow(("target", "turn", "turn_short"), ("delay", "clock", "zone")),),
    (BarRow(("target", "turn", "turn_short"), ("clock", "zone")),),
    (BarRow(("target", "turn"), ("clock",)),),
    (BarRow(("target",), ("clock",)),),
)
"""Those of one row alone, for a window that is lower than its type is large."""


class Placed(NamedTuple):
    """Where each part goes that is in sight, and how tall the bar is."""

    boxes: dict[Part, QRect]
    height: int


class Placing:
    """Finds places for `words` in one of `forms`, which go from the fullest to the narrowest."""

    def __init__(
        self, words: Mapping[Part, Words], forms: Sequence[Sequence[BarRow]] = FORMS
    ) -> None:
        self._words = words
        self._forms = forms

    def at(self, width: int, look: Look) -> Placed:
        """Return the places in the first form whose rows fit `width`, else in the last."""
        side = min(look.pixels(_SIDE), width // 25)
        inside = width - 2 * side
        fitting = (f for f in self._forms if all(self._needed(r, look) <= inside for r in f))
        boxes: dict[Part, QRect] = {}
        top = look.pixels(_ABOVE)
        for row in next(fitting, self._forms[-1]):
            row_boxes = self._upright(self._across(row, inside, look))
            boxes |= {part: box.translated(side, top) for part, box in row_boxes.items()}
            bottom = max((box.bottom() for box in boxes.values()), default=top)
            top = max(top, bottom + look.pixels(_BETWEEN_ROWS))
        return Placed(boxes, top - look.pixels(_BETWEEN_ROWS) + look.pixels(_ABOVE))

    def overflow(self, width: int, look: Look) -> float:
        """Return how many times `width` the narrowest form takes; at most 1 where it fits."""
        inside = width - 2 * min(look.pixels(_SIDE), width // 25)
        return max(self._needed(row, look) for row in self._forms[-1]) / max(inside, 1)

    def _natural(self, part: Part) -> int:
        """Return the width of `part` in full; 0 where it has nothing to say."""
        width = self._words[part].natural_width
        return max(width, self._words["mode"].natural_width) if part == "title" and width else width

    def _least(self, part: Part, look: Look) -> int:
        return min(self._natural(part), look.pixels(_LEAST.get(part, 100_000)))

    def _shown(self, parts: Sequence[Part]) -> list[Part]:
        return [part for part in parts if self._natural(part)]

    def _needed(self, row: BarRow, look: Look) -> int:
        shown = self._shown((*row.left, *row.right))
        frame = look.pixels(_SEAL_FRAME) if shown and shown[-1] == "seal" else 0
        gaps = sum(_gap(part, before, look) for before, part in pairwise((None, *shown)) if part)
        return frame + gaps + sum(self._least(part, look) for part in shown)

    def _across(self, row: BarRow, width: int, look: Look) -> dict[Part, tuple[int, int]]:
        """Return each part's left edge and width; what has an ellipsis takes the room left."""
        spare = max(0, width - self._needed(row, look))
        widths: dict[Part, int] = {}
        for part in self._shown((*row.left, *row.right)):
            more = min(spare, self._natural(part) - self._least(part, look))
            widths[part] = min(width, self._least(part, look) + more)
            spare -= more
        across: dict[Part, tuple[int, int]] = {}
        x = 0
        before: Part | None = None
        for part, own in widths.items():
            x += _gap(part, before, look)
            x += spare if part == next(iter(self._shown(row.right)), None) else 0
            if x < width:
                across[part] = (x, min(own, width - x))
            x, before = x + own, part
        return across

    def _upright(self, across: Mapping[Part, tuple[int, int]]) -> dict[Part, QRect]:
        """Return the parts' boxes: their letters on one line, the block's middle at theirs."""
        lines = [part for part in across if part != "title"]
        baseline = max((self._words[part].baseline for part in lines), default=0)
        boxes: dict[Part, QRect] = {
            part: QRect(
                across[part][0],
                baseline - self._words[part].baseline,
                across[part][1],
                self._words[part].sizeHint().height(),
            )
            for part in lines
        }
        if "title" not in across:
            return boxes
        x, width = across["title"]
        heights = [self._words[part].sizeHint().height() for part in ("title", "mode")]
        tallest = max((box.bottom() + 1 for box in boxes.values()), default=0)
        top = (tallest - sum(heights)) // 2
        down = max(0, -top)
        boxes = {part: box.translated(0, down) for part, box in boxes.items()}
        boxes["title"] = QRect(x, top + down, width, heights[0])
        boxes["mode"] = QRect(x, top + down + heights[0], width, heights[1])
        return boxes


def _gap(part: Part, before: Part | None, look: Look) -> int:
    """Return the pixels between `before` and `part`; the row's first part has none."""
    if before is None:
        return 0
    if before == "seal":
        return look.pixels(_AFTER_SEAL)
    alone = part == "turn_words" and before != "turn"
    return look.pixels(_GAP if alone else _GAPS.get(part, _GAP))
