"""One question to a service on a D-Bus: enough of the protocol to ask it and keep what it grants.

Qt's own client waits without end for a bus that does not answer and keeps Python waiting with it,
and cannot send the 32-bit numbers that the portal asks for. Only sockets of the file system or of
Linux's abstract names are opened, never the network. No Qt here.
"""

import contextlib
import os
import socket
import struct
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple
from urllib.parse import unquote

PATIENCE: Final = 5.0
"""Seconds to wait for each answer."""
_LONGEST: Final = 1 << 20
_RETURN, _ERROR = 2, 3
_REPLY_SERIAL: Final = 5
_BUS: Final = "org.freedesktop.DBus"

Argument = str | int | Mapping[str, str]
"""A text, an unsigned 32-bit number, or options with texts as their values."""


class BusSilent(Exception):
    """The bus or the service is not there, refuses, or does not answer in time."""


class Question(NamedTuple):
    """A method of a service and what it is called with; `bus` is an address, as buses have them."""

    bus: str
    service: str
    path: str
    interface: str
    method: str
    arguments: tuple[Argument, ...]


class Granted:
    """What a service answered: it holds for as long as the connection it came through."""

    def __init__(self, connection: socket.socket, files: list[int]) -> None:
        self._connection = connection
        self._files = files

    def end(self) -> None:
        """Give it back; once is enough."""
        for file in self._files:
            os.close(file)
        self._files = []
        self._connection.close()


def ask(question: Question, patience: float = PATIENCE) -> Granted:
    """Return what the service grants; waits for it. Raises BusSilent."""
    connection = _connected(question.bus, patience)
    files: list[int] = []
    try:
        _introduce(connection)
        hello = Question("", _BUS, "/org/freedesktop/DBus", _BUS, "Hello", ())
        for serial, each in enumerate((hello, question), 1):
            connection.sendall(_call(each, serial))
            while (kind_and_serial := _message(connection, files))[1] != serial:
                pass
            if kind_and_serial[0] == _ERROR:
                raise BusSilent(f"{question.service} refuses")
    except (OSError, struct.error, ValueError, LookupError) as error:
        Granted(connection, files).end()
        raise BusSilent(f"{question.service} does not answer: {error}") from error
    except BusSilent:
        Granted(connection, files).end()
        raise
    return Granted(connection, files)


def unix_path(address: str) -> str | None:
    """Return the socket's name in a bus address, an abstract one after a NUL; None: no such."""
    for one in address.split(";"):
        kind, _, rest = one.partition(":")
        pairs = dict(part.split("=", 1) for part in rest.split(",") if "=" in part)
        if kind == "unix" and "path" in pairs:
            return unquote(pairs["path"])
        if kind == "unix" and "abstract" in pairs:
            return f"\0{unquote(pairs['abstract'])}"
    return None


def _connected(address: str, patience: float) -> socket.socket:
    path = unix_path(address)
    if path is None:
        raise BusSilent(f"no bus on this computer: {address!r}")
    connection = socket.socket(socket.AF_UNIX)
    connection.settimeout(patience)
    try:
        connection.connect(path)
    except (OSError, ValueError) as error:
        connection.close()
        raise BusSilent(f"no bus at {path!r}") from error
    return connection


def _introduce(connection: socket.socket) -> None:
    """Say who asks: the account's number, which the system vouches for."""
    account = str(os.getuid()).encode().hex().encode()
    connection.sendall(b"\0AUTH EXTERNAL " + account + b"\r\n")
    if not _line(connection).startswith(b"OK"):
        raise BusSilent("the bus does not know this account")
    connection.sendall(b"NEGOTIATE_UNIX_FD\r\n")
    _line(connection)  # without files logind refuses later, and that is told
    connection.sendall(b"BEGIN\r\n")


def _line(connection: socket.socket) -> bytes:
    line = b""
    while not line.endswith(b"\r\n"):
        line += _some(connection, 1, [])
        if len(line) > 1000:
            raise ValueError("an endless line")
    return line


def _call(question: Question, serial: int) -> bytes:
    body, signature = bytearray(), ""
    for argument in question.arguments:
        signature += _put(body, argument)
    fields = bytearray()
    texts = ((1, "o", question.path), (2, "s", question.interface), (3, "s", question.method))
    for code, kind, text in (*texts, (6, "s", question.service)):
        _align(fields, 8)
        fields += bytes((code, 1)) + kind.encode() + b"\0"
        _put(fields, text)
    if signature:
        _align(fields, 8)
        fields += bytes((8, 1)) + b"g\0" + bytes((len(signature),)) + signature.encode() + b"\0"
    message = bytearray(struct.pack("<4BIII", ord("l"), 1, 0, 1, len(body), serial, len(fields)))
    message += fields
    _align(message, 8)
    return bytes(message + body)


def _put(into: bytearray, argument: Argument) -> str:
    """Add `argument` and return its signature."""
    _align(into, 4)
    if isinstance(argument, int):
        into += struct.pack("<I", argument)
        return "u"
    if isinstance(argument, str):
        data = argument.encode()
        into += struct.pack("<I", len(data)) + data + b"\0"
        return "s"
    at = len(into)
    into += b"\0" * 4
    _align(into, 8)
    begin = len(into)
    for key, value in argument.items():
        _align(into, 8)
        _put(into, key)
        into += b"\x01s\0"
        _put(into, value)
    struct.pack_into("<I", into, at, len(into) - begin)
    return "a{sv}"


def _align(into: bytearray, to: int) -> None:
    into += b"\0" * (-len(into) % to)


def _message(connection: socket.socket, files: list[int]) -> tuple[int, int]:
    """Read one message; return its kind and, for an answer, the serial it answers, else 0."""
    head = _some(connection, 16, files)
    order = "<" if head[0] == ord("l") else ">"
    length, _, fields_length = struct.unpack_from(f"{order}III", head, 4)
    padded = fields_length + -fields_length % 8
    if length + padded > _LONGEST:
        raise ValueError("an endless message")
    rest = _some(connection, padded + length, files)
    serials = (at for code, at in _fields(rest, fields_length, order) if code == _REPLY_SERIAL)
    at = next(serials, None)
    answered = struct.unpack_from(f"{order}I", rest, at)[0] if at is not None else 0
    return head[1], answered if head[1] in (_RETURN, _ERROR) else 0


def _fields(data: bytes, length: int, order: str) -> Iterator[tuple[int, int]]:
    """Yield each header field's code and where its value stands."""
    at = 0
    while at < length:
        at += -at % 8
        code, kind = data[at], chr(data[at + 2])
        at += 4
        if kind == "g":
            yield code, at
            at += data[at] + 2
        else:
            at += -at % 4
            yield code, at
            size = struct.unpack_from(f"{order}I", data, at)[0] + 5 if kind in "so" else 4
            at += size


def _some(connection: socket.socket, length: int, files: list[int]) -> bytes:
    data = b""
    while len(data) < length:
        part, came, _, _ = socket.recv_fds(connection, length - len(data), 4)
        files += came
        if not part:
            raise ConnectionError("the bus hung up")
        data += part
    return data


def end_all(granted: list[Granted]) -> None:
    """Give everything back that was granted."""
    while granted:
        with contextlib.suppress(OSError):
            granted.pop().end()
