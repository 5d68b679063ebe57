"""`booth glossary export`: a glossary as a file for other programs."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from booth_app.commands.arguments import Parser, folder, typed
from booth_app.commands.opening import opened
from booth_app.commands.output import CommandError, say, warn
from booth_app.paths import bundled

if TYPE_CHECKING:
    from booth_app.termbase import Termbase


def arguments(parser: Parser) -> None:
    """Describe the words after `export`."""
    parser.add_argument("file", type=Path, metavar="OUT", help="the file to write")
    parser.add_argument(
        "--format",
        required=True,
        choices=("tbx", "xlsx", "csv", "sheet"),
        help="what it is; a sheet is an XLSX",
    )
    glossary_argument(parser)


def glossary_argument(parser: Parser) -> None:
    """Describe `--glossary`."""
    parser.add_argument(
        "--glossary", type=typed, metavar="NAME", help="the glossary; else the one that ships"
    )


def run(options: argparse.Namespace) -> int:
    """Tell what the format cannot hold, then write the file; return the exit status.

    Raises CommandError where the file cannot be written.
    """
    from booth_app.editing.exporting import FileUnwritable, export, exported, losses

    if options.file.suffix.casefold() == ".pdf":
        raise CommandError(
            f"{options.file} was not written: a booth sheet is an XLSX here, the editor's window"
            " prints it as a PDF"
        )
    with opened(folder(options)) as (termbase, _):
        glossary = chosen(termbase, options.glossary)
        for sentence in losses(options.format, (c for c, _ in exported(termbase, glossary))):
            warn(sentence)
        stood = options.file.exists()
        try:
            export(options.file, options.format, glossary, exported(termbase, glossary))
        except FileUnwritable as fault:
            raise CommandError(str(fault)) from None
    replaced = ", in place of what was there" if stood else ""
    say(f"{glossary}: written to {options.file}{replaced}")
    return 0


def chosen(termbase: "Termbase", named: str | None) -> str:
    """Return the glossary named, else the one that ships. Raises CommandError for none."""
    from booth_app.terminology.glossary_folder import glossary_folders

    there = termbase.filled_glossaries()
    own = [path.name for path in glossary_folders(bundled("glossaries"))]
    name = named if named is not None else next((name for name in own if name in there), "")
    if name not in there:
        raise CommandError(f"there is no glossary {name!r}; stored: {', '.join(there) or 'none'}")
    return name
