from collections.abc import Sequence
from dataclasses import replace

import pytest

from booth_app.lookup.terms import How
from booth_app.meeting.meeting import Person
from booth_app.termbase import Hit
from booth_app.ui.booth.field_answer import FieldAnswer
from booth_app.ui.booth.field_entry import LookUp, MachineWanted, PeopleWanted, Unplanned
from tests.ui.booth.hits import hit, meeting


def found(how: How, name: str = "imrf") -> list[Hit]:
    return [replace(hit(name, "fr", "IMRF"), how=how)]


class Known(dict[str, list[Hit]]):
    """A look-up that remembers what it was asked."""

    asked: list[str]

    def __call__(self, text: str) -> Sequence[Hit]:
        self.asked = [*getattr(self, "asked", []), text]
        return self.get(text, [])


def test_what_the_first_character_asks_for() -> None:
    answer = FieldAnswer(Known(imrf=found("exact")), people=meeting().people)
    assert answer.to("imrf", "en", "fr").entry == LookUp("imrf")
    assert answer.to("=x", "en", "fr").entry == MachineWanted("x")
    people = answer.to("@gunnarsson", "en", "fr")
    assert people.entry == PeopleWanted("gunnarsson")
    assert [person.name for person in people.found if isinstance(person, Person)] == [
        "Carola Gunnarsson"
    ]
    (added,) = answer.to("@Jane Doe, Mayor", "en", "fr").found
    assert answer.to("@Jane Doe, Mayor", "en", "fr").entry == Unplanned("Jane Doe", "Mayor")
    assert isinstance(added, Person)


def test_before_the_glossary_is_open_nothing_is_found() -> None:
    shown = FieldAnswer().to("imrf", "en", "fr")
    assert (shown.query, list(shown.found)) == ("imrf", [])


@pytest.mark.parametrize("how", ["exact", "prefix"])
def test_as_it_stands_a_text_is_never_read_otherwise(how: How) -> None:
    known = Known({"هةقب": found(how), "imrf": found("exact")})
    shown = FieldAnswer(known).to("هةقب", "en", "fr")
    assert shown.read_as is None
    assert known.asked == ["هةقب"]


@pytest.mark.parametrize("typed", ["هةقب", "i;rf"])
def test_what_nothing_knows_is_read_as_typed_on_another_layout(typed: str) -> None:
    shown = FieldAnswer(Known(imrf=found("exact"))).to(typed, "en", "fr")
    assert shown.entry == LookUp(typed)
    assert shown.query == "imrf"
    assert shown.read_as is not None
    assert shown.read_as.text == "imrf"


def test_a_guess_gives_way_to_another_layouts_exact_word() -> None:
    known = Known({"هةقب": found("slip", "gcm"), "imrf": found("exact")})
    shown = FieldAnswer(known).to("هةقب", "en", "fr")
    assert shown.found == found("exact")
    known = Known({"هةقب": found("slip", "gcm"), "imrf": found("slip")})
    shown = FieldAnswer(known).to("هةقب", "en", "fr")
    assert shown.found == found("slip", "gcm")
    assert (shown.query, shown.read_as) == ("هةقب", None)


def test_two_letters_of_a_word_are_no_beginning_on_another_layout() -> None:
    known = Known({"l'fo": found("prefix")})
    assert FieldAnswer(known).to("مطبخ", "en", "fr").read_as is None
    assert "l'fo" in known.asked
    known = Known({"l'fo": found("exact")})
    assert FieldAnswer(known).to("مطبخ", "en", "fr").query == "l'fo"


def test_two_letters_are_too_few_to_guess_from() -> None:
    known = Known(im=found("exact"))
    assert FieldAnswer(known).to("هة", "en", "fr").read_as is None
