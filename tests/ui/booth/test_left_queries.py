import pytest
from pytestqt.qtbot import QtBot

from booth_app.ui.booth.field_answer import Found
from booth_app.ui.booth.field_entry import LookUp, MachineWanted
from booth_app.ui.booth.field_hint import LET_GO
from booth_app.ui.booth.left_queries import LeftQueries
from booth_app.ui.booth.look_up_field import LookUpField
from booth_app.ui.theme import Look


class Area:
    """What was answered: found, nothing, or not yet anything."""

    shown = Found()
    has_found = False
    found_nothing = False


class Left:
    """A field's left queries and what they tell."""

    def __init__(self, look: Look) -> None:
        self.area, self.field = Area(), LookUpField(look)
        self.queries = LeftQueries(self.field, self.area)  # type: ignore[arg-type]
        self.field.textChanged.connect(self.queries.follow)
        self.looked_up: list[str] = []
        self.missed: list[str] = []
        self.queries.looked_up.connect(self.looked_up.append)
        self.queries.missed.connect(self.missed.append)

    def leave(self, text: str, *, found: bool | None) -> None:
        """Type and leave `text`; `found` is None where nothing answers yet."""
        self.answer(text, found=found)
        self.queries.leave()

    def answer(self, text: str, *, found: bool | None) -> None:
        """Type `text` and answer it."""
        self.field.setText(text)
        self.area.has_found, self.area.found_nothing = found is True, found is False
        self.area.shown = Found(LookUp(text), text)


@pytest.fixture
def left(qtbot: QtBot, look: Look) -> Left:
    left = Left(look)
    qtbot.addWidget(left.field)
    return left


def test_a_query_is_judged_by_what_it_found(left: Left) -> None:
    left.leave("gcm", found=True)
    left.leave("zzz", found=False)
    left.leave("imrf", found=None)
    assert (left.looked_up, left.missed) == (["gcm"], ["zzz"])


def test_what_is_no_look_up_is_not_judged(left: Left) -> None:
    left.area.found_nothing = True
    left.area.shown = Found(MachineWanted("zzz"), "zzz")
    left.queries.leave()
    assert left.missed == []


def test_a_missed_query_is_told_once_however_it_is_typed_on(left: Left) -> None:
    left.leave("zzz", found=False)
    left.leave("zzz", found=False)
    left.field.setText("=zzz")
    left.leave("zzz", found=False)
    assert left.missed == ["zzz"]
    left.field.setText("z")
    left.leave("zzz", found=False)
    assert left.missed == ["zzz", "zzz"]


def test_a_query_walked_back_to_is_none_anew_until_something_else_is_typed(left: Left) -> None:
    left.queries.walk_through(["gcm", "imrf"])
    left.queries.walk(-1)
    assert left.field.text() == "imrf"
    left.leave("imrf", found=True)
    assert left.looked_up == []
    left.leave("imr", found=True)
    assert left.looked_up == ["imr"]


def test_a_walk_leaves_the_query_and_ends_at_both_ends(left: Left) -> None:
    left.queries.walk_through(["gcm"])
    left.answer("draft", found=True)
    hints = []
    texts = []
    for step in (1, -1, -1, 1):
        left.queries.walk(step)
        texts.append(left.field.text())
        hints.append(left.field.hint)
    assert texts == ["draft", "gcm", "gcm", "draft"]
    assert left.looked_up[0] == "draft"
    assert "1 of 1" in hints[1]


def test_a_query_is_let_go_after_a_pause_where_it_was_looked_up(left: Left, qtbot: QtBot) -> None:
    left.queries.pause_after(0.001)
    left.answer("gcm", found=True)
    left.queries.await_rest(looked_up=True)
    left.queries.await_rest(looked_up=False)
    qtbot.wait(20)
    assert left.looked_up == []
    left.queries.await_rest(looked_up=True)
    qtbot.waitUntil(lambda: left.looked_up == ["gcm"])
    assert left.field.hint == LET_GO
    assert left.field.selectedText() == "gcm"
    left.queries.let_go()
    assert left.looked_up == ["gcm"], "it is let go already"
