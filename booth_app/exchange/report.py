"""What is told of a file that was read: what is in it, what is wrong with it."""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NamedTuple

from booth_app.languages import Lang
from booth_app.terminology.concept import Concept

_MOST: Final = 1_000
"""Faults that are told one by one: a file of nothing else must not fill the memory."""


class FileUnreadable(Exception):
    """A file that cannot be read at all; `str()` of it is the sentence to show."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path} {reason}")
        self.path = path
        self.reason = reason

    def __reduce__(self) -> tuple[type["FileUnreadable"], tuple[Path, str]]:
        """Return how to make it again: it may come out of another process."""
        return FileUnreadable, (self.path, self.reason)


@contextmanager
def told_if_unreadable(path: Path) -> Iterator[None]:
    """Say in a sentence why the system cannot read `path`: raises FileUnreadable for OSError."""
    try:
        yield
    except OSError as fault:
        raise FileUnreadable(path, f"cannot be read: {fault.strerror}") from None


class FileProblem(NamedTuple):
    """Something wrong with a file, at a line counted from 1."""

    line: int
    message: str


@dataclass(slots=True)
class FileReport:
    """What a file holds. `other_languages` counts terms that are kept and not looked up.

    `untold` counts the problems beyond those that `problems` tells.
    """

    concepts: int = 0
    terms: Counter[Lang] = field(default_factory=Counter)
    other_languages: Counter[str] = field(default_factory=Counter)
    problems: list[FileProblem] = field(default_factory=list)
    untold: int = 0

    def count(self, concept: Concept) -> None:
        """Count a concept and its terms in the four languages."""
        self.concepts += 1
        for lang, section in concept.languages.items():
            self.terms[lang] += len(section.terms)

    def tell(self, line: int, message: str) -> None:
        """Add a problem."""
        if len(self.problems) < _MOST:
            self.problems.append(FileProblem(line, message))
        else:
            self.untold += 1


def shown(text: str) -> str:
    """Return `text` in quotation marks, short and on one line, to be named in a sentence."""
    line = "".join(" " if unicodedata.category(c) in ("Cc", "Cf") else c for c in text[:80]).strip()
    return f"“{line[:40]}…”" if len(line) > 40 or len(text) > 80 else f"“{line}”"
