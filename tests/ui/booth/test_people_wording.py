from dataclasses import replace

from booth_app.meeting.meeting import Person, Wording
from booth_app.ui.booth.people_wording import people_named, person_printed, title_in, unplanned
from tests.ui.booth.hits import meeting


def person(name: str) -> Person:
    found = meeting().person(name)
    assert found is not None
    return found


def test_name_then_title_and_how_it_is_known() -> None:
    shown = person_printed(person("Carola Gunnarsson"), "en")
    assert (shown.text, shown.beside) == ("Carola Gunnarsson", "")
    assert "Sala" in shown.under
    assert shown.origin.shape == "person"
    assert shown.origin.word == "person"


def test_under_arabic_the_name_stands_in_arabic_letters_the_other_beside() -> None:
    shown = person_printed(person("António Vitorino"), "ar")
    assert (shown.lang, shown.text, shown.beside) == ("ar", "أنطونيو فيتورينو", "António Vitorino")
    assert [other.lang for other in shown.others] == ["en", "fr", "es"]


def test_a_name_with_other_accents_does_not_stand_twice() -> None:
    shown = person_printed(person("Diego Morejon"), "es")
    assert (shown.text, shown.beside) == ("Diego Morejón", "")


def test_what_rests_on_the_note_alone_and_what_was_only_translated_says_so() -> None:
    someone = Person(name="A", title={"en": Wording("Mayor", True), "ar": Wording("عمدة", False)})
    assert person_printed(someone, "en").origin.details == ("rests on the note alone",)
    assert person_printed(replace(someone, verified=True), "ar").origin.details == (
        "post verified",
        "translation not verified",
    )
    added = unplanned("Jane Doe", "Mayor of Lima", "en")
    assert person_printed(added, "en").origin.details == ("added in the booth",)
    assert person_printed(added, "fr").under == "Mayor of Lima"
    assert person_printed(unplanned("Jane Doe", "", "en"), "en").under == ""


def test_a_title_in_another_language_takes_the_organisation_along() -> None:
    someone = Person(
        name="A", title={"fr": Wording("Maire", True)}, organisation={"en": Wording("UCLG", True)}
    )
    assert title_in(someone, "en") == "Maire, UCLG"
    assert title_in(someone, "fr") == "Maire"
    assert title_in(replace(someone, title={}), "es") == "UCLG"
    assert title_in(replace(someone, title={}, organisation={}), "es") == ""


def test_people_are_found_by_the_beginnings_of_their_names_then_of_their_posts() -> None:
    people = meeting().people
    assert people_named("", people) == list(people)
    assert [p.name for p in people_named("gunn car", people)] == ["Carola Gunnarsson"]
    assert [p.name for p in people_named("muñoz", people)] == ["Felipe Muñoz"]
    assert people_named("فيتورينو", people)[0].name == "António Vitorino"
    by_post = people_named("mayor", people)
    assert "Carola Gunnarsson" in [p.name for p in by_post]
    assert people_named("nobody here", people) == []


def test_hostile_names_are_harmless() -> None:
    shown = person_printed(Person(name="A\u202eB\n"), "en")
    assert shown.text == "A\ufffdB "
