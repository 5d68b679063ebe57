import json
import subprocess
import sys
from typing import Any

import pytest

from booth_app.__main__ import main
from booth_app.languages import LANGUAGES


def readings(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, Any]]:
    assert main(["number", *words, "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert list(answer) == ["readings"]
    found: list[dict[str, Any]] = answer["readings"]
    assert all(list(one) == ["value", "spoken", "digits", "trap"] for one in found)
    assert all(set(one["spoken"]) == set(one["digits"]) == set(LANGUAGES) for one in found)
    return found


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("2.5bn", [2_500_000_000]),
        ("1,3 Mrd", [1_300_000_000]),
        ("٢٫٥ مليار", [2_500_000_000]),
        ("12 000", [12_000]),
        ("3/4", [0.75]),
        ("47 %", [47]),
        ("-5", [-5]),
        ("1.500", [1500, 1.5]),
        ("1,500", [1500, 1.5]),
        ("migrant", []),
        ("", []),
    ],
)
def test_values_are_numbers(
    capsys: pytest.CaptureFixture[str], text: str, values: list[float]
) -> None:
    found = [reading["value"] for reading in readings(capsys, text)]
    assert found == values
    assert [type(value) for value in found] == [type(value) for value in values]


def test_the_floor_language_comes_first(capsys: pytest.CaptureFixture[str]) -> None:
    assert [r["value"] for r in readings(capsys, "1.500", "--from", "en")] == [1.5, 1500]
    assert [r["value"] for r in readings(capsys, "2 billion", "--from", "fr")] == [2e12, 2e9]


def test_the_readable_answer(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["number", "--", "-2.5bn"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "en  -2.5 billion  (-2,500,000,000)"
    assert said[3] == "ar  -2.5 مليار  (-2,500,000,000)"
    assert said[4].startswith("    10⁹ is billion in English")


def test_what_is_said_as_it_is_written_stands_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["number", "1'500"]) == 0
    assert capsys.readouterr().out.splitlines()[0] == "en  1,500"


def test_no_number_is_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["number", "migrant"]) == 0
    assert capsys.readouterr().out == "not a number\n"


def test_neither_window_nor_database_is_imported() -> None:
    code = (
        "import sys; from booth_app.__main__ import main; main(['number', '2.5bn', '--json']);"
        "print(sorted({'PySide6', 'sqlalchemy', 'numpy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout.splitlines()[-1] == b"[]"
