from collections.abc import Collection, Sequence
from typing import NamedTuple

from booth_app.languages import LANGUAGES, Lang
from booth_app.lookup.spotting import Spot
from booth_app.meeting.meeting import Person, Wording
from booth_app.terminology.concept import Concept, ConceptKey, LanguageSection, Term
from booth_app.translation.glossary_answers import GlossaryAnswers

RECOVERY = Concept(
    glossary="g",
    id="recovery",
    languages={
        "fr": LanguageSection(
            terms=(
                Term(id="1", text="relèvement", status="preferred", forms=("relèvements",)),
                Term(id="2", text="reprise"),
            )
        ),
        "en": LanguageSection(
            terms=(
                Term(id="3", text="bounce-back", register="heard"),
                Term(id="4", text="recovery", status="preferred", forms=("recoveries",)),
                Term(id="5", text="rebound", status="deprecated"),
            )
        ),
    },
)
CAROLA = Person(name="Carola Gunnarsson", names={"ar": Wording("كارولا غونارسون", False)})


class Hit(NamedTuple):
    concept: Concept | None


class FakeTerms:
    """Finds the same for every text; notes the languages it was asked in."""

    def __init__(self, *spots: Spot) -> None:
        self.spots = spots
        self.asked: list[Collection[Lang]] = []

    def look_up(
        self, text: str, limit: int = 10, *, languages: Collection[Lang] = LANGUAGES
    ) -> Sequence[Hit]:
        self.asked.append(languages)
        return [Hit(None), Hit(RECOVERY)][:limit]

    def concept(self, key: ConceptKey) -> Concept | None:
        return RECOVERY if key == RECOVERY.key else None

    def spot(self, text: str, lang: Lang) -> Sequence[Spot]:
        return self.spots


def people(name: str) -> Person | None:
    return CAROLA if name == CAROLA.name else None


def spot(concept: ConceptKey | None = None, person: str | None = None) -> Spot:
    return Spot(0, 1, "x", concept, person, None)


def test_a_phrase_that_is_a_term_has_the_preferred_one() -> None:
    terms = FakeTerms()
    answers = GlossaryAnswers(terms, people)
    for phrase in ("relèvement", "Relevement", "relèvements", "REPRISE"):
        assert answers.exact(phrase, "fr", "en") == ["recovery"]
    assert terms.asked == [("fr",)] * 4


def test_a_phrase_that_only_holds_a_term_has_none() -> None:
    answers = GlossaryAnswers(FakeTerms(), people)
    assert answers.exact("le relèvement des villes", "fr", "en") == []
    assert answers.exact("relèvement", "fr", "es") == []


def test_terms_are_those_that_may_be_said() -> None:
    found = FakeTerms(spot(RECOVERY.key), spot(ConceptKey("g", "gone")), spot(RECOVERY.key))
    answers = GlossaryAnswers(found, people)
    assert answers.terms("x", "fr", "en") == [["recovery", "recoveries"]]


def test_people_are_named_in_every_script() -> None:
    found = FakeTerms(spot(person=CAROLA.name), spot(person="Nobody"), spot(person=CAROLA.name))
    answers = GlossaryAnswers(found, people)
    assert answers.people("x", "fr", "ar") == [["Carola Gunnarsson", "كارولا غونارسون"]]
