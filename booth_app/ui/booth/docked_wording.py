"""What the two docked lines say: who speaks, and what is now and next. No Qt: values only."""

from typing import NamedTuple

from booth_app.languages import Lang
from booth_app.meeting.clock import Agenda
from booth_app.meeting.meeting import Item, Meeting, Person
from booth_app.ui.booth.agenda_model import clock_face, item_title, time_left
from booth_app.ui.booth.harmless import harmless, isolated
from booth_app.ui.booth.keys import KeyOf, first_key
from booth_app.ui.booth.speaker_wording import Printed, card, expected_lines, role_of


class SpeakerLine(NamedTuple):
    """Who speaks: the name strong, what follows it quiet. Harmless to paint."""

    name: Printed
    rest: str


class NowLine(NamedTuple):
    """What is left of the current item, whether it has begun, and what comes after it."""

    left: str
    is_now: bool
    after: str


def speaker_line(
    meeting: Meeting,
    item: Item | None,
    speaker: Person | None,
    target: Lang,
    key_of: KeyOf = first_key,
) -> SpeakerLine:
    """Return the confirmed speaker with form of address and post, else the item's people."""
    if speaker is not None:
        shown = card(speaker, target, role=role_of(speaker, item))
        said = f"“{shown.address.text}”" if shown.address.text else ""
        parts = (isolated(part) for part in (said, shown.title.text) if part)
        name = shown.name._replace(text=harmless(shown.name.text))
        return SpeakerLine(name, "".join(f" · {part}" for part in parts))
    lines = expected_lines(meeting, item, target, key_of)
    if not lines:
        return SpeakerLine(Printed("", "en"), "nobody is named; @ finds any name")
    held = lines[0].key.rpartition("+")[0] + "+"  # said once: Alt+1 …, 2 …
    keys = (line.key.removeprefix(held if at else "") for at, line in enumerate(lines))
    names = (f"{key} {isolated(line.name.text)}" for key, line in zip(keys, lines, strict=True))
    return SpeakerLine(Printed("", "en"), " · ".join(name.lstrip() for name in names))


def now_line(meeting: Meeting, agenda: Agenda, target: Lang) -> NowLine:
    """Return what is left of the current item and what comes next, at its expected time."""
    if agenda.now is None:
        return NowLine("", is_now=False, after="no agenda")
    if agenda.next is None:
        after = "the last item"
    else:
        face = clock_face(agenda.next.expected_start, meeting.day)
        title = item_title(agenda.next.item, target)
        after = f"next {face}" + (f" {isolated(title[1].text)}" if title else "")
    return NowLine(time_left(agenda), not agenda.begins_in, after)
