from zoneinfo import ZoneInfo

import pytest

from booth_app.meeting.document_part import MeetingInvalid, Part
from booth_app.meeting.meeting import Wording

KNOWN = ("name", "texts", "truth", "time", "title")


def part(**values: object) -> Part:
    return Part(values, ("people", 3), KNOWN)


def test_what_is_absent_is_empty() -> None:
    assert part().text("name") == ""
    assert part().texts("texts") == ()
    assert part().truth("truth") is False
    assert part().text_in_languages("title") == {}


@pytest.mark.parametrize(("written", "meant"), [(True, True), ("true", True), ("false", False)])
def test_truth_is_read_from_json_and_from_yaml(written: object, meant: bool) -> None:
    assert part(truth=written).truth("truth") is meant


def test_a_text_has_its_languages_in_the_usual_order() -> None:
    title = {"ar": {"text": "أ"}, "en": {"text": "A", "verified": "true"}}
    assert list(part(title=title).text_in_languages("title").items()) == [
        ("en", Wording("A", True)),
        ("ar", Wording("أ", False)),
    ]


def test_times_need_their_offset() -> None:
    zone = ZoneInfo("Europe/Brussels")
    moment = part(time="2021-01-22T15:00:00Z").moment("time", zone)
    assert moment.isoformat() == "2021-01-22T16:00:00+01:00"
    with pytest.raises(MeetingInvalid, match="offset"):
        part(time="2021-01-22T15:00:00").moment("time", zone)


def test_a_fault_leads_to_its_value() -> None:
    with pytest.raises(MeetingInvalid) as caught:
        part(texts=["a", 7]).texts("texts")
    assert caught.value.where == ("people", 3, "texts", 1)
    assert str(caught.value) == "people.3.texts.1: text expected"


def test_blank_is_missing() -> None:
    with pytest.raises(MeetingInvalid, match="missing or empty"):
        part(name=" \n").required("name")


def test_unknown_keys_are_told() -> None:
    with pytest.raises(MeetingInvalid, match="unknown key 'nmae'; known: name, "):
        Part({"nmae": "x"}, (), KNOWN)
