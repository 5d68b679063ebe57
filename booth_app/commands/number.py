"""`booth number`: what a figure may stand for, as it is said and written in each language."""

import argparse
from typing import TYPE_CHECKING, Any, Final

from booth_app.commands.arguments import Command, Parser, language, typed
from booth_app.commands.output import say, say_json

if TYPE_CHECKING:
    from booth_app.numbers.reading import Reading

_MARKS: Final = {ord("\N{LEFT-TO-RIGHT MARK}"): None}
"""CLDR's marks before Arabic signs: a terminal orders its line by itself."""


def _arguments(parser: Parser) -> None:
    parser.add_argument("text", type=typed, metavar="TEXT", help="2.5bn, 1,3 Mrd, 3/4, 47 %% …")
    parser.add_argument(
        "--from", dest="floor", type=language, metavar="L", help="the language it was heard in"
    )
    parser.add_argument("--json", action="store_true", help="a JSON object")


def _run(options: argparse.Namespace) -> int:
    from booth_app.numbers.reading import readings

    found = readings(options.text, options.floor)
    if options.json:
        say_json({"readings": [_document(reading) for reading in found]})
        return 0
    for reading in found:
        _say(reading)
    if not found:
        say("not a number")
    return 0


def _document(reading: "Reading") -> dict[str, Any]:
    value = reading.value
    return {
        "value": value.numerator if value.denominator == 1 else float(value),
        "spoken": dict(reading.spoken),
        "digits": dict(reading.digits),
        "trap": reading.trap,
    }


def _say(reading: "Reading") -> None:
    for lang, spoken in reading.spoken.items():
        digits = reading.digits[lang]
        written = "" if digits == spoken else f"  ({digits})"
        say(f"{lang}  {spoken}{written}".translate(_MARKS))
    if reading.trap:
        say(f"    {reading.trap}")


COMMAND: Final = Command("number", "read a number, say it in each language", _arguments, _run)
