"""Light inflection: which folded words are the same word in another number or gender.

The rules are few on purpose. They join *locaux* and *local*, *directrice* and *directeur*,
*naciones* and *nación*, *والمهاجرين* and *مهاجر*; they never join words of another part of speech
or another sense (*traité* and *trafic*, *politique* and *politicien*, *اتفاق* and *اتفاقية*), for
an answer that does not belong costs more than a missing one.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from booth_app.languages import Lang
from booth_app.terminology.folding import strip_article

INFLECTION_VERSION: Final = 4
"""To be changed with any change of the rules: stored phrases are made of what they return."""

_Rule = tuple[str, str, int]
"""Ending, what replaces it, the fewest letters the word must have; the first that fits is taken."""
_Rules = Mapping[str, Sequence[_Rule]]
"""Rules by the last letter of their ending."""


def _by_last(*rules: _Rule) -> _Rules:
    letters = {ending[-1] for ending, *_ in rules}
    return {letter: [rule for rule in rules if rule[0][-1] == letter] for letter in letters}


_ENGLISH: Final = _by_last(
    ("ies", "y", 5),
    ("sses", "ss", 5),
    ("ches", "ch", 6),
    ("shes", "sh", 6),
    ("xes", "x", 5),
    ("zes", "z", 5),
    ("ss", "ss", 0),
    ("us", "us", 0),
    ("is", "is", 0),
    ("s", "", 4),
)
_ENGLISH_SPELLING: Final = _by_last(
    ("isation", "ization", 9),
    ("ising", "izing", 8),
    ("ised", "ized", 7),
    ("ise", "ize", 7),
)
_FRENCH_NUMBER: Final = _by_last(
    ("eaux", "eau", 5),
    ("aux", "al", 5),
    ("eux", "eur", 6),
    ("s", "", 4),
)
_FRENCH_GENDER: Final = _by_last(
    ("trice", "teur", 7),
    ("euse", "eur", 6),
    ("ienne", "ien", 6),
    ("elle", "el", 6),
    ("ale", "al", 5),
    ("ive", "if", 5),
    ("iere", "ier", 6),
    ("ante", "ant", 6),
    ("ente", "ent", 6),
    ("aine", "ain", 6),
    ("aise", "ai", 6),
    ("oise", "oi", 6),
    ("ee", "e", 5),
)
_SPANISH_NUMBER: Final = _by_last(
    ("ces", "z", 5),
    ("as", "a", 4),
    ("os", "o", 4),
    ("es", "", 5),
    ("s", "", 5),
)
_SPANISH_GENDER: Final = _by_last(
    ("ada", "ad", 6),
    ("ado", "ad", 6),
    ("ida", "id", 6),
    ("ido", "id", 6),
    ("ica", "ic", 6),
    ("ico", "ic", 6),
    ("aria", "ari", 6),
    ("ario", "ari", 6),
    ("oria", "ori", 7),
    ("orio", "ori", 7),
    ("iva", "iv", 5),
    ("ivo", "iv", 5),
    ("osa", "os", 6),
    ("oso", "os", 6),
    ("ana", "an", 5),
    ("ano", "an", 5),
    ("ora", "or", 6),
    ("era", "er", 6),
    ("ero", "er", 6),
    ("ierno", "ierno", 0),
    ("ierna", "ierna", 0),
    ("erno", "ern", 6),
    ("erna", "ern", 6),
    ("olana", "olan", 7),
    ("e", "", 5),
)
_IRREGULAR: Final[Mapping[Lang, Mapping[str, str]]] = {
    "en": (
        {"women": "woman", "men": "man", "children": "child", "labor": "labour"}
        | {"center": "centre", "centers": "centre", "program": "programme"}
        | {"labors": "labour", "programs": "programme"}
    ),
    "fr": (
        {"mairesse": "maire", "mairesses": "maire", "travaux": "travail", "sures": "sure"}
        | {"ambassadrice": "ambassadeur", "ambassadrices": "ambassadeur"}
        | {"aveux": "aveu", "enjeux": "enjeu", "feux": "feu", "jeux": "jeu", "lieux": "lieu"}
        | {"milieux": "milieu", "voeux": "voeu"}
    ),
    "es": {"alcaldesa": "alcald", "alcaldesas": "alcald", "caos": "caos", "dios": "dios"},
    "ar": {},
}
_FRENCH_NOUNS: Final = frozenset(
    {"annee", "armee", "arrivee", "assemblee", "donnee", "duree", "entree", "idee", "journee"}
    | {"pensee", "portee", "soiree", "tournee"}
)
"""Nouns that are no feminine of the word without e (donnée and donné)."""

_SPANISH_NOUNS: Final = frozenset(
    {"politica", "practica", "tecnica", "fabrica", "logica", "musica", "clinica", "republica"}
)
"""Nouns whose masculine is another word (política and político)."""

_SPANISH_PERSONS: Final = (
    {"alumna": "alumno", "amiga": "amigo", "campesina": "campesino", "hija": "hijo"}
    | {"intendenta": "intendente", "jefa": "jefe", "maestra": "maestro", "ministra": "ministro"}
    | {"nina": "nino", "presidenta": "presidente", "vecina": "vecino"}
)
"""Women and men with endings that elsewhere tell two words apart (caso and casa)."""

_ARABIC_FIRST: Final = "وفبكلا"
"""The letters that articles and particles begin with."""
_SHORTEST: Final = 3
"""Letters of the shortest Arabic word that may begin with a particle."""
_ARABIC_STEM: Final = 3
"""Letters that an ending must leave."""
_ARABIC_PRONOUNS: Final = frozenset({"ها", "هم", "هن", "نا", "كم"})
_ARABIC_ENDINGS: Final = frozenset({"ات", "ون", "ين", "ان", "ته"})
_ARABIC_LETTERS: Final = frozenset({"ه", "و", "ا"})
"""Endings of one letter."""
_ARABIC_TWO: Final = ("تان", "تين", "تا")
"""Two of what ends in ة, if the ت is none of the word's own (لاجئتان, but مؤقتان)."""
_ARABIC_LAST: Final = frozenset("هامنكوت")
"""The letters that endings end in: few words need a look at the endings themselves."""

_ARABIC_PLURALS: Final = frozenset({"بيانات"})
"""Plurals whose singular is another word (بيانات are data, بيان is a statement)."""


def base(word: str, lang: Lang) -> str:
    """Return what the forms of a folded word have in common in `lang`; not always a word itself."""
    return bases(word, lang)[0]


_Readings = tuple[str, ...]
_WHOLE: Final[tuple[_Readings, _Readings]] = (), ()


def bare(word: str) -> tuple[_Readings, _Readings]:
    """Return an Arabic word without article and particles, in every way they can be told apart.

    First what it surely is without an article, else what it may be without letters that may be
    particles or its own.
    """
    first = word[0]
    if first not in _ARABIC_FIRST:
        return _WHOLE
    without = strip_article(word)
    if without is not word:
        if not word.endswith("لل" + without):
            return (without,), ()
        return (without, "ل" + without), ()  # للاجئين is ل + اللاجئين: its second lam is its own
    if first == "ا" or len(word) < _SHORTEST:
        return _WHOLE
    without = word[1:]
    if first in "بكل" or without[0] not in "بكل" or len(word) == _SHORTEST:
        return (), (without,)
    return (), (without, without[1:])


def bases(word: str, lang: Lang, *, guess: bool = True) -> tuple[str, ...]:
    """Return every base the word may have, the likeliest first.

    An Arabic word may begin with a particle or with a letter that looks like one: `guess` tells
    whether such readings count.
    """
    if lang == "ar":
        if word[0] not in _ARABIC_FIRST:
            return _arabic_stems(word)
        sure, guessed = bare(word)
        stems = _arabic_stems(sure[0] if sure else word)
        for reading in sure[1:] or (guessed if guess else ()):
            stems += _arabic_stems(reading)
        return stems
    if irregular := _IRREGULAR[lang].get(word):
        return (irregular,)
    if lang == "en":
        return (_replaced(_replaced(word, _ENGLISH), _ENGLISH_SPELLING),)
    if lang == "fr":
        singular = _replaced(word, _FRENCH_NUMBER)
        return (singular if singular in _FRENCH_NOUNS else _replaced(singular, _FRENCH_GENDER),)
    return (_spanish(word),)


def _spanish(word: str) -> str:
    singular = _replaced(word, _SPANISH_NUMBER)
    if singular != word and singular.endswith("s") and len(singular) > 4:
        singular = singular[:-1]  # país, países
    if singular in _SPANISH_NOUNS:
        return singular
    return _replaced(_SPANISH_PERSONS.get(singular, singular), _SPANISH_GENDER)


def _arabic_stems(word: str) -> tuple[str, ...]:
    if word[-1] not in _ARABIC_LAST:
        return (word,)
    stem, ending = word, word[-2:]
    bound = ending in _ARABIC_PRONOUNS and len(word) >= _ARABIC_STEM + 2
    if bound:
        stem = word[:-2]
        ending = stem[-2:]
    if bound and ending[1] == "ت" and ending[0] != "ا" and len(stem) > _ARABIC_STEM:
        stem = stem[:-1]  # before a pronoun ة is written ت
    elif ending == "يا" or stem in _ARABIC_PLURALS:
        pass  # the country in -يا is not the adjective in -ي
    elif ending in _ARABIC_ENDINGS and len(stem) >= _ARABIC_STEM + 2:
        stem = stem[:-2]
    elif ending[-1] in _ARABIC_LETTERS and len(stem) > _ARABIC_STEM:
        stem = stem[:-1]
    return _of_two(word, stem) if word.endswith(_ARABIC_TWO) else (stem,)


def _of_two(word: str, stem: str) -> tuple[str, ...]:
    two = word[: word.rindex("ت")]
    if len(two) < _ARABIC_STEM:
        return (stem,)
    return (two, stem) if two.endswith("ي") else (stem, two)  # جانبيتان: surely of جانبية


def _replaced(word: str, rules: _Rules) -> str:
    """Return a word with its ending replaced by the first of these rules that fits."""
    for ending, by, fewest in rules.get(word[-1], ()):
        if word.endswith(ending) and len(word) >= fewest:
            return word[: -len(ending)] + by
    return word
