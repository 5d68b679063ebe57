"""A figure and the words after it: what they multiply it by, and what they say besides."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from booth_app.languages import Lang
from booth_app.numbers.figures import FigureValue, values
from booth_app.numbers.scales import Share, is_begun, is_currency, scale, share
from booth_app.terminology.folding import words

_SIGN_WORDS: Final = {"%": " percent ", "‰": " permille ", "$": " "}
_WORDS: Final = re.compile(r"[^\W\d_ ]*(?:[ .'’]+[^\W\d_]+)*[ .'’]*")
_AND: Final = frozenset({"and", "et", "y", "e", "و"})


class Part(NamedTuple):
    """A figure, what the words after it multiply it by, and whether it is so much per cent."""

    figure: FigureValue
    size: int
    share: Share | None

    @property
    def value(self) -> Fraction:
        """The figure with its words."""
        return self.figure.value * self.size


def parts(figure: str, after: str, floor: Lang | None, *, is_last: bool) -> Iterator[Part]:
    """Yield what a figure and the text after it may be, the likeliest first.

    Nothing where a word is not known: 2.5 millin is not 2.5. Known are what multiplies, per cent
    and currencies; after the first two, as in 3 million people, the rest is what is counted.
    """
    for sign, word in _SIGN_WORDS.items():
        after = after.replace(sign, word)
    if not _WORDS.fullmatch(after):
        return
    following = words(after)
    powers, multiplying = scale(following, floor)
    of, sharing = share(following[multiplying:])
    rest = following[multiplying + sharing :]
    if is_last:
        is_whole = is_currency(rest) or _is_counted(following[:multiplying], of, rest)
    else:  # 2 million and 300 thousand
        is_whole = multiplying > 0 and of is None and _AND.issuperset(rest)
    if is_whole:
        for power in powers:
            for value in values(figure):
                yield Part(value, 10**power, of)


def _is_counted(multiplying: Sequence[str], of: Share | None, rest: Sequence[str]) -> bool:
    """Whether `rest` is what is counted, not a word that is not typed to its end.

    3 m may be metres unless it stands alone; 2 mil m may become 2 mil millones.
    """
    if of is not None:
        return True
    if not multiplying or len(multiplying[-1]) == 1:
        return False
    return len(rest) > 1 or not is_begun(rest[0])
