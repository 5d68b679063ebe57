from datetime import UTC, datetime

import pytest

from booth_app.terminology.concept import Concept, LanguageSection, Term
from booth_app.ui.editor.form_words import (
    ago,
    approval,
    approved_by,
    facts,
    standing,
    title,
)

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
FORUM = Concept(
    glossary="g",
    id="imrf",
    subject="process",
    languages={
        "en": LanguageSection(terms=(Term(id="1", text="Review Forum", attested="official"),)),
        "fr": LanguageSection(terms=(Term(id="2", text="Forum d'examen\x00"),)),
    },
)


def test_a_concept_is_called_by_the_term_to_say_in_the_own_language_first() -> None:
    assert title(FORUM) == "Review Forum"
    assert title(FORUM, ("fr",)) == "Forum d'examen\ufffd"
    assert title(FORUM, ("ar",)) == "Review Forum"
    begun = {"en": LanguageSection(terms=(Term(id="t", text=" ", status="preferred"),))}
    for none in (Concept(glossary="g", id="x"), Concept(glossary="g", id="x", languages=begun)):
        assert title(none) == "Concept without a term"


def test_the_line_of_facts_leaves_out_what_nobody_knows() -> None:
    assert facts(FORUM, 7, "2 days ago") == "process · imrf · revision 7 · changed 2 days ago"
    assert facts(Concept(glossary="g", id="x"), 0, "") == "x"


@pytest.mark.parametrize(
    ("at", "words"),
    [
        ("2026-11-24T11:59:30.000Z", "just now"),
        ("2026-11-24T11:59:00.000Z", "1 minute ago"),
        ("2026-11-24T09:00:00Z", "3 hours ago"),
        ("2026-11-22T09:00:00+00:00", "2 days ago"),
        ("2026-11-25T09:00:00Z", "just now"),
        ("2026-11-24", ""),
        ("", ""),
    ],
)
def test_the_time_of_a_change_is_told_as_people_tell_it(at: str, words: str) -> None:
    assert ago(at, NOW) == words


def test_where_the_term_to_say_was_read_is_told_with_a_sign() -> None:
    assert standing(FORUM.section("en")) == "● official"
    assert standing(FORUM.section("fr")) == "◇ not read"
    assert standing(FORUM.section("es")) == ""


def test_an_approval_is_told_with_who_and_when() -> None:
    term = Term(
        id="1", text="x", approval="approved", approved_by="Ana", approved_at="2026-11-24T10:11:12Z"
    )
    assert approval(term) == "● approved"
    assert approved_by(term) == "approved by Ana, 2026-11-24 10:11"
    assert approved_by(Term(id="1", text="x")) == "draft, never approved"
    assert approved_by(Term(id="1", text="x", approval="in_review")) == "in review"
