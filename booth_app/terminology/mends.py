"""Mending what a check has found, where that is safe: the same words, only rightly written.

What a text would be without its fault comes with the problem; here it is put in its place.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, cast

from booth_app.terminology.concept import Concept, Term
from booth_app.terminology.document import Where, clean
from booth_app.terminology.problem import Problem


def mended(concept: Concept, problem: Problem) -> Concept | None:
    """Return `concept` without `problem`, all else as it is.

    None where only a person can mend it, or where the text is no more what was checked.
    """
    if problem.mended is None or problem.concept != concept.id:
        return None
    text = _at(concept, problem.where)
    if not isinstance(text, str) or clean(text) != clean(problem.text):
        return None
    return cast("Concept", _with(concept, problem.where, problem.mended))


def _at(value: object, where: Where) -> object:
    """Return what stands at a place of a concept's document, None where nothing does."""
    for step in where:
        if isinstance(value, Mapping):
            value = value.get(step)
        elif isinstance(value, tuple) and isinstance(step, int) and 0 <= step < len(value):
            value = value[step]
        else:
            value = getattr(value, _attribute(value, step), None)
    return value


def _with(value: Any, where: Where, text: str) -> Any:  # noqa: ANN401
    """Return `value` with `text` at a place of its document that is there."""
    if not where:
        return text
    step, *rest = where
    if isinstance(value, Mapping):
        return {**value, step: _with(value[step], tuple(rest), text)}
    if isinstance(value, tuple):
        at = int(step)
        return (*value[:at], _with(value[at], tuple(rest), text), *value[at + 1 :])
    name = _attribute(value, step)
    return replace(value, **{name: _with(getattr(value, name), tuple(rest), text)})


def _attribute(value: object, step: str | int) -> str:
    """Return the attribute that a key of the document is kept in."""
    return "text" if isinstance(value, Term) and step == "term" else str(step)
