"""The review of a file, worked by the keyboard alone."""

import threading
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from booth_app.editing.importing import Import
from booth_app.editing.reviews import Decision, Review, Reviews
from booth_app.exchange.reading import FileReading
from booth_app.paths import DataFolder
from booth_app.termbase import Termbase
from booth_app.terminology.concept import LanguageSection
from booth_app.ui.editor.review_page import ReviewPage
from booth_app.ui.theme import LIGHT, Look

ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier
ONCE = "English;Français;Español\nreview forum;forum;foro\n"
NOW = (
    "English;Français;Español\nreview forum;forum des examens;foro\n"
    "mayor;maire;alcalde\ncity hall;mairie;ayuntamiento\nnight train;train de nuit;tren\n"
)
"""A colleague's file as it was taken in, and as it is now."""
MINE = "forum d’examen"
"""What was typed here in the meantime."""


class Desk:
    """A review page with the review of `NOW`, and the keyboard."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        none, table = folder / "none", folder / "terms.csv"
        none.mkdir()
        self.qtbot = qtbot
        self.termbase = Termbase.open(
            DataFolder(folder / "data"), "Ana", write=True, glossaries=none
        )
        table.write_text(ONCE, "utf-8")
        Import(self.termbase, FileReading(table), into="mine").apply_at_once()
        [hit] = self.termbase.look_up("review forum")
        forum = hit.concept
        assert forum is not None
        [term] = forum.section("fr").terms
        said = LanguageSection(terms=(replace(term, text=MINE),))
        self.termbase.save(replace(forum, languages={**forum.languages, "fr": said}), "typed")
        table.write_text(NOW, "utf-8")
        Import(self.termbase, FileReading(table), into="mine").preview()
        self.reviews = Reviews(self.termbase)
        [self.review] = self.reviews.open_ones()
        self.page = ReviewPage(Look(LIGHT))
        qtbot.addWidget(self.page)
        self.page.show()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is self.page)
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)
        self.page.show_review(self.reviews, self.review)
        self.until_listed("review forum")

    def until_listed(self, *terms: str) -> None:
        self.qtbot.waitUntil(lambda: self.listed == list(terms))

    @property
    def listed(self) -> list[str]:
        rows = self.page.list.rows
        return [rows.index(at).data().split(" = ")[0] for at in range(rows.rowCount())]

    @property
    def groups(self) -> list[str]:
        return [self.page.groups.item(at).text() for at in range(self.page.groups.count())]

    @property
    def told(self) -> str:
        return self.page._how.text()

    @property
    def decisions(self) -> list[Decision]:
        return [row.decision for row in self.reviews.rows(self.review)]

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        self.qtbot.keyClick(focus, key, held)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(qtbot, tmp_path)
    yield made
    made.page.stop()
    made.termbase.close()


TO_NEW = ("mayor", "city hall", "night train")


def test_it_begins_with_the_keyboard_in_what_waits(desk: Desk) -> None:
    assert QApplication.focusWidget() is desk.page.groups
    assert desk.groups == ["In conflict 1", "New 3"]
    assert desk.told.startswith("1 row waits for you;")
    assert "Left and Right choose" in desk.told
    desk.press(Qt.Key.Key_Down)
    desk.until_listed(*TO_NEW)
    assert "Left and Right" not in desk.told


def test_enter_leads_from_groups_to_rows_to_values_and_keeps_what_is_chosen(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is desk.page.list.view
    desk.press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is desk.page.table
    shown = [[row.text(side) for side in range(3)] for row in desk.page._fields.rows]
    assert shown == [["forum", MINE, ""], ["", "", "forum des examens"]]
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Return):
        desk.press(key)
    assert desk.decisions[0] == "chosen"
    desk.reviews.apply(desk.review).run()
    [hit] = desk.termbase.look_up("review forum")
    assert hit.concept is not None
    assert hit.concept.section("fr").terms == ()  # the file's side of the one, mine of the other


def test_a_value_that_is_open_still_is_gone_to_instead_of_being_decided(desk: Desk) -> None:
    for _ in range(3):  # to the rows, to the values, and nothing is chosen there
        desk.press(Qt.Key.Key_Return)
    assert desk.decisions[0] == ""
    assert desk.told.endswith("Left takes yours, Right the file’s.")
    desk.press(Qt.Key.Key_Right)
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Return)
    assert desk.decisions[0] == "chosen"
    desk.press(Qt.Key.Key_U, ALT)
    desk.qtbot.waitUntil(lambda: desk.decisions[0] == "")
    desk.page.show_review(desk.reviews, desk.review)
    desk.until_listed("review forum")
    desk.press(Qt.Key.Key_Down)  # to a value that is not open
    desk.press(Qt.Key.Key_H, ALT)
    desk.qtbot.waitUntil(lambda: desk.page.table.currentIndex().row() == 0)
    assert QApplication.focusWidget() is desk.page.table
    assert desk.decisions[0] == ""


def test_what_was_decided_is_what_is_chosen_when_one_comes_back(desk: Desk) -> None:
    def chosen() -> list[int | None]:
        return [row.chosen for row in desk.page._fields.rows]

    def come_back() -> None:
        desk.page.show_review(desk.reviews, desk.review)
        desk.until_listed("review forum")

    assert chosen() == [None, 2]
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Left):
        desk.press(key)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Return):
        desk.press(key)
    come_back()
    assert chosen() == [1, 1]
    presses: tuple[tuple[Qt.Key, Decision, list[int | None]], ...] = (
        (Qt.Key.Key_T, "theirs", [2, 2]),
        (Qt.Key.Key_K, "mine", [1, 1]),
        (Qt.Key.Key_U, "", [None, 2]),
    )
    for letter, decision, sides in presses:
        desk.press(letter, ALT)
        desk.qtbot.waitUntil(lambda said=decision: desk.decisions[0] == said)
        come_back()
        assert chosen() == sides


def test_a_decision_is_counted_along_and_leads_to_the_next_row(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Down)
    desk.until_listed(*TO_NEW)
    desk.press(Qt.Key.Key_K, ALT)
    desk.qtbot.waitUntil(lambda: desk.decisions == ["", "mine", "", ""])
    assert desk.groups[1] == "New 3 · 1 decided"
    current = desk.page.list.current
    assert current is not None
    assert current.line == 4


def test_only_rows_that_say_something_are_listed_and_decided_together(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Down)
    desk.until_listed(*TO_NEW)
    desk.press(Qt.Key.Key_O, ALT)
    assert QApplication.focusWidget() is desk.page.list.field
    desk.qtbot.keyClicks(desk.page.list.field, "maix")
    desk.qtbot.waitUntil(lambda: desk.told.endswith("No row of this group says that."))
    desk.press(Qt.Key.Key_Backspace)
    desk.qtbot.keyClicks(desk.page.list.field, "r")
    desk.until_listed("mayor", "city hall")
    desk.press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is desk.page.list.view
    desk.press(Qt.Key.Key_R, ALT)
    assert desk.page.whole.text() == "for all &rows listed (2)"
    desk.press(Qt.Key.Key_K, ALT)
    desk.qtbot.waitUntil(lambda: desk.decisions == ["", "mine", "mine", ""])
    desk.qtbot.waitUntil(lambda: desk.groups[1] == "New 3 · 2 decided")
    desk.until_listed("mayor", "city hall")
    assert not desk.page.whole.isChecked()


def test_a_question_is_asked_and_counted(desk: Desk) -> None:
    desk.press(Qt.Key.Key_P, ALT)
    desk.qtbot.keyClicks(QApplication.focusWidget(), "Which of the two?")
    desk.press(Qt.Key.Key_Return)
    assert desk.decisions[0] == "parked"
    assert desk.groups[0] == "In conflict 1 · 1 asked"
    assert desk.told.startswith("Nothing waits for you, 1 for a colleague;")


def test_after_the_last_row_of_a_group_the_keyboard_is_in_the_groups_where_another_waits(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.page.list.focus_rows()
    desk.press(Qt.Key.Key_K, ALT)
    desk.qtbot.waitUntil(lambda: desk.decisions[0] == "mine")
    assert QApplication.focusWidget() is desk.page.list.view  # nothing else waits
    monkeypatch.setattr(desk.page.groups, "go_to_waiting", lambda: True)
    desk.press(Qt.Key.Key_T, ALT)
    desk.qtbot.waitUntil(lambda: desk.decisions[0] == "theirs")
    assert QApplication.focusWidget() is desk.page.groups


def test_large_reviews_are_counted_and_searched_beside_the_window(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []
    counts, positions = Reviews.counts, Reviews.positions

    def counted(reviews: Reviews, review: Review) -> Mapping[object, int]:
        threads.append(threading.current_thread())
        return counts(reviews, review)

    def found(reviews: Reviews, *asked: object) -> list[int]:
        threads.append(threading.current_thread())
        return positions(reviews, *asked)  # type: ignore[arg-type]

    monkeypatch.setattr(Reviews, "counts", counted)
    monkeypatch.setattr(Reviews, "positions", found)
    desk.page.show_review(desk.reviews, desk.review)
    desk.until_listed("review forum")
    desk.press(Qt.Key.Key_K, ALT)
    desk.qtbot.waitUntil(lambda: desk.decisions[0] == "mine")
    assert len(threads) == 2
    assert threading.main_thread() not in threads


def test_what_cannot_be_read_is_told(desk: Desk, qtbot: QtBot) -> None:
    desk.termbase.close()
    with qtbot.waitSignal(desk.page.told):
        desk.page.show_review(desk.reviews, desk.review)
