"""Lists of what interpreters type and the answers they mean, as files beside this one hold them."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from booth_app.lookup.terms import Match
from booth_app.terminology.folding import fold

SHOWN = 5
"""Answers that the window shows."""


class LookUp(NamedTuple):
    """A row of a list."""

    kind: str
    lang: str
    typed: str
    answers: frozenset[str]


def look_ups(name: str) -> list[LookUp]:
    """Return the rows of a list."""
    lines = Path(__file__).with_name(name).read_text("utf-8").splitlines()[1:]
    rows = [line.split("\t") for line in lines]
    return [LookUp(kind, lang, typed, answers(a)) for kind, lang, typed, a in rows]


def answers(given: str) -> frozenset[str]:
    """The ids of a row; a name is one however its accents are written."""
    return frozenset(f"@{fold(a)}" if a.startswith("@") else a for a in given.split("|"))


def names(matches: Sequence[Match]) -> list[str]:
    """What was found, as a row names it."""
    found = [f"@{fold(m.person)}" if m.person else m.key.id for m in matches if m.person or m.key]
    return found or ["-"]
