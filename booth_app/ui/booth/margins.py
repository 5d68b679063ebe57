"""The look-up panel's margins: narrower where the panel is, for room is dear there."""

from typing import Final, NamedTuple

from booth_app.ui.theme import Look


class Margins(NamedTuple):
    """Pixels beside, above and below what the panel shows."""

    left: int
    top: int
    right: int
    below: int


_WIDE: Final = Margins(24, 18, 24, 16)
_NARROW: Final = Margins(14, 10, 14, 10)
"""In pixels at 100 %."""
_NARROW_BELOW: Final = 480
"""Pixels at 100 % of a panel's width."""
_MOST: Final = 0.05
"""The part of the width that a margin takes at most, where type is large."""


def margins(width: int, look: Look) -> Margins:
    """Return the margins of a panel of this width."""
    usual = _NARROW if width < look.pixels(_NARROW_BELOW) else _WIDE
    most = max(_NARROW.left, round(width * _MOST))
    return Margins(*(min(look.pixels(side), most) for side in usual))
