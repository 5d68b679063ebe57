from booth_app.terminology.concept import Concept, LanguageSection, Reference, Relation, Term
from booth_app.terminology.fields import Field, reference_field, relation_field
from booth_app.ui.editor.value_words import moment, value_name, value_words

FORUM = Concept(
    glossary="g",
    id="imrf",
    languages={"en": LanguageSection(terms=(Term(id="e1", text="review forum"),))},
)
NAMES = {"gcm": "Global Compact"}


def called(id_: str) -> str:
    return NAMES.get(id_, "")


def test_a_related_concept_stands_with_its_name_and_one_that_is_gone_with_its_id() -> None:
    field = relation_field(Relation("gcm", "see_also"))
    assert value_name(field, FORUM) == "related concept"
    assert value_words(field, ("see_also", "gcm"), called) == "see also: Global Compact"
    assert value_words(field, ("see_also", "hld"), called) == "see also: hld"


def test_what_a_value_says_is_not_in_its_name_too() -> None:
    text, status = (Field("term", "en", "e1", name) for name in ("term", "status"))
    assert value_name(text, FORUM) == "English term"
    assert value_name(status, FORUM) == "English term review forum: status"
    assert value_name(reference_field(Reference("IATE", "12")), FORUM) == "reference"


def test_an_approval_says_when_as_people_read_it() -> None:
    field = Field("term", "en", "e1", "approval")
    said = value_words(field, ("approved", "Ana", "2026-11-22T14:02:00"))
    assert said == "approved by Ana on 22 Nov 2026, 14:02"
    assert value_words(field, ("in_review", "", "")) == "in review"


def test_a_time_that_is_none_is_shown_as_it_stands() -> None:
    assert moment("2026-11-22T14:02:00") == "22 Nov 2026, 14:02"
    assert moment("yesterday") == "yesterday"
