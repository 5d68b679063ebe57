"""What the checks of a concept say: each problem in a line, and what is in order. No Qt."""

import re
from collections.abc import Iterable, Mapping
from typing import Final, Literal, NamedTuple

from booth_app.languages import LANGUAGES, Lang
from booth_app.terminology.concept import Concept
from booth_app.terminology.field_words import described
from booth_app.terminology.problem import SEVERITIES, Problem, Severity
from booth_app.ui.booth.harmless import harmless, isolated
from booth_app.ui.editor.problem_places import field_at

MEND_KEY: Final = "Ctrl+."

_WORDS: Final[Mapping[Severity, str]] = {"error": "Error", "warning": "Warning", "info": "Note"}
_MENDS: Final[Mapping[str, str]] = {
    "control": "takes it out",
    "invisible": "takes it out",
    "presentation_form": "puts letters in their place",
    "look_alike": "puts the right letter in its place",
    "tatweel": "takes the stretching out",
    "latin_comma": "puts the Arabic one in its place",
    "stray_space": "closes it up",
    "mixed_apostrophes": "puts the other one in its place",
}
_WRITES: Final = "writes it as the house does"
_GOES: Final[Mapping[str, str]] = {
    "missing_language": "adds a term",
    "no_source": "adds one",
    "unproven": "adds one",
    "acronym_alone": "adds a term",
}
_TOPICS: Final[Mapping[str, tuple[str, ...]]] = {
    "no language missing": ("missing_language", "no_preferred"),
    "no twin": ("twin", "same_preferred", "repeated_term"),
    "no forbidden form": ("forbidden_elsewhere",),
    "spacing": ("stray_space", "invisible", "control"),
    "letters": ("look_alike", "presentation_form", "tatweel"),
    "digits": ("mixed_digits", "house_digits"),
    "punctuation": ("latin_comma", "unbalanced"),
    "sources": ("no_source", "unproven"),
}
"""What the line of what is in order can say, and the checks that may not have found anything."""

_QUOTED: Final = re.compile("“([^”]*)”")

_LONGEST: Final = 120
"""Characters of a term that a line shows."""


class CheckLine(NamedTuple):
    """A problem as it is shown: how bad, whose, what, and what the key does about it.

    `act` is "mend" where the key changes a text, "open" where it opens the other concept, else
    "go": it leads to the field.
    """

    problem: Problem
    word: str
    place: str
    said: str
    does: str
    act: Literal["mend", "open", "go"]

    @property
    def severity(self) -> Severity:
        """How bad it is."""
        return self.problem.severity

    @property
    def line(self) -> str:
        """All of it in one line, for who listens."""
        place = f"{self.place}: " if self.place else ""
        return f"{self.word}. {place}{self.said}. {MEND_KEY} {self.does}"


def check_lines(problems: Iterable[Problem], concept: Concept) -> list[CheckLine]:
    """Return a line for each of the problems of `concept`, the worst first, then by language."""
    ordered = sorted(
        problems, key=lambda p: (SEVERITIES.index(p.severity), _place_in_order(p.lang))
    )
    return [_check_line(problem, concept) for problem in ordered]


def in_order(problems: Iterable[Problem]) -> str:
    """Return one sentence that says what is in order; empty where nothing is."""
    found = {problem.check for problem in problems}
    fine = [topic for topic, checks in _TOPICS.items() if found.isdisjoint(checks)]
    lacks = [topic for topic in fine if topic.startswith("no ")]
    kept = [topic for topic in fine if topic not in lacks]
    listed = [", ".join(kept[:-1]), kept[-1]] if len(kept) > 1 else kept
    parts = [*lacks, f"{' and '.join(listed)} in order"] if kept else lacks
    said = ", ".join(parts)
    return f"{said[:1].upper()}{said[1:]}." if said else ""


def _check_line(problem: Problem, concept: Concept) -> CheckLine:
    does, act = _deed(problem)
    return CheckLine(
        problem,
        _WORDS[problem.severity],
        problem.lang.upper() if problem.lang else "",
        _said(problem, concept),
        does,
        act,
    )


def _deed(problem: Problem) -> tuple[str, Literal["mend", "open", "go"]]:
    """Return what the key does about it, in words and in kind."""
    if problem.mended is not None:
        return _MENDS.get(problem.check, _WRITES), "mend"
    if problem.other:
        return "opens the other concept", "open"
    return _GOES.get(problem.check, "goes there"), "go"


def _said(problem: Problem, concept: Concept) -> str:
    """Return the sentence, its term short and set apart, a path in words."""
    path = ".".join(map(str, problem.where))
    if path and problem.message.startswith(f"{path} "):
        named = described(field_at(problem.where, concept), concept)
        named = harmless(_short(f"{named[:1].upper()}{named[1:]}"))
        return f"{named} {harmless(problem.message.removeprefix(path).strip())}"
    quoted = f"“{problem.text}”" if problem.text else ""
    if quoted and problem.message.startswith(quoted):
        rest = _QUOTED.sub(_set_apart, harmless(problem.message.removeprefix(quoted)))
        return f"“{isolated(_short(problem.text))}”{rest}"
    said = _QUOTED.sub(_set_apart, harmless(_short(problem.message, _LONGEST * 3)))
    return said[:1].upper() + said[1:]


def _set_apart(quoted: re.Match[str]) -> str:
    return f"“{isolated(quoted[1])}”"


def _short(text: str, most: int = _LONGEST) -> str:
    return text if len(text) <= most else f"{text[:most]}…"


def _place_in_order(lang: Lang | None) -> int:
    return LANGUAGES.index(lang) if lang else -1
