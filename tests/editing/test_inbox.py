from collections.abc import Iterator
from pathlib import Path

import pytest

from booth_app.editing.inbox import Inbox
from booth_app.editing.meetings_met import Met
from booth_app.meeting.meeting_folder import read_meeting
from booth_app.meetings import Meetings
from booth_app.paths import DataFolder, bundled
from booth_app.store import missed
from booth_app.termbase import Termbase
from booth_app.terminology.concept import Concept, ConceptKey, LanguageSection, Term

CARAVAN = Concept(
    glossary="mine",
    id="caravan",
    languages={
        "en": LanguageSection(terms=(Term(id="c.en.1", text="caravan", status="preferred"),)),
        "fr": LanguageSection(terms=(Term(id="c.fr.1", text="caravane", status="preferred"),)),
    },
)


@pytest.fixture
def termbase(tmp_path: Path) -> Iterator[Termbase]:
    none = tmp_path / "none"
    none.mkdir()
    opened = Termbase.open(DataFolder(tmp_path / "data"), "Ana", write=True, glossaries=none)
    opened.save(CARAVAN, "typed")
    yield opened
    opened.close()


def miss(termbase: Termbase, *texts: str) -> None:
    with termbase.store.writing() as connection:
        for text in texts:
            missed.count(connection, text, "fr", "gfmd")
        missed.release(connection, "gfmd")


def test_what_the_booth_made_and_missed_waits_the_most_frequent_first(termbase: Termbase) -> None:
    termbase.pairs.add(("en", "migrant caravan"), ("fr", "caravane de migrants"))
    miss(termbase, "exode", "exode", "PMR")
    inbox = Inbox(termbase)
    assert [(one.kind, one.text, one.times) for one in inbox.waiting()] == [
        ("missed", "exode", 2),
        ("made", "migrant caravan = caravane de migrants", 1),
        ("missed", "PMR", 1),
    ]
    assert inbox.count() == 3
    assert inbox.waiting()[1].last.person == "Ana"


def test_the_meetings_of_a_look_up_have_their_title_and_day(termbase: Termbase) -> None:
    shipped = read_meeting(bundled("resources") / "meetings" / "gfmd-mayors-2021")
    Meetings(termbase.store)
    with termbase.store.writing() as connection:
        for meeting in (shipped.id, "gone"):
            missed.count(connection, "exode", "fr", meeting)
            missed.release(connection, meeting)
    [one] = Inbox(termbase).waiting()
    assert one.last.meetings == (
        Met(shipped.id, shipped.title, shipped.day),
        Met("gone", {}, None),
    )


def test_a_concept_is_accepted_into_another_and_its_id_leads_there(termbase: Termbase) -> None:
    made = termbase.pairs.add(("en", "migrant caravan"), ("fr", "caravane de migrants"))
    inbox = Inbox(termbase)
    [one] = inbox.waiting()
    stored = inbox.accept_into(one, CARAVAN.key)
    assert stored is not None
    assert [(t.text, t.status, t.approval) for t in stored.section("en").terms] == [
        ("caravan", "preferred", "draft"),
        ("migrant caravan", "admitted", "draft"),
    ]
    assert made.id in {reference.id for reference in stored.external}
    assert termbase.concept(made.key) is None
    assert inbox.waiting() == []
    assert [hit.concept.id for hit in termbase.look_up("migrant") if hit.concept] == ["caravan"]


def test_a_concept_becomes_one_of_a_glossary_and_says_its_terms(termbase: Termbase) -> None:
    termbase.pairs.add(("en", "migrant caravan"), ("fr", "caravane de migrants"))
    inbox = Inbox(termbase)
    new = inbox.make_new(inbox.waiting()[0], "mine")
    assert new.glossary == "mine"
    assert new.section("fr").preferred == new.section("fr").terms[0]
    assert new.section("fr").terms[0].status == "preferred"
    assert inbox.count() == 0


def test_a_look_up_in_vain_becomes_a_term(termbase: Termbase) -> None:
    miss(termbase, "exode", "PMR")
    inbox = Inbox(termbase)
    pmr, exodus = inbox.waiting()
    stored = inbox.accept_into(exodus, CARAVAN.key)
    assert stored is not None
    assert [(t.text, t.status) for t in stored.section("fr").terms][-1] == ("exode", "admitted")
    new = inbox.make_new(pmr, "mine")
    assert [term.text for _, term in new.terms()] == ["PMR"]
    assert inbox.count() == 0


def test_a_look_up_in_vain_becomes_a_form_of_a_term(termbase: Termbase) -> None:
    termbase.pairs.add(("en", "caravanserai"), ("fr", "caravansérail"))
    miss(termbase, "caravanes de gens")
    inbox = Inbox(termbase)
    made, missed_one = sorted(inbox.waiting(), key=lambda one: one.kind)
    stored = inbox.accept_as_form(missed_one, CARAVAN.key)
    assert stored is not None
    assert stored.section("fr").terms[0].forms == ("caravanes de gens",)
    assert [hit.concept for hit in termbase.look_up("caravanes de gens")] == [stored]
    assert inbox.waiting() == [made]
    assert inbox.accept_as_form(made, CARAVAN.key) is None, "two languages are no form of one term"
    assert inbox.count() == 1


def test_a_form_needs_a_term_of_its_language(termbase: Termbase) -> None:
    with termbase.store.writing() as connection:
        missed.count(connection, "caravanas", "es", "gfmd")
        missed.release(connection, "gfmd")
    inbox = Inbox(termbase)
    [one] = inbox.waiting()
    assert inbox.accept_as_form(one, CARAVAN.key) is None
    assert inbox.accept_as_form(one, ConceptKey("mine", "gone")) is None
    assert inbox.count() == 1


def test_what_is_dismissed_or_cannot_be_accepted(termbase: Termbase) -> None:
    termbase.pairs.add(("en", "migrant caravan"), ("fr", "caravane de migrants"))
    miss(termbase, "exode")
    inbox = Inbox(termbase)
    made, _ = sorted(inbox.waiting(), key=lambda one: one.kind)
    assert inbox.accept_into(made, ConceptKey("mine", "gone")) is None
    assert inbox.count() == 2
    for one in inbox.waiting():
        inbox.dismiss(one)
    assert inbox.count() == 0
