"""What commands print: UTF-8 in any locale, and nothing that could steer a terminal."""

import contextlib
import io
import json
import os
import re
import sys
from collections.abc import Iterable
from typing import Final

_STEERING: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)

_LONGEST: Final = 700
"""Characters of a sentence; of what is longer the middle is left out."""


class CommandError(Exception):
    """Why a command could not run, in one sentence."""


class OutputError(Exception):
    """Standard output takes nothing more; `closed`: whoever read it went away."""

    def __init__(self, fault: OSError) -> None:
        super().__init__(f"the answer cannot be written: {fault.strerror or fault}")
        self.closed = isinstance(fault, BrokenPipeError)


def hold_standard_files() -> None:
    """Give the descriptors 0 to 2 to nothing where a program was started without them.

    Otherwise the next file that is opened takes their place, and what is written to standard error
    goes into it.
    """
    descriptor = os.open(os.devnull, os.O_RDWR)
    while descriptor <= 2:
        descriptor = os.open(os.devnull, os.O_RDWR)
    os.close(descriptor)


def speak_utf8() -> None:
    """Make stdout and stderr UTF-8 whatever the locale says; what cannot be encoded is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(text: str, *, at_once: bool = False) -> None:
    """Print `text` as one line, fit for a terminal. Raises OutputError."""
    _print(shown(text), at_once=at_once)


def say_json(value: object, *, at_once: bool = False) -> None:
    """Print `value` as JSON on one line, fit for a terminal. Raises OutputError."""
    text = json.dumps(value, ensure_ascii=False)
    _print(_STEERING.sub(_by_number, text), at_once=at_once)


def say_json_rows(rows: Iterable[object]) -> None:
    """Print `rows` as a JSON list, a line each as they come; otherwise as `say_json`."""
    begun = "["
    for row in rows:
        _print(
            begun + _STEERING.sub(_by_number, json.dumps(row, ensure_ascii=False)), at_once=False
        )
        begun = ","
    _print("[]" if begun == "[" else "]", at_once=False)


def warn(sentence: str) -> None:
    """Print a sentence as one line on standard error, where there is one that takes it."""
    if sys.stderr is not None:  # print would take standard output in its place
        with contextlib.suppress(OSError):
            print(one_line(sentence), file=sys.stderr, flush=True)


def finish() -> None:
    """Print what is not printed yet. Raises OutputError."""
    try:
        if sys.stdout is not None:  # None where a program was started without one
            sys.stdout.flush()
    except OSError as fault:
        raise OutputError(fault) from None


def give_up() -> None:
    """Let what is not printed yet go nowhere, so that nothing complains about it at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def shown(text: str) -> str:
    """Return `text` fit for a line of a terminal: control and direction characters by number.

    Bytes of a file name that the locale could not decode are read as UTF-8.
    """
    with contextlib.suppress(UnicodeEncodeError):
        text = text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return _STEERING.sub(_by_number, text)


def one_line(text: str) -> str:
    """Return `text` fit for a line of a terminal, its runs of white space as one space.

    Of endless words only the beginning and the end are left.
    """
    line = " ".join(text.split())
    if len(line) > _LONGEST:
        line = f"{line[: _LONGEST * 2 // 3]} … {line[-_LONGEST // 3 :]}"
    return shown(line)


def _by_number(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def _print(text: str, *, at_once: bool) -> None:
    try:
        print(text, flush=at_once)
    except OSError as fault:
        raise OutputError(fault) from None
