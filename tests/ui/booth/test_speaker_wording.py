from dataclasses import replace

from booth_app.meeting.meeting import Person, Wording
from booth_app.meeting.meeting_folder import read_meeting
from booth_app.paths import bundled
from booth_app.ui.booth.speaker_wording import Printed, card, expected_lines

MEETING = read_meeting(bundled("resources") / "meetings" / "gfmd-mayors-2021")


def person(name: str) -> Person:
    found = MEETING.person(name)
    assert found is not None
    return found


def test_expected_people_have_their_keys_and_roles() -> None:
    lines = expected_lines(MEETING, MEETING.items[2], "en")
    assert [(line.key, line.name.text, line.role) for line in lines] == [
        ("Alt+1", "Cécile Riallant", "moderator"),
        ("Alt+2", "Carola Gunnarsson", ""),
        ("Alt+3", "Alexandra Young", ""),
    ]
    assert lines[1].title == Printed("Mayor of Sala (Sweden)", "en")
    assert [line.is_verified for line in lines] == [False, True, False]


def test_nobody_is_expected_where_nobody_is_named() -> None:
    changed = expected_lines(MEETING, MEETING.items[2], "en", lambda name: name.upper())
    assert [line.key for line in changed] == ["CONFIRM_1", "CONFIRM_2", "CONFIRM_3"]
    assert expected_lines(MEETING, MEETING.items[6], "en") == []
    assert expected_lines(MEETING, None, "en") == []


def test_beyond_the_ninth_there_is_no_key() -> None:
    people = tuple(Person(name=f"P{n}") for n in range(11))
    item = replace(
        MEETING.items[2],
        people=tuple(replace(MEETING.items[2].people[0], person=p.name) for p in people),
    )
    lines = expected_lines(replace(MEETING, people=people), item, "en")
    assert [line.key for line in lines][8:] == ["Alt+9", "", ""]


def test_the_card_is_in_the_target_language() -> None:
    shown = card(person("Carola Gunnarsson"), "es")
    assert shown.title == Printed("Alcaldesa de Sala (Suecia)", "es")
    assert not shown.is_verified
    assert shown.organisation.text == ""
    assert shown.bio.lang == "en"


def test_under_arabic_the_name_is_in_arabic_letters_the_latin_beside() -> None:
    shown = card(person("António Vitorino"), "ar")
    assert shown.name == Printed("أنطونيو فيتورينو", "ar")
    assert shown.latin == "António Vitorino"
    assert card(person("António Vitorino"), "fr").latin == ""


def test_an_organisation_that_the_title_names_is_not_said_twice() -> None:
    assert card(person("Sophie van Haasen"), "en").organisation.text == ""
    assert card(person("António Vitorino"), "en").organisation.text == ""
    assert "IOM" in card(person("Cécile Riallant"), "en").organisation.text


def test_the_card_says_what_it_rests_on() -> None:
    verified, unverified = person("Emilia Sáiz"), person("Ahmed Skim")
    assert card(verified, "en").known == "verified"
    shown = card(unverified, "en")
    assert (shown.known, shown.sign) == ("rests on the concept note", "diamond")
    assert shown.basis.startswith("from concept note only")


def test_somebody_unplanned_is_told_apart() -> None:
    shown = card(Person(name="Ana", title={"en": Wording("Mayor", True)}, unplanned=True), "fr")
    assert shown.known == "added in the booth"
    assert shown.title == Printed("Mayor", "en")
    assert card(Person(name="Ana", organisation={"en": Wording("UN", True)}), "fr").organisation
