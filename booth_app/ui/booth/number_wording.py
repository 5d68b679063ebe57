"""What is printed of a number: as the target says it, in the other languages, in digits. No Qt."""

from typing import TYPE_CHECKING, NamedTuple

from booth_app.ui.booth.harmless import harmless
from booth_app.ui.booth.printed import Caution, InLanguage
from booth_app.ui.booth.seat import Seat

if TYPE_CHECKING:
    from booth_app.numbers.reading import Reading


class NumberPrinted(NamedTuple):
    """One number that a text may stand for: what to say, its digits, the rest, and its trap.

    `others` are the languages that are read, empty where all say the same: 10.
    """

    said: InLanguage
    digits: str
    others: tuple[InLanguage, ...]
    caution: Caution | None

    @property
    def line(self) -> str:
        """All of it in one line, what to say first."""
        others = (f"{o.lang.upper()} {' · '.join((o.text, *o.beside))}" for o in self.others)
        caution = self.caution.line if self.caution else ""
        parts = (self.said.text, self.digits, *others, caution)
        return "; ".join(part for part in parts if part)


def may_be_a_number(query: str) -> bool:
    """Whether `query` begins with a digit, of whatever script."""
    return query[:1].isdigit()


def numbers_printed(query: str, seat: Seat) -> list[NumberPrinted]:
    """Return what is printed of each number `query` may stand for, the likeliest first."""
    from booth_app.numbers.reading import readings  # Babel, a tenth of a second the first time

    return [_printed(reading, seat) for reading in readings(query, seat.floor)]


def _printed(reading: "Reading", seat: Seat) -> NumberPrinted:
    spoken, digits = reading.spoken, reading.digits
    said = InLanguage(seat.target, harmless(spoken[seat.target]))
    written = harmless(digits[seat.target])
    others = tuple(
        InLanguage(lang, harmless(spoken[lang]), _beside(spoken[lang], digits[lang]))
        for lang in seat.reads
        if lang != seat.target
    )
    differs = any(other.text != said.text or other.beside for other in others)
    return NumberPrinted(
        said,
        "" if _same(said.text, written) else written,
        others if differs else (),
        Caution("Trap", harmless(reading.trap)) if reading.trap else None,
    )


def _beside(spoken: str, digits: str) -> tuple[str, ...]:
    return () if _same(spoken, digits) else (harmless(digits),)


def _same(spoken: str, digits: str) -> bool:
    """Whether the digits say nothing that is not said already: 2030 and 2,030, 1,500 and 1,500."""
    if any(character.isalpha() for character in spoken):
        return spoken == digits
    return _digits(spoken) == _digits(digits) and "/" not in spoken


def _digits(text: str) -> str:
    return "".join(character for character in text if character.isdigit())
