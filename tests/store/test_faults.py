import errno
import sqlite3
from pathlib import Path

import pytest

from booth_app.store.faults import DatabaseDamaged, DatabaseUnusable, fault_of, suspicion


def sqlite_error(code: int) -> sqlite3.Error:
    error = sqlite3.OperationalError("it went wrong")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("error", "to_do"),
    [
        (sqlite_error(sqlite3.SQLITE_FULL), "free some space"),
        (sqlite_error(sqlite3.SQLITE_IOERR_SHMSIZE), "free some space"),
        (sqlite_error(sqlite3.SQLITE_BUSY), "close what else has it open"),
        (sqlite_error(sqlite3.SQLITE_BUSY_SNAPSHOT), "close what else has it open"),
        (sqlite_error(sqlite3.SQLITE_READONLY_DIRECTORY), "make it readable and writable"),
        (sqlite_error(sqlite3.SQLITE_IOERR_READ), "try again"),
        (OSError(errno.ENOSPC, "No space left on device"), "free some space"),
        (PermissionError(errno.EACCES, "Permission denied"), "make it readable and writable"),
        (ValueError("counts differ"), "try again"),
        (MemoryError(), "try again"),
    ],
)
def test_a_fault_says_what_where_and_what_to_do(error: Exception, to_do: str) -> None:
    path = Path("data") / "booth.db"
    fault = fault_of(path, error)
    assert isinstance(fault, DatabaseUnusable)
    assert str(fault).startswith(f"{path} could not be used (")
    assert "()" not in str(fault)
    assert f"so nothing was changed; {to_do}" in str(fault)
    assert "\n" not in str(fault)


def test_damage_leaves_a_mark(tmp_path: Path) -> None:
    path = tmp_path / "booth.db"
    fault = fault_of(path, sqlite_error(sqlite3.SQLITE_CORRUPT))
    assert isinstance(fault, DatabaseDamaged)
    assert suspicion(path).exists()
