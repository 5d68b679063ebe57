"""What the two docked lines say: who speaks, and what is now and next. No Qt: values only."""

from typing import NamedTuple

from booth_app.languages import Lang
from booth_app.meeting.clock import Agenda
from booth_app.meeting.meeting import Item, Meeting, Person
from booth_app.ui.booth.agenda_model import clock_face, item_title, time_left
from booth_app.ui.booth.fewer_words import fewer_words
from booth_app.ui.booth.harmless import harmless, isolated
from booth_app.ui.booth.keys import KeyOf, first_key
from booth_app.ui.booth.speaker_wording import Printed, card, expected_lines, role_of


class SpeakerLine(NamedTuple):
    """Who speaks: the name strong, what follows it quiet. Harmless to paint.

    `briefs` say less than `rest`, the fullest first: for where it has no room.
    """

    name: Printed
    rest: str
    briefs: tuple[str, ...] = ()


class NowLine(NamedTuple):
    """What is left of the current item, whether it has begun, and what comes after it.

    `briefs` are shorter pairs of `left` and `after`, the fullest first.
    """

    left: str
    is_now: bool
    after: str
    briefs: tuple[tuple[str, str], ...] = ()


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
        name = shown.name._replace(text=harmless(shown.name.text))
        return SpeakerLine(name, *_rests(said, shown.title.text))
    lines = expected_lines(meeting, item, target, key_of)
    if not lines:
        return SpeakerLine(Printed("", "en"), "nobody is named; @ finds any name")
    held = lines[0].key.rpartition("+")[0] + "+"  # said once: Alt+1 …, 2 …
    keys = (line.key.removeprefix(held if at else "") for at, line in enumerate(lines))
    pairs = zip(keys, lines, strict=True)
    names = [f"{key} {isolated(line.name.text)}".lstrip() for key, line in pairs]
    fewer = (f"{' · '.join(names[:count])} · …" for count in range(len(names) - 1, 0, -1))
    return SpeakerLine(Printed("", "en"), " · ".join(names), (*fewer, *fewer_words(names[0])))


def now_line(meeting: Meeting, agenda: Agenda, target: Lang) -> NowLine:
    """Return what is left of the current item and what comes next, at its expected time."""
    if agenda.now is None:
        return NowLine("", is_now=False, after="no agenda")
    left, brief = time_left(agenda), time_left(agenda, briefly=True)
    after = _after(meeting, agenda, target)
    shorter = [*((left, text) for text in after[1:]), (brief, after[-1]), (left, ""), (brief, "")]
    return NowLine(left, not agenda.begins_in, after[0], tuple(shorter))


def _after(meeting: Meeting, agenda: Agenda, target: Lang) -> list[str]:
    """Return what comes next, and shorter ways to say it; its time goes last."""
    if agenda.next is None:
        return ["the last item"]
    face = f"next {clock_face(agenda.next.expected_start, meeting.day)}"
    title = item_title(agenda.next.item, target)
    titles = fewer_words(isolated(title[1].text)) if title else ()
    return [*(f"{face} {words}" for words in titles), face]


def _rests(said: str, post: str) -> tuple[str, tuple[str, ...]]:
    """Return what follows a speaker's name, and shorter ways to say it.

    Where one of the two has room it is the post, as it says who that is; else the form of address.
    """
    whole = "".join(f" · {isolated(part)}" for part in (said, post) if part)
    alone = [f" · {isolated(part)}" for part in (post, said) if said and post]
    fewer = () if said else (f" · {words}" for words in fewer_words(isolated(post)))
    return whole, (*alone, *fewer, "") if whole else ()
