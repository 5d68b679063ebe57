import pytest

from booth_app.terminology.concept import Concept, LanguageSection, Term
from booth_app.terminology.document import Where
from booth_app.terminology.fields import Field
from booth_app.terminology.problem import Problem
from booth_app.ui.editor.problem_places import by_field, field_at

FORUM = Concept(
    glossary="g", id="imrf", languages={"fr": LanguageSection(terms=(Term(id="a", text="forum"),))}
)


@pytest.mark.parametrize(
    ("where", "field"),
    [
        (("languages", "fr", "terms", 0, "term"), Field("term", "fr", "a", "term")),
        (("languages", "fr", "terms", 0, "forms", 2), Field("term", "fr", "a", "forms")),
        (("languages", "fr", "terms", 0), Field("term", "fr", "a", "term")),
        (("languages", "fr", "terms", 0, "id"), Field("term", "fr", "a", "term")),
        (("languages", "fr", "terms", 9, "term"), Field("section", "fr")),
        (("languages", "fr", "terms"), Field("section", "fr")),
        (("languages", "es"), Field("section", "es")),
        (("languages", "xx"), Field("concept")),
        (("languages", "fr", "definition"), Field("section", "fr", "", "definition")),
        (("note",), Field("concept", name="note")),
        (("id",), Field("concept")),
        ((), Field("concept")),
        (("traps", 1, "advice"), Field("trap", name="1")),
        (("related", 0, "to"), Field("relation", name="0")),
        (("external",), Field("reference")),
    ],
)
def test_a_place_in_the_document_is_a_field_of_the_form(where: Where, field: Field) -> None:
    assert field_at(where, FORUM) == field


def problem(message: str, severity: str = "warning") -> Problem:
    where = ("languages", "fr", "terms", 0, "term")
    return Problem(check="c", severity=severity, message=message, where=where)  # type: ignore[arg-type]


def test_sentences_about_one_field_stand_under_one_another() -> None:
    found = by_field([problem("has a stray space"), problem("Is twice here.")], FORUM)
    assert found == {Field("term", "fr", "a", "term"): "Has a stray space.\nIs twice here."}


def test_the_place_is_not_told_where_it_is_seen_and_long_quotes_are_cut() -> None:
    said = by_field([problem("languages.fr.terms.0.term holds a control")], FORUM)
    assert list(said.values()) == ["This holds a control."]
    cut = next(iter(by_field([problem("“" + "word " * 900 + "” ends oddly")], FORUM).values()))
    assert len(cut) < 220
    assert cut.endswith("” ends oddly.")


def test_what_one_should_only_know_frames_nothing() -> None:
    assert by_field([problem("has no source", "info")], FORUM) == {}
