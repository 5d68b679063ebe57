"""The agenda's rows: what is printed of each item, as plain values in an item model."""

from datetime import date, datetime
from enum import IntEnum
from typing import Final, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from booth_app.languages import Lang
from booth_app.meeting.clock import Agenda, Slot
from booth_app.meeting.meeting import Item, Meeting, Role, Text, Wording, wording
from booth_app.ui.booth.harmless import isolated, unisolated
from booth_app.ui.booth.words import unbroken

ROLE_WORDS: Final[dict[Role, tuple[str, str]]] = {
    "speaker": ("", ""),
    "moderator": ("moderator", "moderators"),
    "respondent": ("respondent", "respondents"),
    "coordinator": ("coordinator", "coordinators"),
    "chair": ("chair", "chairs"),
}
_WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
"""Written here: the platform's own depend on its settings."""

Index = QModelIndex | QPersistentModelIndex


class Row(NamedTuple):
    """One item as it is printed. `lang` is the language of its texts.

    `whole` is the whole title where the short one leaves something out. `is_now` is false for the
    current item as long as it has not begun. `people` are lines with their roles, `names` one line
    without.
    """

    item: str
    is_past: bool
    is_current: bool
    is_now: bool
    time: str
    lang: Lang
    title: str
    whole: str
    is_verified: bool
    people: tuple[str, ...]
    names: str

    @property
    def line(self) -> str:
        """All of it in one line: for a screen reader or a Braille display."""
        title = self.title if self.is_verified else f"{self.title} (translation not verified)"
        return unisolated(". ".join(part for part in (self.time, title, *self.people) if part))


def rows(meeting: Meeting, agenda: Agenda, target: Lang) -> list[Row]:
    """Return the rows of `agenda` with its texts in `target`, as far as they exist in it."""
    return [_row(meeting, agenda, slot, target) for slot in agenda.slots]


def clock_face(moment: datetime, day: date) -> str:
    """Return `moment` as 16:23, with its weekday before it where it is not on `day`."""
    face = f"{moment:%H:%M}"
    return face if moment.date() == day else f"{_WEEKDAYS[moment.weekday()]} {face}"


def time_left(agenda: Agenda, *, briefly: bool = False) -> str:
    """Return what is left of the current item, in words; `briefly` in as few as can be."""
    if agenda.begins_in:
        return f"{'' if briefly else 'begins '}in {agenda.begins_in} min"
    if agenda.minutes_left > 0:
        return f"{agenda.minutes_left} min{'' if briefly else ' left'}"
    if not agenda.minutes_left:
        return "time is up"
    return f"over {'' if briefly else 'by '}{-agenda.minutes_left} min"


def delay_words(delay: int) -> str:
    """Return the delay as +3 min or –2 min; nothing where there is none."""
    sign = "+" if delay > 0 else "–"
    return f"{sign}{abs(delay)} min" if delay else ""


def item_title(item: Item, lang: Lang) -> tuple[Lang, Wording] | None:
    """Return the item's short title in `lang` or, where it has none there, its whole one."""
    for text in (item.short_title, item.title):
        if lang in text:
            return lang, text[lang]
    return wording(item.title or item.short_title, lang)


def _row(meeting: Meeting, agenda: Agenda, slot: Slot, target: Lang) -> Row:
    lang, short = item_title(slot.item, target) or (target, Wording("", verified=True))
    is_current = slot.stage == "now"
    return Row(
        item=slot.item.id,
        is_past=slot.stage == "past",
        is_current=is_current,
        is_now=is_current and not agenda.begins_in,
        time=_time(meeting, agenda, slot),
        lang=lang,
        title=unbroken(short.text),
        whole=_whole(slot.item.title, lang, short.text),
        is_verified=short.verified,
        people=_people(meeting, slot.item, target),
        names=_names(meeting, slot.item, target),
    )


def _whole(title: Text, lang: Lang, short: str) -> str:
    whole = title[lang].text if lang in title else ""
    return unbroken(whole) if whole != short else ""


def _time(meeting: Meeting, agenda: Agenda, slot: Slot) -> str:
    start, end = (clock_face(time, meeting.day) for time in (slot.item.start, slot.item.end))
    if slot.stage == "past":
        return start
    if slot.stage == "now":
        word = "" if agenda.begins_in else "Now · "
        return f"{word}{start}–{end} · {_expected(meeting, agenda, slot)}{time_left(agenda)}"
    expected = clock_face(slot.expected_start, meeting.day)
    times = start if expected == start else f"{start}, expected {expected}"
    return f"Next · {times}" if slot.stage == "next" else times


def _expected(meeting: Meeting, agenda: Agenda, slot: Slot) -> str:
    """Return which end "10 min left" counts to where a delay makes it another than the planned."""
    if not agenda.delay:
        return ""
    if agenda.begins_in:
        return f"expected {clock_face(slot.expected_start, meeting.day)}, "
    return f"expected until {clock_face(slot.expected_end, meeting.day)}, "


def _people(meeting: Meeting, item: Item, lang: Lang) -> tuple[str, ...]:
    """Return one line for each role in the order the programme has them."""
    by_role: dict[Role, list[str]] = {}
    for person, appearance in meeting.item_people(item):
        by_role.setdefault(appearance.role, []).append(isolated(person.name_in(lang)))
    lines = []
    for role, names in by_role.items():
        word = ROLE_WORDS[role][len(names) > 1]
        lines.append(" · ".join(names) + (f", {word}" if word else ""))
    return tuple(lines)


def _names(meeting: Meeting, item: Item, lang: Lang) -> str:
    """Return who spoke, without roles; a moderator only where nobody else did."""
    people = meeting.item_people(item)
    spoke = [p for p, a in people if a.role in ("speaker", "respondent")] or [p for p, _ in people]
    return " · ".join(isolated(person.name_in(lang)) for person in spoke)


class AgendaRole(IntEnum):
    """What the model knows beside the line that is read out."""

    ROW = Qt.ItemDataRole.UserRole


class AgendaModel(QAbstractListModel):
    """The agenda's rows; a tick of the clock changes only those whose words change."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show_rows(self, new: list[Row]) -> bool:
        """Hold `new`; tell whether anything changed."""
        if new == self._rows:
            return False
        if [row.item for row in new] != [row.item for row in self._rows]:
            self.beginResetModel()
            self._rows = new
            self.endResetModel()
            return True
        changed = [at for at, row in enumerate(new) if row != self._rows[at]]
        self._rows = new
        for at in changed:
            self.dataChanged.emit(self.index(at), self.index(at))
        return True

    def row(self, at: int) -> Row:
        """Return the row at a position."""
        return self._rows[at]

    def position(self, item: str) -> int | None:
        """Return where the item of that id stands; None: nowhere."""
        return next((at for at, row in enumerate(self._rows) if row.item == item), None)

    @property
    def current(self) -> int | None:
        """Where the current item stands."""
        return next((at for at, row in enumerate(self._rows) if row.is_current), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Override QAbstractListModel.rowCount."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Override QAbstractListModel.data: the row as one line, or as a value."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.line
        return row if role == AgendaRole.ROW else None
