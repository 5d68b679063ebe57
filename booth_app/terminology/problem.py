"""What is wrong, where, and how bad it is: the answer of reading and of checking."""

from dataclasses import dataclass
from typing import Final, Literal

from booth_app.languages import Lang
from booth_app.terminology.document import Where

Severity = Literal["error", "warning", "info"]
Span = tuple[int, int]
"""Where something begins and ends in a text, in code points."""

SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warning", "info")


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing wrong with a glossary. Only an error keeps a glossary from being released.

    `check` names the rule; `file` and `line` (from 1; 0 where no file is known) say where it
    stands, `concept` and `lang` whose it is (empty and None where it is nobody's); `where` leads
    to the value inside the concept's document.

    `text` is that value as it was checked, `span` the characters in it that are at fault (None: it
    is not about some of them), and `mended` the value without the fault, None where nothing safe
    can be done: see `mends.mended`. `other` is the id of the concept it disagrees with.
    """

    check: str
    severity: Severity
    message: str
    concept: str = ""
    lang: Lang | None = None
    file: str = ""
    line: int = 0
    where: Where = ()
    text: str = ""
    span: Span | None = None
    mended: str | None = None
    other: str = ""
