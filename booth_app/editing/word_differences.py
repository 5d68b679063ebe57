"""Which words two terms share, and which they do not."""

from typing import Final, NamedTuple

from booth_app.terminology.folding import folded_words, strip_article, words

_SHORT: Final = 3
"""Letters of Latin words that tell little: of, the, des, con."""

_AKIN: Final = 0.25
"""The part of both terms' telling words that they must share to be worth showing."""

_MOST_WORDS: Final = 4
"""Words that are named; a difference of more is no longer read at a glance."""


class Shared(NamedTuple):
    """How many different words of a text a term shares, of how many; how alike they are: 0 to 1."""

    held: int
    of: int
    degree: float

    @property
    def is_telling(self) -> bool:
        """Whether they share enough to be worth showing."""
        return self.degree >= _AKIN

    @property
    def sentence(self) -> str:
        """How many they share, for people."""
        if self.held < self.of:
            return f"shares {self.held} of {self.of} words"
        return f"has all {self.of} words" if self.of > 1 else "has the same word"


def shared_words(text: str, term: str) -> Shared:
    """Return what `term` shares with `text`; an Arabic article makes no difference."""
    ours, theirs = _bare(text), _bare(term)
    telling = {word for word in ours | theirs if word > "z" or len(word) > _SHORT} or ours | theirs
    degree = len(ours & theirs & telling) / len(telling) if telling else 0.0
    return Shared(len(ours & theirs), len(ours), degree)


def differing(text: str, term: str) -> str:
    """Say which words two terms do not share: “Regional” for “International”."""
    theirs, ours = _only(term, text), _only(text, term)
    if theirs and ours:
        return f"“{theirs}” for “{ours}”"
    return f"with “{theirs}”" if theirs else f"without “{ours}”" if ours else ""


def _bare(text: str) -> set[str]:
    return {strip_article(word) for word in words(text)}


def _only(text: str, other: str) -> str:
    """Return the words of `text`, as written, that `other` has not."""
    known = _bare(other)
    spelt = [w for w in folded_words(text) if strip_article(w.word) not in known]
    named = " ".join(text[w.start : w.end] for w in spelt[:_MOST_WORDS])
    return f"{named} …" if len(spelt) > _MOST_WORDS else named
