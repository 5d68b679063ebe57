import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from booth_app.languages import LANGUAGES
from booth_app.meeting.meeting_folder import (
    LARGEST,
    MeetingUnreadable,
    from_document,
    read_meeting,
    to_document,
)
from booth_app.paths import bundled

GFMD = bundled("resources") / "meetings" / "gfmd-mayors-2021"

SMALL = """\
id: m
title:
  en:
    text: A meeting
    verified: yes?
zone: UTC
start: '2021-01-22T16:00:00+00:00'
end: '2021-01-22T18:00:00+00:00'
"""


def folder_with(tmp_path: Path, text: str | bytes) -> Path:
    content = text if isinstance(text, bytes) else text.encode()
    (tmp_path / "meeting.yaml").write_bytes(content)
    return tmp_path


def test_the_shipped_meeting_is_whole() -> None:
    meeting = read_meeting(GFMD)
    assert len(meeting.items) == 7
    assert len(meeting.people) == 13
    assert sum(len(item.people) for item in meeting.items) == 14
    assert sum(bool(item.question) for item in meeting.items) == 3
    assert [f"{i.start:%H:%M}" for i in meeting.items] == [
        *("16:00", "16:05", "16:10", "16:30", "16:50", "17:10", "17:55")
    ]
    assert all(set(i.title) == set(i.short_title) == set(LANGUAGES) for i in meeting.items)
    assert {a.role for i in meeting.items for a in i.people} == {
        *("coordinator", "speaker", "moderator", "respondent")
    }
    assert not any(person.say_as for person in meeting.people)
    assert from_document(json.loads(json.dumps(to_document(meeting)))).items == meeting.items


def test_the_shipped_note_is_as_received() -> None:
    (note,) = read_meeting(GFMD).documents
    assert len(note.text.encode()) == 7858
    assert len(note.text) == 7652
    assert note.text.startswith("\n\n\n\n")
    assert "épicerie" in note.text


def test_what_the_shipped_meeting_quotes_stands_in_its_note() -> None:
    meeting = read_meeting(GFMD)
    note = meeting.documents[0].text
    slips = [n for n in meeting.notes if n.kind == "slip"]
    assert len(slips) >= 12
    assert all(slip.quote and slip.quote in note for slip in slips)
    assert all(person.name in note for person in meeting.people)
    plain = note.replace("**", "")
    for item in meeting.items:
        assert item.title["fr"].text in plain
        assert item.title["fr"].verified
        assert "fr" not in item.question or item.question["fr"].text in plain


def test_translations_of_the_shipped_meeting_are_told_apart() -> None:
    meeting = read_meeting(GFMD)
    assert meeting.theme["en"].verified
    assert not meeting.theme["ar"].verified
    assert not any(i.title[lang].verified for i in meeting.items for lang in ("en", "es", "ar"))
    vitorino = meeting.person("António Vitorino")
    assert vitorino is not None
    assert vitorino.names["ar"].verified
    etter = meeting.person("Bettina Etter")
    assert etter is not None
    assert not etter.title["fr"].verified  # the note has her title in English
    assert sum(person.verified for person in meeting.people) == 8


def test_the_shipped_meeting_is_composed_text() -> None:
    text = (GFMD / "meeting.yaml").read_text("utf-8")
    assert text == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (SMALL, "line 5: title.en.verified: true or false expected"),
        (SMALL.replace("yes?", "true").replace("zone: UTC", "zone: Mars"), "line 6: zone"),
        (SMALL + "id: again\n", "line 9: the key 'id' is here twice"),
        (SMALL.replace("title:", "title: &a") + "theme: *a\n", "aliases are not read here"),
        (SMALL + "people: [\n", "no YAML"),
        (SMALL + "\x00", "no YAML"),
        ("", "it is empty"),
        ("- a list\n", "line 1: keys with values expected"),
        ("? [a]\n: b\n", "line 1: a key must be text"),
        ("a: " + "[" * 40 + "]" * 40, "nests too deep"),
        (b"id: caf\xe9\n", "line 1: it is not UTF-8"),
    ],
)
def test_a_fault_is_one_sentence_with_file_and_line(
    tmp_path: Path, text: str | bytes, says: str
) -> None:
    with pytest.raises(MeetingUnreadable) as caught:
        read_meeting(folder_with(tmp_path, text))
    sentence = str(caught.value)
    assert str(tmp_path / "meeting.yaml") in sentence
    assert says in sentence
    assert "\n" not in sentence


def test_a_fault_points_at_its_own_line(tmp_path: Path) -> None:
    text = (
        (GFMD / "meeting.yaml").read_text("utf-8").replace("role: respondent", "role: heckler", 1)
    )
    line = next(n for n, row in enumerate(text.splitlines(), 1) if "heckler" in row)
    with pytest.raises(MeetingUnreadable, match=f"line {line}: .*heckler"):
        read_meeting(folder_with(tmp_path, text))


def test_a_folder_without_a_meeting_says_so(tmp_path: Path) -> None:
    with pytest.raises(MeetingUnreadable, match="cannot be read"):
        read_meeting(tmp_path / "nowhere")


@pytest.mark.parametrize("name", ["../secret.txt", "/etc/passwd", "..", "sub/note.txt"])
def test_a_document_stands_beside_its_meeting(tmp_path: Path, name: str) -> None:
    text = SMALL.replace("yes?", "true") + f"documents:\n  - file: {name}\n    lang: fr\n"
    with pytest.raises(MeetingUnreadable, match="beside it"):
        read_meeting(folder_with(tmp_path, text))


def test_the_text_of_a_document_is_not_touched(tmp_path: Path) -> None:
    text = SMALL.replace("yes?", "true") + "documents:\n  - file: n.txt\n    lang: fr\n"
    (tmp_path / "n.txt").write_bytes("\ufeffa\r\nb\n\n".encode())
    (document,) = read_meeting(folder_with(tmp_path, text)).documents
    assert document.text == "\ufeffa\r\nb\n\n"


def test_an_endless_file_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(MeetingUnreadable, match="larger than 4 MB"):
        read_meeting(folder_with(tmp_path, b" " * (LARGEST + 1)))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary(max_size=300)
    | st.text(st.sampled_from(list("id:- []{}&*!|>'\"\n\tab?,#")), max_size=200)
)
def test_any_bytes_are_a_meeting_or_a_sentence(tmp_path: Path, text: str | bytes) -> None:
    sentence = ""
    try:
        read_meeting(folder_with(tmp_path, text))
    except MeetingUnreadable as fault:
        sentence = str(fault)
    assert "\n" not in sentence
