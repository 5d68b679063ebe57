"""Where the booth stands in a meeting, as it is remembered."""

import json
from dataclasses import asdict, dataclass, fields
from datetime import MAXYEAR, datetime
from typing import Final, Literal

from booth_app.languages import Lang, is_language
from booth_app.meeting.desk import EMPTY_DESK, Desk, desk_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where the booth stands in a meeting; nothing is known of one that was never opened.

    `delay` is how far the meeting runs behind its programme, in minutes. `clock` is the
    meeting time a rehearsal was left at (ISO, aware), empty outside one. `speaker` is the
    confirmed speaker's name, empty while nobody was confirmed. `relay` is the language heard in
    place of the speaker's own, empty off relay. `turn` is when the turn under way began (ISO,
    aware), empty while none is, `turn_mine` whether it is the person's and not the partner's.
    `desk` is what the person keeps at hand.
    """

    item: str = ""
    delay: int = 0
    clock: str = ""
    speaker: str = ""
    relay: Lang | Literal[""] = ""
    turn: str = ""
    turn_mine: bool = True
    desk: Desk = EMPTY_DESK

    def document(self) -> str:
        """Return it as JSON."""
        return json.dumps({**asdict(self), "desk": self.desk.plain()}, ensure_ascii=False)


_NOWHERE: Final = Standing()
_LONGEST_DELAY: Final = 1_000_000
"""Minutes; some two years."""


def standing_of(document: str) -> Standing:
    """Return the standing of a stored document; what is unknown or of another type is left out."""
    try:
        stored = json.loads(document)
    except ValueError:
        return _NOWHERE
    if not isinstance(stored, dict):
        return _NOWHERE
    known = {field.name for field in fields(Standing)} - {"desk"}
    values = {name: value for name, value in stored.items() if name in known and _fits(name, value)}
    return Standing(**values, desk=desk_of(stored.get("desk")))


def _fits(name: str, value: object) -> bool:
    if isinstance(value, bool):
        return name == "turn_mine"
    match name:
        case "turn_mine":
            return False
        case "delay":
            return isinstance(value, int) and abs(value) <= _LONGEST_DELAY
        case "clock" | "turn":
            return isinstance(value, str) and _is_moment(value)
        case "relay":
            return isinstance(value, str) and (not value or is_language(value))
        case _:
            return isinstance(value, str)


def _is_moment(text: str) -> bool:
    try:
        moment = datetime.fromisoformat(text) if text else None
    except ValueError:
        return False
    # A clock at either end of the calendar could be neither moved nor shown in another zone.
    return moment is None or (moment.tzinfo is not None and 1 < moment.year < MAXYEAR)
