import os
import socket
import struct
import sys
import threading
from pathlib import Path

import pytest

from booth_app.ui.bus import BusSilent, Granted, Question, ask, unix_path

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="D-Bus is Linux's")

QUESTION = Question(
    "", "org.example.Screen", "/org/example", "org.example.Screen", "Inhibit", ("Booth", 12)
)
RETURN, ERROR, SIGNAL = 2, 3, 4


class Bus:
    """A bus of one connection: answers Hello, then the question in the way it is told."""

    def __init__(self, path: Path, kind: int = RETURN, *, file: int | None = None) -> None:
        self.heard: list[bytes] = []
        self._kind, self._file = kind, file
        self._listening = socket.socket(socket.AF_UNIX)
        self._listening.bind(str(path))
        self._listening.listen(1)
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def end(self) -> None:
        """Wait until the other end has hung up."""
        self._thread.join(10)
        self._listening.close()
        assert not self._thread.is_alive()

    def _serve(self) -> None:
        connection, _ = self._listening.accept()
        with connection, connection.makefile("rb") as heard:
            for answer in (b"OK 1234\r\n", b"AGREE_UNIX_FD\r\n", b""):
                self.heard.append(heard.readline())
                connection.sendall(answer)
            self.heard.append(_message(heard))
            connection.sendall(_answer(RETURN, 1) + _answer(SIGNAL, 0))
            self.heard.append(_message(heard))
            files = [] if self._file is None else [self._file]
            socket.send_fds(connection, [_answer(self._kind, 2)], files)
            self.heard.append(heard.read())  # until the other end hangs up


def _message(heard: "socket.SocketIO") -> bytes:
    head = heard.read(16)
    body, _, fields = struct.unpack_from("<III", head, 4)
    return head + heard.read(fields + -fields % 8 + body)


def _answer(kind: int, serial: int) -> bytes:
    """A message with a text among its header fields, as buses send them."""
    fields = bytearray(b"\x07\x01s\0" + struct.pack("<I", 4) + b":1.9\0")
    fields += b"\0" * (-len(fields) % 8)
    fields += b"\x05\x01u\0" + struct.pack("<I", serial)
    fields += b"\0" * (-len(fields) % 8) + b"\x08\x01g\0\x01u\0"
    head = struct.pack("<4BIII", ord("l"), kind, 0, 1, 4, 77, len(fields))
    return head + bytes(fields) + b"\0" * (-len(fields) % 8) + struct.pack("<I", 5)


@pytest.fixture
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("b") / "s"


def test_a_service_is_asked_and_holds_until_it_is_given_back(path: Path) -> None:
    reading, writing = os.pipe()
    bus = Bus(path, file=writing)
    granted = ask(QUESTION._replace(bus=f"unix:path={path},guid=1"), 5.0)
    os.close(writing)
    os.set_blocking(reading, False)
    with pytest.raises(BlockingIOError):
        os.read(reading, 1)  # what came with the answer is still open
    granted.end()
    assert os.read(reading, 1) == b""
    os.close(reading)
    bus.end()
    asked = bus.heard[4]
    assert asked.endswith(struct.pack("<I", 5) + b"Booth\0\0\0" + struct.pack("<I", 12))
    assert b"Inhibit\0" in asked
    assert b"\x02su\0" in asked
    assert bus.heard[5] == b""


def test_what_is_given_back_twice_takes_nothing_from_others() -> None:
    reading, writing = os.pipe()
    granted = Granted(socket.socket(socket.AF_UNIX), [writing])
    granted.end()
    os.dup2(reading, writing)  # another file has its number now
    granted.end()
    os.fstat(writing)
    os.close(reading)
    os.close(writing)


def test_a_service_that_refuses_is_hung_up_on(path: Path) -> None:
    bus = Bus(path, ERROR)
    with pytest.raises(BusSilent, match="refuses") as refused:
        ask(QUESTION._replace(bus=f"unix:path={path}"), 5.0)
    bus.end()
    assert bus.heard[5] == b""
    del refused  # held so long: it would let go of a connection that was not closed


def test_a_bus_that_never_answers_is_waited_for_no_longer_than_told(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(path))
        listening.listen(1)
        with pytest.raises(BusSilent, match="does not answer"):
            ask(QUESTION._replace(bus=f"unix:path={path}"), 0.05)


@pytest.mark.parametrize("said", [b"REJECTED\r\n", b"x" * 2000, b""])
def test_a_bus_that_talks_nonsense(path: Path, said: bytes) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(path))
        listening.listen(1)

        def serve() -> None:
            connection, _ = listening.accept()
            with connection:
                connection.sendall(said)

        serving = threading.Thread(target=serve)
        serving.start()
        with pytest.raises(BusSilent):
            ask(QUESTION._replace(bus=f"unix:path={path}"), 5.0)
        serving.join(10)


@pytest.mark.parametrize(
    ("address", "path_"),
    [
        ("unix:path=/run/user/1000/bus,guid=12", "/run/user/1000/bus"),
        ("tcp:host=a;unix:abstract=/tmp/x%20y", "\0/tmp/x y"),
        ("tcp:host=example.org,port=1", None),
        ("unixexec:path=/bin/sh", None),
        ("", None),
    ],
)
def test_only_sockets_of_this_computer_are_opened(address: str, path_: str | None) -> None:
    assert unix_path(address) == path_
    if path_ is None:
        with pytest.raises(BusSilent, match="no bus"):
            ask(QUESTION._replace(bus=address))
