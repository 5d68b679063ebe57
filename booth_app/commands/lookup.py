"""`booth lookup`: the termbase asked from the command line, one query or a line each."""

import argparse
from typing import TYPE_CHECKING, Any, Final

from booth_app.commands.arguments import Command, Parser, folder, language, positive, typed
from booth_app.commands.opening import opened
from booth_app.commands.output import CommandError, say, say_json
from booth_app.commands.reading import STANDARD_INPUT, lines
from booth_app.languages import LANGUAGES, Lang
from booth_app.terminology.concept import Attested, Term

if TYPE_CHECKING:
    from booth_app.meeting.meeting import Person
    from booth_app.termbase import Hit, Termbase


def _arguments(parser: Parser) -> None:
    parser.add_argument("text", nargs="?", type=typed, metavar="TEXT", help="what is looked for")
    parser.add_argument("--batch", metavar="FILE", help="a query a line; - reads standard input")
    parser.add_argument("--from", dest="source", type=language, metavar="L", help="match only in L")
    parser.add_argument("--to", dest="target", type=language, metavar="L", help="show L first")
    parser.add_argument("--limit", type=positive, default=10, metavar="N", help="at most N hits")
    parser.add_argument(
        "--meeting", metavar="ID", type=typed, help="whose people and terms come first"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a query")


def _run(options: argparse.Namespace) -> int:
    if (options.text is None) == (options.batch is None):
        raise CommandError("booth lookup: give either TEXT or --batch FILE")
    queries = iter([options.text]) if options.batch is None else lines(options.batch)
    with opened(folder(options), options.meeting) as (termbase, _):
        for query in queries:
            _answer(termbase, query, options)
    return 0


def _answer(termbase: "Termbase", query: str, options: argparse.Namespace) -> None:
    languages = (options.source,) if options.source else LANGUAGES
    hits = termbase.look_up(query, options.limit, languages=languages) if query.strip() else []
    order = sorted(LANGUAGES, key=lambda lang: lang != options.target)
    if options.json:
        documents = [_document(hit, order) for hit in hits]
        say_json({"query": query, "hits": documents}, at_once=options.batch == STANDARD_INPUT)
    else:
        _print(query, hits, order)


def _document(hit: "Hit", order: list[Lang]) -> dict[str, Any]:
    return {
        "concept": hit.concept.id if hit.concept else None,
        "person": hit.person.name if hit.person else None,
        "glossary": hit.glossary,
        "matched": {"lang": hit.matched.lang, "term": hit.matched.term},
        "how": hit.how,
        "tier": hit.tier,
        "terms": {lang: [_term_document(term) for term in _terms(hit, lang)] for lang in order},
    }


def _terms(hit: "Hit", lang: Lang) -> tuple[Term, ...]:
    if hit.concept:
        return hit.concept.section(lang).terms
    return (_name(hit.person, lang),) if hit.person else ()


def _name(person: "Person", lang: Lang) -> Term:
    """Return a person's name as a term: official as the meeting's own document has it."""
    given = person.names.get(lang)
    if given is None or given.text == person.name:
        return Term(id="", text=person.name, status="preferred", attested="official")
    attested: Attested = "secondary" if given.verified else "none"
    return Term(id="", text=given.text, status="preferred", attested=attested)


def _term_document(term: Term) -> dict[str, Any]:
    return {key: getattr(term, key) for key in ("text", "status", "type", "attested", "approval")}


def _print(query: str, hits: "list[Hit]", order: list[Lang]) -> None:
    if not hits:
        say(f"nothing found for “{query}”" if query.strip() else "")
    for hit in hits:
        name = hit.concept.id if hit.concept else hit.person.name if hit.person else ""
        matched = f"{hit.matched.term} [{hit.matched.lang}] {hit.how}, {hit.tier}"
        say(f"{name}  ({hit.glossary or 'person'}; {matched})")
        for lang in order:
            if said := "; ".join(_said(term) for term in _terms(hit, lang)):
                say(f"  {lang}  {said}")


def _said(term: Term) -> str:
    """Return a term with what must be known before it is said."""
    marks = [
        *(["heard, not said"] if term.is_heard_only else []),
        *([term.status] if term.status in ("deprecated", "forbidden") else []),
        *(["not read"] if term.attested == "none" else []),
    ]
    return f"{term.text} ({', '.join(marks)})" if marks else term.text


COMMAND: Final = Command("lookup", "look up a term in all four languages", _arguments, _run)
