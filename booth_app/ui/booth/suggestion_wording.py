"""What the suggestion strip says: whose text it is, of which phrase, by which way, or why none."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from booth_app.languages import Lang
from booth_app.ui.booth.harmless import harmless, isolated

if TYPE_CHECKING:
    from booth_app.translation.suggestions import Suggestion

_PHRASE: Final = 60


class Strip(NamedTuple):
    """The strip's words: a heading, and the text in the target language or nothing."""

    word: str
    heading: str
    text: str
    is_machine: bool


def strip_of(suggestion: "Suggestion") -> Strip:
    """Return the words for `suggestion`; of one that was withheld why, and nothing else."""
    origin = suggestion.origin or "machine"
    details = [_way(suggestion.route), _quoted(suggestion.source)]
    if suggestion.text is None:
        details.insert(0, f"nothing: {harmless(suggestion.reason or 'nothing came back')}")
    heading = " · ".join(detail for detail in details if detail)
    return Strip(origin, heading, harmless(suggestion.text or ""), origin == "machine")


def waiting_strip(source: str) -> Strip:
    """Return the words while the machine works on `source`."""
    return Strip("machine", f"at work · {_quoted(source)}", "", is_machine=True)


def _way(route: Sequence[Lang]) -> str:
    """Return the way from language to language: fr to ar through en."""
    if len(route) < 2:
        return ""
    through = f" through {' and '.join(route[1:-1])}" if route[1:-1] else ""
    return f"{route[0]} to {route[-1]}{through}"


def _quoted(phrase: str) -> str:
    brief = phrase if len(phrase) <= _PHRASE else phrase[: _PHRASE - 1].rstrip() + "…"
    return f"“{isolated(brief)}”" if brief else ""
