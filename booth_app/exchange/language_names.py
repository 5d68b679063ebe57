"""Languages as headers name them: codes, and names in the four languages and in their own."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from booth_app.languages import LANGUAGES, is_language
from booth_app.terminology.folding import fold


class Spoken(NamedTuple):
    """A language's code, "en" or "de", and the region it names: "GB", or empty."""

    lang: str
    region: str = ""


_SHORT: Final[Mapping[str, str]] = {
    **dict.fromkeys(("eng", "ingl", "angl", "anglo"), "en"),
    **dict.fromkeys(("fra", "fre", "fran", "franc", "frn"), "fr"),
    **dict.fromkeys(("esp", "spa", "spn", "castellano", "castilian", "castillan"), "es"),
    **dict.fromkeys(("ara", "arb", "arab", "arabe", "عربي", "عربيه"), "ar"),
    **dict.fromkeys(("انجليزي", "انكليزي", "انكليزيه", "الانكليزيه"), "en"),
    **dict.fromkeys(("فرنسي", "فرنسيه"), "fr"),
    **dict.fromkeys(("اسباني", "اسبانيه"), "es"),
    **dict.fromkeys(("deu", "ger"), "de"),
    **dict.fromkeys(("rus",), "ru"),
    **dict.fromkeys(("zho", "chi", "chn"), "zh"),
    **dict.fromkeys(("por",), "pt"),
    **dict.fromkeys(("ita",), "it"),
}
"""Short forms in use beside the two letters of ISO 639-1, folded."""

_FILLERS: Final = (
    "in en de the la le les l el los of du des d al a lang langue language lengua idioma لغه اللغه"
    " باللغه"
)
_NO_LANGUAGES: Final = frozenset({"id", "no"})
"""Codes that a header rather means as a number: Indonesian and Norwegian by name only."""
_LOCALE: Final = re.compile(
    r"([A-Za-z]{2,3})(?:[-_](?:[A-Za-z]{4}|([A-Za-z]{2}|\d{3})|[A-Za-z]{4}[-_]([A-Za-z]{2}|\d{3})))"
)
_WITH_ASIDE: Final = re.compile(r"([^(\[]+?)\s*[(\[]([^)\]]*)[)\]]\s*")


@lru_cache(maxsize=2_000)
def spoken(name: str) -> Spoken | None:
    """Return the language that `name` names ("French", "fr-CA", "anglais (États-Unis)").

    None where it names none, or anything else besides.
    """
    if found := _LOCALE.fullmatch(name.strip()):
        lang = _code(found[1].casefold())
        return Spoken(lang, (found[2] or found[3] or "").upper()) if lang else None
    if found := _WITH_ASIDE.fullmatch(name):
        return _with_aside(found[1], found[2])
    if "/" in name:  # English / anglais
        each = {spoken(part) for part in name.split("/")}
        return each.pop() if len(each) == 1 else None
    words = fold(name).split()
    return _in_words(words) or _in_words([word for word in words if not word.isdigit()])


def is_plain_name(text: str) -> bool:
    """Tell whether `text` is nothing but a language's usual name or code: soon said of any cell."""
    return text.strip().casefold() in _plain_names()


@lru_cache(maxsize=1)
def _plain_names() -> frozenset[str]:
    from babel import Locale

    in_each: list[Mapping[str, str]] = [dict(Locale(lang).languages) for lang in LANGUAGES]
    names = {name.casefold() for languages in in_each for name in languages.values()}
    return frozenset(names | {code for code in in_each[0] if len(code) == 2} | _SHORT.keys())


def _with_aside(name: str, aside: str) -> Spoken | None:
    """Return the language of "French (Canada)", and of "Arabic (draft)" without a region."""
    outside, inside = spoken(name), spoken(aside)
    if outside and (region := _region_code(outside.lang, aside.strip())):
        return Spoken(outside.lang, region)
    if outside and inside is None:
        region = _regions().get(fold(aside), "")
        code = aside.strip()
        if not region and code.isascii() and code.isalpha() and len(code) == 2:
            region = code.upper()
        return Spoken(outside.lang, region or outside.region)
    return outside if outside == inside else None


def _region_code(lang: str, code: str) -> str:
    """Return the region of "French (CA)"; empty where CA is rather a language, or no region."""
    from babel.localedata import exists

    if code.casefold() == "uk":
        return "GB" if lang == "en" else ""
    known = len(code) == 2 and code.isupper() and exists(f"{lang}_{code}")
    return code if known and not is_language(code.casefold()) else ""


def _in_words(words: list[str]) -> Spoken | None:
    if not words:
        return None
    lang = _code(" ".join(words))
    if lang:
        return Spoken(lang)
    rest = [word for word in words if word not in _FILLERS.split()]
    if rest and rest != words:
        return _in_words(rest)
    for cut in range(1, len(words)):
        lang, region = _code(" ".join(words[:cut])), _regions().get(" ".join(words[cut:]))
        if lang and region:
            return Spoken(lang, region)
    return None


def _code(folded: str) -> str:
    if is_language(folded):
        return folded
    if folded.startswith("بال"):  # "in Arabic"
        folded = folded.removeprefix("ب")
    return "" if folded in _NO_LANGUAGES else _names().get(folded, "")


@lru_cache(maxsize=1)
def _names() -> Mapping[str, str]:
    """Return the code of each language by its folded names, those of the four last."""
    from babel import Locale

    names: dict[str, str] = {}
    in_each: list[Mapping[str, str]] = [dict(Locale(lang).languages) for lang in LANGUAGES]
    for code in in_each[0]:
        if "_" in code or len(code) > 3:
            continue
        own = Locale(code).languages.get(code, "") if code in _SPOKEN_WIDELY.split() else ""
        short = code if len(code) == 2 else ""
        for name in (short, own, *(languages.get(code, "") for languages in in_each)):
            if folded := fold(name):
                names.setdefault(folded, code)
    for lang in LANGUAGES:
        for name in (lang, *(languages[lang] for languages in in_each)):
            names[fold(name)] = lang
            names[fold(name).removeprefix("ال")] = lang
    return {**names, **_SHORT}


_SPOKEN_WIDELY: Final = (
    "de it pt nl ru uk pl cs sk ro bg hu el tr sv da fi et lv lt hr sr sl zh ja ko hi ur fa he sw"
    " am ca eu gl ga mt sq mk bs vi th id ms"
)
"""Languages also known by their own name for themselves."""


@lru_cache(maxsize=1)
def _regions() -> Mapping[str, str]:
    """Return the code of each territory by its folded names."""
    from babel import Locale

    regions = {"uk": "GB", "usa": "US", "us": "US"}
    for lang in LANGUAGES:
        for code, name in Locale(lang).territories.items():
            if len(code) == 2:
                regions.setdefault(fold(name), code)
    return regions
