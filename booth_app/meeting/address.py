"""The form of address of a person, as an interpreter says it in each language.

The forms are the project's own, in accord with the glossary's protocol entries; only a few were
read in a source. Post and gender come from the meeting, never from a name.
"""

from collections.abc import Iterator, Mapping
from typing import Final, Literal, NamedTuple

from booth_app.languages import Lang
from booth_app.meeting.meeting import Person, Role
from booth_app.meeting.posts import Gender, Post, gender, post, rank

Basis = Literal["kept", "attested", "draft", "name"]
"""What a form rests on: a person kept it; a source has it; it is Booth's draft; only the name is
known, so that no form can agree with it."""


class Address(NamedTuple):
    """A form of address and what it rests on."""

    text: str
    basis: Basis


class _Forms(NamedTuple):
    """The forms to a woman and to a man."""

    f: str
    m: str

    def to(self, of: Gender) -> str:
        return self.f if of == "f" else self.m


_Office = Post | Literal["moderator"]

_POSTS: Final[Mapping[_Office, Mapping[Lang, _Forms]]] = {
    "mayor": {
        "en": _Forms("Madam Mayor", "Mr Mayor"),
        "fr": _Forms("Madame la maire", "Monsieur le maire"),
        "es": _Forms("señora alcaldesa", "señor alcalde"),
        "ar": _Forms("السيدة رئيسة البلدية", "السيد رئيس البلدية"),
    },
    "ambassador": {
        "en": _Forms("Madam Ambassador", "Mr Ambassador"),
        "fr": _Forms("Madame l'Ambassadrice", "Monsieur l'Ambassadeur"),
        "es": _Forms("señora embajadora", "señor embajador"),
        "ar": _Forms("السيدة السفيرة", "السيد السفير"),
    },
    "minister": {
        "en": _Forms("Madam Minister", "Mr Minister"),
        "fr": _Forms("Madame la Ministre", "Monsieur le Ministre"),
        "es": _Forms("señora ministra", "señor ministro"),
        "ar": _Forms("السيدة الوزيرة", "السيد الوزير"),
    },
    "director_general": {
        "en": _Forms("Madam Director General", "Mr Director General"),
        "fr": _Forms("Madame la Directrice générale", "Monsieur le Directeur général"),
        "es": _Forms("señora directora general", "señor director general"),
        "ar": _Forms("السيدة المديرة العامة", "السيد المدير العام"),
    },
    "secretary_general": {
        "en": _Forms("Madam Secretary-General", "Mr Secretary-General"),
        "fr": _Forms("Madame la Secrétaire générale", "Monsieur le Secrétaire général"),
        "es": _Forms("señora secretaria general", "señor secretario general"),
        "ar": _Forms("السيدة الأمينة العامة", "السيد الأمين العام"),
    },
    "executive_director": {
        "en": _Forms("Madam Executive Director", "Mr Executive Director"),
        "fr": _Forms("Madame la Directrice exécutive", "Monsieur le Directeur exécutif"),
        "es": _Forms("señora directora ejecutiva", "señor director ejecutivo"),
        "ar": _Forms("السيدة المديرة التنفيذية", "السيد المدير التنفيذي"),
    },
    "director": {
        "en": _Forms("Madam Director", "Mr Director"),
        "fr": _Forms("Madame la Directrice", "Monsieur le Directeur"),
        "es": _Forms("señora directora", "señor director"),
        "ar": _Forms("السيدة المديرة", "السيد المدير"),
    },
    "president": {
        "en": _Forms("Madam President", "Mr President"),
        "fr": _Forms("Madame la Présidente", "Monsieur le Président"),
        "es": _Forms("señora presidenta", "señor presidente"),
        "ar": _Forms("السيدة الرئيسة", "السيد الرئيس"),
    },
    "chair": {
        "en": _Forms("Madam Chair", "Mr Chair"),
        "fr": _Forms("Madame la Présidente", "Monsieur le Président"),
        "es": _Forms("señora presidenta", "señor presidente"),
        "ar": _Forms("السيدة الرئيسة", "السيد الرئيس"),
    },
    "moderator": {
        "en": _Forms("Madam Moderator", "Mr Moderator"),
        "fr": _Forms("Madame la modératrice", "Monsieur le modérateur"),
        "es": _Forms("señora moderadora", "señor moderador"),
        "ar": _Forms("السيدة مديرة الجلسة", "السيد مدير الجلسة"),
    },
}

_REGIONAL: Final[Mapping[tuple[str, _Office, Lang], _Forms]] = {
    ("Morocco", "mayor", "ar"): _Forms("السيدة العمدة", "السيد العمدة"),
    ("Canada", "mayor", "fr"): _Forms("Madame la mairesse", "Monsieur le maire"),
}
"""What the glossary has for one country."""

_EXCELLENCY: Final[Mapping[Lang, _Forms]] = {
    "en": _Forms("Excellency", "Excellency"),
    "fr": _Forms("Excellence", "Excellence"),
    "es": _Forms("Excelencia", "Excelencia"),
    "ar": _Forms("صاحبة السعادة", "صاحب السعادة"),
}
_HIGHNESS: Final[Mapping[Lang, _Forms]] = {
    "en": _Forms("Your Highness", "Your Highness"),
    "fr": _Forms("Votre Altesse", "Votre Altesse"),
    "es": _Forms("Su Alteza", "Su Alteza"),
    "ar": _Forms("صاحبة السمو", "صاحب السمو"),
}
_ARABIC_EXCELLENCY: Final[Mapping[Post, _Forms]] = {
    "ambassador": _Forms("سعادة السفيرة", "سعادة السفير"),
    "minister": _Forms("معالي الوزيرة", "معالي الوزير"),
}
"""Arabic grades excellency: معالي for ministers, سعادة for ambassadors."""

_PLAIN: Final[Mapping[Lang, _Forms]] = {
    "en": _Forms("Ms", "Mr"),
    "fr": _Forms("Madame", "Monsieur"),
    "es": _Forms("señora", "señor"),
    "ar": _Forms("السيدة", "السيد"),
}
_ATTESTED: Final = frozenset({"السيد السفير"})
"""The forms that the glossary has from a source, here a UN page."""


def address(person: Person, lang: Lang, *, role: Role | None = None, kept: str = "") -> Address:
    """Return how `person` is addressed in `lang`.

    `role` is what they do in the running item: whoever chairs is addressed as chair, a moderator
    as moderator where no post says more. `kept` is the form somebody entered for them; it wins.
    """
    return addresses(person, lang, role=role, kept=kept)[0]


def addresses(
    person: Person, lang: Lang, *, role: Role | None = None, kept: str = ""
) -> list[Address]:
    """Return every form that fits the person, the most fitting first, the plain one last."""
    forms = dict.fromkeys(_drafts(person, lang, role))
    found = [Address(text, "attested" if text in _ATTESTED else "draft") for text in forms]
    if not found:
        found = [Address(person.name_in(lang), "name")]
    return [Address(kept.strip(), "kept"), *found] if kept.strip() else found


def _drafts(person: Person, lang: Lang, role: Role | None) -> Iterator[str]:
    to = gender(person)
    office = post(person)
    forms = _of_rank(person, lang, office)
    if forms is not None and (to or forms.f == forms.m):
        yield forms.to(to or "m")
    if to is None:
        return
    if role == "chair":
        yield _POSTS["chair"][lang].to(to)
    if office is not None and office != "other":
        regional = _REGIONAL.get((person.country, office, lang))
        yield (regional or _POSTS[office][lang]).to(to)
    if role == "moderator":
        yield _POSTS["moderator"][lang].to(to)
    yield f"{_PLAIN[lang].to(to)} {person.name_in(lang)}"


def _of_rank(person: Person, lang: Lang, office: Post | None) -> _Forms | None:
    """Return the forms of the person's rank; None where the honorific gives none."""
    held = rank(person)
    if held is None:
        return None
    if held == "highness":
        return _HIGHNESS[lang]
    graded = _ARABIC_EXCELLENCY.get(office) if lang == "ar" and office is not None else None
    return graded or _EXCELLENCY[lang]
