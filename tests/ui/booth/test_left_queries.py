import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from booth_app.ui.booth.field_answer import Found
from booth_app.ui.booth.field_entry import LookUp, MachineWanted
from booth_app.ui.booth.left_queries import LeftQueries


class Area:
    """What was answered: found, nothing, or not yet anything."""

    has_found = False
    found_nothing = False


class Left:
    """Left queries and what they tell."""

    def __init__(self) -> None:
        self.area, self.parent = Area(), QObject()
        self.queries = LeftQueries(self.parent, self.area)  # type: ignore[arg-type]
        self.looked_up: list[str] = []
        self.missed: list[str] = []
        self.queries.looked_up.connect(self.looked_up.append)
        self.queries.missed.connect(self.missed.append)

    def leave(self, text: str, *, found: bool | None) -> None:
        """Type and leave `text`; `found` is None where nothing answers yet."""
        self.queries.follow(text)
        self.area.has_found, self.area.found_nothing = found is True, found is False
        self.queries.leave(Found(LookUp(text), text))


@pytest.fixture
def left(qapp: QApplication) -> Left:
    return Left()


def test_a_query_is_judged_by_what_it_found(left: Left) -> None:
    left.leave("gcm", found=True)
    left.leave("zzz", found=False)
    left.leave("imrf", found=None)
    assert (left.looked_up, left.missed) == (["gcm"], ["zzz"])


def test_what_is_no_look_up_is_not_judged(left: Left) -> None:
    left.area.found_nothing = True
    left.queries.leave(Found(MachineWanted("zzz"), "zzz"))
    assert left.missed == []


def test_a_missed_query_is_told_once_however_it_is_typed_on(left: Left) -> None:
    left.leave("zzz", found=False)
    left.leave("zzz", found=False)
    left.queries.follow("=zzz")
    left.leave("zzz", found=False)
    assert left.missed == ["zzz"]
    left.queries.follow("z")
    left.leave("zzz", found=False)
    assert left.missed == ["zzz", "zzz"]


def test_a_query_walked_back_to_is_none_anew_until_something_else_is_typed(left: Left) -> None:
    left.queries.walk_through(["gcm", "imrf"])
    walk = left.queries.walked(-1, "")
    assert walk is not None
    assert walk.text == "imrf"
    left.leave("imrf", found=True)
    assert left.looked_up == []
    left.leave("imr", found=True)
    assert left.looked_up == ["imr"]


def test_a_walk_ends_at_both_ends(left: Left) -> None:
    left.queries.walk_through(["gcm"])
    assert left.queries.walked(1, "draft") is None
    back = left.queries.walked(-1, "draft")
    assert back is not None
    assert left.queries.walked(-1, back.text) is None
    forth = left.queries.walked(1, back.text)
    assert forth is not None
    assert (forth.text, forth.is_under_way) == ("draft", False)
