"""Tells where what is written as a term is other words of the language (*in return*)."""

import re
from itertools import compress, count
from typing import Final

import numpy as np
import numpy.typing as npt

from booth_app.lookup.reading import Phrases, Running
from booth_app.lookup.set_phrases import BEGINNINGS, BREAK, Beside, Listed, listed

_JOINING: Final = re.compile(r"(?:[^\S\n]|\n(?!\s*\n)|['’«»“”\"-])*")
"""What may stand between two words of a phrase."""


def are_other_words(running: Running, found: Phrases) -> npt.NDArray[np.bool_]:
    """Tell of each stretch whether what stands beside it makes it other words than a term's."""
    others = np.zeros(len(found.terms), dtype=np.bool_)
    told: dict[tuple[int, int], bool] = {}
    first_words = map(running.words.__getitem__, found.firsts.tolist())
    listed_perhaps = map(BEGINNINGS[running.lang].__getitem__, first_words)
    for at in compress(count(), listed_perhaps):
        place = found.firsts.item(at), found.lasts.item(at)
        if place not in told:
            told[place] = _is_another(running, *place)
        others[at] = told[place]
    return others


def _is_another(running: Running, first: int, last: int) -> bool:
    spelt, lang = running.words, running.lang
    before = spelt[first - 1] if first else ""
    after = spelt[last + 1] if last + 1 < len(spelt) else ""
    return any(
        each.may_hold(before, after, lang)
        and each.makes_another(_beside(running, first, last, each), lang)
        for each in listed(spelt[first : last + 1], lang)
    )


def _beside(running: Running, first: int, last: int, of_term: Listed) -> Beside:
    """Return what stands beside a stretch, as far as matters to what is listed of a term."""
    spelt, start, end = running.words, first, last
    while first - start < of_term.reach_before and _are_joined(running, start - 1):
        start -= 1
    while end - last < of_term.reach_after and _are_joined(running, end):
        end += 1
    after = spelt[last + 1 : end + 1]
    if end - last < of_term.reach_after:
        after.append(BREAK)
    return Beside(spelt[start:first], spelt[first : last + 1], after)


def _are_joined(running: Running, place: int) -> bool:
    """Tell whether a word and the next one may be of one phrase."""
    if not 0 <= place < len(running.words) - 1:
        return False
    end, start = running.ends.item(place), running.starts.item(place + 1)
    return _JOINING.fullmatch(running.text, end, start) is not None
