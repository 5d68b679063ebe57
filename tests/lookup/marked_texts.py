"""Texts in which terms were marked by hand, and how what is spotted in them is judged.

What stands in a text is marked as [words|concept], [name|@person] or [symbol|#]; of homonyms all
ids may be given. Only the longest term at a place is marked, so what is spotted inside one is not
judged. A mark counts as found where the same concept is spotted over it. It counts as written if
its words are a term of the concept, accents and case aside, and as inflected otherwise.
"""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from booth_app.languages import Lang
from booth_app.lookup.index import Index
from booth_app.lookup.spotting import Spot
from booth_app.lookup.terms import Searchable
from booth_app.terminology.folding import fold

MARK = re.compile(r"\[([^|\]]*)\|([^\]]*)\]")
PARTICLES = tuple("وفبكل")


class Marked(NamedTuple):
    """A place in a text where, by hand, one of these ids was seen."""

    start: int
    end: int
    ids: frozenset[str]


class Judged(NamedTuple):
    """Shares found and right, and each place that was missed or spotted wrongly."""

    marks: int
    written: float
    inflected: float
    inflected_marks: int
    precision: float
    missed: list[str]
    wrong: list[str]


@cache
def read(folder: str, lang: Lang) -> tuple[str, list[Marked]]:
    """The text without its marks, and the marks."""
    annotated = (Path(__file__).with_name(folder) / f"{lang}.txt").read_text("utf-8")
    text, marks, at = "", [], 0
    for match in MARK.finditer(annotated):
        text += annotated[at : match.start()]
        start = len(text)
        if lang == "ar" and text.endswith(PARTICLES):
            start -= 1  # a particle is written with the word, and spotted with it
        text += match[1]
        marks.append(Marked(start, len(text), frozenset(ids(match[2]))))
        at = match.end()
    return text + annotated[at:], marks


def ids(given: str) -> list[str]:
    """The ids of a mark; a name is one however its accents are written."""
    return [f"@{fold(given)}"] if given.startswith("@") else given.split(" ")


def name(spot: Spot) -> str:
    """What a mark would call what was spotted."""
    if spot.concept:
        return spot.concept.id
    return f"@{fold(spot.person)}" if spot.person else "#"


def judged(folder: str, lang: Lang, index: Index, terms: Sequence[Searchable]) -> Judged:
    """Judge what an index of these terms spots in the text of a folder."""
    text, marks = read(folder, lang)
    spots = index.spotter().spot(text, lang)
    return judge(text, marks, spots, [term for term in terms if term.lang == lang])


def judge(
    text: str, marks: Sequence[Marked], spots: Sequence[Spot], terms: Sequence[Searchable]
) -> Judged:
    """Hold what was spotted against what was marked; `terms` are those of the text's language."""
    found: dict[bool, list[bool]] = {True: [], False: []}
    missed = []
    written = {(term.concept, fold(term.text)) for term in terms}
    for mark in marks:
        words = text[mark.start : mark.end]
        inflected = not any(id_[0] in "#@" or (id_, fold(words)) in written for id_ in mark.ids)
        over = {name(s) for s in spots if s.start < mark.end and s.end > mark.start}
        found[inflected].append(bool(over & mark.ids))
        if not over & mark.ids:
            missed.append(f"{words} ({' '.join(sorted(mark.ids))})")
    right, wrong = held_against(marks, spots, homonyms(terms))
    return Judged(
        len(marks),
        share(found[False]),
        share(found[True]),
        len(found[True]),
        right / (right + len(wrong)),
        missed,
        [f"{text[max(0, s.start - 20) : s.end + 20]!r}: {s.text} ({name(s)})" for s in wrong],
    )


def held_against(
    marks: Sequence[Marked], spots: Sequence[Spot], same: dict[str, set[str]]
) -> tuple[int, list[Spot]]:
    """How many spots are right, and which are wrong; one inside another's mark is neither."""
    right, wrong = 0, []
    for spot in spots:
        over = [m for m in marks if spot.start < m.end and spot.end > m.start]
        if any(name(spot) in same.get(id_, {id_}) for m in over for id_ in m.ids):
            right += 1
        elif not any(m.start <= spot.start and spot.end <= m.end for m in over):
            wrong.append(spot)
    return right, wrong


def homonyms(terms: Sequence[Searchable]) -> dict[str, set[str]]:
    """Of each concept: all concepts that share a term with it, itself included."""
    having: dict[str, set[str]] = {}
    for term in terms:
        having.setdefault(fold(term.text), set()).add(term.concept)
    same: dict[str, set[str]] = {}
    for concepts in having.values():
        for concept in concepts:
            same.setdefault(concept, {concept}).update(concepts)
    return same


def share(found: Sequence[bool]) -> float:
    """How many of these were found, of one."""
    return sum(found) / len(found)
