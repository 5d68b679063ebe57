"""Ids for concepts that come with those of another system, or with none."""

import hashlib
import json
from typing import Final

from booth_app.exchange.read_file import NO_ID
from booth_app.store.ids import ulid
from booth_app.terminology.concept import Reference

_DIGITS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def new_id() -> str:
    """Return an id for a new concept."""
    return f"c_{ulid()}"


def id_of_foreign(reference: Reference) -> str:
    """Return the id here of the concept that another system has under `reference`.

    It is the same wherever and whenever that concept comes in, and never that of another one.
    """
    said = f"{reference.system}\0{reference.id}"
    digest = hashlib.sha256(said.encode("utf-8", "surrogatepass")).digest()
    number = int.from_bytes(digest[:16], "big")
    return "c_" + "".join(_DIGITS[number >> shift & 31] for shift in range(125, -1, -5))


def with_ids(document: str, id_: str, terms: str = "") -> str:
    """Return `document`, which has no id, under `id_`, its terms under ids that begin with `terms`.

    Without `terms` these begin with `id_` too.
    """
    named = document.replace(f'{{"id":"{NO_ID}"', f'{{"id":{_quoted(id_)}', 1)
    return named.replace(f'{{"id":"{NO_ID}.', f'{{"id":{_quoted(terms or id_)[:-1]}.')


def _quoted(id_: str) -> str:
    return json.dumps(id_, ensure_ascii=False)
