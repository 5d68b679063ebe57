from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booth_app.terminology.concept import (
    Concept,
    LanguageSection,
    Reference,
    Relation,
    Term,
    Trap,
)
from booth_app.terminology.fields import TEXT, Field
from booth_app.ui.editor.draft import Draft, complete, refusal
from tests.generated_concepts import concepts

FORUM = Concept(
    glossary="g",
    id="imrf",
    note="n",
    languages={
        "fr": LanguageSection(
            terms=(
                Term(id="1", text="Forum d'examen", status="preferred"),
                Term(id="2", text="FEMI", source="UN", approval="approved"),
            )
        )
    },
)
FEMI = Field("term", "fr", "2", TEXT)


def text_of(concept: Concept, id_: str) -> str | None:
    return next((term.text for _, term in concept.terms() if term.id == id_), None)


@given(concepts())
def test_what_nobody_touches_is_the_identical_concept(concept: Concept) -> None:
    draft = Draft.of(concept)
    assert draft.concept is concept
    assert draft.is_announced


def test_each_field_says_what_stands_in_its_part_of_the_concept() -> None:
    section = replace(FORUM.section("fr"), definition="d")
    draft = Draft.of(replace(FORUM, languages={"fr": section}))
    assert draft.value(Field("concept", name="note")) == "n"
    assert draft.value(Field("section", "fr", "", "definition")) == "d"
    assert draft.value(Field("section", "es", "", "definition")) == ""
    assert draft.value(FEMI) == "FEMI"


@given(concepts(), st.data())
def test_setting_what_a_field_says_already_changes_nothing(
    concept: Concept, data: st.DataObject
) -> None:
    draft = Draft.of(concept)
    for lang, term in concept.terms():
        name = data.draw(st.sampled_from(["term", "status", "type", "forms", "source", "attested"]))
        field = Field("term", lang, term.id, name)
        assert draft.with_value(field, draft.value(field)).concept is concept


@given(concepts(), st.text(min_size=1))
def test_a_value_that_is_typed_and_taken_back_leaves_the_concept_as_it_was(
    concept: Concept, text: str
) -> None:
    field = Field("concept", name="note")
    there = Draft.of(concept).with_value(field, text).with_value(field, concept.note)
    assert there.concept == concept


@given(concepts(), concepts())
def test_a_concept_changed_beneath_shows_as_it_is_where_nobody_typed(
    concept: Concept, stored: Concept
) -> None:
    stored = replace(stored, glossary=concept.glossary, id=concept.id)
    draft = Draft.of(concept).beneath(stored)
    assert draft.concept == stored
    assert draft.is_announced


def test_what_is_typed_stays_over_what_changed_beneath() -> None:
    draft = Draft.of(FORUM).with_value(FEMI, "FEMIO")
    draft = draft.beneath(replace(FORUM, note="from an import"))
    assert text_of(draft.concept, "2") == "FEMIO"
    assert draft.concept.note == "from an import"
    assert not draft.is_announced


def test_what_is_typed_into_a_term_deleted_beneath_is_not_lost() -> None:
    gone = replace(FORUM, languages={})
    draft = Draft.of(FORUM).with_value(FEMI, "FEMIO").beneath(gone)
    assert text_of(draft.concept, "2") == "FEMIO"


def test_a_row_begun_without_text_is_no_term_and_outlives_a_change_beneath() -> None:
    draft = Draft.of(FORUM).with_term("es", Term(id="new", text=""))
    assert draft.concept == FORUM
    draft = draft.beneath(replace(FORUM, note="other"))
    assert draft.term("es", "new") is not None
    assert text_of(draft.concept, "new") is None
    written = draft.with_value(Field("term", "es", "new", TEXT), "foro")
    assert text_of(written.concept, "new") == "foro"


def test_a_term_emptied_while_it_is_retyped_keeps_its_text_in_the_concept() -> None:
    draft = Draft.of(FORUM).with_value(FEMI, "")
    assert text_of(draft.concept, "2") == "FEMI"
    assert draft.is_announced
    assert draft.value(FEMI) == ""
    draft = draft.beneath(replace(FORUM, note="other"))
    assert draft.value(FEMI) == ""
    assert text_of(draft.concept, "2") == "FEMI"


def test_terms_move_and_go_and_a_section_without_anything_goes_with_its_last() -> None:
    draft = Draft.of(FORUM).moved("fr", "2", -1)
    assert [term.id for term in draft.concept.section("fr").terms] == ["2", "1"]
    assert draft.moved("fr", "2", -1) is draft
    assert draft.moved("fr", "nobody", 1) is draft
    draft = draft.without_term("fr", "1").without_term("fr", "2")
    assert draft.concept.languages == {}


def test_announcing_makes_known_what_was_typed() -> None:
    draft = Draft.of(FORUM).with_value(FEMI, "FEMIO")
    assert not draft.is_announced
    assert draft.announced().is_announced
    assert draft.announced().known == draft.concept


def test_forms_are_a_list_and_the_type_may_be_none() -> None:
    forms = Field("term", "fr", "2", "forms")
    draft = Draft.of(FORUM).with_value(forms, ("femi", "F.E.M.I."))
    assert draft.concept.section("fr").terms[1].forms == ("femi", "F.E.M.I.")
    assert draft.with_value(forms, "").concept == FORUM
    kind = Field("term", "fr", "2", "type")
    typed = draft.with_value(kind, "acronym")
    assert typed.concept.section("fr").terms[1].type == "acronym"
    assert typed.with_value(kind, "").concept.section("fr").terms[1].type is None


@pytest.mark.parametrize("text", ["2022", "20220520", "yesterday", "2022-13-01", "2022-05-20 "])
def test_a_date_that_no_file_could_hold_is_refused_in_a_sentence(text: str) -> None:
    assert text in refusal(Field("concept", name="since"), text)


def test_dates_and_all_other_texts_are_taken() -> None:
    assert not refusal(Field("concept", name="since"), "2022-05-20")
    assert not refusal(Field("concept", name="since"), "")
    assert not refusal(Field("concept", name="note"), "2022")


def test_links_that_say_too_little_for_a_file_stay_out_of_the_concept() -> None:
    known = (Trap(id="t", term="a", trap="goes wrong"),)
    emptied = (replace(known[0], trap=" "), Trap(id="new", term="b", trap=""))
    assert complete(emptied, known) == known
    assert complete((Reference("IATE", ""), Reference("IATE", "1")), ()) == (
        Reference("IATE", "1"),
    )
    assert complete((Relation(" "), Relation("gcm")), ()) == (Relation("gcm"),)
