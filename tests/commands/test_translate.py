import json
from typing import Any

import pytest

from booth_app.__main__ import main

KEYS = {"suggestion", "origin", "route", "withheld", "alternatives"}


def suggestion(capsys: pytest.CaptureFixture[str], text: str) -> dict[str, Any]:
    assert main(["translate", text, "--from", "fr", "--to", "ar", "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert set(found) == KEYS
    return found


def test_without_packs_nothing_is_suggested(capsys: pytest.CaptureFixture[str]) -> None:
    found = suggestion(capsys, "les villes accueillent les migrants")
    assert (found["suggestion"], found["origin"], found["withheld"]) == (None, None, "no_packs")
    assert (found["route"], found["alternatives"]) == ([], [])


def test_what_the_glossary_has_comes_from_there(capsys: pytest.CaptureFixture[str]) -> None:
    found = suggestion(capsys, "relèvement")
    assert (found["suggestion"], found["origin"]) == ("التعافي", "glossary")
    assert found["withheld"] is None


def test_the_readable_answers(capsys: pytest.CaptureFixture[str]) -> None:
    for text, said in (("relèvement", "التعافي  (glossary)"), ("les villes", "no suggestion: ")):
        assert main(["translate", text, "--from", "fr", "--to", "ar"]) == 0
        assert said in capsys.readouterr().out
