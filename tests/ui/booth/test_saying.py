import pytest

from booth_app.languages import LANGUAGES, Lang
from booth_app.paths import bundled
from booth_app.terminology.concept import LanguageSection, Term
from booth_app.terminology.glossary_folder import read_glossary
from booth_app.ui.booth.saying import LONGEST, Said, said_in
from tests.ui.booth.hits import GLOSSARY, concept

FULL = Term(id="1", text="Global Forum", status="preferred", type="full_form")
SHORT = Term(id="2", text="the Forum", type="short_form")
ACRONYM = Term(id="3", text="GF", type="acronym")
LONG = Term(id="4", text="Forum " * 11, status="preferred", type="full_form")


def said(*terms: Term, asked: Term | None = None) -> tuple[str, str, str] | None:
    found = said_in(LanguageSection(terms=terms), asked)
    return (found.term.text, found.beside, found.full) if found else None


def test_the_preferred_term_is_said_with_its_abbreviation_beside() -> None:
    assert said(FULL, SHORT, ACRONYM) == ("Global Forum", "GF", "")
    assert said(FULL, SHORT, ACRONYM, asked=FULL) == ("Global Forum", "GF", "")


def test_an_acronym_is_answered_by_an_acronym_with_the_full_form_beneath() -> None:
    assert said(FULL, SHORT, ACRONYM, asked=ACRONYM) == ("GF", "", "Global Forum")


def test_a_short_form_is_answered_by_a_short_form_with_the_abbreviation_beside() -> None:
    assert said(FULL, SHORT, ACRONYM, asked=SHORT) == ("the Forum", "GF", "Global Forum")


def test_each_kind_stands_in_for_the_other() -> None:
    assert said(FULL, SHORT, asked=ACRONYM) == ("the Forum", "", "Global Forum")
    assert said(FULL, ACRONYM, asked=SHORT) == ("GF", "", "Global Forum")


def test_where_the_target_has_none_the_full_form_is_said() -> None:
    assert said(FULL, asked=ACRONYM) == ("Global Forum", "", "")


def test_a_long_term_appears_by_its_short_form_whoever_asks() -> None:
    assert len(LONG.text) > LONGEST
    assert said(LONG, ACRONYM, SHORT) == ("the Forum", "GF", LONG.text)
    assert said(LONG, ACRONYM) == ("GF", "", LONG.text)
    assert said(LONG) == (LONG.text, "", "")


def test_a_preferred_acronym_has_its_full_form_beneath() -> None:
    preferred = Term(id="3", text="GF", status="preferred", type="acronym")
    full = Term(id="1", text="Global Forum", type="full_form")
    assert said(preferred, full, asked=ACRONYM) == ("GF", "", "Global Forum")


@pytest.mark.parametrize("changes", [{"status": "forbidden"}, {"register": "heard"}])
def test_what_may_not_be_said_is_no_short_form(changes: dict[str, str]) -> None:
    acronym = Term(id="3", text="GF", type="acronym", **changes)  # type: ignore[arg-type]
    assert said(FULL, acronym, asked=ACRONYM) == ("Global Forum", "", "")
    assert said(acronym) is None


def test_imrf_in_the_four_languages() -> None:
    forum = concept("imrf")
    asked = next(term for term in forum.section("fr").terms if term.text == "IMRF")
    texts = {lang: said_in(forum.section(lang), asked) for lang in LANGUAGES}
    assert texts["en"] is not None
    assert texts["en"][1:] == ("", "International Migration Review Forum")
    assert texts["en"].term.text == "IMRF"
    assert texts["ar"] is not None
    assert texts["ar"].full == ""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_long_term_is_said_where_the_glossary_has_a_short_one(lang: Lang) -> None:
    long = 0
    for each in read_glossary(bundled("glossaries") / GLOSSARY).concepts:
        section = each.section(lang)
        found = said_in(section, None)
        has_short = section.short or any(term.type == "short_form" for term in section.terms)
        if found and has_short:
            assert len(found.term.text) <= LONGEST, each.id
            long += bool(found.full)
        assert isinstance(found, Said) == bool(section.preferred)
    assert long >= 15
