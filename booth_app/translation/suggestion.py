"""A suggestion for the strip, and the phrase it is for."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from booth_app.languages import Lang
from booth_app.translation.guards import Fault

Origin = Literal["glossary", "memory", "machine"]
Withheld = Literal["no_packs", "too_short"] | Fault

REASONS: Final[Mapping[Withheld, str]] = {
    "no_packs": "no language pack for it is installed: booth packs add FILE.argosmodel",
    "too_short": "fewer than three words, or abbreviations and digits alone: look it up instead",
    "copied": "the machine copied the source",
    "script": "the machine answered in the wrong script",
    "repeated": "the machine repeated itself",
    "length": "the machine's answer is far too short or too long",
    "numbers": "the machine lost or changed a number",
    "names": "the machine lost a name",
}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One line in the target language, or the reason why there is none.

    `source` is the phrase as it was asked. `route` are the languages it went through, empty
    where no machine was asked or no route exists. `withheld` is why `text` is None; `reason` says
    it in words. `alternatives` are other answers that may be shown, best first.
    """

    source: str
    text: str | None = None
    origin: Origin | None = None
    route: tuple[Lang, ...] = ()
    withheld: Withheld | None = None
    alternatives: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase with all that the glossary and the meeting know about it.

    Made by `Suggestions.phrase` in the thread that owns the termbase; answered in any other.
    """

    source: str
    text: str
    languages: tuple[Lang, Lang]
    ready: Suggestion | None = None
    terms: tuple[tuple[str, ...], ...] = ()
    people: tuple[tuple[str, ...], ...] = ()
