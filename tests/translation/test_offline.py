"""Nothing here ever needs the network: with every socket refused the answers are the same."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import pytest

ROOT: Final = Path(__file__).parents[2]

REFUSE: Final = """
import os, socket, sys

def refuse(event, arguments):
    if event in {"socket.connect", "socket.sendto"}:
        is_network = arguments[0].family != socket.AF_UNIX
    elif event == "socket.__new__":
        is_network = arguments[1] in (socket.AF_INET, socket.AF_INET6)
    else:
        is_network = event in {
            "socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr",
            "urllib.Request", "http.client.connect",
        }
    if is_network:
        with open(os.environ["ATTEMPTS"], "a") as stream:
            stream.write(f"{os.getpid()} {event}\\n")
        raise OSError(f"refused: {event}")

sys.addaudithook(refuse)
"""

TRANSLATE: Final = """
import itertools, json, sys
from pathlib import Path

from booth_app.languages import LANGUAGES
from booth_app.translation import packs
from booth_app.translation.suggestions import Suggestions
from tests.language_packs import PAIRS, install_packs, phrases, write_pack

TEXTS = {
    "en": "We thank the member states. The cities welcome the migrants with dignity!",
    "fr": "Les villes accueillent les migrants avec dignité et protègent les réfugiés.",
    "es": "las ciudades acogen a los migrantes con dignidad y protegen a los refugiados",
    "ar": "المدن تستقبل المهاجرين مع كرامة و تحمي اللاجئين",
}

def main(folder):
    also = {"stanza/resources.json": b"{}", "minisbd/en.onnx": b"x"}
    for source, target in PAIRS[:2]:
        file = folder / f"{target}.argosmodel"
        write_pack(file, source, target, phrases(source, target), also=also)
        packs.add(file, folder / "packs")
    install_packs(folder / "packs", PAIRS[2:])
    suggestions = Suggestions.opened(folder / "packs")
    for source, target in itertools.permutations(LANGUAGES, 2):
        found = suggestions.suggest(TEXTS[source], source, target)
        print(json.dumps([found.text, found.withheld, found.route, found.alternatives]))

if __name__ == "__main__":
    main(Path(sys.argv[1]))
"""

ATTEMPT: Final = """
import socket
for attempt in (
    lambda: socket.getaddrinfo("localhost", 80),
    lambda: socket.socket(socket.AF_INET),
    lambda: socket.socket(socket.AF_INET6),
):
    try:
        attempt()
    except OSError as fault:
        print(fault)
"""


def run(script: str, folder: Path, *, refusing: bool, **environment: str) -> list[str]:
    """Run a script in a process whose home is `folder`; return its lines."""
    for name in ("home", "hook", "work"):
        (folder / name).mkdir(parents=True)
    (folder / "script.py").write_text(script, encoding="utf-8")
    if refusing:
        (folder / "hook" / "sitecustomize.py").write_text(REFUSE, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(folder / "script.py"), str(folder / "work")],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={
            "PATH": "",
            "HOME": str(folder / "home"),
            "PYTHONPATH": f"{folder / 'hook'}:{ROOT}",
            "PYTHONUTF8": "1",
            "ATTEMPTS": str(folder / "attempts"),
            **environment,
        },
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_the_refusal_refuses(tmp_path: Path) -> None:
    lines = run(ATTEMPT, tmp_path, refusing=True)
    assert lines == [
        "refused: socket.getaddrinfo",
        "refused: socket.__new__",
        "refused: socket.__new__",
    ]
    assert len((tmp_path / "attempts").read_text().splitlines()) == 3


def test_all_directions_answer_the_same_without_a_network(tmp_path: Path) -> None:
    free = run(TRANSLATE, tmp_path / "free", refusing=False)
    refused = run(TRANSLATE, tmp_path / "refused", refusing=True)
    assert refused == free
    assert not (tmp_path / "refused" / "attempts").exists()
    answers: list[Any] = [json.loads(line) for line in refused]
    assert len(answers) == 12
    assert all(text and not withheld for text, withheld, *_ in answers)
    assert list((tmp_path / "refused" / "home").iterdir()) == []


@pytest.mark.parametrize("provider", ["LIBRETRANSLATE", "OPENAI"])
def test_no_setting_of_the_person_turns_to_a_server(tmp_path: Path, provider: str) -> None:
    settings = tmp_path / "home" / ".config" / "argos-translate" / "settings.json"
    folder = tmp_path / "run"
    settings.parent.mkdir(parents=True)
    settings.write_text(json.dumps({"ARGOS_MODEL_PROVIDER": provider, "ARGOS_DEBUG": "1"}))
    lines = run(
        TRANSLATE,
        folder,
        refusing=True,
        HOME=str(tmp_path / "home"),
        XDG_CONFIG_HOME=str(tmp_path / "home" / ".config"),
        ARGOS_MODEL_PROVIDER=provider,
        ARGOS_CHUNK_TYPE="STANZA",
        ARGOS_DEBUG="1",
        SNAP="/nowhere",
    )
    assert len(lines) == 12
    assert all(json.loads(line)[0] for line in lines)
    assert not (folder / "attempts").exists()
