"""What the README says is what the program does."""

import re
from itertools import groupby
from pathlib import Path

from booth_app.commands.running import COMMANDS as WORDS
from booth_app.ui.booth.keys import COMMANDS, Command

README = Path(__file__).resolve().parents[1] / "README.md"
BEGIN, END = "<!-- keys -->\n", "<!-- end of keys -->\n"


def keys_table() -> str:
    """Return the table of keys as it stands in the README."""
    lines = ["| | keys |\n", "|---|---|\n"]
    for group, commands in groupby(COMMANDS, lambda command: command.group):
        lines.append(f"| **{group}** | |\n")
        lines += [f"| {says} | {keys} |\n" for says, keys in _merged(list(commands))]
    return "".join(lines)


def _merged(commands: list[Command]) -> list[tuple[str, str]]:
    """Return what each command does with its keys; those of the people share a line."""
    rows = [(c.says, ", ".join(f"`{key}`" for key in c.keys)) for c in commands]
    people = [row for row in rows if re.match(r"person \d", row[0])]
    if not people:
        return rows
    first, last = people[0], people[-1]
    merged = (f"{first[0]} … {last[0]}", f"{first[1]} … {last[1]}")
    return [merged, *(row for row in rows if row not in people)]


def test_the_table_of_keys_is_the_programs() -> None:
    text = README.read_text("utf-8")
    _, _, rest = text.partition(BEGIN)
    table, _, _ = rest.partition(END)
    assert table == keys_table()


def test_every_word_of_the_command_line_is_told() -> None:
    text = README.read_text("utf-8")
    for word in (*WORDS, "show"):
        assert f"`booth {word}" in text, word


def test_the_two_commands_stand_alone() -> None:
    lines = README.read_text("utf-8").splitlines()
    assert "pip install uv && uv run main.py" in lines
    assert "pip install uv && uv run pytest" in lines


def test_every_benchmark_is_told() -> None:
    text = README.read_text("utf-8")
    benchmarks = list((README.parent / "tests" / "benchmarks").glob("*.py"))
    assert benchmarks
    for file in benchmarks:
        if '"--json"' in file.read_text("utf-8"):  # the others make what is measured
            assert f"tests.benchmarks.{file.stem}" in text, file.stem


def test_pictures_and_files_it_names_are_there() -> None:
    text = README.read_text("utf-8")
    root = README.parent
    for name in re.findall(r"\]\(([^)h][^)]*)\)", text):
        assert (root / name).is_file(), name
    tree = text.split("```\nmain.py", 1)[1].split("```", 1)[0]
    for path in re.findall(r"\b(ui/[a-z_/]+\.py|[a-z_]+\.py)\b", tree):
        folders = (root, root / "tests", root / "booth_app", root / "booth_app" / "ui" / "booth")
        places = [folder / path for folder in folders]
        assert any(place.is_file() for place in places), path
