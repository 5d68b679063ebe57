"""`booth spot`: the concepts, people and document symbols named in a running text."""

import argparse
from typing import Final

from booth_app.commands.arguments import Command, Parser, folder, language
from booth_app.commands.opening import opened
from booth_app.commands.output import say, say_json
from booth_app.commands.reading import text

_LARGEST: Final = 20_000_000
"""Bytes of the largest text; a book of 1,000 pages has a tenth of it."""


def _arguments(parser: Parser) -> None:
    parser.add_argument("file", metavar="FILE", help="a UTF-8 text; - reads standard input")
    parser.add_argument("--from", dest="source", type=language, required=True, metavar="L")
    parser.add_argument("--json", action="store_true", help="a JSON list")


def _run(options: argparse.Namespace) -> int:
    content = text(options.file, _LARGEST)
    with opened(folder(options)) as (termbase, _):
        spots = termbase.spot(content, options.source)
    if options.json:
        say_json(
            [
                {
                    "start": spot.start,
                    "end": spot.end,
                    "text": spot.text,
                    "concept": spot.concept.id if spot.concept else None,
                    "person": spot.person,
                    "symbol": spot.symbol,
                }
                for spot in spots
            ]
        )
        return 0
    for spot in spots:
        what = spot.concept.id if spot.concept else spot.person or spot.symbol or ""
        say(f"{spot.start}-{spot.end}  {' '.join(spot.text.split())}  {what}")
    return 0


COMMAND: Final = Command("spot", "find the glossary's concepts in a text", _arguments, _run)
