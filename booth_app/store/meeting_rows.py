"""Meetings as the store keeps them: JSON of the meeting and its documents' texts.

What the person adds (people nobody planned; of the others how a name is said, the form of
address, the language spoken, whether the text is there) is kept apart from the meeting as its
source has it, so that a new source never takes it away; `meeting_of` lays it over.
"""

import json
from dataclasses import replace
from typing import Any, Final

from booth_app.meeting.meeting import Meeting, Person
from booth_app.meeting.meeting_document import from_document, to_document
from booth_app.store.documents import storable

_ENTERED: Final = ("say_as", "address", "speaks", "speech")
"""What the person may enter about anybody, planned or not."""


def document_of(meeting: Meeting) -> str:
    """Return the document of `meeting`, the texts of its documents included."""
    texts = {document.file: document.text for document in meeting.documents}
    return _json({"meeting": to_document(meeting), "texts": texts})


def person_document(
    meeting: Meeting, person: Person, items: tuple[str, ...], earlier: str | None = None
) -> str:
    """Return what the person added about `person`, who stands otherwise in `meeting`.

    `items` are those an unplanned one is in. Of a planned one it is what differs and what was
    entered `earlier`: the rest follows the source.
    """
    alone = replace(meeting, people=(person,), items=(), notes=(), documents=())
    document = to_document(alone)["people"][0]
    if person.unplanned:
        return _json({"person": document, "items": list(items)})
    before = meeting.person(person.name) or Person(name=person.name)
    entered = json.loads(earlier) if earlier else {}
    for key in _ENTERED:
        if getattr(person, key) != getattr(before, key):
            entered[key] = document.get(key, {} if key == "address" else "")
    return _json(entered)


def meeting_of(document: str, additions: dict[str, str]) -> Meeting:
    """Return the meeting of a stored document with the person's `additions` (name → document).

    Raises ValueError, KeyError, TypeError or MeetingInvalid where a text is no such document.
    """
    stored = json.loads(document)
    plain = stored["meeting"]
    for name, addition in additions.items():
        _lay_over(plain, name, json.loads(addition))
    meeting = from_document(plain)
    texts = stored["texts"]
    documents = (replace(d, text=texts.get(d.file, "")) for d in meeting.documents)
    return replace(meeting, documents=tuple(documents))


def _lay_over(plain: dict[str, Any], name: str, addition: dict[str, Any]) -> None:
    people = plain.setdefault("people", [])
    planned = next((person for person in people if person["name"] == name), None)
    if "person" not in addition:
        if planned is not None:
            planned.update({key: addition[key] for key in _ENTERED if key in addition})
        return
    if planned is not None:
        return  # a newer source has come to know them
    people.append(addition["person"])
    for item in plain.get("items", []):
        if item["id"] in addition["items"]:
            item.setdefault("people", []).append({"person": name, "role": "speaker"})


def _json(value: object) -> str:
    return storable(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
