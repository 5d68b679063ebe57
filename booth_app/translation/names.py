"""Whether the people named in a sentence are still named in its translation.

A name stays as it is between English, French and Spanish; into and out of Arabic it is written
by sound, so that only its consonants can be compared, and those roughly.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from rapidfuzz import fuzz

from booth_app.languages import RIGHT_TO_LEFT, Lang
from booth_app.terminology.folding import fold, words

_ALIKE: Final = 75.0
"""Percent of likeness of two spellings of a name in one script (Guterres, Guterrez: 87)."""
_ALIKE_IN_SOUND: Final = 70.0
_TELLING: Final = 3
"""Consonants below which only the same ones are alike."""
_TITLE: Final = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Messrs|M|MM|Mme|Mmes|Mlle|Sr|Sra|Srta|Dña|Don|Doña|Madam|Madame"
    r"|Monsieur|Señor|Señora)\b\.?((?:[ -][A-ZÀ-ÖØ-Þ][\w’'-]+){1,4})"
)
_OFFICES: Final = """
president presidente presidenta chair chairman chairwoman chairperson mayor maire alcalde
alcaldesa minister ministre ministro ministra secretary secretaire secretario general ambassador
ambassadeur ambassadrice embajador embajadora director directeur directrice directora governor
gouverneur gobernador senator senateur senador commissioner commissaire comisionado speaker
moderator moderateur moderador prime vice deputy under excellency rapporteur relator special
high representative representante
"""
_RUN: Final = re.compile(r"(?<=[\w,] )[A-ZÀ-ÖØ-Þ][^\W\d_]+(?:[ -][A-ZÀ-ÖØ-Þ][^\W\d_]+)+")
_CAPITAL: Final = re.compile(r"(?<!^)\b[A-ZÀ-ÖØ-Þ][^\W\d_]")


def are_lost(
    source: str, hypothesis: str, source_lang: Lang, target: Lang, people: Sequence[Sequence[str]]
) -> bool:
    """Tell whether a person named in `source` is missing from `hypothesis`.

    `people` are known people, each in the forms of the name in any script. Others are known by a
    title before them (Mr, Mme, Sra), or by two capitalised words of which nothing is left in a
    text without any capital: names of countries and institutions are translated, those
    of people are not.
    """
    heard = words(hypothesis)
    if any(_is_lost(person, source, heard) for person in people):
        return True
    if source_lang in RIGHT_TO_LEFT:
        return False
    if any(not any(_alike(name, word) for word in heard) for name in _titled(source)):
        return True
    if target in RIGHT_TO_LEFT or _is_title(source) or _CAPITAL.search(hypothesis):
        return False
    runs = [words(run.group()) for run in _RUN.finditer(source)]
    return any(not any(_alike(n, word) for n in run for word in heard) for run in runs)


def named(text: str, people: Sequence[Sequence[str]]) -> set[str]:
    """Return the folded words of `text` that name one of `people`, or somebody with a title."""
    forms = {word for person in people for form in person for word in words(form) if len(word) > 2}
    return forms.intersection(words(text)) | set(_titled(text))


def _is_lost(person: Sequence[str], source: str, heard: Sequence[str]) -> bool:
    """Whether one of the person's names in the source has no counterpart in the translation."""
    forms = {word for form in person for word in words(form) if len(word) > 2}
    for name in forms & set(words(source)):
        same = [form for form in forms if _alike(name, form)]
        if not any(_alike(form, word) for form in same for word in heard):
            return True
    return False


def _is_title(text: str) -> bool:
    """Whether most longer words have a capital, so that it says nothing."""
    longer: list[str] = re.findall(r"[^\W\d_]{4,}", text)
    return sum(word[0].isupper() for word in longer) > len(longer) / 2


def _titled(source: str) -> Iterator[str]:
    for found in _TITLE.finditer(source):
        names = [word for word in words(found[1]) if word not in _OFFICES.split() and len(word) > 2]
        yield from names[-1:]


def _alike(name: str, word: str) -> bool:
    """Whether two folded words may be the same name, in one script or across."""
    if _is_latin(name) == _is_latin(word):
        return fuzz.ratio(name, word) >= _ALIKE
    one, other = _consonants(name), _consonants(word)
    if min(len(one), len(other)) < _TELLING:
        return bool(one) and one == other
    return fuzz.ratio(one, other) >= _ALIKE_IN_SOUND


def _is_latin(word: str) -> bool:
    return word[:1] < "\u0250"


def _consonants(word: str) -> str:
    """Return the consonants of a name by the classes that scripts and ears confuse."""
    bare = _ARTICLE.sub("", fold(word)).replace("ph", "f")
    bare = _SOFT.sub("s", bare)
    return re.sub(r"(.)\1+", r"\1", bare.translate(_SOUNDS))


_ARTICLE: Final = re.compile("^و?ال(?=..)")
_SOFT: Final = re.compile("sch|ch|sh|تش|c(?=[eiy])")
_SOUNDS: Final = str.maketrans(
    {
        letter: sound
        for letters, sound in (
            ("vfف", "f"),
            ("pbب", "b"),
            ("tتطث", "t"),
            ("dدض", "d"),
            ("gjckqجغقكخ", "k"),
            ("szxسصزظذش", "s"),
            ("lل", "l"),
            ("mم", "m"),
            ("nن", "n"),
            ("rر", "r"),
            ("aeiouhwyاويهعحئؤءآأإ ", ""),
        )
        for letter in letters
    }
)
"""Each letter's class; vowels, and the consonants that scripts drop, have none."""
