from dataclasses import replace

import pytest

from booth_app.languages import Lang
from booth_app.meeting.clock import Reading
from booth_app.meeting.meeting import Meeting, Person
from booth_app.meeting.meeting_folder import read_meeting
from booth_app.meetings import Standing
from booth_app.paths import bundled
from booth_app.settings import Settings
from booth_app.ui.booth.podium import NOBODY, Podium
from booth_app.ui.booth.sitting import Sitting

MEETING = read_meeting(bundled("resources") / "meetings" / "gfmd-mayors-2021")
CAROLA = "Carola Gunnarsson"


class Keys:
    """Keys that are called as their commands are."""

    def shown(self, name: str) -> str:
        return f"<{name}>"


class Booth:
    """What a podium needs of the running booth: settings and sitting, and what is shown."""

    def __init__(self) -> None:
        self.keys = Keys()
        self.settings = Settings(target="en", floor="fr")
        self.sitting = Sitting.resumed(MEETING, Standing(item="s3"), 30, Reading(MEETING.start, 0))
        self.told: list[str] = []
        self.shown = 0
        self.podium = Podium(self, self.told.append)  # type: ignore[arg-type]

    @property
    def target(self) -> Lang:
        assert self.settings.target
        return self.settings.target

    @property
    def floor(self) -> Lang:
        return self.sitting.relay or self.settings.floor

    def sit(self, sitting: Sitting) -> None:
        self.sitting = sitting

    def speak(self) -> None:
        self.shown += 1

    def into(self, lang: Lang) -> None:
        self.settings = replace(self.settings, target=lang)

    def from_floor(self, lang: Lang) -> None:
        self.settings = replace(self.settings, floor=lang)
        self.sitting = self.sitting.relayed("")

    def enter(self, person: Person) -> None:
        people = tuple(person if p.name == person.name else p for p in self.sitting.meeting.people)
        self.sitting = self.sitting.of_meeting(replace(self.sitting.meeting, people=people))

    def confirm(self, name: str) -> None:
        person = self.sitting.meeting.person(name)
        assert person
        self.podium.confirm(person)

    @property
    def speaker(self) -> Person:
        assert self.sitting.confirmed
        return self.sitting.confirmed


@pytest.fixture
def booth() -> Booth:
    return Booth()


def speaking(meeting: Meeting, name: str, lang: Lang) -> Meeting:
    """Return `meeting` in which `name` is known to speak `lang`."""
    people = (replace(p, speaks=lang) if p.name == name else p for p in meeting.people)
    return replace(meeting, people=tuple(people))


def test_language_and_text_are_cycled_by_key_and_begin_unknown(booth: Booth) -> None:
    booth.confirm(CAROLA)
    commands = booth.podium.commands()
    languages, speeches = [booth.speaker.speaks], [booth.speaker.speech]
    for _ in range(5):
        commands["next_speaks"]()
        languages.append(booth.speaker.speaks)
    for _ in range(3):
        commands["next_speech"]()
        speeches.append(booth.speaker.speech)
    assert languages == ["", "en", "fr", "es", "ar", ""]
    assert speeches == ["", "received", "none", ""]


def test_people_are_confirmed_by_their_place_and_by_their_neighbour(booth: Booth) -> None:
    names = [person.name for person, _ in booth.sitting.people]
    confirmed = []
    for command in ("confirm_1", "next_person", "person_before", "person_before", "confirm_9"):
        booth.podium.commands()[command]()
        confirmed.append(booth.sitting.speaker)
    assert confirmed == [names[0], names[1], names[0], "", ""]
    booth.podium.commands()["confirm_2"]()
    booth.podium.commands()["nobody"]()
    assert booth.sitting.confirmed is None


def test_another_speaker_is_heard_directly_and_shown_so(booth: Booth) -> None:
    booth.podium.commands()["confirm_1"]()
    assert booth.shown == 0
    booth.podium.next_relay()
    booth.podium.commands()["confirm_2"]()
    assert booth.shown == 2
    assert booth.floor == "fr"


def test_without_a_speaker_it_says_what_to_do(booth: Booth) -> None:
    booth.podium.next_speech()
    booth.podium.next_language()
    assert booth.told == [NOBODY, NOBODY]


def test_the_confirmed_speakers_language_becomes_the_floors(booth: Booth) -> None:
    booth.sitting = booth.sitting.of_meeting(speaking(MEETING, CAROLA, "es"))
    booth.confirm(CAROLA)
    assert booth.floor == "es"
    booth.confirm("Alexandra Young")  # whose language is not known
    assert booth.floor == "es"
    assert booth.told == []


def test_where_it_is_the_target_the_swap_is_offered_and_taken_by_one_key(booth: Booth) -> None:
    booth.sitting = booth.sitting.of_meeting(speaking(MEETING, CAROLA, "en"))
    booth.confirm(CAROLA)
    assert (booth.floor, booth.target) == ("fr", "en")
    told = booth.told[-1].replace("\u2068", "").replace("\u2069", "")
    assert told == (
        "Carola Gunnarsson speaks English, your target: <swap_languages> works into French."
    )
    booth.podium.swap()
    assert (booth.floor, booth.target) == ("en", "fr")
    assert booth.told[-1] == ""
    booth.podium.swap()
    assert (booth.floor, booth.target) == ("fr", "en")


def test_an_offer_ends_with_its_speaker(booth: Booth) -> None:
    booth.sitting = booth.sitting.of_meeting(speaking(MEETING, CAROLA, "en"))
    booth.confirm(CAROLA)
    booth.confirm("Alexandra Young")
    assert booth.told[-1] == ""
    assert len(booth.told) == 2


def test_on_relay_the_language_heard_is_the_persons_to_set(booth: Booth) -> None:
    booth.sitting = booth.sitting.of_meeting(speaking(MEETING, CAROLA, "ar"))
    booth.confirm(CAROLA)
    heard = []
    for _ in range(4):
        booth.podium.next_relay()
        heard.append((booth.sitting.relay, booth.floor))
    assert heard == [("fr", "fr"), ("es", "es"), ("ar", "ar"), ("", "ar")]
    booth.podium.next_relay()
    booth.confirm("Alexandra Young")
    assert booth.sitting.relay == ""


def test_on_relay_no_swap_is_offered(booth: Booth) -> None:
    booth.sitting = booth.sitting.of_meeting(speaking(MEETING, CAROLA, "en"))
    booth.sitting = booth.sitting.confirming(CAROLA).relayed("es")
    booth.podium.hear()
    assert booth.told == []


def test_how_somebody_is_addressed_is_kept_by_language(booth: Booth) -> None:
    booth.podium.say_as(CAROLA, "GUN-ar-son")
    booth.podium.address_as(CAROLA, "fr", "Madame la présidente")
    booth.podium.address_as(CAROLA, "en", "Madam President")
    booth.podium.address_as(CAROLA, "fr", "")
    booth.podium.address_as("nobody", "en", "Sir")
    person = booth.sitting.meeting.person(CAROLA)
    assert person is not None
    assert person.say_as == "GUN-ar-son"
    assert {lang: said.text for lang, said in person.address.items()} == {"en": "Madam President"}
