from dataclasses import replace

from booth_app.editing.typed_together import typed_together
from booth_app.store.history import Change
from booth_app.terminology.concept import Concept
from tests.editing.made_glossaries import concept

FIRST = concept("c1", en="caravan")
NOTES = [replace(FIRST, note=note) for note in ("s", "say", "say slowly")]


def change(
    rev: int, second: int, before: Concept | None, after: Concept | None, origin: str = "typed"
) -> Change:
    at = f"2026-11-22T09:41:{second:02}+00:00"
    return Change(rev, rev, rev - 1, f"o{rev}", f"b{rev}", "Ana", at, origin, before, after)


MADE = change(1, 0, None, FIRST)


def test_what_is_typed_in_one_go_is_one_change() -> None:
    typed = [change(2, 1, FIRST, NOTES[0]), change(3, 2, NOTES[0], NOTES[1])]
    later = change(4, 30, NOTES[1], NOTES[2])
    made, one, other = typed_together([MADE, *typed, later])
    assert made == MADE
    assert (one.before, one.after) == (FIRST, NOTES[1])
    assert (one.rev, one.parent_rev, one.at) == (3, 1, typed[1].at)
    assert other == later


def test_another_field_another_way_and_another_person_are_changes_of_their_own() -> None:
    first = change(2, 1, FIRST, NOTES[0])
    for second in (
        change(3, 2, NOTES[0], replace(NOTES[0], subject="law")),
        change(3, 2, NOTES[0], NOTES[1], "import"),
        change(3, 2, NOTES[0], NOTES[1])._replace(person="Ben"),
        change(3, 2, NOTES[0], None),
        change(3, 2, NOTES[0], NOTES[1])._replace(at="yesterday"),
    ):
        assert typed_together([MADE, first, second]) == [MADE, first, second]
