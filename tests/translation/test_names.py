import pytest

from booth_app.languages import Lang
from booth_app.translation.names import are_lost

VITORINO = ("António Vitorino", "أنطونيو فيتورينو")
GUNNARSSON = ("Thomas Gunnarsson",)


@pytest.mark.parametrize(
    ("source_lang", "source", "target", "kept", "lost"),
    [
        (
            "fr",
            "António Vitorino remercie les villes",
            "en",
            "Antonio Vitorino thanks the cities",
            "Antonio thanks the cities",
        ),
        (
            "fr",
            "la question de M. Vitorino",
            "ar",
            "سؤال السيد فيتورينو",
            "سؤال السيد الثاني",
        ),
        (
            "en",
            "the question of Gunnarsson is good",
            "ar",
            "سؤال غونارسون جيد",
            "سؤال الحكومة جيد",
        ),
        (
            "ar",
            "يشكر أنطونيو فيتورينو المدن",
            "es",
            "António Vitorino agradece a las ciudades",
            "El director agradece a las ciudades",
        ),
    ],
)
def test_a_known_person_must_stay(
    source_lang: Lang, source: str, target: Lang, kept: str, lost: str
) -> None:
    people = [VITORINO, GUNNARSSON]
    assert not are_lost(source, kept, source_lang, target, people)
    assert are_lost(source, lost, source_lang, target, people)


@pytest.mark.parametrize(
    ("source_lang", "source", "target", "kept", "lost"),
    [
        ("en", "We thank Mr. Smith for it", "fr", "Nous en remercions M. Smith", "Merci pour tout"),
        ("fr", "Mme Plante a parlé", "es", "La Sra. Plante habló", "La señora habló"),
        ("es", "la Sra. Carmena habló", "ar", "تكلمت السيدة كارمينا", "تكلمت السيدة"),
        ("en", "Mr. President Macron spoke", "fr", "M. Macron a parlé", "Le président a parlé"),
    ],
)
def test_a_name_after_a_title_must_stay(
    source_lang: Lang, source: str, target: Lang, kept: str, lost: str
) -> None:
    assert not are_lost(source, kept, source_lang, target, [])
    assert are_lost(source, lost, source_lang, target, [])


def test_two_capitalised_words_must_leave_some_capital() -> None:
    assert are_lost("we thank Antonio Guterres today", "merci à tous", "en", "fr", [])
    assert not are_lost("we thank Antonio Guterres today", "merci à Guterres", "en", "fr", [])


@pytest.mark.parametrize(
    ("source", "target", "hypothesis"),
    [
        ("Thank you, Mr. Secretary-General", "fr", "Merci, Monsieur le Secrétaire général"),
        ("Thank you, Madam Chair, for this", "ar", "شكرا لك سيدتي الرئيسة على هذا"),
        ("we welcome the Member States", "fr", "nous saluons les états membres"),
        ("the work of the United Nations", "ar", "عمل الأمم المتحدة"),
        ("as the Global Compact says", "fr", "comme le dit le Pacte mondial"),
        ("The Universal Declaration of Human Rights", "fr", "la déclaration des droits humains"),
        ("they live in the United Kingdom", "es", "viven en el Reino Unido"),
    ],
)
def test_offices_and_institutions_are_no_names(source: str, target: Lang, hypothesis: str) -> None:
    assert not are_lost(source, hypothesis, "en", target, [VITORINO])


def test_somebody_who_is_not_named_need_not_appear() -> None:
    assert not are_lost("the cities agree", "les villes sont d'accord", "en", "fr", [VITORINO])
