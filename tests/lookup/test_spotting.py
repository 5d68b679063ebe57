import pytest
from hypothesis import given
from hypothesis import strategies as st

from booth_app.languages import LANGUAGES, Lang
from booth_app.lookup.spotting import Spot, Spotter
from booth_app.lookup.terms import Searchable
from booth_app.terminology.concept import ConceptKey

TERMS = [
    Searchable("one", concept, lang, text, form_of=form_of)
    for concept, lang, text, form_of in (
        ("forum", "fr", "Forum mondial sur la migration", ""),
        ("migration", "fr", "migration", ""),
        ("smuggling", "fr", "trafic illicite de migrants", ""),
        ("treaty", "fr", "traité", ""),
        ("trafficking", "fr", "traite", ""),
        ("who", "en", "WHO", ""),
        ("lrg", "en", "LRGs", ""),
        ("forward", "en", "the way forward", ""),
        ("mayor_of", "en", "Mayor of", ""),
        ("madam", "es", "señora alcaldesa", ""),
        ("mister", "es", "señor alcalde", ""),
        ("mayor", "ar", "عمدة", ""),
        ("mayor", "ar", "عمداء", "عمدة"),
        ("refugee", "ar", "لاجئ", ""),
        ("compact", "ar", "الميثاق العالمي", ""),
    )
]
PEOPLE = [("Carola Gunnarsson", [("en", "Carola Gunnarsson"), ("ar", "كارولا غونارسون")])]


@pytest.fixture
def spotter() -> Spotter:
    spotter = Spotter(TERMS)
    spotter.follow(PEOPLE)
    return spotter


def spotted(spots: list[Spot]) -> list[tuple[str, str]]:
    return [(s.text, s.concept.id if s.concept else s.person or s.symbol or "") for s in spots]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            *("fr", "Le FORUM MONDIAL SUR LES MIGRATIONS."),
            [("FORUM MONDIAL SUR LES MIGRATIONS", "forum"), ("MIGRATIONS", "migration")],
        ),
        ("fr", "le trafic illicite des migrants", [("trafic illicite des migrants", "smuggling")]),
        ("fr", "la traite, le traité, les traités", [
            ("traite", "trafficking"), ("traité", "treaty"), ("traités", "treaty"),
        ]),
        ("en", "those who wait for the WHO", [("WHO", "who")]),
        ("en", "the LRGs' role", [("LRGs", "lrg")]),
        ("en", "on the way forward", [("the way forward", "forward")]),
        ("en", "two mayors met", [("mayors", "mayor_of")]),
        ("es", "señora alcaldesa", [("señora alcaldesa", "madam")]),
        ("fr", "un trafic illicite. De migrants", []),
        ("fr", "Forum mondial\n\nSur la migration", [("migration", "migration")]),
        ("fr", "Forum mondial\nsur la migration", [
            ("Forum mondial\nsur la migration", "forum"), ("migration", "migration"),
        ]),
        ("es", "Sra. alcaldesa, señora, alcaldesa", []),
        ("ar", "والعمداء، وللاجئين", [("والعمداء", "mayor"), ("وللاجئين", "refugee")]),
        ("ar", "بالميثاقِ العالميّ", [("بالميثاقِ العالميّ", "compact")]),
        ("en", "/1 or AND/OR, ABCDEF/1, xS/RES/1, at S/RES/1325 (2000)/", [
            ("S/RES/1325 (2000)", "S/RES/1325 (2000)"),
        ]),
        ("en", "A/RES/73/195 and E/CN.3/2020/L.5, not and/or", [
            ("A/RES/73/195", "A/RES/73/195"), ("E/CN.3/2020/L.5", "E/CN.3/2020/L.5"),
        ]),
    ],
)  # fmt: skip
def test_terms_are_spotted(
    spotter: Spotter, lang: Lang, text: str, expected: list[tuple[str, str]]
) -> None:
    assert spotted(spotter.spot(text, lang)) == expected


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("fr", "Carola Gunnarsson, Sala", ["Carola Gunnarsson"]),
        ("fr", "la maire Gunnarsson", ["Gunnarsson"]),
        ("fr", "Mme Gunnarsson", ["Gunnarsson"]),
        ("en", "Mr. Gunnarsson", ["Gunnarsson"]),
        ("ar", "السيدة غونارسون", ["غونارسون"]),
        ("en", "a gunnarsson", []),
        ("en", "It ended. Gunnarsson", []),
    ],
)
def test_people_are_spotted(spotter: Spotter, lang: Lang, text: str, expected: list[str]) -> None:
    spots = spotter.spot(text, lang)
    assert [spot.text for spot in spots] == expected
    assert all(spot.person == "Carola Gunnarsson" for spot in spots)


def test_a_change_is_spotted_at_once(spotter: Spotter) -> None:
    key = ConceptKey("one", "migration")
    spotter.replace(key, [Searchable("one", "migration", "fr", "mobilité")])
    assert spotted(spotter.spot("migration et mobilités", "fr")) == [("mobilités", "migration")]
    spotter.replace(key, [])
    spotter.follow([])
    assert spotter.spot("mobilité de Carola Gunnarsson", "fr") == []


@given(st.text(max_size=200), st.sampled_from(LANGUAGES))
def test_offsets_are_those_of_the_text(text: str, lang: Lang) -> None:
    around = f"{text} traités {text} عمداء {text} LRGs {text}"
    spots = SPOTTER.spot(around, lang)
    assert all(around[spot.start : spot.end] == spot.text for spot in spots)
    assert spots == sorted(spots, key=lambda spot: (spot.start, -spot.end))


@given(st.lists(st.sampled_from([t.text for t in TERMS if t.lang == "fr"]), max_size=8))
def test_every_term_as_written_is_spotted(texts: list[str]) -> None:
    text = " ; ".join(texts)
    spans = {(spot.start, spot.end) for spot in SPOTTER.spot(text, "fr")}
    at = 0
    for term in texts:
        at = text.index(term, at)
        assert (at, at + len(term)) in spans
        at += len(term)


SPOTTER = Spotter(TERMS)
