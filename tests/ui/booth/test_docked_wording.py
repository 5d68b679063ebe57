from dataclasses import replace
from datetime import timedelta

from booth_app.meeting.clock import Progress, agenda_at
from booth_app.meeting.meeting import Meeting, Person, Wording
from booth_app.meeting.meeting_folder import read_meeting
from booth_app.paths import bundled
from booth_app.ui.booth.docked_wording import now_line, speaker_line

MEETING = read_meeting(bundled("resources") / "meetings" / "gfmd-mayors-2021")
ROUND_ONE = MEETING.items[2]


def bare(text: str) -> str:
    return text.replace("\u2068", "").replace("\u2069", "")


def speaker(name: str) -> Person:
    person = MEETING.person(name)
    assert person is not None
    return person


def test_the_speaker_comes_with_form_of_address_and_post() -> None:
    line = speaker_line(MEETING, ROUND_ONE, speaker("Carola Gunnarsson"), "en")
    assert line.name == ("Carola Gunnarsson", "en")
    assert bare(line.rest) == " · “Madam Mayor” · Mayor of Sala (Sweden)"
    arabic = speaker_line(MEETING, ROUND_ONE, speaker("Carola Gunnarsson"), "ar")
    assert arabic.name == ("كارولا غونارسون", "ar")
    assert bare(arabic.rest).startswith(" · “السيدة رئيسة البلدية” · ")


def test_an_entered_form_of_address_wins_and_an_unknown_one_is_left_out() -> None:
    entered = replace(
        speaker("Carola Gunnarsson"), address={"en": Wording("Madam President", True)}
    )
    assert "“Madam President”" in speaker_line(MEETING, ROUND_ONE, entered, "en").rest
    unknown = Person(name="Ana\nX\u202e", unplanned=True)
    line = speaker_line(MEETING, ROUND_ONE, unknown, "en")
    assert line == (("Ana X\ufffd", "en"), "", ())


def test_where_one_of_the_two_has_room_it_is_the_post() -> None:
    line = speaker_line(MEETING, ROUND_ONE, speaker("Carola Gunnarsson"), "en")
    assert [bare(text) for text in line.briefs] == [
        " · Mayor of Sala (Sweden)",
        " · “Madam Mayor”",
        "",
    ]
    without = Person(name="Ana", title={"en": Wording("Head of drafting", True)})
    fewer = speaker_line(MEETING, ROUND_ONE, without, "en").briefs
    assert [bare(text) for text in fewer] == [
        " · Head of drafting",
        " · Head of…",
        " · Head…",
        "",
    ]


def test_of_the_expected_whole_names_stand_and_that_there_are_more() -> None:
    line = speaker_line(MEETING, ROUND_ONE, None, "en")
    assert [bare(text) for text in line.briefs] == [
        "Alt+1 Cécile Riallant · 2 Carola Gunnarsson · …",
        "Alt+1 Cécile Riallant · …",
        "Alt+1 Cécile Riallant",
        "Alt+1 Cécile…",
        "Alt+1…",
    ]


def test_of_what_comes_next_its_time_goes_last() -> None:
    agenda = agenda_at(MEETING, Progress(ROUND_ONE.id, 3), ROUND_ONE.start + timedelta(minutes=3))
    briefs = [(left, bare(after)) for left, after in now_line(MEETING, agenda, "en").briefs]
    assert briefs == [
        ("20 min left", "next 16:33 Round two: legal…"),
        ("20 min left", "next 16:33 Round two…"),
        ("20 min left", "next 16:33 Round…"),
        ("20 min left", "next 16:33"),
        ("20 min", "next 16:33"),
        ("20 min left", ""),
        ("20 min", ""),
    ]
    early = agenda_at(MEETING, Progress(ROUND_ONE.id), ROUND_ONE.start - timedelta(minutes=4))
    assert now_line(MEETING, early, "en").briefs[-1] == ("in 4 min", "")


def test_until_somebody_speaks_the_people_stand_with_their_numbers() -> None:
    line = speaker_line(MEETING, ROUND_ONE, None, "en")
    assert line.name.text == ""
    assert bare(line.rest) == "Alt+1 Cécile Riallant · 2 Carola Gunnarsson · 3 Alexandra Young"
    assert speaker_line(MEETING, None, None, "en").rest == "nobody is named; @ finds any name"


def test_now_and_next_with_the_expected_time() -> None:
    late = ROUND_ONE.start + timedelta(minutes=7)
    agenda = agenda_at(MEETING, Progress(ROUND_ONE.id, 3), late)
    line = now_line(MEETING, agenda, "en")
    assert line.left == "16 min left"
    assert line.is_now
    assert bare(line.after) == "next 16:33 Round two: legal frameworks"


def test_before_it_begins_after_the_last_and_without_items() -> None:
    first, last = MEETING.items[0], MEETING.items[-1]
    early = agenda_at(MEETING, Progress(first.id), first.start - timedelta(minutes=4))
    assert now_line(MEETING, early, "en")[:2] == ("begins in 4 min", False)
    over = agenda_at(MEETING, Progress(last.id), last.end + timedelta(minutes=2))
    assert now_line(MEETING, over, "en") == (
        "over by 2 min",
        True,
        "the last item",
        (("over 2 min", "the last item"), ("over by 2 min", ""), ("over 2 min", "")),
    )
    empty = Meeting(id="x", title={}, start=MEETING.start, end=MEETING.end)
    nothing = agenda_at(empty, Progress(), MEETING.start)
    assert now_line(empty, nothing, "en") == ("", False, "no agenda", ())
