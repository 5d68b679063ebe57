import pytest
from hypothesis import given
from hypothesis import strategies as st

from booth_app.languages import LANGUAGES, Lang
from booth_app.lookup.locutions import INTRODUCED, INTRODUCING, LOCUTIONS
from booth_app.lookup.set_phrases import BEGINNINGS, Beside, listed
from booth_app.terminology.folding import fold, words


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_locution_makes_its_term_another_word(lang: Lang) -> None:
    for term, given_ in LOCUTIONS[lang].items():
        for locution in given_.split(";"):
            before, within, after = as_it_may_stand(term, locution)
            assert is_another(Beside(before, within, after), lang), (term, locution)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_alone_or_introduced_a_term_is_itself(lang: Lang) -> None:
    for term in {*LOCUTIONS[lang], *INTRODUCED[lang]}:
        assert not is_another(Beside([], words(term), []), lang), term
    for term in INTRODUCED[lang]:
        for introducing in INTRODUCING[lang]:
            beside = Beside([introducing], words(term), [])
            assert fold(introducing) == introducing
            assert is_another(beside, lang) is (term == "données" and introducing == "etant")


@given(
    st.sampled_from([(lang, term) for lang in LANGUAGES for term in LOCUTIONS[lang]]),
    st.lists(st.sampled_from("xqz"), max_size=4),
    st.lists(st.sampled_from("xqz"), max_size=4),
)
def test_what_no_list_knows_makes_no_other_word(
    term: tuple[Lang, str], before: list[str], after: list[str]
) -> None:
    lang, text = term
    if text not in INTRODUCED[lang]:
        assert not is_another(Beside(before, words(text), after), lang)


def is_another(beside: Beside, lang: Lang) -> bool:
    next_to_it = "".join(beside.before[-1:]), "".join(beside.after[:1])
    return any(
        each.may_hold(*next_to_it, lang) and each.makes_another(beside, lang)
        for each in listed(beside.within, lang)
    )


def as_it_may_stand(term: str, locution: str) -> tuple[list[str], list[str], list[str]]:
    """Words of a locution: the first of several, any word where any may stand."""
    tokens = locution.split()
    at = next(place for place, token in enumerate(tokens) if token[0] in "~=")
    beside = tokens[:at] + tokens[at + 1 :]
    each = ["xyz" if token[0] in "!*" else (words(token) or ["."])[0] for token in beside]
    within = words(tokens[at]) or words(term)
    if tokens[at][0] == "=":
        within += words(term)[1:]
    return each[:at], within, each[at:]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_listed_is_looked_at(lang: Lang) -> None:
    for term in LOCUTIONS[lang]:
        assert any(BEGINNINGS[lang][word] for word in words(term)), term
    assert not BEGINNINGS[lang]["xyz"]
