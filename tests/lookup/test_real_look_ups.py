"""Look-ups as interpreters type them, on the shipped glossary, against the answers they meant.

`real_look_ups.tsv` was written before the ranking was tuned: by reading the glossary and asking
what somebody in the booth would type for a concept. `answer` holds the ids that a colleague would
accept first, with "|", a person with @, or "-" where nothing may be found.
"""

from collections import defaultdict

from booth_app.lookup.index import Index
from tests.lookup.look_ups import SHOWN, LookUp, look_ups, names

AS_TERMS = ("acronym", "exact", "unaccented", "prefix", "middle", "person", "plural", "digits")


def real() -> list[LookUp]:
    return look_ups("real_look_ups.tsv")


def test_the_list_is_long_enough_in_every_language() -> None:
    by_lang = defaultdict(list)
    for asked in real():
        by_lang[asked.lang].append(asked)
    assert sum(map(len, by_lang.values())) >= 300
    assert set(by_lang) == {"en", "fr", "es", "ar"}
    assert min(map(len, by_lang.values())) >= 60


def test_the_right_answer_is_first(shipped: Index) -> None:
    asked = real()
    found = [names(shipped.look_up(row.typed, SHOWN)) for row in asked]
    first = sum(ids[0] in row.answers for row, ids in zip(asked, found, strict=True))
    shown = sum(bool(row.answers & set(ids)) for row, ids in zip(asked, found, strict=True))
    assert first / len(asked) >= 0.98
    assert shown / len(asked) >= 0.99


def test_every_kind_of_look_up_is_answered(shipped: Index) -> None:
    shown: dict[str, list[bool]] = defaultdict(list)
    for row in real():
        shown[row.kind].append(bool(row.answers & set(names(shipped.look_up(row.typed, SHOWN)))))
    poor = {kind: sum(hits) / len(hits) for kind, hits in shown.items() if not all(hits)}
    assert all(share >= 0.95 for share in poor.values()), poor


def test_four_keys_are_enough_for_nine_of_ten(shipped: Index) -> None:
    asked = [row for row in real() if row.kind in AS_TERMS]
    found = [names(shipped.look_up(row.typed[:4], SHOWN)) for row in asked]
    hits = [bool(row.answers & set(ids)) for row, ids in zip(asked, found, strict=True)]
    assert sum(hits) / len(hits) >= 0.9
