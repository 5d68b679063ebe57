"""What checks look at and what they answer."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from booth_app.languages import Lang
from booth_app.terminology.concept import Concept, Term
from booth_app.terminology.document import Where
from booth_app.terminology.problem import Problem, Severity, Span


class Slip(NamedTuple):
    """What is wrong with a text: a sentence about it, where, and the text without it.

    `mended` is None where a person has to decide.
    """

    said: str
    span: Span
    mended: str | None = None


TextCheck = Callable[[str, Lang], Slip | None]
"""Takes a text and its language; returns what is wrong with it, None where nothing is."""


class Finding(NamedTuple):
    """A breach of a rule: the concept's id, a sentence, and the place in its document.

    The rest is as in `Problem`.
    """

    concept: str
    message: str
    where: Where = ()
    lang: Lang | None = None
    text: str = ""
    span: Span | None = None
    mended: str | None = None
    other: str = ""


class Rule(NamedTuple):
    """What every check has: its name, its title for people, and how bad a breach of it is."""

    name: str
    title: str
    severity: Severity

    def problem(self, finding: Finding) -> Problem:
        """Return `finding` as a breach of this rule."""
        return Problem(
            check=self.name,
            severity=self.severity,
            concept=finding.concept,
            message=finding.message,
            where=finding.where,
            lang=finding.lang,
            text=finding.text,
            span=finding.span,
            mended=finding.mended,
            other=finding.other,
        )


class Place(NamedTuple):
    """A text of a term with its place in a glossary: the term itself, or one of its forms."""

    concept: Concept
    lang: Lang
    term: Term
    text: str
    where: Where

    def finding(self, message: str, other: str = "") -> Finding:
        """Return `message` as said of this text."""
        said = f"“{self.text}” {message}"
        return Finding(self.concept.id, said, self.where, self.lang, self.text, other=other)

    def slip(self, slip: Slip) -> Finding:
        """Return what was found wrong with this text."""
        return self.finding(slip.said)._replace(span=slip.span, mended=slip.mended)


def place(concept: Concept, lang: Lang, at: int) -> Place:
    """Return the text of term number `at` of a language with its place."""
    term = concept.languages[lang].terms[at]
    return Place(concept, lang, term, term.text, ("languages", lang, "terms", at, "term"))


def places(concepts: Iterable[Concept], *, forms: bool = False) -> Iterator[Place]:
    """Yield every term with its place, followed by its forms where they are wanted."""
    for concept in concepts:
        for lang, section in concept.languages.items():
            for at, term in enumerate(section.terms):
                where: Where = ("languages", lang, "terms", at)
                yield Place(concept, lang, term, term.text, (*where, "term"))
                for number, form in enumerate(term.forms if forms else ()):
                    yield Place(concept, lang, term, form, (*where, "forms", number))
