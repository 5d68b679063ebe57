"""What the editor's window says in its lines."""

from collections.abc import Mapping
from datetime import datetime

from booth_app.editing.approving import Waiting
from booth_app.editing.survey_facts import Filter
from booth_app.terminology.counted import counted
from booth_app.ui.editor.chip import TITLES


def standing_line(saved: datetime | None, counts: Mapping[Filter, int], version: str) -> str:
    """Return the line at the lower edge; nothing is said of what is not counted yet."""
    parts = [f"Saved {saved:%H:%M:%S}" if saved else ""]
    if counts:
        total, official = counts["all"], counts["official"]
        parts.append(f"{counted(total, 'concept')}, {official:,} official in all four languages")
    parts.append(_released(counts, version))
    return " · ".join(part for part in parts if part)


def progress_line(work: str, done: int, total: int) -> str:
    """Return the line at the lower edge while something is done with many concepts."""
    return f"{work}: {done:,} of {counted(total, 'concept')} …"


def _released(counts: Mapping[Filter, int], version: str) -> str:
    if not version:
        return "not yet released"
    changed = counts.get("changed")
    since = "" if changed is None else f", {changed:,} changed since"
    return f"released as {version}{since}"


def nothing_listed(text: str, chosen: Filter) -> str:
    """Return why the list of concepts is empty, and the way out of it."""
    under = "" if chosen == "all" else f" under “{TITLES[chosen]}”"
    if text:
        return f"“{text}” finds nothing{under}. Esc empties the field."
    return f"No concept{under}." if under else "No concept yet. Ctrl+N begins one."


def approval_question(waiting: Waiting, key: str) -> str:
    """Return what is said before many are approved."""
    if not waiting.terms:
        return "Everything that is listed is approved already."
    return (
        f"{_counted(waiting)} would be approved as listed. {key} once more approves them all;"
        " Esc leaves them."
    )


def approval_done(done: Waiting, key: str) -> str:
    """Return what is said after many were approved."""
    return f"{_counted(done)} approved; {key} takes that back."


def _counted(waiting: Waiting) -> str:
    return f"{counted(waiting.terms, 'term')} of {counted(waiting.concepts, 'concept')}"
