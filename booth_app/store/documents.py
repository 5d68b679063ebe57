"""Concepts as the store keeps them: JSON documents with the keys of a glossary file.

What is read here was written here, so it is built without asking at every value whether it is
what it should be: that takes half the time, and a look-up may need ten at once.
"""

import json
from collections.abc import Iterator
from typing import Any

from booth_app.terminology.concept import (
    HEARD,
    PLACE,
    Concept,
    LanguageSection,
    Reference,
    Relation,
    Term,
    Trap,
)
from booth_app.terminology.searchable import Searchable


def concept_of(glossary: str, document: str) -> Concept:
    """Return the concept of a document that `concept_document.to_json` made.

    Raises ValueError where the text is none; `concept_document.from_document` tells what is wrong.
    """
    try:
        plain = json.loads(document)
        return Concept(glossary=glossary, **_lists(plain), **_languages(plain), **plain)
    except (TypeError, AttributeError, KeyError, RecursionError) as error:
        raise ValueError(f"not a concept as it is stored: {error}") from error


def searchables_of(glossary: str, document: str) -> Iterator[Searchable]:
    """Yield what `lookup.searchables` yields of the concept of a document, which is not made.

    An index needs the terms alone: so they are there in a quarter of the time. Raises ValueError
    where the text is no document.
    """
    try:
        plain = json.loads(document)
        id_, is_place = plain["id"], plain.get("subject") == PLACE
        for lang, section in plain.get("languages", {}).items():
            for term in section.get("terms", ()):
                text, status = term["term"], term.get("status", "admitted")
                kind, heard = term.get("type"), term.get("register") == HEARD
                for form in (text, *term.get("forms", ())):
                    if not isinstance(form, str):
                        raise TypeError("a term is no text")
                    form_of = "" if form == text else text
                    yield Searchable(
                        glossary, id_, lang, form, status, kind, heard, form_of, is_place
                    )
    except (TypeError, AttributeError, KeyError, RecursionError) as error:
        raise ValueError(f"not a concept as it is stored: {error}") from error


def storable(text: str) -> str:
    """Return `text` without lone surrogates, which UTF-8 and so SQLite cannot hold."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def _lists(plain: dict[str, Any]) -> dict[str, Any]:
    """Take the lists out of `plain` and return them as the fields of a concept."""
    return {
        "external": tuple(Reference(**each) for each in plain.pop("external", ())),
        "related": tuple(Relation(**each) for each in plain.pop("related", ())),
        "traps": tuple(_trap(**each) for each in plain.pop("traps", ())),
    }


def _languages(plain: dict[str, Any]) -> dict[str, Any]:
    sections = plain.pop("languages", {})
    return {"languages": {lang: _section(**section) for lang, section in sections.items()}}


def _section(terms: Any = (), **others: Any) -> LanguageSection:  # noqa: ANN401
    return LanguageSection(terms=tuple(_term(**term) for term in terms), **others)


def _term(term: str, forms: Any = (), **others: Any) -> Term:  # noqa: ANN401
    return Term(text=term, forms=tuple(forms), **others)


def _trap(term: str = "", languages: Any = (), **others: Any) -> Trap:  # noqa: ANN401
    return Trap(term=term, languages=tuple(languages), **others)
