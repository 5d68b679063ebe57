"""Ids that need no server, and the time as the store writes it."""

import secrets
import time
from datetime import UTC, datetime
from typing import Final

_DIGITS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_RANDOM_BITS: Final = 80


def ulid() -> str:
    """Return a new ULID: 48 bits of milliseconds and 80 random ones, in Crockford's base 32.

    Two workstations never make the same one, and ids sort by the time they were made.
    """
    number = time.time_ns() // 1_000_000 << _RANDOM_BITS | secrets.randbits(_RANDOM_BITS)
    return "".join(_DIGITS[number >> shift & 31] for shift in range(125, -1, -5))


def now() -> str:
    """Return the time in UTC as ISO 8601 with milliseconds: `2021-01-22T15:00:00.000Z`."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
