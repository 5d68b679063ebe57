"""In which of the four languages a short text is: by its script, letters and words."""

import math
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Final

from booth_app.languages import LANGUAGES, Lang, script
from booth_app.terminology.folding import words

_FUNCTION_WORDS: Final[Mapping[Lang, str]] = {
    "en": "a all an and are as at be between by for from her his in into is it its no not of on or"
    " over that the their this to under who with without",
    "fr": "a au aux avec ce ces cette chez contre d dans de des du en entre est et l la le les leur"
    " leurs ne ou par pas pour qui sa sans se ses son sont sous sur un une vers",
    "es": "a al como con contra de del desde e el en entre es esta este hacia la las lo los no o"
    " para por que se sin sobre son su sus un una y",
}
"""The commonest grammatical words, folded as `folding.words` does."""

_LETTERS: Final[Mapping[Lang, str]] = {"fr": "àâæçèéêëîïôœùûÿ", "es": "áéíñóúü¿¡"}
_WORD, _LETTER, _EXPECTED = 2.0, 1.0, 0.1
"""What a word, a letter and the expected language weigh, before languages that share it divide."""

_LONGEST: Final = 1_000
"""Characters of a text that are looked at."""


class TextLanguage:
    """Knows the commonest words and, from `spoken`, in which languages the terms have a word.

    Any thread may ask.
    """

    def __init__(self, spoken: Callable[[str], Collection[Lang]]) -> None:
        self._spoken = spoken

    def of(self, text: str) -> Lang | None:
        """Return the language of `text`; None where it cannot be told."""
        weights = self._weights(text)
        possible = [lang for lang, weight in weights.items() if weight > -math.inf]
        if len(possible) == 1:
            return possible[0]
        best = max(weights.values())
        leading = [lang for lang in possible if weights[lang] == best]
        return leading[0] if len(leading) == 1 else None

    def of_pair(self, left: str, right: str, floor: Lang, target: Lang) -> tuple[Lang, Lang]:
        """Return the languages of the two sides of a term pair.

        They differ unless both are in Arabic script. What nothing decides is `floor` on the left
        and `target` on the right.
        """
        lefts, rights = self._weights(left), self._weights(right)
        lefts[floor] += _EXPECTED
        rights[target] += _EXPECTED
        pairs = {(a, b): lefts[a] + rights[b] for a in LANGUAGES for b in LANGUAGES if a != b}
        best = max(pairs, key=lambda pair: pairs[pair])
        return best if pairs[best] > -math.inf else ("ar", "ar")

    def _weights(self, text: str) -> dict[Lang, float]:
        """Return what speaks for each language: minus infinity where its script is another."""
        seen = text[:_LONGEST]
        weights: dict[Lang, float] = dict.fromkeys(LANGUAGES, 0.0)
        match script(seen):
            case "arabic":
                return {lang: 0.0 if lang == "ar" else -math.inf for lang in LANGUAGES}
            case "latin":
                weights["ar"] = -math.inf
        for letter in seen.casefold():
            _share(weights, [lang for lang, own in _LETTERS.items() if letter in own], _LETTER)
        for word in words(seen):
            _share(weights, _COMMON.get(word, frozenset()) | set(self._spoken(word)), _WORD)
        return weights


def _common() -> Mapping[str, frozenset[Lang]]:
    known: dict[str, set[Lang]] = defaultdict(set)
    for lang, common in _FUNCTION_WORDS.items():
        for word in common.split():
            known[word].add(lang)
    return {word: frozenset(languages) for word, languages in known.items()}


_COMMON: Final = _common()


def _share(weights: dict[Lang, float], languages: Iterable[Lang], weight: float) -> None:
    """Add `weight` to what speaks for `languages`; the more share it, the less it says."""
    possible = [lang for lang in languages if weights[lang] > -math.inf]
    for lang in possible:
        weights[lang] += weight / len(possible) ** 2
