"""What is said of the columns of a table: which are not taken, and how a person takes them."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from booth_app.exchange.columns import Column, column_name
from booth_app.exchange.headers import Found, is_header, sounds_like_header, stands_apart
from booth_app.exchange.report import shown
from booth_app.terminology.folding import fold

_TEXTS: Final = ("source", "target", "source text", "target text", "term")
"""Headers of texts whose language they do not name."""
_MOST: Final = 12  # columns that are named
_LOCALE: Final = re.compile(r"[a-z]{2,3}[-_][A-Z]{2}")


def of_columns(found: Found, *, mapped: bool) -> Iterator[str]:
    """Yield what is to be looked at in the columns; `mapped`: a person said what some are."""
    if mapped and not found.row:
        yield (
            "No row names the columns: the first with anything in it was read as a concept too;"
            " where it names them, say by those names what they hold."
        )
    elif mapped and not is_header(found.header) and sounds_like_header(found.header):
        yield "It seems to name the columns: it was not read as a concept."
    if stands_apart(found.columns):
        yield (
            "An empty column parts its languages: it was read as one table; if these are two,"
            " put them on two sheets."
        )
    for at, column in enumerate(found.columns):
        header = column.header.strip()
        name = column_name(at, header)
        if not column.certain:
            named = f"Column {name}" if header else name.capitalize()
            how = f"to take it, --map {_mapped(at, column)}"
            yield f"{named} is not taken: {column.why}; {how}."
        elif column.part == "extra" and _LOCALE.fullmatch(header):
            yield f"{name} is no language that exists: the column is kept under that name."


def no_language(tables: Sequence[Found]) -> str:
    """Return why nothing can be read where no column of these tables says its language."""
    if not tables:
        return "has no table with anything in it"
    widest = max(tables, key=lambda found: len(found.columns))
    columns = [*enumerate(widest.columns)]
    unsaid = [each for each in columns if not each[1].certain]
    texts = [each for each in columns if each[1].part in ("source", "term", "extra")]
    texts.sort(key=lambda each: fold(each[1].header) not in _TEXTS)
    mapped = ",".join(_mapped(*each) for each in (unsaid or texts[:2])[:_MOST])
    return (
        f"names the language of no column{there([widest])}: say which they are, as in"
        f" --map {mapped or '1=en'}"
    )


def there(tables: Sequence[Found]) -> str:
    """Return which columns the first of these tables has, in brackets; empty where none has any."""
    if not tables:
        return ""
    found = tables[0]
    names = [column_name(at, column.header) for at, column in enumerate(found.columns[:_MOST])]
    first = (
        [shown(cell) for cell in found.sample[0][:_MOST] if cell.strip()] if found.sample else []
    )
    row = "" if found.row or not first else f"; its first row: {', '.join(first)}"
    return f" (there are {', '.join(names)}{row})"


def _mapped(at: int, column: Column) -> str:
    """Return how a person takes a column: `Terme=fr`, `3=ar`."""
    header = column.header.strip()
    name = header if header and not re.search('[=,"]', header) else str(at + 1)
    quoted = f'"{name}"' if " " in name else name
    return f"{quoted}={column.lang or 'LANG'}"
