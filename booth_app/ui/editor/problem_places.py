"""Which field of a form a problem is about."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from booth_app.languages import LANGUAGES, Lang
from booth_app.terminology.concept import Concept
from booth_app.terminology.document import Where
from booth_app.terminology.fields import TEXT, Field
from booth_app.terminology.problem import Problem, Span

_LONGEST: Final = 200
"""Characters of a sentence beyond which its middle is left out: it quotes the text above it."""


def field_at(where: Where, concept: Concept) -> Field:
    """Return the field that `where`, a place in the document of `concept`, lies in.

    A section's field without a name is the language as a whole; a trap's, a reference's and a
    relation's name is its number; Field("concept") stands for the concept as a whole.
    """
    head, rest = (where[0], where[1:]) if where else ("", ())
    if head == "languages" and rest:
        return _in_language(rest, concept)
    parts: dict[str | int, Field] = {
        "traps": Field("trap"),
        "external": Field("reference"),
        "related": Field("relation"),
    }
    if head in parts:
        return parts[head]._replace(name=str(rest[0]) if rest else "")
    known = head in ("subject", "note", "since")
    return Field("concept", name=str(head) if known else "")


def by_field(problems: Iterable[Problem], concept: Concept) -> Mapping[Field, str]:
    """Return what is wrong with each field of `concept`, one sentence after the other.

    What somebody should only know is no fault and frames nothing.
    """
    found: dict[Field, list[str]] = {}
    for problem in problems:
        if problem.severity != "info":
            found.setdefault(field_at(problem.where, concept), []).append(_sentence(problem))
    return {field: "\n".join(sentences) for field, sentences in found.items()}


def spans(problems: Iterable[Problem], concept: Concept) -> Mapping[Field, Sequence[Span]]:
    """Return which characters are at fault in each field, where a problem is about some of them."""
    found: dict[Field, list[Span]] = {}
    for problem in problems:
        if problem.span and problem.severity != "info":
            found.setdefault(field_at(problem.where, concept), []).append(problem.span)
    return found


def _in_language(where: Where, concept: Concept) -> Field:
    lang = next((lang for lang in LANGUAGES if lang == where[0]), None)
    if lang is None:
        return Field("concept")
    if len(where) > 2 and where[1] == "terms":
        return _in_term(lang, where[2:], concept)
    is_named = len(where) > 1 and where[1] in ("definition", "definition_source")
    return Field("section", lang, "", str(where[1]) if is_named else "")


def _in_term(lang: Lang, where: Where, concept: Concept) -> Field:
    at, terms = where[0], concept.section(lang).terms
    if not isinstance(at, int) or not 0 <= at < len(terms):
        return Field("section", lang)
    name = str(where[1]) if len(where) > 1 else TEXT
    return Field("term", lang, terms[at].id, TEXT if name == "id" else name)


def _sentence(problem: Problem) -> str:
    """Return what is said where it is wrong: the place need not be told, nor a long text whole."""
    said = problem.message
    place = ".".join(str(step) for step in problem.where)
    if place and said.startswith(place):
        said = f"this{said.removeprefix(place)}"
    if len(said) > _LONGEST:
        said = f"{said[: _LONGEST // 2]} … {said[-_LONGEST // 2 :]}"
    said = said[:1].upper() + said[1:]
    return said if said.endswith((".", "!", "?")) else f"{said}."
