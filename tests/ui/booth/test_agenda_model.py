from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from booth_app.languages import Lang
from booth_app.meeting.clock import Progress, agenda_at
from booth_app.meeting.meeting import Appearance, Item, Person, Wording
from booth_app.meeting.meeting_folder import read_meeting
from booth_app.paths import bundled
from booth_app.ui.booth.agenda_model import (
    AgendaModel,
    AgendaRole,
    Row,
    clock_face,
    delay_words,
    rows,
)

MEETING = read_meeting(bundled("resources") / "meetings" / "gfmd-mayors-2021")


def at(hour: int, minute: int) -> datetime:
    return datetime(2021, 1, 22, hour, minute, tzinfo=MEETING.tz)


def shown(item: str, delay: int, now: datetime, target: Lang = "en") -> list[Row]:
    return rows(MEETING, agenda_at(MEETING, Progress(item, delay), now), target)


def test_times_say_where_the_room_is() -> None:
    assert [row.time for row in shown("s3", 3, at(16, 23))] == [
        "16:00",
        "16:05",
        "Now · 16:10–16:30 · expected until 16:33, 10 min left",
        "Next · 16:30, expected 16:33",
        "16:50, expected 16:53",
        "17:10, expected 17:13",
        "17:55, expected 17:58",
    ]


def test_without_a_delay_nothing_else_is_expected() -> None:
    assert shown("s3", 0, at(16, 23))[4].time == "16:50"


def test_nothing_is_expected_before_now() -> None:
    assert [row.time for row in shown("s3", 0, at(16, 41))[3:5]] == [
        "Next · 16:30, expected 16:41",
        "16:50, expected 17:01",
    ]
    assert shown("s3", -5, at(16, 30))[3].time == "Next · 16:30"


@pytest.mark.parametrize(
    ("now", "says"),
    [(at(16, 33), "over by 3 min"), (at(16, 30), "time is up"), (at(16, 29), "1 min left")],
)
def test_the_current_item_says_what_is_left(now: datetime, says: str) -> None:
    assert shown("s3", 0, now)[2].time == f"Now · 16:10–16:30 · {says}"


@pytest.mark.parametrize(
    ("delay", "now", "says"),
    [
        (12, at(16, 22), "expected until 16:42, 20 min left"),
        (12, at(16, 42), "expected until 16:42, time is up"),
        (12, at(16, 45), "expected until 16:42, over by 3 min"),
        (-5, at(16, 6), "expected until 16:25, 19 min left"),
        (-5, at(16, 27), "expected until 16:25, over by 2 min"),
    ],
)
def test_off_its_time_the_current_item_says_which_end_it_counts_to(
    delay: int, now: datetime, says: str
) -> None:
    assert shown("s3", delay, now)[2].time == f"Now · 16:10–16:30 · {says}"


def test_an_expected_end_after_midnight_has_its_weekday() -> None:
    row = shown("s7", 400, at(23, 59) + timedelta(minutes=36))[6]
    assert row.time == "Now · 17:55–18:00 · expected until Sat 00:40, 5 min left"


def test_what_is_to_begin_late_says_when() -> None:
    row = shown("s3", 5, at(16, 12))[2]
    assert row.time == "16:10–16:30 · expected 16:15, begins in 3 min"
    assert not row.is_now


def test_before_it_begins_nothing_is_now() -> None:
    first = shown("s1", 0, at(15, 40))[0]
    assert first.time == "16:00–16:05 · begins in 20 min"
    assert first.is_current
    assert not first.is_now


def test_titles_are_short_in_the_target_and_marked_where_unverified() -> None:
    english, french = shown("s3", 0, at(16, 10)), shown("s3", 0, at(16, 10), "fr")
    assert english[2].title == "Round one: coordination"
    assert not english[2].is_verified
    assert "(translation not verified)" in english[2].line
    assert french[5].title == "Conversation ouverte"
    assert french[5].is_verified
    assert english[2].whole.startswith("Round one: How can coordination")
    assert english[5].whole == ""


def test_people_stand_by_role_and_in_arabic_letters_under_arabic() -> None:
    row = shown("s6", 0, at(17, 10))[5]
    assert [line.replace("\u2068", "").replace("\u2069", "") for line in row.people] == [
        "Sophie van Haasen, moderator",
        "Bettina Etter · Diego Morejon, respondents",
    ]
    assert "بيتينا إيتر" in shown("s6", 0, at(17, 10), "ar")[5].people[1]
    assert "Etter" in row.names
    assert "Haasen" not in row.names


def test_a_day_of_its_own_is_told() -> None:
    day = MEETING.day
    assert clock_face(at(16, 5), day) == "16:05"
    assert clock_face(at(16, 5) + timedelta(hours=9), day) == "Sat 01:05"


@pytest.mark.parametrize(("delay", "words"), [(0, ""), (12, "+12 min"), (-3, "–3 min")])
def test_delays_have_a_sign(delay: int, words: str) -> None:
    assert delay_words(delay) == words


def test_texts_that_exist_in_one_language_are_shown_in_it() -> None:
    item = replace(MEETING.items[0], title={"es": Wording("Apertura", True)}, short_title={})
    meeting = replace(MEETING, items=(item,))
    (row,) = rows(meeting, agenda_at(meeting, Progress("s1"), at(16, 0)), "ar")
    assert (row.lang, row.title) == ("es", "Apertura")


def test_hostile_texts_are_made_harmless() -> None:
    title = {"en": Wording("a\u202eb\nc\x00", True)}
    person = Person(name="\u202eBob")
    item = Item(
        id="s1",
        start=MEETING.start,
        end=MEETING.end,
        title=title,
        people=(Appearance("\u202eBob", "speaker"),),
    )
    meeting = replace(MEETING, items=(item,), people=(person,))
    (row,) = rows(meeting, agenda_at(meeting, Progress("s1"), at(16, 0)), "en")
    assert row.title == "a\ufffdb c\ufffd"
    assert "\u202e" not in row.line


def test_the_model_is_sound() -> None:
    model = AgendaModel()
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )
    assert model.show_rows(shown("s3", 0, at(16, 10)))
    assert model.show_rows(shown("s4", 2, at(16, 32), "ar"))
    assert model.show_rows([])
    assert tester.model() is model


def test_a_tick_changes_the_rows_whose_words_change_alone() -> None:
    model = AgendaModel()
    model.show_rows(shown("s3", 0, at(16, 10)))
    changed: list[int] = []
    resets: list[None] = []
    model.dataChanged.connect(lambda first, last: changed.append(first.row()))
    model.modelReset.connect(lambda: resets.append(None))
    assert not model.show_rows(shown("s3", 0, at(16, 10)))
    assert changed == []
    assert model.show_rows(shown("s3", 0, at(16, 11)))
    assert (changed, resets) == ([2], [])


def test_the_model_knows_its_rows() -> None:
    model = AgendaModel()
    model.show_rows(shown("s3", 0, at(16, 10)))
    index = model.index(2)
    assert index.data(AgendaRole.ROW) == model.row(2)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == model.row(2).line
    assert index.data(Qt.ItemDataRole.DecorationRole) is None
    assert model.data(QModelIndex()) is None
    assert model.current == 2
    assert model.position("s7") == 6
    assert model.position("gone") is None
