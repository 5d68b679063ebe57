"""How the words of a query are read: as they are, with slips where they are suspected of one."""

from collections.abc import Callable, Collection, Sequence

from booth_app.lookup.ways import Way, Ways, WordWays

Reading = Callable[[WordWays, str], Sequence[Way]]
"""How one word is read in one layer."""


def ways_of(words: Sequence[str], reading: Reading, word_ways: WordWays) -> Sequence[Ways]:
    """Return the ways in which each word is read; none where one of them has none."""
    read: list[Ways] = []
    for word in words:
        ways = reading(word_ways, word)
        if not ways:
            return ()
        read.append(ways)
    return read


def suspecting(suspects: Collection[str], slips: Reading) -> Reading:
    """Return the reading that takes these words for slips, the others as they are."""

    def reading(ways: WordWays, word: str) -> Sequence[Way]:
        exact = ways.exact(word)
        return [*exact, *slips(ways, word)] if word in suspects else exact

    return reading


def or_two(slips: Reading) -> Reading:
    """Return the reading that takes any word for one with a slip, or with two."""

    def reading(ways: WordWays, word: str) -> Sequence[Way]:
        return [*ways.exact(word), *slips(ways, word), *ways.two_slips(word)]

    return reading


def with_slip_in_short(ways: WordWays, word: str) -> Sequence[Way]:
    """Read a word with a slip, also one of three letters."""
    return [*ways.exact(word), *ways.slip(word, shortest=3)]
