import pytest

from booth_app.languages import LANGUAGES, Lang
from booth_app.meeting.address import _POSTS, Address, address, addresses
from booth_app.meeting.meeting import Meeting, Person, Role, Wording
from booth_app.meeting.meeting_folder import read_meeting
from booth_app.paths import bundled
from booth_app.terminology.concept import Concept
from booth_app.terminology.glossary_folder import read_glossary

MASCULINE = {"en": "Mr", "fr": "Monsieur", "es": "señor", "ar": "السيد"}


@pytest.fixture(scope="module")
def meeting() -> Meeting:
    return read_meeting(bundled("resources") / "meetings" / "gfmd-mayors-2021")


@pytest.fixture(scope="module")
def glossary() -> dict[str, Concept]:
    read = read_glossary(bundled("glossaries") / "migration-governance")
    return {concept.id: concept for concept in read.concepts}


def person(title: str = "", honorific: str = "", **more: str) -> Person:
    texts = {"en": Wording(title, True)} if title else {}
    return Person(name="Alex Doe", title=texts, honorific=honorific, **more)  # type: ignore[arg-type]


def forms(who: Person, role: Role | None = None) -> list[str]:
    return [address(who, lang, role=role).text for lang in LANGUAGES]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "Carola Gunnarsson",
            ["Madam Mayor", "Madame la maire", "señora alcaldesa", "السيدة رئيسة البلدية"],
        ),
        (
            "Salvatore Martello",
            ["Mr Mayor", "Monsieur le maire", "señor alcalde", "السيد رئيس البلدية"],
        ),
        (
            "Diego Morejon",
            ["Mr Ambassador", "Monsieur l'Ambassadeur", "señor embajador", "السيد السفير"],
        ),
        (
            "António Vitorino",
            [
                "Mr Director General",
                "Monsieur le Directeur général",
                "señor director general",
                "السيد المدير العام",
            ],
        ),
        (
            "Emilia Sáiz",
            [
                "Madam Secretary-General",
                "Madame la Secrétaire générale",
                "señora secretaria general",
                "السيدة الأمينة العامة",
            ],
        ),
        (
            "Bettina Etter",
            [
                "Ms Bettina Etter",
                "Madame Bettina Etter",
                "señora Bettina Etter",
                "السيدة بيتينا إيتر",
            ],
        ),
        (
            "Felipe Muñoz",
            [
                "Mr Felipe Muñoz",
                "Monsieur Felipe Muñoz",
                "señor Felipe Muñoz",
                "السيد فيليبي مونيوس",
            ],
        ),
    ],
)
def test_the_people_of_the_shipped_meeting(meeting: Meeting, name: str, said: list[str]) -> None:
    who = meeting.person(name)
    assert who is not None
    assert forms(who) == said


def test_everybody_in_the_shipped_meeting_is_addressed_in_their_gender(meeting: Meeting) -> None:
    for who in meeting.people:
        for lang in LANGUAGES:
            said = address(who, lang).text.split()[0]
            assert (said == MASCULINE[lang]) == (who.gender == "m"), (who.name, said)


def preferred(concept: Concept, lang: Lang) -> str:
    term = concept.section(lang).preferred
    assert term is not None
    return term.text


@pytest.mark.parametrize(
    ("concept", "who"),
    [
        ("madam_mayor", person("Mayor of X", gender="f")),
        ("mr_mayor", person("Mayor of X", gender="m")),
        ("mr_ambassador", person("Ambassador", gender="m")),
        ("excellency", person(honorific="H.E.", gender="m")),
    ],
)
def test_the_forms_are_the_glossarys(
    glossary: dict[str, Concept], concept: str, who: Person
) -> None:
    assert forms(who) == [preferred(glossary[concept], lang) for lang in LANGUAGES]


@pytest.mark.parametrize(
    ("post", "concept"),
    [
        ("director_general", "director_general"),
        ("secretary_general", "sg"),
        ("executive_director", "executive_director"),
        ("moderator", "moderator"),
        ("mayor", "mayor"),
    ],
)
def test_the_posts_have_the_glossarys_names(
    glossary: dict[str, Concept], post: str, concept: str
) -> None:
    for lang in LANGUAGES:
        name = preferred(glossary[concept], lang).casefold()
        assert any(name in form.casefold() for form in _POSTS[post][lang])  # type: ignore[index]


def test_a_form_with_a_source_is_attested(glossary: dict[str, Concept]) -> None:
    found = address(person("Ambassador", gender="m"), "ar")
    assert found == Address("السيد السفير", "attested")
    terms = glossary["mr_ambassador"].section("ar").terms
    assert any(t.text == found.text and t.attested == "official" for t in terms)
    assert address(person("Ambassador", gender="f"), "ar").basis == "draft"


@pytest.mark.parametrize(
    ("who", "said"),
    [
        (person("Minister of Labour", "H.E.", gender="f"), "معالي الوزيرة"),
        (person("Ambassador", "H.E. Mr."), "سعادة السفير"),
        (person("Mayor of X", "H.E.", gender="f"), "صاحبة السعادة"),
        (person("", "H.H.", gender="m"), "صاحب السمو"),
    ],
)
def test_arabic_grades_excellency(who: Person, said: str) -> None:
    assert address(who, "ar").text == said


def test_excellency_needs_no_gender_but_in_arabic() -> None:
    who = person("Minister of Labour", "H.E.")
    assert forms(who) == ["Excellency", "Excellence", "Excelencia", "Alex Doe"]
    assert address(who, "ar").basis == "name"


def test_without_gender_only_the_name_is_known() -> None:
    assert addresses(person("Mayor of X"), "fr") == [Address("Alex Doe", "name")]


def test_countries_have_their_own() -> None:
    assert address(person("Mayor", gender="f", country="Morocco"), "ar").text == "السيدة العمدة"
    assert address(person("Mayor", gender="f", country="Canada"), "fr").text == "Madame la mairesse"
    assert address(person("Mayor", gender="f", country="Canada"), "en").text == "Madam Mayor"


def test_what_somebody_does_in_the_item() -> None:
    mayor, expert = person("Mayor", gender="f"), person("Expert", gender="f")
    assert forms(mayor, "chair")[:3] == ["Madam Chair", "Madame la Présidente", "señora presidenta"]
    assert forms(mayor, "moderator")[0] == "Madam Mayor"
    assert forms(expert, "moderator") == [
        "Madam Moderator",
        "Madame la modératrice",
        "señora moderadora",
        "السيدة مديرة الجلسة",
    ]


def test_all_that_fits_from_the_most_fitting_to_the_plain_one() -> None:
    who = person("Ambassador", "H.E.", gender="f")
    assert [found.text for found in addresses(who, "fr")] == [
        "Excellence",
        "Madame l'Ambassadrice",
        "Madame Alex Doe",
    ]


def test_what_somebody_kept_wins() -> None:
    who = person("Mayor", gender="f")
    assert address(who, "fr", kept=" Madame le maire ") == Address("Madame le maire", "kept")
    assert address(who, "fr", kept="  ").text == "Madame la maire"
    assert len(addresses(who, "fr", kept="Madame")) == len(addresses(who, "fr")) + 1
