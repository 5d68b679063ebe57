import os
import subprocess
import sys
from pathlib import Path

import pytest

from booth_app import __version__
from booth_app.__main__ import main
from booth_app.commands.running import COMMANDS, run
from booth_app.paths import DataFolder


class Window:
    """Takes what the window is asked for."""

    def __init__(self) -> None:
        self.asked: list[tuple[Path, str | None]] = []

    def __call__(self, data: DataFolder, asked: str | None) -> int:
        self.asked.append((data.root, asked))
        return 0


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    window = Window()
    assert run(words, window) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1
    assert window.asked == []
    return said.err


def booth(*words: str, env: dict[str, str], **options: object) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "booth_app", *words],
        env={**os.environ, **env},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        **options,  # type: ignore[call-overload]
    )


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"], Window()) == 0
    assert capsys.readouterr().out == f"booth {__version__}\n"


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"], Window()) == 0
    said = capsys.readouterr().out
    assert all(name in said for name in (*COMMANDS, "show", "edit", "--data-dir"))


@pytest.mark.parametrize(("words", "asked"), [([], None), (["show"], "show"), (["edit"], "edit")])
def test_words_for_the_window(tmp_path: Path, words: list[str], asked: str | None) -> None:
    for placed in (["--data-dir", str(tmp_path), *words], [*words, f"--data-dir={tmp_path}"]):
        window = Window()
        assert run(placed, window) == 0
        assert window.asked == [(tmp_path, asked)]


def test_an_existing_file_goes_to_the_window(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "programme.txt").write_text("x", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    window = Window()
    assert run(["programme.txt"], window) == 0
    assert [asked for _, asked in window.asked] == [str(tmp_path / "programme.txt")]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nonsense"], "neither a command"),
        (["show", "more"], "unrecognized"),
        (["--data-dir"], "expected one argument"),
        (["--nonsense"], "unrecognized"),
        (["lookup"], "either TEXT or --batch"),
        (["lookup", "x", "--batch", "-"], "either TEXT or --batch"),
        (["lookup", "x", "--to", "xx"], "'xx' is no language"),
        (["lookup", "x", "--from", "de"], "'de' is no language"),
        (["lookup", "x", "--limit", "0"], "no number from 1"),
        (["lookup", "x", "--limit", "٣"], "no number from 1"),
        (["lookup", "x", "--limit", "000"], "no number from 1"),
        (["lookup", "x", "--js"], "unrecognized"),
        (["spot", "x"], "--from"),
        (["spot", "no-such-file", "--from", "fr"], "no-such-file cannot be read"),
        (["translate", "x", "--from", "fr", "--to", "fr"], "same language"),
        (["packs"], "WORD"),
        (["packs", "burn"], "burn"),
        (["packs", "add"], "FILE"),
        (["packs", "add", "no-such-file"], "no-such-file"),
        (["packs", "remove", "fr", "en"], "no language pack"),
        (["packs", "add", "x" * 5000], "cannot be read"),
        (["glossary", "check", "no-such-folder"], "holds no glossary"),
        (["glossary", "check", "x" * 5000], "cannot be read"),
        (["lookup", "x", "--data-dir", "~nobody-of-this-name/x"], "--data-dir"),
        (["--data-dir", "~nobody-of-this-name/x"], "--data-dir"),
    ],
)
def test_what_cannot_run_is_one_line(
    capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    assert said in refused(capsys, *words)


def test_a_folder_is_no_word(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "neither" in refused(capsys, str(tmp_path))


def test_what_is_said_cannot_steer_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    said = refused(capsys, "\x1b[2Jred\nand more\u202e")
    assert said.strip().isprintable()


def test_version_and_packs_import_neither_window_nor_database() -> None:
    code = (
        "import sys; from booth_app.__main__ import main; main(['packs', 'list']);"
        "print(sorted({'PySide6', 'sqlalchemy', 'numpy', 'argostranslate', 'ruamel'}"
        " & {name.partition('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout.split() == [b"[]"]


def test_a_reader_that_goes_away_is_no_fault() -> None:
    with booth("glossary", "check", "--json", env={}) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        said = running.stderr.read()
    assert said == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_named() -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "booth_app", "--version"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(os.name == "nt", reason="descriptors are POSIX's")
def test_a_program_without_standard_files_keeps_them_from_other_files(tmp_path: Path) -> None:
    code = (
        "import os; os.closerange(0, 3);"
        "from booth_app.__main__ import main; status = main(['--version']);"
        f"held = os.open({str(tmp_path / 'held')!r}, os.O_WRONLY | os.O_CREAT);"
        "os.write(held, str(held).encode()); os._exit(status)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
    assert int((tmp_path / "held").read_text(encoding="utf-8")) > 2


def test_an_interrupt_while_modules_are_read_says_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("booth_app.commands.run", interrupted)
    assert main(["--version"]) == 130
    assert capsys.readouterr() == ("", "")


def test_main_hands_the_window_to_app(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from booth_app import app

    window = Window()
    monkeypatch.setattr(app, "run", window)
    assert main(["show", "--data-dir", str(tmp_path)]) == 0
    assert window.asked == [(tmp_path, "show")]
