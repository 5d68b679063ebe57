"""What is new in a concept since an earlier state, term by term, in words."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from booth_app.languages import Lang
from booth_app.terminology.concept import Concept, LanguageSection, Term
from booth_app.terminology.differences import differences
from booth_app.terminology.fields import ORDER, Field, described, field_name, in_words
from booth_app.terminology.joining import BOOTH

Became = Literal["new", "changed", "gone"]


class News(NamedTuple):
    """One thing that is new: a term, or another field of the concept (`lang` None or its own).

    `before` and `after` are what it said and says, empty for nothing; `what` names the fields of
    a term that changed beside its text.
    """

    lang: Lang | None
    became: Became
    name: str
    before: str
    after: str
    what: tuple[str, ...] = ()


class ConceptNews(NamedTuple):
    """What is new in one concept; `concept` is as it was where it is gone."""

    concept: Concept
    news: tuple[News, ...]


def concept_news(before: Concept | None, after: Concept | None) -> ConceptNews | None:
    """Return what is new in a concept; None where nothing is."""
    there, found = after or before, news(before, after)
    return ConceptNews(there, tuple(found)) if there is not None and found else None


def news(before: Concept | None, after: Concept | None) -> list[News]:
    """Return what is new in `after`, its terms first; nothing where both say the same."""
    return [*_terms(before, after), *_others(before, after)]


def _terms(before: Concept | None, after: Concept | None) -> Iterator[News]:
    old = {(lang, t.id): t for lang, t in before.terms()} if before else {}
    new = {(lang, t.id): t for lang, t in after.terms()} if after else {}
    for (lang, id_), term in {**old, **new}.items():
        was, is_ = old.get((lang, id_)), new.get((lang, id_))
        if was is None or is_ is None:
            became: Became = "new" if was is None else "gone"
            yield News(lang, became, term.text, was.text if was else "", is_.text if is_ else "")
        elif was != is_:
            yield News(lang, "changed", term.text, was.text, is_.text, _changed(lang, was, is_))


def _changed(lang: Lang, was: Term, is_: Term) -> tuple[str, ...]:
    return tuple(
        field_name(difference.field)
        for difference in differences(_alone(lang, was), _alone(lang, is_))
        if difference.field != difference.field.whole
    )


def _alone(lang: Lang, term: Term) -> Concept:
    return Concept(glossary="", id="", languages={lang: LanguageSection(terms=(term,))})


def _others(before: Concept | None, after: Concept | None) -> Iterator[News]:
    there = after or before
    for field, was, is_ in differences(before, after):
        if there is None or field.part == "term" or field.name == ORDER or _redirects(field):
            continue
        became: Became = "new" if was is None else "gone" if is_ is None else "changed"
        said = in_words(field, was), in_words(field, is_)
        yield News(field.lang, became, described(field, there), *said)


def _redirects(field: Field) -> bool:
    """Tell whether a field only says where a concept went that was made part of this one."""
    return field.part == "reference" and field.id.partition("\0")[0] == BOOTH
