"""Concepts as hypothesis makes them up: four scripts, odd characters, every field."""

import unicodedata

from hypothesis import strategies as st

from booth_app.languages import LANGUAGES
from booth_app.terminology.concept import (
    APPROVALS,
    ATTESTED,
    STATUSES,
    TERM_TYPES,
    Concept,
    LanguageSection,
    Reference,
    Relation,
    Term,
    Trap,
)

ALPHABET = st.one_of(
    st.sampled_from("abcé ñœ'’«»()-:#,.;!?&*|>%@`\"\\{}[]~ \n\t\r0123456789"),
    st.sampled_from("المغربةىـ،؟\u200f\u202e\u064e٣"),
    st.characters(exclude_categories=("Cs",)),
)
TEXTS = st.text(ALPHABET, max_size=40).map(lambda text: unicodedata.normalize("NFC", text))
FILLED = TEXTS.filter(lambda text: bool(text.strip()))
NAMES = st.text("abcdefghij_0123456789", min_size=1, max_size=12)
KEYS = st.text("abé: #'\"،و-", min_size=1, max_size=8)
EXTRAS = st.dictionaries(KEYS, TEXTS, max_size=2)


@st.composite
def terms(draw: st.DrawFn, name: str) -> Term:
    return Term(
        id=name,
        text=draw(FILLED),
        status=draw(st.sampled_from(STATUSES)),
        type=draw(st.sampled_from((None, *TERM_TYPES))),
        forms=tuple(draw(st.lists(FILLED, max_size=2))),
        gender=draw(TEXTS),
        region=draw(st.sampled_from(("", "MA", "NO"))),
        register=draw(st.sampled_from(("", "heard", "UN usage"))),
        usage_note=draw(TEXTS),
        context=draw(TEXTS),
        source=draw(TEXTS),
        attested=draw(st.sampled_from(ATTESTED)),
        approval=draw(st.sampled_from(APPROVALS)),
        approved_by=draw(TEXTS),
        extra=draw(EXTRAS),
    )


@st.composite
def sections(draw: st.DrawFn, prefix: str) -> LanguageSection:
    count = draw(st.integers(0, 3))
    return LanguageSection(
        terms=tuple(draw(terms(f"{prefix}.{number}")) for number in range(count)),
        definition=draw(TEXTS),
        definition_source=draw(TEXTS),
        extra=draw(EXTRAS),
    )


@st.composite
def concepts(draw: st.DrawFn, glossary: str = "made", name: str = "") -> Concept:
    chosen = draw(st.lists(st.sampled_from(LANGUAGES), unique=True))
    name = name or draw(NAMES)
    trap = st.builds(
        Trap,
        id=NAMES,
        term=TEXTS,
        trap=FILLED,
        advice=TEXTS,
        languages=st.lists(st.sampled_from(LANGUAGES), unique=True).map(tuple),
        status=TEXTS,
    )
    return Concept(
        glossary=glossary,
        id=name,
        subject=draw(TEXTS),
        external=tuple(draw(st.lists(st.builds(Reference, FILLED, FILLED), max_size=2))),
        related=tuple(draw(st.lists(st.builds(Relation, NAMES, FILLED), max_size=2))),
        note=draw(TEXTS),
        traps=tuple(draw(st.lists(trap, max_size=2))),
        since=draw(st.sampled_from(("", "2022-05-20"))),
        languages={lang: draw(sections(f"{name}.{lang}")) for lang in LANGUAGES if lang in chosen},
        extra=draw(EXTRAS),
    )
