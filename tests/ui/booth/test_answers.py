from datetime import date

from booth_app.ui.booth.answers import answers
from booth_app.ui.booth.seat import Seat
from tests.ui.booth.hits import hit, meeting, person_hit

DAY = date(2021, 1, 22)


def test_all_hits_answer_in_one_language_and_keep_their_order() -> None:
    found = [hit("recovery", "en", "recovery"), hit("gcm", "en", "GCM")]
    shown = answers(found, "recovery", Seat("en", "fr", day=DAY))
    assert [(one.lang, one.tag) for one in shown] == [("fr", "FR"), ("fr", "FR")]


def test_people_stand_among_the_terms_in_the_target_language() -> None:
    found = [hit("recovery", "en", "recovery"), person_hit("Carola Gunnarsson")]
    term, person = answers(found, "recovery", Seat("en", "fr", day=DAY))
    assert (term.text, person.text) == ("relèvement", "Carola Gunnarsson")
    assert person.under.startswith("Mayor")


def test_people_alone() -> None:
    people = meeting().people
    shown = answers(people, "", Seat("es", "fr"))
    assert [one.text for one in shown] == [person.name_in("es") for person in people]
    assert answers([], "zzz", Seat("en", "fr", day=DAY)) == []
