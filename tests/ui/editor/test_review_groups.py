import pytest
from pytestqt.qtbot import QtBot

from booth_app.editing.reviews import Decision, Verdict
from booth_app.ui.editor.review_groups import Counts, ReviewGroups

Key = tuple[Verdict, str, Decision]


def at(verdict: Verdict, kind: str = "", decision: Decision = "") -> Key:
    return (verdict, kind, decision)


@pytest.fixture
def groups(qtbot: QtBot) -> ReviewGroups:
    made = ReviewGroups()
    qtbot.addWidget(made)
    return made


def gone_to(groups: ReviewGroups, counts: Counts, row: int) -> str:
    """Return the group that is gone to from `row`; empty where none is."""
    groups.show_counts(counts, keep=False)
    groups.setCurrentRow(row)
    groups.show_counts(counts, keep=True)
    if not groups.go_to_waiting():
        assert groups.currentRow() == row
        return ""
    return groups.currentItem().text()


def test_after_the_last_row_of_a_group_the_first_that_waits_is_gone_to(
    groups: ReviewGroups,
) -> None:
    counts: Counts = {
        at("conflict", "", "mine"): 2,
        at("probable"): 1,
        at("emptied", "text"): 1,
        at("new"): 3,
    }
    assert gone_to(groups, counts, 0) == "Probably the same 1"
    assert gone_to(groups, counts, 3) == "Probably the same 1"


def test_a_review_that_is_gone_on_with_begins_where_a_row_waits(groups: ReviewGroups) -> None:
    groups.show_counts({at("conflict", "", "mine"): 2, at("emptied"): 1, at("new"): 3}, keep=False)
    assert groups.currentItem().text() == "Emptied 1"
    groups.show_counts({at("conflict", "", "mine"): 2, at("new"): 3}, keep=False)
    assert groups.currentRow() == 0


def test_a_group_that_waits_still_is_stayed_in(groups: ReviewGroups) -> None:
    counts: Counts = {at("conflict"): 1, at("emptied", "", "mine"): 1, at("emptied", "x"): 1}
    assert gone_to(groups, counts, 1) == ""


def test_where_nothing_waits_none_is_gone_to(groups: ReviewGroups) -> None:
    counts: Counts = {at("conflict", "", "parked"): 1, at("new"): 3}
    assert gone_to(groups, counts, 0) == ""
    assert gone_to(groups, counts, 1) == ""
    assert gone_to(groups, {}, -1) == ""
