"""Look-ups as interpreters type them, on the shipped glossary, against the answers they meant.

`real_look_ups.tsv` was written before the ranking was tuned: by reading the glossary and asking
what somebody in the booth would type for a concept. `answer` holds the ids that a colleague would
accept first, with "|", a person with @, or "-" where nothing may be found.
"""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from booth_app.lookup.index import Index
from booth_app.lookup.terms import Match
from booth_app.terminology.folding import fold

SHOWN = 5
AS_TERMS = ("acronym", "exact", "unaccented", "prefix", "middle", "person", "plural", "digits")


class LookUp(NamedTuple):
    """A row of the list."""

    kind: str
    lang: str
    typed: str
    answers: frozenset[str]


def look_ups() -> list[LookUp]:
    lines = Path(__file__).with_name("real_look_ups.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in lines.splitlines()[1:]]
    return [LookUp(kind, lang, typed, answers(a)) for kind, lang, typed, a in rows]


def answers(given: str) -> frozenset[str]:
    """The ids of a row; a name is one however its accents are written."""
    return frozenset(f"@{fold(a)}" if a.startswith("@") else a for a in given.split("|"))


def names(matches: Sequence[Match]) -> list[str]:
    found = [f"@{fold(m.person)}" if m.person else m.key.id for m in matches if m.person or m.key]
    return found or ["-"]


def test_the_list_is_long_enough_in_every_language() -> None:
    by_lang = defaultdict(list)
    for asked in look_ups():
        by_lang[asked.lang].append(asked)
    assert sum(map(len, by_lang.values())) >= 300
    assert set(by_lang) == {"en", "fr", "es", "ar"}
    assert min(map(len, by_lang.values())) >= 60


def test_the_right_answer_is_first(shipped: Index) -> None:
    asked = look_ups()
    found = [names(shipped.look_up(row.typed, SHOWN)) for row in asked]
    first = sum(ids[0] in row.answers for row, ids in zip(asked, found, strict=True))
    shown = sum(bool(row.answers & set(ids)) for row, ids in zip(asked, found, strict=True))
    assert first / len(asked) >= 0.98
    assert shown / len(asked) >= 0.99


def test_every_kind_of_look_up_is_answered(shipped: Index) -> None:
    shown: dict[str, list[bool]] = defaultdict(list)
    for row in look_ups():
        shown[row.kind].append(bool(row.answers & set(names(shipped.look_up(row.typed, SHOWN)))))
    poor = {kind: sum(hits) / len(hits) for kind, hits in shown.items() if not all(hits)}
    assert all(share >= 0.95 for share in poor.values()), poor


def test_four_keys_are_enough_for_nine_of_ten(shipped: Index) -> None:
    asked = [row for row in look_ups() if row.kind in AS_TERMS]
    found = [names(shipped.look_up(row.typed[:4], SHOWN)) for row in asked]
    hits = [bool(row.answers & set(ids)) for row, ids in zip(asked, found, strict=True)]
    assert sum(hits) / len(hits) >= 0.9
