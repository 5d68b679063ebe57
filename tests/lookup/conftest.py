"""The shipped glossary as the booth has it in the bundled meeting."""

import pytest

from booth_app.languages import LANGUAGES
from booth_app.lookup.index import Index
from booth_app.lookup.searchables import searchables
from booth_app.lookup.terms import Searchable
from booth_app.meeting.meeting import Meeting
from booth_app.meeting.meeting_folder import read_meeting
from booth_app.paths import bundled
from booth_app.terminology.glossary_folder import read_glossary


@pytest.fixture(scope="session")
def shipped_terms() -> list[Searchable]:
    """Every term of the shipped glossary."""
    folder = bundled("glossaries") / "migration-governance"
    return list(searchables(read_glossary(folder).concepts))


@pytest.fixture(scope="session")
def bundled_meeting() -> Meeting:
    """The meeting that ships with Booth."""
    return read_meeting(bundled("resources") / "meetings" / "gfmd-mayors-2021")


@pytest.fixture
def shipped(shipped_terms: list[Searchable], bundled_meeting: Meeting) -> Index:
    """The shipped glossary in the bundled meeting: its people and what its documents speak of."""
    index = Index.build(shipped_terms)
    people = [
        (person.name, [(lang, person.name_in(lang)) for lang in LANGUAGES])
        for person in bundled_meeting.people
    ]
    index.follow(people, ())
    spot = index.spotter().spot
    spots = [s for d in bundled_meeting.documents for s in spot(d.text, d.lang)]
    index.follow(people, {spot.concept for spot in spots if spot.concept})
    return index
