"""What was typed, as look-up reads it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from booth_app.lookup.accents import Accents, accents
from booth_app.terminology.folding import folded_words

LONGEST: Final = 2_000
"""Characters of a query that are read; the longest terms of the shipped glossary have 250."""

MOST_WORDS: Final = 48
"""Words of a query that are read."""

_ARTICLE_STARTS: Final = frozenset(
    ["ا", "ال", "لل"] + [p + rest for p in "وفبكل" for rest in ("", "ا", "ال")]
)
"""A last word that is only the beginning of an Arabic article says nothing yet."""

_ARTICLES: Final = frozenset({"the", "le", "la", "les", "l", "el", "los", "las"})


@dataclass(frozen=True)
class Query:
    """The words of a query, folded; `marked` are the same words with what accents were typed."""

    words: tuple[str, ...]
    marked: tuple[str, ...]

    @classmethod
    def read(cls, text: str) -> "Query":
        """Return the query that `text` is."""
        found = folded_words(text[:LONGEST])[:MOST_WORDS]
        if len(found) > 1 and found[-1].word in _ARTICLE_STARTS:
            found.pop()
        return cls(
            tuple(word.word for word in found),
            tuple(text[word.start : word.end] for word in found),
        )

    @property
    def acronym(self) -> str:
        """What letters typed one by one spell (g c m); empty for anything else."""
        spelt = "".join(self.words)
        one_by_one = len(self.words) > 2 and len(spelt) == len(self.words) and spelt.isalpha()
        return spelt if one_by_one else ""

    @cached_property
    def without_articles(self) -> tuple[str, ...]:
        """The words that are no articles; all of them where nothing else is left."""
        return tuple(word for word in self.words if word not in _ARTICLES) or self.words

    @cached_property
    def accented(self) -> tuple[tuple[str, Accents], ...]:
        """The words in which accents were typed, each with the accents by letter.

        One or two letters are too little to hold an accent against a term.
        """
        if all(word.isascii() for word in self.marked):
            return ()
        both = zip(self.words, map(accents, self.marked), strict=True)
        return tuple((word, marks) for word, marks in both if marks and len(word) > 2)

    def joined(self) -> Iterator[tuple[str, ...]]:
        """Yield the words with two neighbours written as one (multi-level, multilevel)."""
        for at in range(len(self.words) - 1):
            together = self.words[at] + self.words[at + 1]
            yield (*self.words[:at], together, *self.words[at + 2 :])
