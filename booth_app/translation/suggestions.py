"""Suggestions for the strip: the glossary, then memory, then the machine, then silence."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from booth_app.languages import Lang
from booth_app.terminology.folding import strip_article, words
from booth_app.translation import guards, packs, sentences
from booth_app.translation.engine import EngineUnavailable
from booth_app.translation.loaded_models import LoadedModels, never
from booth_app.translation.machine import Machine, Outcome, translated
from booth_app.translation.suggestion import REASONS, Origin, Phrase, Suggestion, Withheld

__all__ = ["Designations", "Known", "Phrase", "Suggestion", "Suggestions"]

Known = Callable[[str, Lang, Lang], Sequence[str]]
"""What a source of ready answers has for exactly this text (from, to), best first; else ()."""
Designations = Callable[[str, Lang, Lang], Sequence[Sequence[str]]]
"""For each concept or person named in the text: how it may be said (concepts: in the target
language; people: in any script)."""

MOST_CHARACTERS: Final = 3_000
"""A longer text is no phrase for one line, and would keep the machine for many seconds."""
PIVOT: Final[Lang] = "en"
"""No packs exist between French, Spanish and Arabic."""
_TOGETHER: Final = 4
_WORDS_TOGETHER: Final = 60
"""Sentences and words given to the machine at once: quicker than singly, and soon stopped."""


def nothing(text: str, source: Lang, target: Lang) -> Sequence[str]:
    """Know nothing: what stands in for a glossary or memory that is not there."""
    return ()


def nobody(text: str, source: Lang, target: Lang) -> Sequence[Sequence[str]]:
    """Name nothing: what stands in for terms or people that are not there."""
    return ()


class Suggestions:
    """Gives suggestions; holds the packs folder, the machine, and what it was handed.

    `glossary` and `memory` answer for exactly this text and bypass the machine. `terms` and
    `people` say what is named in it: the terms rank the machine's answers, the people guard them.
    Only `phrase` calls these four; only `answer` uses the machine.
    """

    def __init__(
        self,
        packs_folder: Path,
        machine: Machine,
        *,
        glossary: Known = nothing,
        memory: Known = nothing,
        terms: Designations = nobody,
        people: Designations = nobody,
    ) -> None:
        self._folder = packs_folder
        self._machine = machine
        self._ready: Mapping[Origin, Known] = {"glossary": glossary, "memory": memory}
        self._terms = terms
        self._people = people

    @classmethod
    def opened(
        cls,
        packs_folder: Path,
        *,
        glossary: Known = nothing,
        memory: Known = nothing,
        terms: Designations = nobody,
        people: Designations = nobody,
    ) -> "Suggestions":
        """Return suggestions from the packs in a folder, by the real machine.

        Quick: nothing is loaded before the machine is needed for the first time, and packs that
        are added or removed later are noticed.
        """
        return cls(
            packs_folder,
            LoadedModels(),
            glossary=glossary,
            memory=memory,
            terms=terms,
            people=people,
        )

    def suggest(self, text: str, source: Lang, target: Lang) -> Suggestion:
        """Return a suggestion for any text. Slow: call it in a worker thread or a command."""
        return self.answer(self.phrase(text, source, target))

    def phrase(self, text: str, source: Lang, target: Lang) -> Phrase:
        """Return the phrase with all that is known about it; quick."""
        asked = Phrase(text, sentences.cleaned(text[:MOST_CHARACTERS]), (source, target))
        plain = asked.text
        if source == target:
            return replace(asked, ready=_withheld(text, "copied", "it is in that language"))
        if len(text) > MOST_CHARACTERS:
            long = f"it has more than {MOST_CHARACTERS} characters"
            return replace(asked, ready=_withheld(text, "length", long))
        for origin, known in self._ready.items():
            if found := tuple(dict.fromkeys(known(plain, source, target))):
                ready = Suggestion(text, found[0], origin, alternatives=found[1:])
                return replace(asked, ready=ready)
        return replace(
            asked,
            terms=tuple(map(tuple, self._terms(plain, source, target))),
            people=tuple(map(tuple, self._people(plain, source, target))),
        )

    def answer(self, phrase: Phrase, stopped: Callable[[], bool] = never) -> Suggestion:
        """Return the suggestion for a phrase; slow unless it is ready.

        Raises `loaded_models.Stopped` once `stopped` says that nobody wants it any more.
        """
        if phrase.ready is not None:
            return phrase.ready
        route = self._route(*phrase.languages)
        if not route:
            return _withheld(phrase.source, "no_packs")
        languages = (route[0].source, *(pack.target for pack in route))
        if guards.is_too_short(phrase.text):
            return replace(_withheld(phrase.source, "too_short"), route=languages)
        try:
            outcomes = self._by_machine(phrase, route, stopped)
        except EngineUnavailable as fault:
            return _withheld(phrase.source, "no_packs", str(fault))
        if wrong := next((outcome.fault for outcome in outcomes if outcome.fault), None):
            return replace(_withheld(phrase.source, wrong), route=languages)
        first, *others = _lines(outcomes)
        return Suggestion(phrase.source, first, "machine", languages, None, tuple(others))

    def _by_machine(
        self, phrase: Phrase, route: Sequence[packs.Pack], stopped: Callable[[], bool]
    ) -> list[Outcome]:
        """Translate some sentences at a time, until the first that must be withheld."""
        whole = sentences.sentences(phrase.text, phrase.languages[0])
        outcomes: list[Outcome] = []
        for group in _groups(whole):
            found = translated(group, route, self._machine, phrase.people, stopped)
            outcomes += [_ranked(outcome, phrase.terms) for outcome in found]
            if any(outcome.fault for outcome in found):
                break
        return outcomes

    def _route(self, source: Lang, target: Lang) -> list[packs.Pack]:
        """Return the packs to go through: one, or two with English between, or none."""
        there = {(pack.source, pack.target): pack for pack in packs.installed(self._folder)}
        for legs in ([(source, target)], [(source, PIVOT), (PIVOT, target)]):
            if all(leg in there for leg in legs):
                return [there[leg] for leg in legs]
        return []


def _groups(whole: Sequence[str]) -> Iterator[list[str]]:
    group: list[str] = []
    for sentence in whole:
        length = sum(len(other.split()) for other in (*group, sentence))
        if group and (len(group) == _TOGETHER or length > _WORDS_TOGETHER):
            yield group
            group = []
        group.append(sentence)
    if group:
        yield group


def _withheld(source: str, why: Withheld, reason: str = "") -> Suggestion:
    return Suggestion(source, withheld=why, reason=reason or REASONS[why])


def _ranked(outcome: Outcome, terms: Sequence[Sequence[str]]) -> Outcome:
    """Put the texts with more of the glossary's own terms first."""
    wanted = [[_bare(said) for said in concept] for concept in terms]

    def kept(text: str) -> int:
        bare = f" {_bare(text)} "
        return sum(any(f" {said} " in bare for said in concept) for concept in wanted)

    return replace(outcome, texts=tuple(sorted(outcome.texts, key=kept, reverse=True)))


def _bare(text: str) -> str:
    """Return the folded words of `text` without Arabic articles."""
    return " ".join(map(strip_article, words(text)))


def _lines(outcomes: Sequence[Outcome]) -> list[str]:
    """Return the whole phrase in each way its sentences can be said, best first."""
    ways = range(max(len(outcome.texts) for outcome in outcomes))
    lines = (" ".join(o.texts[min(way, len(o.texts) - 1)] for o in outcomes) for way in ways)
    return list(dict.fromkeys(lines))
