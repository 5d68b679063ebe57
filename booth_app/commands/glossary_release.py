"""`booth glossary release`: the released state as YAML, and one file for the booths."""

import argparse
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from booth_app.commands.arguments import Parser, folder
from booth_app.commands.glossary_export import chosen, glossary_argument
from booth_app.commands.opening import opened_to_write
from booth_app.commands.output import CommandError, say, warn
from booth_app.languages import LANGUAGES
from booth_app.terminology.counted import counted

if TYPE_CHECKING:
    from booth_app.editing.release_counts import ReleaseCounts
    from booth_app.editing.releasing import Released


def arguments(parser: Parser) -> None:
    """Describe the words after `release`."""
    parser.add_argument(
        "--to", type=Path, metavar="DIR", help="where to; else the glossaries of the data folder"
    )
    parser.add_argument(
        "--approved-only", action="store_true", help="hold back what was never approved"
    )
    glossary_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Say what goes out and what stays behind, then write it; return the exit status.

    Raises CommandError where nothing goes out, or a file cannot be written.
    """
    from booth_app.editing.releasing import FileUnwritable, Releasing, UnwritableGlossaryError

    with opened_to_write(folder(options)) as termbase:
        glossary = chosen(termbase, options.glossary)
        releasing = Releasing(termbase, glossary, approved_only=options.approved_only)
        counts = releasing.counts()
        _print(glossary, counts)
        if not counts.concepts:  # it would empty the booths that open it
            raise CommandError(f"nothing of {glossary} goes out: nothing was released")
        try:
            released = releasing.write(datetime.now().astimezone(), options.to)
        except (FileUnwritable, UnwritableGlossaryError) as fault:
            raise CommandError(str(fault)) from None
    _print_files(released)
    return 0


def _print(glossary: str, counts: "ReleaseCounts") -> None:
    behind = f", {counts.held_back:,} held back" if counts.held_back else ""
    said = counted(counts.concepts, "concept goes out", "concepts go out")
    say(f"{glossary}: {said}{behind}")
    for lang in LANGUAGES:
        of = counts.languages[lang]
        out = counted(of.goes_out, "term goes out", "terms go out")
        behind = counted(of.stays_behind, "stays behind", "stay behind")
        say(
            f"    {lang}: {out} ({of.approved:,} approved, {of.earlier:,} as approved before,"
            f" {of.unapproved:,} never approved); {behind}"
        )


def _print_files(released: "Released") -> None:
    folder = released.folder
    say(f"Released as {released.file}")
    changes = f"{counted(len(folder.changed), 'file')} changed, {len(folder.removed):,} removed"
    say(f"{folder.path}: {changes}")
    for path in folder.left:
        warn(f"{path} is not released any more and was left: it says what Booth never knew.")
    if folder.unnamed:
        unnamed = counted(
            len(folder.unnamed),
            "concept has an id that cannot name a file: it is",
            "concepts have ids that cannot name a file: they are",
        )
        warn(f"{unnamed} in the one file alone.")
