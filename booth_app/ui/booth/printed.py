"""What is printed of one hit, as plain text that is harmless to paint."""

from typing import Final, Literal, NamedTuple

from booth_app.languages import Lang

LANGUAGE_WORDS: Final[dict[Lang, str]] = {
    "en": "English",
    "fr": "French",
    "es": "Spanish",
    "ar": "Arabic",
}
"""What the languages are called."""

BOOTH_GLOSSARY: Final = "booth"
"""The glossary that takes the terms made in the booth."""

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


class FalseFriend(NamedTuple):
    """One of a pair that is easily taken for the other: as it is heard, as it is to be said."""

    heard: InLanguage
    said: InLanguage


class Caution(NamedTuple):
    """A trap or, of a concept without traps, its note; `status` is what it rests on."""

    word: str
    text: str
    status: str = ""
    friends: tuple[FalseFriend, ...] = ()

    @property
    def line(self) -> str:
        """All of it in one line."""
        friends = "; ".join(f"{f.heard.text} = {f.said.text}" for f in self.friends)
        return f"{self.word}: {f'{friends}. ' if friends else ''}{self.text}"


class Printed(NamedTuple):
    """One hit as it is printed. `lang` is the language of `text`, `beside`, `full` and `under`.

    `tag` names it where it is not the target. `full` is the full form of a `text` that is short,
    `under` a person's post. `definition` is kept for who asks for it.
    """

    lang: Lang
    text: str
    origin: Origin
    tag: str = ""
    beside: str = ""
    full: str = ""
    under: str = ""
    notices: tuple[str, ...] = ()
    others: tuple[InLanguage, ...] = ()
    cautions: tuple[Caution, ...] = ()
    definition: InLanguage | None = None

    @property
    def has_trap(self) -> bool:
        """Whether one of its cautions is a trap."""
        return any(caution.word == "Trap" for caution in self.cautions)

    @property
    def line(self) -> str:
        """All of it in one line, what to say first: for a Braille display."""
        origin = " · ".join((self.origin.word, *self.origin.details))
        others = (f"{o.lang.upper()} {' · '.join((o.text, *o.beside))}" for o in self.others)
        cautions = (caution.line for caution in self.cautions)
        parts = (
            f"{self.tag} {self.text}".strip(),
            self.beside,
            self.full,
            self.under,
            origin,
            *self.notices,
            *others,
            *cautions,
        )
        return "; ".join(part for part in parts if part)
