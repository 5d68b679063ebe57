"""How the house that owns a glossary writes: choices that are right either way, made once."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Final, Literal

from booth_app.languages import LANGUAGES, Lang

ArabicDigits = Literal["", "western", "arabic"]
"""1951 or ١٩٥١ in Arabic: un.org/ar and the Maghreb write the first."""

Africa = Literal["", "أفريقيا", "إفريقيا"]
Tanwin = Literal["", "before alef", "on alef", "unwritten"]
"""دوليًا, دولياً or دوليا."""

Capital = Literal["lower", "upper"]


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseStyle:
    """The choices of one glossary; what is empty is left to everybody.

    `languages` are those every concept is to have. `posts` says of a language whether a post
    (minister, maire, director) begins with a capital.
    """

    languages: tuple[Lang, ...] = LANGUAGES
    digits: ArabicDigits = ""
    africa: Africa = ""
    tanwin: Tanwin = ""
    posts: Mapping[Lang, Capital] = field(default_factory=dict, hash=False)


NO_STYLE: Final = HouseStyle()
"""The style of a glossary whose house has chosen nothing."""

_CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "digits": ("western", "arabic"),
    "africa": ("أفريقيا", "إفريقيا"),
    "tanwin": ("before alef", "on alef", "unwritten"),
}


def style_to_json(style: HouseStyle) -> str:
    """Return `style` as JSON, empty where nothing is chosen."""
    chosen = {name: value for name, value in asdict(style).items() if value}
    if style.languages == LANGUAGES:
        del chosen["languages"]
    return json.dumps(chosen, ensure_ascii=False) if chosen else ""


def style_from_json(text: str) -> HouseStyle:
    """Return the style of what `style_to_json` made; a choice that is none is left to everybody."""
    try:
        plain = json.loads(text) if text else {}
    except ValueError:
        plain = {}
    if not isinstance(plain, dict):
        return NO_STYLE
    fields: dict[str, Any] = {
        name: plain[name] for name, choices in _CHOICES.items() if plain.get(name) in choices
    }
    posts = plain.get("posts")
    if isinstance(posts, dict):
        fields["posts"] = {
            lang: posts[lang] for lang in LANGUAGES if posts.get(lang) in ("lower", "upper")
        }
    languages = plain.get("languages")
    if isinstance(languages, list) and (known := tuple(x for x in LANGUAGES if x in languages)):
        fields["languages"] = known
    return HouseStyle(**fields)
