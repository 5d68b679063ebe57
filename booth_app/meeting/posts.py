"""Which post a title names, and which rank and gender the honorific before a name tells."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Final, Literal

from booth_app.languages import LANGUAGES
from booth_app.meeting.meeting import Person

Post = Literal[
    "mayor",
    "ambassador",
    "minister",
    "director_general",
    "secretary_general",
    "executive_director",
    "director",
    "president",
    "chair",
    "other",
]
"""`other` is a post that is not addressed by itself: a head of unit, a minister counsellor."""

Rank = Literal["excellency", "highness"]
Gender = Literal["f", "m"]

_POSTS: Final[Mapping[Post, str]] = {
    "mayor": "mayor, lord mayor, maire, mairesse, bourgmestre, alcalde, alcaldesa,"
    " presidente municipal, presidenta municipal, رئيس بلدية, رئيسة بلدية, رئيس البلدية,"
    " رئيسة البلدية, عمدة, العمدة, رئيس الجماعة, رئيسة الجماعة, رئيس المجلس الجماعي,"
    " رئيسة المجلس الجماعي",
    "ambassador": "ambassador, amb, ambassadeur, ambassadrice, embajador, embajadora,"
    " سفير, سفيرة, السفير, السفيرة",
    "minister": "minister, ministre, ministro, ministra, وزير, وزيرة, الوزير, الوزيرة",
    "director_general": "director general, directeur général, directrice générale,"
    " directora general, مدير عام, مديرة عامة, المدير العام, المديرة العامة",
    "secretary_general": "secretary general, secrétaire général, secrétaire générale,"
    " secretario general, secretaria general, أمين عام, أمينة عامة, الأمين العام, الأمينة العامة",
    "executive_director": "executive director, directeur exécutif, directrice exécutive,"
    " director ejecutivo, directora ejecutiva, مدير تنفيذي, مديرة تنفيذية, المدير التنفيذي,"
    " المديرة التنفيذية",
    "director": "director, directeur, directrice, directora, مدير, مديرة, المدير, المديرة",
    "president": "president, président, présidente, presidenta",
    "chair": "chair, chairperson, chairman, chairwoman",
    "other": "head, chef, cheffe, jefe, jefa, رئيس وحدة, رئيسة وحدة, رئيس قسم, رئيسة قسم,"
    " minister counsellor, minister counselor, minister plenipotentiary, ministre conseiller,"
    " ministre conseillère, ministre plénipotentiaire, ministro consejero, ministra consejera,"
    " ministro plenipotenciario, ministra plenipotenciaria, وزير مستشار, وزير مفوض",
}
"""How titles begin that name a post; of two beginnings the longer one holds."""

_RANKS: Final[Mapping[Rank, re.Pattern[str]]] = {
    "excellency": re.compile(
        r"(?:he|sem?|excm[oa]|(?:his |her )?excellency|(?:son )?excellence|(?:su )?excelencia"
        r"|صاحبة? (?:السعادة|المعالي)|سعادة|معالي)\b"
    ),
    "highness": re.compile(
        r"(?:hr?h|sar?|(?:his |her )?highness|(?:son )?altesse|(?:su )?alteza"
        r"|صاحبة? السمو|سمو)\b"
    ),
}
"""How honorifics begin that name a rank, as `_folded` gives them."""

_ARTICLE: Final = re.compile("^(?:the|le|la|l|el) ")
_GENDERS: Final[Mapping[str, Gender]] = {
    **dict.fromkeys(("ms", "mrs", "miss", "madam", "mme", "mlle", "madame"), "f"),
    **dict.fromkeys(("sra", "senora", "dona", "excma", "السيدة", "صاحبة"), "f"),
    **dict.fromkeys(
        ("mr", "m", "sem", "monsieur", "sr", "senor", "don", "excmo", "السيد", "صاحب"), "m"
    ),
}


def post(person: Person) -> Post | None:
    """Return the post that the person's honorific or the first telling title names."""
    titles = [person.title[lang].text for lang in LANGUAGES if lang in person.title]
    named = (_post(_folded(text)) for text in (person.honorific, *titles))
    return next(filter(None, named), None)


def rank(person: Person) -> Rank | None:
    """Return the rank that the person's honorific gives them."""
    honorific = _folded(person.honorific)
    return next((rank for rank, begins in _RANKS.items() if begins.match(honorific)), None)


def gender(person: Person) -> Gender | None:
    """Return the gender to agree with: the person's own, else the honorific's."""
    if person.gender:
        return person.gender
    told = (_GENDERS.get(word) for word in _folded(person.honorific).split())
    return next(filter(None, told), None)


def _folded(text: str) -> str:
    """Return the words of `text` in lower case without accents, initials written as one."""
    bare = "".join(
        character
        for character in unicodedata.normalize("NFD", text.casefold())
        if not unicodedata.combining(character)
    )
    return " ".join(re.findall(r"\w+", re.sub(r"\b(\w)\.\s*(?=\w\b)", r"\1", bare)))


def _post(title: str) -> Post | None:
    bare = _ARTICLE.sub("", title)
    begins = [words for words in _BEGINNINGS if f"{bare} ".startswith(f"{words} ")]
    return _BEGINNINGS[max(begins, key=len)] if begins else None


def _by_beginning(posts: Mapping[Post, str]) -> dict[str, Post]:
    named: Sequence[tuple[Post, str]] = list(posts.items())
    return {_folded(begins): post for post, all_ in named for begins in all_.split(", ")}


_BEGINNINGS: Final = _by_beginning(_POSTS)
