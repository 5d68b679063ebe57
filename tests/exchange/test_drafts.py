import pytest

from booth_app.exchange import drafts
from booth_app.exchange.drafts import Draft
from booth_app.exchange.read_file import NO_ID


def test_a_term_comes_once_and_what_is_said_later_fills_what_is_empty() -> None:
    draft = Draft(1)
    draft.add_term("en", "road", {"status": "preferred", "extra": {"a": "1"}})
    draft.add_term("en", "road", {"status": "forbidden", "gender": "x", "extra": {"b": "2"}})
    draft.add_term("fr", "road", {})
    concept = draft.concept("c", ())
    [road] = concept.section("en").terms
    assert (road.id, road.status, road.gender) == ("c.en.1", "preferred", "x")
    assert road.extra == {"a": "1", "b": "2"}
    assert concept.section("fr").terms[0].id == "c.fr.1"


def test_of_a_text_said_twice_both_are_kept_and_of_the_same_one() -> None:
    draft = Draft(1)
    for text in ("a", "a", "b", "a"):
        draft.add("subject", text)
        draft.add_text("en", "definition", text)
        draft.add_extra("x", text)
    concept = draft.concept("", ())
    assert (concept.id, concept.subject, concept.extra["x"]) == (NO_ID, "a\nb", "a\nb")
    assert concept.section("en").definition == "a\nb"


def test_other_languages_are_kept_in_extra_with_their_definitions() -> None:
    draft = Draft(1)
    draft.add_term("de", "Straße", {})
    draft.add_term("de", "Weg", {})
    draft.add_text("de", "definition", "…")
    concept = draft.concept("c", ())
    assert concept.extra == {"de": "Straße\nWeg", "definition_de": "…"}
    assert draft.other_languages() == {"de": 2}
    assert concept.languages == {}


def test_terms_beyond_what_a_concept_can_have_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "MOST_TERMS", 2)
    draft = Draft(1)
    for text in ("a", "b", "a", "c", "d"):
        draft.add_term("en", text, {})
    assert [text for _, text in draft.terms] == ["a", "b"]
    assert draft.dropped == 2


def test_one_absorbs_all_that_another_says() -> None:
    one, other = Draft(1), Draft(5)
    one.add_term("en", "road", {"status": "preferred"})
    other.add_term("en", "road", {"gender": "x"})
    other.add_term("fr", "route", {})
    other.add_text("fr", "definition", "voie")
    other.add_extra("k", "v")
    other.note, other.since, other.dropped = "n", "2022-01-01", 3
    other.tells["look"] = None
    assert one.shares_a_term_with(other)
    one.absorb(other)
    concept = one.concept("c", ())
    assert [term.text for _, term in concept.terms()] == ["road", "route"]
    assert (concept.note, concept.since, concept.extra) == ("n", "2022-01-01", {"k": "v"})
    assert concept.section("en").terms[0].gender == "x"
    assert (list(one.tells), one.dropped, one.line) == (["look"], 3, 1)


def test_nothing_but_a_note_is_empty() -> None:
    draft = Draft(1)
    draft.add("note", "x")
    assert draft.is_empty
    draft.add_text("en", "definition", "x")
    assert not draft.is_empty
