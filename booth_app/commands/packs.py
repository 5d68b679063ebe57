"""`booth packs`: the language packs that the machine suggestion needs."""

import argparse
from pathlib import Path
from typing import Final

from booth_app.commands.arguments import Command, Parser, folder, language
from booth_app.commands.output import CommandError, say

_WORDS: Final = {
    "list": "list the packs that are installed",
    "add": "check .argosmodel files and install them",
    "remove": "remove the pack FROM → TO",
}


def _arguments(parser: Parser) -> None:
    words = parser.words(_WORDS)
    words["add"].add_argument("files", nargs="+", metavar="FILE", type=Path)
    words["remove"].add_argument("source", metavar="FROM", type=language)
    words["remove"].add_argument("target", metavar="TO", type=language)


def _run(options: argparse.Namespace) -> int:
    from booth_app.translation import packs

    data = folder(options)
    if options.word == "list":
        for pack in packs.installed(data.packs):
            say(f"{pack.source} {pack.target} {pack.version}")
        return 0
    from booth_app.store.faults import StoreFault
    from booth_app.store.lock import WriterLock

    try:
        with WriterLock(data.lock):
            if options.word == "remove":
                removed = packs.remove(data.packs, options.source, options.target)
                say(f"Removed {removed}.")
            else:
                for file in options.files:
                    say(packs.add(file, data.packs).sentence, at_once=True)
    except (StoreFault, packs.PackRefused) as fault:
        raise CommandError(str(fault)) from fault
    return 0


COMMAND: Final = Command("packs", "list, add or remove language packs", _arguments, _run)
