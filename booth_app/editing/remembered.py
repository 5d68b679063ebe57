"""What editors chose once: how the house of a glossary writes, what the columns of tables are."""

import json
from collections.abc import Mapping

from booth_app.store import glossaries
from booth_app.termbase import Termbase
from booth_app.terminology.house_style import HouseStyle, style_from_json, style_to_json


def house_style(termbase: Termbase, glossary: str) -> HouseStyle:
    """Return how the house of `glossary` writes."""
    return style_from_json(glossaries.style(termbase.store.reader, glossary))


def keep_house_style(termbase: Termbase, glossary: str, style: HouseStyle) -> None:
    """Keep how the house of `glossary` writes. Raises StoreFault."""
    with termbase.store.writing() as connection:
        glossaries.keep_style(connection, glossary, style_to_json(style))


def columns(termbase: Termbase, header: str) -> dict[str, str]:
    """Return what the columns of tables with this header were said to hold, by their names.

    `header` is the key that `exchange.columns.header_key` makes of it.
    """
    try:
        said = json.loads(glossaries.columns(termbase.store.reader, header) or "{}")
    except ValueError:
        return {}
    return {str(name): str(part) for name, part in said.items()} if isinstance(said, dict) else {}


def keep_columns(termbase: Termbase, header: str, said: Mapping[str, str]) -> None:
    """Keep what the columns of tables with this header hold. Raises StoreFault."""
    with termbase.store.writing() as connection:
        glossaries.keep_columns(connection, header, json.dumps(dict(said), ensure_ascii=False))
