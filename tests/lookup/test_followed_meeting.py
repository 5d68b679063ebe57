from dataclasses import replace

import pytest

from booth_app.lookup.followed_meeting import FollowedMeeting
from booth_app.lookup.index import Index
from booth_app.lookup.searchables import searchables
from booth_app.meeting.meeting import Meeting, Person, Wording
from booth_app.meeting.meeting_folder import read_meeting
from booth_app.paths import bundled
from booth_app.terminology.glossary_folder import read_glossary

MEETING = read_meeting(bundled("resources") / "meetings" / "gfmd-mayors-2021")


@pytest.fixture
def followed() -> FollowedMeeting:
    concepts = read_glossary(bundled("glossaries") / "migration-governance").concepts
    followed = FollowedMeeting(Index.build(searchables(concepts)))
    followed.follow(MEETING)
    return followed


def with_first(person: Person) -> Meeting:
    return replace(MEETING, people=(person, *MEETING.people[1:]))


def test_what_is_entered_about_somebody_is_known_and_nothing_is_found_differently(
    followed: FollowedMeeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = MEETING.people[0]
    entered = replace(
        first, say_as="so", speaks="fr", speech="none", address={"en": Wording("Madam", True)}
    )
    item = MEETING.items[2]
    before = followed.of_item(MEETING, item)
    monkeypatch.setattr(followed, "spot", lambda text, lang: pytest.fail("followed anew"))
    followed.follow(with_first(entered))
    assert followed.person(first.name) == entered
    assert followed.meeting == with_first(entered)
    monkeypatch.undo()
    assert followed.of_item(with_first(entered), item) == before


def test_somebody_of_another_post_is_followed_anew(followed: FollowedMeeting) -> None:
    other = replace(MEETING.people[0], title={"fr": Wording("Maire de Sfax", True)})
    followed.follow(with_first(other))
    assert followed.person(other.name) == other
    followed.follow(None)
    assert followed.meeting is None
