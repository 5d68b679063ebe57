"""Makes a term base of any size for the benchmarks: four languages, always the same for a seed.

    uv run python -m tests.benchmarks.made_termbase --concepts 20000 --out TERMS.tsv

A concept is one to five ideas, each with a word in every language that are put together by that
language's grammar. Few ideas are in very many concepts and most in few, as words are; one concept
in fifteen has a name of its own. A third of the longer terms have an acronym, a third a synonym.
"""

import argparse
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, TextIO

SEED = 20210122
LANGUAGES = ("en", "fr", "es", "ar")

_BEGINNINGS = (*"bcdfglmnprstv", "br", "ch", "cr", "dr", "fl", "gl", "pl", "pr", "qu", "st", "tr")
_MIDDLES = (*"aeiou", "ai", "eo", "ia", "io", "ou")
_ENDINGS = ("", "", "n", "r", "l", "s", "m", "nt", "rt", "ct")
_SUFFIXES = (
    ("ation", "ation", "ación"),
    ("ity", "ité", "idad"),
    ("ment", "ement", "amiento"),
    ("ance", "ance", "ancia"),
    ("ism", "isme", "ismo"),
    ("er", "eur", "ador"),
    ("al", "ale", "al"),
    ("ive", "ive", "iva"),
    ("", "e", "a"),
)
_LETTERS = "بتثجحخدذرزسشصضطظعغفقكلمنهوي"
_PATTERNS = (
    "{}{}ا{}ة",
    "م{}{}و{}",
    "ت{}{}ي{}",
    "{}{}ي{}",
    "ا{}ت{}ا{}",
    "{}ا{}{}",
    "إ{}{}ا{}",
    "{}{}{}ى",
)
_ACCENTS = str.maketrans({"e": "é", "o": "ô"})
_IDEAS = 60
"""Times the square root, roughly, of the number of concepts: how many ideas there are."""
_GROWTH = 0.55


class Idea(NamedTuple):
    """A word for the same in each language."""

    en: str
    fr: str
    es: str
    ar: str


class Row(NamedTuple):
    """A term of the table."""

    concept: int
    lang: str
    term: str
    kind: str


def rows(concepts: int, seed: int = SEED) -> Iterator[Row]:
    """Yield the terms of so many concepts."""
    chance = random.Random(seed)
    ideas = [_idea(chance) for _ in range(int(_IDEAS * concepts**_GROWTH))]
    for number in range(1, concepts + 1):
        count = chance.choice((1, 2, 2, 3, 3, 3, 4, 5))
        chosen = list(dict.fromkeys(_common(chance, ideas) for _ in range(count)))
        if chance.random() < 1 / 15:
            chosen[-1] = _idea(chance)
        for lang in LANGUAGES:
            yield from _terms(chance, number, lang, chosen, ideas)


def write(concepts: int, file: TextIO, seed: int = SEED) -> None:
    """Write the table of so many concepts."""
    file.write("concept_id\tlang\tterm\tkind\n")
    file.writelines("\t".join(map(str, row)) + "\n" for row in rows(concepts, seed))


def _idea(chance: random.Random) -> Idea:
    stem = "".join(
        chance.choice(_BEGINNINGS) + chance.choice(_MIDDLES) + chance.choice(_ENDINGS)
        for _ in range(chance.choice((1, 2, 2, 3)))
    )
    suffix = chance.choice(_SUFFIXES)
    french = stem.translate(_ACCENTS) if chance.random() < 0.4 else stem
    other = stem if chance.random() < 0.6 else stem[::-1]  # not every word is a cognate
    arabic = chance.choice(_PATTERNS).format(*chance.choices(_LETTERS, k=3))
    if chance.random() < 0.5:
        arabic += chance.choice(_LETTERS) + chance.choice(("ية", "ات", "ي", "ة"))
    return Idea(stem + suffix[0], french + suffix[1], other + suffix[2], arabic)


def _common(chance: random.Random, ideas: list[Idea]) -> Idea:
    """Return an idea, the n-th one n times as seldom as the first."""
    return ideas[int(len(ideas) ** chance.random()) - 1]


def _terms(
    chance: random.Random, number: int, lang: str, chosen: list[Idea], ideas: list[Idea]
) -> Iterator[Row]:
    words = [getattr(idea, lang) for idea in chosen]
    yield Row(number, lang, _phrase(lang, words), "main")
    if chance.random() < 1 / 3:
        other = [*words[:-1], getattr(_common(chance, ideas), lang)]
        yield Row(number, lang, _phrase(lang, other), "syn")
    if lang != "ar" and len(words) > 2 and chance.random() < 1 / 3:
        yield Row(number, lang, "".join(word[0] for word in words).upper(), "acr")


def _phrase(lang: str, words: list[str]) -> str:
    if lang == "en":
        return " ".join(reversed(words))
    if lang == "ar":
        return " ".join([words[0], *("ال" + word for word in words[1:])])
    first, *rest = words
    return " ".join([first, *(_of(lang, word) for word in rest)])


def _of(lang: str, word: str) -> str:
    return f"d'{word}" if lang == "fr" and word[0] in "aeioué" else f"de {word}"


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--concepts", type=int, required=True)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--out", type=Path, help="a file; else standard output")
    given = parser.parse_args()
    if given.out is None:
        write(given.concepts, sys.stdout, given.seed)
    else:
        with given.out.open("w", encoding="utf-8", newline="\n") as file:
            write(given.concepts, file, given.seed)


if __name__ == "__main__":
    main()
