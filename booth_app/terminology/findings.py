"""What checks look at and what they answer."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from booth_app.languages import Lang
from booth_app.terminology.concept import Concept, Term
from booth_app.terminology.document import Where
from booth_app.terminology.problem import Severity

_K = TypeVar("_K", bound=Hashable)


class Finding(NamedTuple):
    """A breach of a rule: the concept's id, a sentence, and the place in its document."""

    concept: str
    message: str
    where: Where = ()
    lang: Lang | None = None


class Check(NamedTuple):
    """A rule: its name, how bad a breach is, and how breaches are found among concepts."""

    name: str
    severity: Severity
    findings: Callable[[Sequence[Concept]], Iterator[Finding]]


class Place(NamedTuple):
    """A text of a term with its place in a glossary: the term itself, or one of its forms."""

    concept: Concept
    lang: Lang
    term: Term
    text: str
    where: Where

    def finding(self, message: str) -> Finding:
        """Return `message` as said of this text."""
        return Finding(self.concept.id, f"“{self.text}” {message}", self.where, self.lang)


def places(concepts: Iterable[Concept], *, forms: bool = False) -> Iterator[Place]:
    """Yield every term with its place, followed by its forms where they are wanted."""
    for concept in concepts:
        for lang, section in concept.languages.items():
            for at, term in enumerate(section.terms):
                where: Where = ("languages", lang, "terms", at)
                yield Place(concept, lang, term, term.text, (*where, "term"))
                for number, form in enumerate(term.forms if forms else ()):
                    yield Place(concept, lang, term, form, (*where, "forms", number))


def grouped(found: Iterable[Place], key: Callable[[Place], _K]) -> Iterator[list[Place]]:
    """Yield the groups of two or more places with the same key."""
    groups: defaultdict[_K, list[Place]] = defaultdict(list)
    for place in found:
        groups[key(place)].append(place)
    return (group for group in groups.values() if len(group) > 1)
