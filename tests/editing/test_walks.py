"""Random walks over several term bases: nothing that anybody wrote is ever lost silently."""

from pathlib import Path

import pytest

from booth_app.terminology.differences import differences
from booth_app.terminology.joining import ids_before
from tests.editing.walking_desks import Walk


def agreed(walk: Walk) -> None:
    """Look whether all say the same of each concept that nobody deleted or insisted on.

    Of those that were made part of others it is not so: only who did that has them so.
    """
    first, *others = walk.people.values()
    for other in others:
        both = {*first.ids()} & {*other.ids()} - joined(walk) - other.insisted
        for id_ in both:
            differ = differences(first.desk.now(id_), other.desk.now(id_))
            assert not differ, walk.tale(f"{other.desk.person} has {id_} otherwise: {differ}")


def joined(walk: Walk) -> set[str]:
    """Return the concepts that are two in one somewhere, and the ids that these had."""
    found = [person.desk.now(id_) for person in walk.people.values() for id_ in person.ids()]
    two_in_one = [each for each in found if each and [*ids_before(each)]]
    return {id_ for each in two_in_one for id_ in (each.id, *ids_before(each))}


@pytest.mark.parametrize("seed", range(3))
def test_what_anybody_wrote_is_in_sight_or_waits_or_was_given_up(tmp_path: Path, seed: int) -> None:
    walk = Walk(tmp_path, seed)
    try:
        for _ in range(30):
            walk.step()
        walk.come_to_terms()
        agreed(walk)
    finally:
        walk.close()
