"""Sentences through the machine: pivot, several hypotheses, guards, one retry."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from booth_app.terminology.folding import words
from booth_app.translation import guards, names
from booth_app.translation.packs import Pack

HYPOTHESES: Final = 4


class Machine(Protocol):
    """What translates sentences with the pack in a folder; see `LoadedModels`."""

    def hypotheses(
        self, sentences: Sequence[str], pack: Path, count: int, stopped: Callable[[], bool]
    ) -> list[list[str]]:
        """Return for each sentence up to `count` translations, best first."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one sentence became: texts no guard objects to, best first, else the best's fault."""

    texts: tuple[str, ...]
    fault: guards.Fault | None = None


@dataclass(frozen=True, slots=True)
class _Work:
    """What all steps of one call share."""

    route: Sequence[Pack]
    machine: Machine
    people: Sequence[Sequence[str]]
    stopped: Callable[[], bool]


def translated(
    sentences: Sequence[str],
    route: Sequence[Pack],
    machine: Machine,
    people: Sequence[Sequence[str]],
    stopped: Callable[[], bool],
) -> list[Outcome]:
    """Return what became of each sentence on the way through the packs of `route`.

    A sentence whose hypotheses are all faulty is tried once more with its capitals lowered:
    titles and capitalised prose are what the models most often copy or lose their way in.
    `people` are the names that must not get lost, each in its several forms.
    """
    work = _Work(route, machine, people, stopped)
    outcomes = _attempt(work, sentences, sentences)
    retries = {
        n: lower
        for n, outcome in enumerate(outcomes)
        if outcome.fault and (lower := lowered(sentences[n], people)) != sentences[n]
    }
    again = _attempt(work, [sentences[n] for n in retries], list(retries.values()))
    for n, outcome in zip(retries, again, strict=True):
        if not outcome.fault:
            outcomes[n] = outcome
    return outcomes


def lowered(sentence: str, people: Sequence[Sequence[str]]) -> str:
    """Return `sentence` without its capitals, but for the first, acronyms' and people's."""
    said = sentence.split(" ")
    shouted = sum(word.isupper() and len(word) > 1 for word in said) > len(said) / 2
    kept = names.named(sentence, people)
    lower = [
        word if (word.isupper() and not shouted) or kept.intersection(words(word)) else word.lower()
        for word in said
    ]
    text = " ".join(lower)
    return text[:1].upper() + text[1:]


def _attempt(work: _Work, originals: Sequence[str], texts: Sequence[str]) -> list[Outcome]:
    """Take `texts` through the route and judge the results as translations of `originals`."""
    outcomes = [Outcome((text,)) for text in texts]
    for pack in work.route:
        going = [n for n, outcome in enumerate(outcomes) if not outcome.fault]
        is_last = pack is work.route[-1]
        came = _leg(
            work,
            pack,
            [(originals[n], outcomes[n].texts[0]) for n in going],
            HYPOTHESES if is_last else 1,
        )
        for n, outcome in zip(going, came, strict=True):
            outcomes[n] = outcome
    return outcomes


def _leg(work: _Work, pack: Pack, pairs: Sequence[tuple[str, str]], count: int) -> list[Outcome]:
    """Translate the second of each pair; judge what comes as a translation of the first.

    One hypothesis is enough on the way to the pivot, unless it is faulty.
    """
    if not pairs:
        return []
    found = work.machine.hypotheses([text for _, text in pairs], pack.folder, count, work.stopped)
    outcomes = [
        _judged(work, original, hypotheses, pack)
        for (original, _), hypotheses in zip(pairs, found, strict=True)
    ]
    faulty = [n for n, outcome in enumerate(outcomes) if outcome.fault]
    if faulty and count < HYPOTHESES:
        again = _leg(work, pack, [pairs[n] for n in faulty], HYPOTHESES)
        for n, outcome in zip(faulty, again, strict=True):
            outcomes[n] = outcome
    return outcomes


def _judged(work: _Work, original: str, hypotheses: Sequence[str], pack: Pack) -> Outcome:
    source = work.route[0].source
    faults = {
        text: guards.fault(original, text, source, pack.target, work.people) for text in hypotheses
    }
    good = tuple(text for text, fault in faults.items() if not fault)
    return Outcome(good, None if good else next(iter(faults.values()), "length"))
