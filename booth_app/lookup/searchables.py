"""A concept's terms as they are indexed and spotted."""

from collections.abc import Iterable, Iterator

from booth_app.lookup.terms import Searchable
from booth_app.terminology.concept import PLACE, Concept


def searchables(concepts: Iterable[Concept]) -> Iterator[Searchable]:
    """Yield every term of `concepts` and, after each, its irregular forms."""
    for concept in concepts:
        for lang, term in concept.terms():
            for text in (term.text, *term.forms):
                yield Searchable(
                    concept.glossary,
                    concept.id,
                    lang,
                    text,
                    term.status,
                    term.type,
                    term.is_heard_only,
                    "" if text == term.text else term.text,
                    concept.subject == PLACE,
                )
