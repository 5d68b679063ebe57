"""Finds what the words ask for and runs it, or hands over to the window."""

import argparse
import os
import signal
from collections.abc import Callable, Sequence
from typing import Final

from booth_app import __version__
from booth_app.commands import glossary, lookup, number, packs, spot, translate
from booth_app.commands.arguments import Command, Parser, folder
from booth_app.commands.output import (
    CommandError,
    OutputError,
    finish,
    give_up,
    hold_standard_files,
    say,
    speak_utf8,
    warn,
)
from booth_app.paths import DataFolder

COMMANDS: Final[dict[str, Command]] = {
    module.COMMAND.name: module.COMMAND
    for module in (lookup, spot, translate, number, packs, glossary)
}
_WINDOW_WORDS: Final = ("show", "edit")
_HELP: Final = """\
Without a word Booth opens its window; `show`, `edit` or the path of an existing file do too, or
raise the one that is open.

commands:
{}
"""
_BROKEN_PIPE: Final = 128 + 13
"""What a shell shows of a program whose reader went away."""

Window = Callable[[DataFolder, str | None], int]
"""Opens or raises the window on a data folder, asked to `show`, to `edit`, for a file, or
nothing; returns the exit status."""


def run(words: Sequence[str], window: Window) -> int:
    """Run what `words` ask for and return the exit status; faults of the world become one line."""
    hold_standard_files()
    speak_utf8()
    try:
        status = _exit_status(list(words), window)
        finish()
    except CommandError as fault:
        return _refused(str(fault))
    except OutputError as fault:
        give_up()
        return _BROKEN_PIPE if fault.closed else _refused(str(fault))
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    return status


def _exit_status(words: list[str], window: Window) -> int:
    try:
        return _run(words, window)
    except SystemExit as done:  # argparse, after --help
        return int(done.code or 0)


def _run(words: list[str], window: Window) -> int:
    at = _first_word(words)
    name = words[at] if at < len(words) else None
    if name in COMMANDS:
        command = COMMANDS[name]
        parser = Parser(prog=f"booth {name}", description=command.summary)
        command.arguments(parser)
        return command.run(parser.parse_args(words[:at] + words[at + 1 :]))
    options = _window_parser().parse_args(words)
    if options.version:
        say(f"booth {__version__}")
        return 0
    if name is None or name in _WINDOW_WORDS:
        return window(folder(options), name)
    if not os.path.isfile(name):
        known = ", ".join((*COMMANDS, *_WINDOW_WORDS))
        raise CommandError(f"{name!r} is neither a command ({known}) nor a file")
    return window(folder(options), os.path.abspath(name))


def _first_word(words: Sequence[str]) -> int:
    """Return where the first word stands that is neither an option nor an option's value."""
    at = 0
    while at < len(words) and words[at].startswith("-"):
        at += 2 if words[at] == "--data-dir" else 1
    return at


def _window_parser() -> Parser:
    listed = "\n".join(f"  {name:<9} {command.summary}" for name, command in COMMANDS.items())
    parser = Parser(prog="booth", description="A desktop companion for simultaneous interpreters.")
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = _HELP.format(listed)
    parser.add_argument("--version", action="store_true", help="show the version")
    parser.add_argument("word", nargs="?", metavar="show | edit | FILE | COMMAND")
    return parser


def _refused(sentence: str) -> int:
    warn(sentence)
    return 2
