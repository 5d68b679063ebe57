"""What is printed of one hit, as plain text that is harmless to paint."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from booth_app.languages import Lang

Shape = Literal["disc", "half", "diamond", "check", "plus", "person"]


class Origin(NamedTuple):
    """Where what is said comes from. `loud` asks for caution; `details` are quiet."""

    shape: Shape
    word: str
    loud: bool
    details: tuple[str, ...] = ()


class InLanguage(NamedTuple):
    """The hit in another language: what to say, and beside it its short form or what was found."""

    lang: Lang
    text: str
    beside: tuple[str, ...] = ()


class Caution(NamedTuple):
    """A trap or, of a concept without traps, its note; `status` is what it rests on."""

    word: str
    text: str
    status: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """One hit as it is printed. `lang` is the language of `text`, `beside` and `under`.

    `tag` names it where it is not the target.
    """

    lang: Lang
    tag: str = ""
    text: str
    beside: str = ""
    under: str = ""
    origin: Origin
    notices: tuple[str, ...] = ()
    others: tuple[InLanguage, ...] = ()
    cautions: tuple[Caution, ...] = ()

    @property
    def line(self) -> str:
        """All of it in one line, what to say first: for a Braille display."""
        origin = " · ".join((self.origin.word, *self.origin.details))
        others = (f"{o.lang.upper()} {' · '.join((o.text, *o.beside))}" for o in self.others)
        cautions = (f"{c.word}: {c.text}" for c in self.cautions)
        parts = (
            f"{self.tag} {self.text}".strip(),
            self.beside,
            self.under,
            origin,
            *self.notices,
            *others,
            *cautions,
        )
        return "; ".join(part for part in parts if part)
