"""Rules for the concepts of a glossary together: for terms that two of them share."""

import sys
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple

from booth_app.languages import Lang
from booth_app.terminology.concept import Concept, Status, Term
from booth_app.terminology.document import Where
from booth_app.terminology.field_words import LANGUAGE_WORDS
from booth_app.terminology.findings import Finding, Slip, places
from booth_app.terminology.folding import fold

Key = tuple[Lang, str]
"""A language and a folded term: two terms with one key cannot be told apart by a look-up."""


class Use(NamedTuple):
    """What a rule needs to know of a term; the concept itself may be forgotten."""

    concept: str
    subject: str
    text: str
    where: Where
    lang: Lang
    status: Status
    is_said: bool

    def finding(self, said: str, other: "Use") -> Finding:
        """Return what was found wrong with the term because of one of another concept."""
        said = f"“{self.text}” {said}"
        where, lang, text = self.where, self.lang, self.text
        return Finding(self.concept, said, where, lang, text, other=other.concept)


class Uses:
    """The terms that concepts share, by key."""

    def __init__(self, among: Callable[[Key], bool] = lambda _: True) -> None:
        """`among` tells which keys matter."""
        self._among = among
        self._found: defaultdict[Key, list[Use]] = defaultdict(list)

    def take(self, concept: Concept) -> None:
        """Take in the terms of `concept`."""
        subject = sys.intern(concept.subject)
        for lang, section in concept.languages.items():
            for at, term in enumerate(section.terms):
                key = (lang, fold(term.text))
                if key[1] and self._among(key):
                    where: Where = ("languages", lang, "terms", at, "term")
                    use = Use(
                        concept.id, subject, term.text, where, lang, term.status, _is_said(term)
                    )
                    self._found[key].append(use)

    def groups(self) -> Iterator[list[Use]]:
        """Yield the terms of one key that more than one concept has."""
        for group in self._found.values():
            if any(use.concept != group[0].concept for use in group):
                yield group


def keys(concept: Concept) -> set[Key]:
    """Return the keys of the terms of `concept`."""
    found = {(lang, fold(term.text)) for lang, term in concept.terms()}
    return {key for key in found if key[1]}


def same_preferred(group: Sequence[Use]) -> Iterator[Finding]:
    """Find terms that are the one to say for two concepts of whatever subjects."""
    for use, other in _pairs(group, _preferred_spelling, _preferred_spelling):
        yield use.finding(f"is the preferred term of {other.concept} too", other)


def twin(group: Sequence[Use]) -> Iterator[Finding]:
    """Find terms of two concepts of one subject that a look-up cannot tell apart.

    Two preferred terms spelt alike are `same_preferred`; what is not to be said has no twin.
    """
    for use, other in _pairs(group, _subject_if_said, _subject_if_said):
        spelt = _preferred_spelling(use)
        if spelt is None or spelt != _preferred_spelling(other):
            said = f"reads like “{other.text}” of {other.concept}, of the same subject"
            yield use.finding(said, other)


def forbidden_elsewhere(group: Sequence[Use]) -> Iterator[Finding]:
    """Find terms that are not to be said for one concept and are the one to say for another."""
    for use, other in _pairs(group, _spelling_if_avoided, _preferred_spelling):
        yield use.finding(f"is {use.status} here, and the preferred term of {other.concept}", other)


def dangling_relation(concept: str, at: int, to: str) -> Finding:
    """Return what is wrong with relation number `at`, which leads to no concept."""
    said = f"is related to {to!r}, which is not in this glossary"
    return Finding(concept, said, ("related", at, "to"), text=to)


def mixed_apostrophes(concept: Concept, rare: Collection[tuple[Lang, str]]) -> Iterator[Finding]:
    """Find the rarer of two kinds of apostrophe, where a language of a glossary has both."""
    for found in places((concept,)) if rare else ():
        for mark, other in (("'", "’"), ("’", "'")):
            if mark in found.text and (found.lang, mark) in rare:
                at = found.text.index(mark)
                said = f"has {mark}; most terms in {LANGUAGE_WORDS[found.lang]} have {other}"
                yield found.slip(Slip(said, (at, at + 1), found.text.replace(mark, other)))


def _pairs(
    group: Sequence[Use],
    asked: Callable[[Use], str | None],
    answered: Callable[[Use], str | None],
) -> Iterator[tuple[Use, Use]]:
    """Yield terms, each with one of another concept that answers what it asks.

    Of each answer only two concepts are kept: a group may be as large as a glossary.
    """
    answers: defaultdict[str, list[Use]] = defaultdict(list)
    for use in group:
        answer = answered(use)
        kept = answers[answer] if answer is not None else []
        if len(kept) < 2 and all(use.concept != other.concept for other in kept):
            kept.append(use)
    for use in group:
        question = asked(use)
        kept = answers[question] if question is not None else []
        other = next((each for each in kept if each.concept != use.concept), None)
        if other is not None:
            yield use, other


def _is_said(term: Term) -> bool:
    return term.status in ("preferred", "admitted") and not term.is_heard_only


def _preferred_spelling(use: Use) -> str | None:
    return _spelling(use) if use.status == "preferred" else None


def _spelling_if_avoided(use: Use) -> str | None:
    return _spelling(use) if use.status in ("forbidden", "deprecated") else None


def _subject_if_said(use: Use) -> str | None:
    return use.subject if use.is_said else None


def _spelling(use: Use) -> str:
    return " ".join(use.text.split()).casefold()
