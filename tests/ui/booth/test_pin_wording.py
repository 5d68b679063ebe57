from booth_app.languages import Lang
from booth_app.meeting.desk import Pin
from booth_app.terminology.concept import Concept, ConceptKey
from booth_app.ui.booth.pin_wording import is_pinned, pin_of, pin_pairs
from tests.ui.booth.hits import GLOSSARY, concept, hit, meeting, person_hit


def concept_of(key: ConceptKey) -> Concept | None:
    return concept(key.id) if key.id != "gone" else None


def rows(*pins: Pin, target: Lang = "en", floor: Lang = "fr") -> list[tuple[str, str]]:
    pairs = pin_pairs(pins, concept_of, meeting().person, target, floor)
    return [(pair.floor.text, pair.target.text) for pair in pairs]


def test_a_pin_reads_as_it_was_found_and_answered_the_newest_first() -> None:
    acronym = pin_of(hit("lrg", "fr", "GLR"), "en")
    term = pin_of(hit("trafficking", "fr", "traite des êtres humains"), "en")
    assert rows(acronym, term) == [
        ("traite des êtres humains", "trafficking in persons"),
        ("GLR", "LRGs"),
    ]
    assert rows(term, target="ar") == [("traite des êtres humains", "الاتجار بالأشخاص")]


def test_of_the_targets_own_word_the_floors_stands_on_the_left() -> None:
    found = pin_of(hit("recovery", "en", "recovery"), "en")
    assert rows(found) == [("relèvement", "recovery")]
    assert rows(found, target="es", floor="ar") == [("recovery", "recuperación")]


def test_people_go_from_name_to_post() -> None:
    name = "Carola Gunnarsson"
    person = meeting().person(name)
    assert person is not None
    assert pin_of(person, "en").identity == pin_of(person_hit(name), "en").identity
    assert rows(pin_of(person, "en"))[0][0] == name


def test_what_is_no_longer_there_is_left_out() -> None:
    gone = Pin(GLOSSARY, "gone", "", "fr", "x")
    nobody = Pin("", "", "Nobody", "en", "Nobody")
    assert rows(gone, nobody) == []


def test_what_is_pinned_is_known_however_it_was_found() -> None:
    pins = (pin_of(hit("lrg", "fr", "GLR"), "en"),)
    assert is_pinned(pins, pin_of(hit("lrg", "en", "LRGs"), "en"))
    assert not is_pinned(pins, pin_of(hit("gcm", "en", "GCM"), "en"))
