import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booth_app.languages import LANGUAGES, Lang
from booth_app.translation.guards import fault, is_too_short
from tests.translation.parallel import SENTENCES

DIRECTIONS = list(itertools.permutations(LANGUAGES, 2))
LONG = (
    "Les villes, les communes, leurs quartiers et toutes les associations qui y travaillent jour "
    "et nuit accueillent comme il se doit, avec la dignité que chacun mérite, ces personnes venues "
    "de loin que nous appelons migrants, et protègent celles qui ont fui, appelées réfugiées."
)
SOURCE = "The cities welcome the migrants with dignity and protect the refugees"


def test_good_translations_are_let_through() -> None:
    withheld = [
        (found, sentence[source], sentence[target])
        for sentence in SENTENCES
        for source, target in DIRECTIONS
        if (found := fault(sentence[source], sentence[target], source, target, []))
    ]
    assert withheld == []


@pytest.mark.parametrize(("source", "target"), DIRECTIONS)
def test_bad_translations_are_not(source: Lang, target: Lang) -> None:
    for sentence in SENTENCES:
        said, good = sentence[source], sentence[target]
        heard = good.split()
        assert fault(said, said, source, target, []) == "copied"
        assert fault(said, f"{good} {good}", source, target, []) == "repeated"
        assert fault(said, " ".join(heard[:3] * 5), source, target, []) is not None
        assert fault(said, " ".join(heard[:1]), source, target, []) is not None
        for number in set(re.findall(r"(?<![\d.,])\d{2,}(?![\d.,])", good)):
            if number in said:
                changed = good.replace(number, str(int(number) + 7))
                assert fault(said, changed, source, target, []) == "numbers", changed


@pytest.mark.parametrize(
    ("target", "hypothesis", "expected"),
    [
        ("fr", "Les villes accueillent dignement les migrants et protègent les réfugiés", None),
        ("fr", "The cities welcome les migrants avec dignity and protect the refugees", "copied"),
        ("fr", "Les villes et leur accueil, or with dignity and protect the refugees", "copied"),
        ("fr", "ترحب المدن بالمهاجرين بكرامة وتحمي اللاجئين", "script"),
        ("ar", "ترحب المدن بالمهاجرين بكرامة وتحمي اللاجئين", None),
        ("ar", "SOURCE", "copied"),
        ("ar", "Las ciudades acogen a los migrantes y protegen a los refugiados", "script"),
        ("ar", "ترحب المدن بالمهاجرين les villes accueillent dignement وتحمي اللاجئين", "script"),
        ("ar", "ترحب المدن بالمهاجرينmigrants بكرامة وتحمي اللاجئين", "script"),
        ("ar", "ترحب المدن مع الـGCM والـIOM بكرامة وتحمي اللاجئين", None),
        ("ar", "ترحب Member States بالمهاجرين و Local Cities", "script"),
        ("ar", "ترحب مدن Antonio de la Cruz بالمهاجرين بكرامة وتحمي اللاجئين", None),
        ("fr", "Les villes accueillent les les les les migrants et les réfugiés", "repeated"),
        ("fr", "Les villes dignes, les villes dignes, les villes dignes, les villes", "repeated"),
        ("fr", "Les villes accueilleeeeeeeent les migrants et protègent les réfugiés", "repeated"),
        ("fr", "Les villes", "length"),
        ("fr", "", "length"),
        ("fr", "...", "length"),
        ("fr", LONG, "length"),
        ("fr", "Les 12 villes accueillent les migrants et protègent les réfugiés", "numbers"),
    ],
)
def test_each_fault_is_told_by_its_name(
    target: Lang, hypothesis: str, expected: str | None
) -> None:
    hypothesis = hypothesis.replace("SOURCE", SOURCE)
    assert fault(SOURCE, hypothesis, "en", target, []) == expected


def test_a_lost_person_is_a_fault() -> None:
    source = "We thank António Vitorino for his work"
    people = [("António Vitorino",)]
    kept = "Nous remercions António Vitorino de son travail"
    assert fault(source, kept, "en", "fr", people) is None
    assert fault(source, "Nous le remercions de tout son travail", "en", "fr", people) == "names"


@pytest.mark.parametrize(
    ("source", "target", "said", "heard"),
    [
        ("en", "fr", "No, no, no, no: that is not true", "Non, non, non, non : ce n'est pas vrai"),
        (
            "fr",
            "en",
            "Migration et population : un dialogue",
            "Migration and population: a dialogue",
        ),
        (
            "en",
            "es",
            "Ask Antonio Vitorino, Valérie Plante and Thomas Gunnarsson",
            "Pregunten a Antonio Vitorino, Valérie Plante y Thomas Gunnarsson",
        ),
    ],
)
def test_what_the_source_has_too_is_no_fault(
    source: Lang, target: Lang, said: str, heard: str
) -> None:
    assert fault(said, heard, source, target, []) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "merci",
        "merci bien",
        "...",
        "UN",
        "GCM IOM UNHCR",
        "12 000 500",
        "A/RES/73/195 GCM 2018",
        "— a b —",
    ],
)
def test_words_and_abbreviations_alone_are_too_short(text: str) -> None:
    assert is_too_short(text)


@pytest.mark.parametrize(
    "text",
    [
        "merci bien alors",
        "l'OIM et le HCR",
        "WE THANK YOU",
        "ARE WE READY FOR IT",
        "NOUS AVONS DES AMIS",
        "نشكر الدول الأعضاء",
    ],
)
def test_three_words_are_enough(text: str) -> None:
    assert not is_too_short(text)


@given(st.text(), st.text(), st.sampled_from(DIRECTIONS))
def test_anything_can_be_judged(said: str, heard: str, direction: tuple[Lang, Lang]) -> None:
    known = {"copied", "script", "repeated", "length", "numbers", "names", None}
    assert fault(said, heard, *direction, [(said, heard)]) in known
