"""`booth glossary`: glossaries checked, imported, exported, released, and their history."""

import argparse
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from booth_app.commands import (
    glossary_check,
    glossary_export,
    glossary_history,
    glossary_import,
    glossary_release,
)
from booth_app.commands.arguments import Command, Parser


class _Word(NamedTuple):
    """What may follow `glossary`: in one line, what follows it in turn, and what it does."""

    summary: str
    arguments: Callable[[Parser], None]
    run: Callable[[argparse.Namespace], int]


_WORDS: Final[Mapping[str, _Word]] = {
    "check": _Word(
        "name what is wrong with a glossary", glossary_check.arguments, glossary_check.run
    ),
    "import": _Word(
        "take the concepts of a file over into a glossary",
        glossary_import.arguments,
        glossary_import.run,
    ),
    "export": _Word(
        "write a glossary for other programs", glossary_export.arguments, glossary_export.run
    ),
    "release": _Word(
        "write the released state, and one file for the booths",
        glossary_release.arguments,
        glossary_release.run,
    ),
    "history": _Word(
        "show every change of a concept", glossary_history.arguments, glossary_history.run
    ),
}


def _arguments(parser: Parser) -> None:
    parsers = parser.words({name: word.summary for name, word in _WORDS.items()})
    for name, word in _WORDS.items():
        word.arguments(parsers[name])


def _run(options: argparse.Namespace) -> int:
    return _WORDS[options.word].run(options)


COMMAND: Final = Command(
    "glossary", "check, import, export and release glossaries", _arguments, _run
)
