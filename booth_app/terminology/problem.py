"""What is wrong, where, and how bad it is: the answer of reading and of checking."""

from dataclasses import dataclass
from typing import Final, Literal

from booth_app.languages import Lang
from booth_app.terminology.document import Where

Severity = Literal["error", "warning", "info"]
SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warning", "info")


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing wrong with a glossary. Only an error keeps a glossary from being released.

    `check` names the rule; `file` and `line` (from 1; 0 where no file is known) say where it
    stands, `concept` and `lang` whose it is (empty and None where it is nobody's); `where` leads
    to the value inside the concept's document.
    """

    check: str
    severity: Severity
    message: str
    concept: str = ""
    lang: Lang | None = None
    file: str = ""
    line: int = 0
    where: Where = ()
