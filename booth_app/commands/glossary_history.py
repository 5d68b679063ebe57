"""`booth glossary history`: every change of a concept, oldest first."""

import argparse
from typing import TYPE_CHECKING, Any

from booth_app.commands.arguments import Parser, folder, typed
from booth_app.commands.glossary_export import chosen, glossary_argument
from booth_app.commands.opening import opened
from booth_app.commands.output import CommandError, say, say_json

if TYPE_CHECKING:
    from booth_app.termbase import Change


def arguments(parser: Parser) -> None:
    """Describe the words after `history`."""
    parser.add_argument("id", type=typed, metavar="ID", help="the concept")
    glossary_argument(parser)
    parser.add_argument("--json", action="store_true", help="a JSON list")


def run(options: argparse.Namespace) -> int:
    """Print who changed what, when, and where it came from; return the exit status.

    Raises CommandError where there is no such concept.
    """
    from booth_app.terminology.concept import ConceptKey

    with opened(folder(options)) as (termbase, _):
        glossary = chosen(termbase, options.glossary)
        changes = termbase.history(ConceptKey(glossary, options.id))
    if not changes:
        raise CommandError(f"there is no concept {options.id!r} in {glossary}")
    if options.json:
        say_json([_document(change) for change in changes])
        return 0
    for change in changes:
        by = f" by {change.person}" if change.person else ""
        say(f"{change.at} {_became(change)}{by} ({change.origin})")
        for line in _lines(change):
            say(f"    {line}")
    return 0


def _became(change: "Change") -> str:
    if change.after is None:
        return "deleted"
    return "changed" if change.before is not None else "made"


def _document(change: "Change") -> dict[str, Any]:
    return {
        "at": change.at,
        "person": change.person,
        "origin": change.origin,
        "rev": change.rev,
        "became": _became(change),
        "changes": _lines(change),
    }


def _lines(change: "Change") -> list[str]:
    """Return what a change of a concept that was there did to each field."""
    from booth_app.terminology.differences import differences
    from booth_app.terminology.fields import described, in_words

    if change.before is None or change.after is None:
        return []
    return [
        f"{described(field, change.after if after is not None else change.before)}:"
        f" {in_words(field, before) or '—'} → {in_words(field, after) or '—'}"
        for field, before, after in differences(change.before, change.after)
    ]
