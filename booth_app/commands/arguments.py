"""Command words and how they are read: every error is one line, exit status 2."""

import argparse
import os
from collections.abc import Callable
from typing import NamedTuple, NoReturn

from booth_app.commands.output import CommandError, one_line
from booth_app.languages import LANGUAGES, Lang, is_language
from booth_app.paths import DataFolder, data_folder


class Command(NamedTuple):
    """A word of the command line. `run` returns the exit status; its faults are CommandErrors."""

    name: str
    summary: str
    arguments: Callable[["Parser"], None]
    run: Callable[[argparse.Namespace], int]


class Parser(argparse.ArgumentParser):
    """An argument parser whose errors are CommandErrors and that always knows --data-dir."""

    def __init__(self, *, prog: str, description: str) -> None:
        super().__init__(prog=prog, description=description, allow_abbrev=False)
        self.add_argument(
            "--data-dir",
            metavar="DIR",
            default=argparse.SUPPRESS,
            help="the data folder (else BOOTH_DATA_DIR, else the platform's own)",
        )

    def error(self, message: str) -> NoReturn:
        """Override ArgumentParser.error: raise it."""
        raise CommandError(one_line(f"{self.prog}: {message}"))

    def words(self, summaries: dict[str, str]) -> dict[str, "Parser"]:
        """Return a parser for each further word; the one given is kept as `word`."""
        choices = self.add_subparsers(dest="word", metavar="WORD", required=True)
        return {
            name: choices.add_parser(
                name, help=summary, prog=f"{self.prog} {name}", description=summary
            )
            for name, summary in summaries.items()
        }


def folder(options: argparse.Namespace) -> DataFolder:
    """Return the data folder the words name, else the environment, else the platform.

    Raises CommandError where it lies in the home folder of nobody known.
    """
    try:
        return data_folder(getattr(options, "data_dir", None))
    except RuntimeError:  # ~name of nobody, or an account without a home
        raise CommandError(
            "the data folder's home is not known; give its path: --data-dir"
        ) from None


def language(code: str) -> Lang:
    """Return `code` as a language.

    Raises ArgumentTypeError where it is none, with the sentence that argparse shows.
    """
    if not is_language(code):
        raise argparse.ArgumentTypeError(f"{code!r} is no language; known: {', '.join(LANGUAGES)}")
    return code


def positive(text: str) -> int:
    """Return the whole number that `text` is, from 1; raises ArgumentTypeError else."""
    digits = text.lstrip("0")
    if not digits.isascii() or not digits.isdigit():
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 1")
    return int(digits[:9])


def typed(text: str) -> str:
    """Return `text` as UTF-8, which is what was typed whatever the locale took it for."""
    return os.fsencode(text).decode("utf-8", "replace")
