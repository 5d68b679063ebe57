from booth_app.editing.new_parts import new_concept, new_term, new_trap
from booth_app.terminology.concept import LanguageSection, Term


def test_the_first_term_of_a_language_is_the_one_to_say_the_others_are_admitted() -> None:
    first = new_term(LanguageSection())
    assert (first.text, first.status, first.approval) == ("", "preferred", "draft")
    said = LanguageSection(terms=(Term(id="1", text="x", status="preferred"),))
    assert new_term(said).status == "admitted"


def test_no_two_new_parts_share_an_id() -> None:
    ids = {new_term(LanguageSection()).id for _ in range(50)} | {new_trap().id for _ in range(50)}
    assert len(ids) == 100
    assert all(name.startswith(("t_", "trap_")) for name in ids)


def test_a_new_concept_is_of_its_glossary_and_says_nothing() -> None:
    concept = new_concept("health")
    assert concept.glossary == "health"
    assert concept.id.startswith("c_")
    assert not list(concept.terms())
