"""Departures from the house style of a glossary: what is right, but written otherwise here."""

import re
from collections.abc import Mapping
from functools import partial
from typing import Final

from booth_app.languages import Lang
from booth_app.terminology.document import clean
from booth_app.terminology.findings import Place, Slip, TextCheck
from booth_app.terminology.house_style import HouseStyle
from booth_app.terminology.letter_checks import in_digits, other_digit

_AFRICA: Final = re.compile(r"(?<!\w)([وف]?(?:[بكل]?ال|لل|[بكل])?)([أإا])(?=فريقي)")
_TANWIN: Final[Mapping[str, tuple[re.Pattern[str], str]]] = {
    "before alef": (re.compile("([اى])\u064b"), "\u064b\\1"),
    "on alef": (re.compile("\u064b([اى])"), "\\1\u064b"),
    "unwritten": (re.compile("\u064b"), ""),
}
"""What departs from each way of writing it, and what takes its place."""

_SAMPLES: Final[Mapping[str, str]] = {
    "before alef": "دوليًا",
    "on alef": "دولياً",
    "unwritten": "دوليا",
}
_POSTS: Final[Mapping[str, str]] = {
    "en": "ambassador chair chairperson commissioner coordinator director governor mayor"
    " minister president rapporteur secretary",
    "fr": "ambassadeur ambassadrice commissaire coordonnateur coordonnatrice directeur directrice"
    " gouverneur gouverneure maire mairesse ministre président présidente rapporteur rapporteuse"
    " secrétaire",
    "es": "alcalde alcaldesa comisionado comisionada coordinador coordinadora director directora"
    " embajador embajadora gobernador gobernadora ministro ministra presidente presidenta relator"
    " relatora secretario secretaria",
}
_QUALITIES: Final = (
    "general executive delegate deputy général générale exécutif exécutive délégué déléguée adjoint"
    " adjointe ejecutivo ejecutiva delegado delegada adjunto adjunta municipal"
)
"""What follows in the name of a post and is written as it is."""

_WORD: Final = re.compile(r"[^\W\d_]+")


def of(style: HouseStyle) -> dict[str, TextCheck]:
    """Return the checks by name that `style` asks for."""
    asked = {
        "house_digits": (house_digits, style.digits),
        "house_spelling": (house_spelling, style.africa),
        "house_tanwin": (house_tanwin, style.tanwin),
        "house_capitals": (house_capitals, style.posts),
    }
    return {name: partial(check, style=style) for name, (check, choice) in asked.items() if choice}


def is_the_house_s(place: Place) -> bool:
    """Tell whether a text is one that the house says: no form, no variant, nothing to avoid."""
    term = place.term
    is_said = term.status in ("preferred", "admitted") and not term.is_heard_only
    return is_said and term.type != "variant" and place.where[-1] == "term"


def house_digits(text: str, lang: Lang, style: HouseStyle) -> Slip | None:
    """Find digits in Arabic that the house writes otherwise."""
    found = other_digit(text, style.digits) if lang == "ar" and style.digits else None
    if found is None:
        return None
    mended = in_digits(text, style.digits)
    wanted = mended[slice(*found)]
    return Slip(f"has digits that the house writes {wanted}", found, mended)


def house_spelling(text: str, lang: Lang, style: HouseStyle) -> Slip | None:
    """Find Africa spelt otherwise than in the house: أفريقيا or إفريقيا."""
    if lang != "ar" or not style.africa:
        return None
    wanted = style.africa[0]
    found = next((each for each in _AFRICA.finditer(text) if each[2] != wanted), None)
    if found is None:
        return None
    mended = _AFRICA.sub(rf"\1{wanted}", text)
    return Slip(f"has {found[2]}فريقيا; the house writes {style.africa}", found.span(2), mended)


def house_tanwin(text: str, lang: Lang, style: HouseStyle) -> Slip | None:
    """Find tanwin written otherwise than in the house."""
    if lang != "ar" or not style.tanwin or text.isascii():
        return None
    pattern, instead = _TANWIN[style.tanwin]
    found = pattern.search(text)
    if found is None:
        return None
    said = f"writes its tanwin otherwise than the house does: {_SAMPLES[style.tanwin]}"
    return Slip(said, found.span(), clean(pattern.sub(instead, text)))


def house_capitals(text: str, lang: Lang, style: HouseStyle) -> Slip | None:
    """Find a post at the beginning of a term whose capital is not the house's."""
    wanted = style.posts.get(lang)
    first = _WORD.match(text)
    if not wanted or not first or first[0].casefold() not in _POSTS.get(lang, "").split():
        return None
    if wanted == "lower" and first[0][0].isupper():
        said = "begins a post with a capital, which the house does not"
        return Slip(said, (0, 1), _lowered(text, lang))
    if wanted == "upper" and first[0][0].islower():
        alone = first.end() == len(text)
        said = "begins a post without a capital, which the house writes"
        return Slip(said, (0, 1), text[0].upper() + text[1:] if alone else None)
    return None


def _lowered(text: str, lang: Lang) -> str:
    """Return `text` with the words that name the post in small letters, other names as they are."""
    end, names = 0, {*_POSTS[lang].split(), *_QUALITIES.split()}
    for word in _WORD.finditer(text):
        if word[0].casefold() not in names:
            break
        end = word.end()
    return text[:end].lower() + text[end:]
