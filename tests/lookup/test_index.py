from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booth_app.languages import Lang
from booth_app.lookup.index import Index
from booth_app.lookup.terms import Match, Searchable
from booth_app.terminology.concept import ConceptKey, Status


def term(
    concept: str,
    text: str,
    lang: Lang = "en",
    status: Status = "preferred",
    glossary: str = "one",
    form_of: str = "",
) -> Searchable:
    return Searchable(glossary, concept, lang, text, status, form_of=form_of)


TERMS = [
    term("gcm", "Global Compact for Migration"),
    term("gcm", "GCM", status="admitted"),
    term("gcm", "Pacte mondial pour les migrations", "fr"),
    term("gcm", "الاتفاق العالمي من أجل الهجرة", "ar"),
    term("imrf", "International Migration Review Forum"),
    term("imrf", "IMRF", status="admitted"),
    term("imrf", "IMRF", "fr", "admitted"),
    term("imrf", "Foro de Examen de la Migración Internacional", "es"),
    term("lrg", "gouvernement local", "fr"),
    term("lrg", "الحكومات المحلية", "ar"),
    term("mayor", "maire", "fr"),
    term("mayor", "mairesse", "fr", "admitted"),
    term("mayor", "رئيس البلدية", "ar"),
    term("mayor", "رؤساء البلديات", "ar", form_of="رئيس البلدية"),
    term("policy", "politique", "fr"),
    term("trade", "traite", "fr"),
    term("sogi", "LGBTIQ+"),
    term("startup", "start-up fund"),
    term("meeting", "rendez-vous", "fr"),
    term("director", "directeur", "fr"),
]


@pytest.fixture
def index() -> Index:
    return Index.build(TERMS)


def found(index: Index, text: str, **more: object) -> list[str]:
    return [m.key.id for m in index.look_up(text, 5, **more) if m.key]  # type: ignore[arg-type]


def first(index: Index, text: str) -> Match:
    return index.look_up(text, 5)[0]


@pytest.mark.parametrize(
    ("typed", "concept", "how"),
    [
        ("gcm", "gcm", "exact"),
        ("G.C.M.", "gcm", "exact"),
        ("g-c-m", "gcm", "exact"),
        ("g c m", "gcm", "exact"),
        ("lgbt", "sogi", "prefix"),
        ("migr comp", "gcm", "prefix"),
        ("forum review", "imrf", "prefix"),
        ("migracion internacional", "imrf", "prefix"),
        ("gouvernements locaux", "lrg", "exact"),
        ("les maires", "mayor", "exact"),
        ("directrice", "director", "exact"),
        ("والحكومات المحلية", "lrg", "exact"),
        ("حكومة محلية", "lrg", "exact"),
        ("الاتفاق العالمي من اجل الهجره", "gcm", "exact"),
        ("رؤساء البلديات", "mayor", "exact"),
        ("startup", "startup", "prefix"),
        ("internatoinal", "imrf", "slip"),
        ("politiqe", "policy", "slip"),
        ("gouvenrem", "lrg", "slip"),
        ("holitique", "policy", "slip"),
        ("gouvrenment local", "lrg", "slip"),
        ("gouverneemnnt", "lrg", "slip"),
        ("international migration zzorky", "imrf", "slip"),
        ("الحكومات ب(المحلية)", "lrg", "slip"),
        ("rondevoo", "meeting", "sound"),
        ("guvernman local", "lrg", "sound"),
    ],
)
def test_what_is_typed_finds_its_concept(index: Index, typed: str, concept: str, how: str) -> None:
    match = first(index, typed)
    assert (match.key, match.how) == (ConceptKey("one", concept), how)


@pytest.mark.parametrize(
    "typed",
    [
        *("", "   ", "zzzzqqq", "؟؟", "\u0301\u0301", "🙂", "'; DROP TABLE--"),
        *("traité", "politicien", "politicienne", "for migration zzorky"),
    ],
)
def test_nothing_is_better_than_what_does_not_belong(index: Index, typed: str) -> None:
    assert index.look_up(typed, 5) == []


def test_a_form_is_shown_as_its_term(index: Index) -> None:
    assert first(index, "رؤساء البلديات").term == "رئيس البلدية"


def test_one_answer_a_concept(index: Index) -> None:
    ids = found(index, "m")
    assert len(ids) == len(set(ids)) > 2


def test_exact_comes_before_prefix_before_slip(index: Index) -> None:
    index.replace(ConceptKey("one", "mairie"), [term("mairie", "mairie", "fr")])
    hows = [match.how for match in index.look_up("maire", 5)]
    assert hows == sorted(hows, key=["exact", "prefix", "slip", "sound"].index)
    assert found(index, "maire")[0] == "mayor"


def test_preferred_before_admitted_before_deprecated_before_heard() -> None:
    statuses: Sequence[Status] = ("deprecated", "preferred", "admitted")
    terms = [term(status, "host city", status=status) for status in statuses]
    terms.append(term("heard", "host city", status="admitted")._replace(heard=True))
    ids = found(Index.build(terms), "host city")
    assert ids[:2] == ["preferred", "admitted"]
    assert set(ids[2:]) == {"deprecated", "heard"}


def test_languages_limit_what_is_matched_and_prefer_breaks_ties(index: Index) -> None:
    assert {m.lang for m in index.look_up("imrf", 5, languages=("fr",))} == {"fr"}
    assert index.look_up("imrf", 5, prefer=("fr",))[0].lang == "fr"
    assert index.look_up("imrf", 5, prefer=("en",))[0].lang == "en"


def test_a_change_is_found_at_once_and_a_removal_too(index: Index) -> None:
    key = ConceptKey("one", "gcm")
    index.replace(key, [term("gcm", "renamed compact")])
    assert found(index, "renamed") == ["gcm"]
    assert "gcm" not in found(index, "Pacte mondial")
    index.replace(key, [])
    assert found(index, "renamed") == []


def test_many_changes_are_all_found(index: Index) -> None:
    for number in range(450):
        key = ConceptKey("one", f"new{number}")
        index.replace(key, [term(key.id, f"novelty number{number}")])
    index.replace(ConceptKey("one", "new3"), [term("new3", "novelty changed")])
    assert found(index, "number7")[:1] == ["new7"]
    assert found(index, "number449") == ["new449"]
    assert "new3" not in found(index, "number3 novelty")
    assert found(index, "novelty changed") == ["new3"]


def test_the_meeting_comes_first_then_what_is_switched_on_then_all_others() -> None:
    terms = [term("city", f"host city {name}", glossary=name) for name in ("off", "on", "met")]
    index = Index.build(terms)
    index.follow([], {ConceptKey("met", "city")})
    index.switch_off({"off", "unknown"})
    matches = index.look_up("host city", 5)
    assert [(m.key.glossary, m.tier) for m in matches if m.key] == [
        *(("met", "meeting"), ("on", "glossary"), ("off", "other"))
    ]
    index.switch_off(())
    assert {m.tier for m in index.look_up("host city", 5)} == {"meeting", "glossary"}


def test_what_is_switched_on_is_not_crowded_out() -> None:
    crowd = [term(f"c{number}", "city", glossary="off") for number in range(3_000)]
    whole = term("whole", "city", glossary="off")
    index = Index.build([*crowd, whole, term("mine", "my own big city hall", glossary="on")])
    index.switch_off({"off"})
    assert "mine" in found(index, "hall")
    assert index.look_up("city", 5)[0].how == "exact"
    assert {m.tier for m in index.look_up("cit", 5)} == {"glossary", "other"}


def test_an_exact_match_of_any_tier_outranks_a_slip_of_the_meetings() -> None:
    index = Index.build([term("near", "migrations"), term("exact", "mitigations", glossary="far")])
    index.follow([], {ConceptKey("one", "near")})
    index.switch_off({"far"})
    assert found(index, "mitigations")[0] == "exact"


def test_terms_of_the_item_rank_above_equals() -> None:
    keys = [ConceptKey("one", id_) for id_ in ("a", "b", "c")]
    index = Index.build([term(key.id, f"host city {key.id}") for key in keys])
    index.follow([], set(keys))
    index.follow_item({keys[2]})
    assert found(index, "host city")[0] == "c"
    index.follow_item(())
    assert found(index, "host city")[0] == "a"


def test_a_term_of_the_item_does_not_outrank_a_nearer_one() -> None:
    near, far = ConceptKey("one", "refugee"), ConceptKey("one", "department")
    index = Index.build(
        [term("department", "Department of Immigration and Refugees"), term("refugee", "refugee")]
    )
    index.follow([], {near, far})
    index.follow_item({far})
    assert found(index, "refug")[0] == "refugee"


def test_a_changed_concept_stays_the_meetings(index: Index) -> None:
    key = ConceptKey("one", "gcm")
    index.follow([], {key})
    index.replace(key, [term("gcm", "Marrakech Compact")])
    assert [m.tier for m in index.look_up("marrakech", 5)] == ["meeting"]


def test_people_are_found_by_spelling_and_by_sound(index: Index) -> None:
    index.follow([("Cécile Riallant", [("fr", "Cécile Riallant"), ("ar", "سيسيل ريالان")])], ())
    for typed, how in (("riallant", "exact"), ("cecile", "prefix"), ("riyalan", "sound")):
        match = first(index, typed)
        assert (match.person, match.key, match.how, match.tier) == (
            *("Cécile Riallant", None, how, "meeting"),
        )
    assert first(index, "ريالان").person == "Cécile Riallant"
    index.follow([], ())
    assert index.look_up("riallant", 5) == []


def test_accents_that_were_typed_hold() -> None:
    index = Index.build([term("traite", "traite", "fr"), term("treaty", "traité", "fr")])
    assert found(index, "traité") == ["treaty"]
    assert set(found(index, "traite")) == {"traite", "treaty"}


def test_order_is_the_same_each_time(index: Index) -> None:
    assert index.look_up("m", 10) == index.look_up("m", 10)


def test_a_concept_with_many_terms_does_not_hide_the_others() -> None:
    crowd = [term("crowd", f"city {number}") for number in range(500)]
    index = Index.build([*crowd, term("other", "city and its neighbours everywhere")])
    assert found(index, "city") == ["crowd", "other"]


@pytest.mark.parametrize("text", ["a" * 10_000, "le " * 5_000, "\u202e" * 9_000, "ا" * 10_000])
def test_long_queries_are_answered(index: Index, text: str) -> None:
    index.look_up(text, 5)


def test_long_terms_are_found_whole(index: Index) -> None:
    text = " ".join(f"word{number}" for number in range(800))
    index.replace(ConceptKey("one", "long"), [term("long", text)])
    assert found(index, text) == ["long"]
    assert found(index, "word799") == ["long"]


def test_terms_without_letters_are_left_out() -> None:
    assert Index.build([term("none", "+++"), term("some", "+ a")]).look_up("a", 5)


def test_an_empty_index_answers_nothing() -> None:
    index = Index.build([])
    assert index.look_up("a", 5) == []
    assert index.spotter().spot("a text", "en") == []


@given(st.text(max_size=60))
def test_nothing_typed_breaks_it(text: str) -> None:
    INDEX.look_up(text, 5)


@given(st.lists(st.text(max_size=20), max_size=5), st.text(max_size=20))
def test_nothing_stored_breaks_it(texts: list[str], typed: str) -> None:
    index = Index.build([term("x", text) for text in texts])
    index.look_up(typed, 5)
    for text in texts:
        index.look_up(text, 5)


INDEX = Index.build(TERMS)
