from booth_app.lookup.item_terms import Entry
from booth_app.lookup.terms import Match, Matched
from booth_app.meeting.meeting import Meeting
from booth_app.store.first_read import ItemRow, ItemTerms
from booth_app.termbase.hits import Hit, hits, item_terms
from booth_app.terminology.concept import Concept, ConceptKey

HERE = Concept(glossary="made", id="here")
GONE = ConceptKey("made", "gone")


def among(keys: object) -> dict[ConceptKey, Concept]:
    """As the store answers where another program has deleted `GONE`."""
    return {HERE.key: HERE}


def test_of_what_matches_the_concepts_that_are_gone_are_left_out(meeting: Meeting) -> None:
    mayor = meeting.people[0]
    matches = [
        Match(GONE, None, "en", "gone", "exact", "glossary"),
        Match(HERE.key, None, "fr", "ici", "slip", "meeting"),
        Match(None, mayor.name, "fr", mayor.name, "prefix", "meeting"),
        Match(None, "Nobody", "fr", "Nobody", "prefix", "meeting"),
    ]
    assert hits(iter(matches), among, lambda name: meeting.person(name or "")) == [
        Hit("made", HERE, None, Matched("fr", "ici"), "slip", "meeting"),
        Hit(None, None, mayor, Matched("fr", mayor.name), "prefix", "meeting"),
    ]


def test_of_an_item_s_terms_and_names_those_that_are_gone_are_left_out(meeting: Meeting) -> None:
    mayor = meeting.people[0]
    entries = [
        Entry(GONE, None, True),
        Entry(None, mayor.name, True),
        Entry(None, "Nobody", False),
        Entry(HERE.key, None, False),
    ]
    assert item_terms(iter(entries), among, meeting) == ItemTerms(
        (ItemRow(None, mayor, True), ItemRow(HERE, None, False))
    )
