from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booth_app.languages import LANGUAGES, Lang
from booth_app.terminology.concept import Concept, LanguageSection, Reference, Status, Term
from booth_app.terminology.matching import Known, Match
from tests.generated_concepts import concepts


def concept(
    id_: str, *references: Reference, status: Status = "preferred", **texts: str
) -> Concept:
    languages: dict[Lang, LanguageSection] = {
        lang: LanguageSection(terms=(Term(id=f"{id_}.{lang}", text=texts[lang], status=status),))
        for lang in LANGUAGES
        if lang in texts
    }
    return Concept(glossary="g", id=id_, external=references, languages=languages)


CARAVAN = concept(
    "c1", Reference("IATE", "7"), Reference("booth", "old"), en="caravan", fr="caravane"
)
KNOWN = Known(
    (each.id, each)
    for each in (
        CARAVAN,
        concept("c2", en="camel", fr="chameau", ar="جمل"),
        concept("c3", en="sentence", ar="جملة"),
        concept("c4", en="caravan", es="remolque"),
    )
)


@pytest.mark.parametrize(
    ("read", "match"),
    [
        (concept("c2", en="quite another"), Match("c2", "id")),
        (concept("-", Reference("IATE", "7"), en="x"), Match("c1", "reference")),
        (concept("old", en="x"), Match("c1", "reference")),
        (concept("-", en="Caravan", fr="CARAVANE"), Match("c1", "two languages")),
        (concept("-", en="caravan", es="caravana"), Match("c1", "one language", ("c4",))),
        (concept("-", ar="الجمل"), Match(None, "none")),
        (concept("-", ar="جَمَل"), Match("c2", "one language")),
        (concept("-", en="…"), Match(None, "none")),
        (concept("-", en="caravan", fr="caravane", status="forbidden"), Match(None, "none")),
        (concept("-", en="caravan", fr="chameau"), Match("c1", "one language", ("c2", "c4"))),
    ],
)
def test_how_a_read_concept_meets_the_glossary(read: Concept, match: Match) -> None:
    assert KNOWN.match(read) == match


def test_two_concepts_that_share_two_languages_are_both_told() -> None:
    twin = replace(CARAVAN, id="c9", external=())
    known = Known([("c1", CARAVAN), ("c9", twin)])
    assert known.match(replace(twin, id="-")) == Match("c1", "two languages", ("c9",))


def test_a_term_that_all_share_says_nothing() -> None:
    known = Known((str(at), concept(str(at), en="same", fr="pareil")) for at in range(1_001))
    assert known.match(concept("-", en="same", fr="pareil")) == Match(None, "none")


def test_an_empty_glossary_knows_nothing() -> None:
    assert Known([]).match(CARAVAN) == Match(None, "none")


@given(st.lists(concepts(), max_size=4, unique_by=lambda each: each.id))
def test_every_concept_is_met_by_its_id(made: list[Concept]) -> None:
    known = Known((each.id, each) for each in made)
    assert len(known) == len(made)
    assert all(known.match(each) == Match(each.id, "id") for each in made)
