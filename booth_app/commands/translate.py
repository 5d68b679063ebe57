"""`booth translate`: the suggestion of the booth's strip, or why there is none."""

import argparse
from typing import Final

from booth_app.commands.arguments import Command, Parser, folder, language, typed
from booth_app.commands.opening import opened
from booth_app.commands.output import CommandError, say, say_json
from booth_app.commands.reading import STANDARD_INPUT, text

_LARGEST: Final = 1_000_000
"""Bytes of a phrase on standard input; far longer ones than this are withheld anyway."""

_KEYS: Final = ("origin", "route", "withheld", "alternatives")


def _arguments(parser: Parser) -> None:
    parser.add_argument("text", type=typed, metavar="TEXT", help="a phrase; - reads it from stdin")
    parser.add_argument("--from", dest="source", type=language, required=True, metavar="L")
    parser.add_argument("--to", dest="target", type=language, required=True, metavar="L")
    parser.add_argument("--json", action="store_true", help="a JSON object")


def _run(options: argparse.Namespace) -> int:
    if options.source == options.target:
        raise CommandError("booth translate: --from and --to name the same language")
    from booth_app.translation.glossary_answers import GlossaryAnswers
    from booth_app.translation.suggestions import Suggestions

    phrase = options.text
    if phrase == STANDARD_INPUT:
        phrase = text(phrase, _LARGEST)
    data = folder(options)
    with opened(data) as (termbase, meeting):
        known = GlossaryAnswers(termbase, meeting.person if meeting else _nobody)
        suggestions = Suggestions.opened(
            data.packs, glossary=known.exact, terms=known.terms, people=known.people
        )
        suggestion = suggestions.suggest(phrase, options.source, options.target)
    if options.json:
        document = {key: getattr(suggestion, key) for key in _KEYS}
        say_json({"suggestion": suggestion.text, **document})
    elif suggestion.text is None:
        say(f"no suggestion: {suggestion.reason}")
    else:
        through = " → ".join(suggestion.route) or suggestion.origin
        say(f"{suggestion.text}  ({through})")
    return 0


def _nobody(name: str) -> None:
    """Know nobody: there is no meeting."""


COMMAND: Final = Command("translate", "suggest a translation", _arguments, _run)
