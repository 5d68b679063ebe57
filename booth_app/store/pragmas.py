"""How SQLite is told to behave, connection by connection."""

from typing import Final

BUSY_TIMEOUT: Final = 5.0
"""Seconds a statement waits for a lock that another connection holds."""

_UNTRUSTING: Final = ("PRAGMA trusted_schema=OFF", "PRAGMA cell_size_check=ON")
"""The file may be damaged, or made by somebody else."""

READING: Final = ("PRAGMA query_only=ON", *_UNTRUSTING)

# FULL: with NORMAL a power cut loses acknowledged commits (5 of 100 cut writers; FULL 0 of 160).
WRITING: Final = ("PRAGMA synchronous=FULL", "PRAGMA secure_delete=ON", *_UNTRUSTING)

CHECKPOINT: Final = ("PRAGMA busy_timeout=100", "PRAGMA wal_checkpoint(TRUNCATE)")
"""Empties the WAL where no reader is in the way: not worth waiting for, the next one does it."""
