"""What stands under the field: the item's terms, or what was found and the numbers it may be."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from booth_app.languages import LANGUAGES
from booth_app.ui.booth.field_answer import Found
from booth_app.ui.booth.field_entry import LookUp, PeopleWanted, Unplanned
from booth_app.ui.booth.item_terms_view import ItemTermsView
from booth_app.ui.booth.seat import Seat
from booth_app.ui.theme import Look

if TYPE_CHECKING:  # not needed before the first paint
    from booth_app.ui.booth.hit_list import HitList

OPENING: Final = "The glossary is opening; what you type is answered in a moment."
NOTHING_FOUND: Final = "nothing found; = asks the machine"
NOBODY_FOUND: Final = "nobody of that name; @name, post and Enter adds somebody"

NUMBER_WAIT_MS: Final = 300
"""How long no key is typed before a number comes or changes: what is being read stays."""


class AnswerArea(QWidget):
    """Prints for `seat` what was found; the list of hits is made when it is first needed.

    Its two pages are in no layout: each switch would lay the whole window out anew, with the first
    letter of every query.
    """

    def __init__(self, look: Look, seat: Seat) -> None:
        super().__init__()
        self._look = look
        self._seat = seat
        self._shows_all = False
        self._is_open = False
        self.shown = Found()
        """What the field's text asked for, and what was found."""
        self.item = ItemTermsView(look, seat.target, seat.floor)
        self.item.setParent(self)
        self._hits: HitList | None = None
        self._number_wait = QTimer(self, singleShot=True, interval=NUMBER_WAIT_MS)
        self._number_wait.timeout.connect(self._show_numbers)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def hits(self) -> "HitList":
        """The answer and what else was found."""
        if self._hits is None:
            from booth_app.ui.booth.hit_list import HitList

            self._hits = HitList(self._look)
            self._hits.setParent(self)
            self._hits.setGeometry(self.rect())
            self._hits.hide()
        return self._hits

    @property
    def shows_hits(self) -> bool:
        """Whether something is looked up: found or not."""
        return self._hits is not None and not self._hits.isHidden()

    @property
    def has_found(self) -> bool:
        """Whether hits or numbers answer."""
        return bool(self.shown.found) or self.has_numbers

    @property
    def has_numbers(self) -> bool:
        """Whether the query is read as a number."""
        return self._hits is not None and bool(self._hits.numbers)

    @property
    def found_nothing(self) -> bool:
        """Whether a look-up was answered, and neither hit nor number came."""
        return (
            self._is_open
            and isinstance(self.shown.entry, LookUp)
            and not (self.has_found or self._number_wait.isActive())
        )

    def open(self) -> None:
        """Answer from now on; what takes time to make is made."""
        self._is_open = True
        self.hits.wear(self._look)

    def show_found(self, shown: Found) -> None:
        """Show what was found, or the item's terms where nothing was looked up."""
        self.shown = shown
        self._await_number()
        if isinstance(shown.entry, LookUp | PeopleWanted | Unplanned):
            self._print()
            self._turn_to(self.hits)
        else:
            self._turn_to(self.item)

    def take_seat(self, seat: Seat) -> None:
        """Print for `seat`: the same hits, in the same order."""
        self._seat = seat
        self.item.speak(seat.target, seat.floor)
        self._print_again()

    def switch_all(self) -> bool:
        """Print all languages under hits, or again only those that are read; tell which."""
        self._shows_all = not self._shows_all
        self._print_again()
        return self._shows_all

    def cover(self, pixels: int) -> None:
        """Leave the lowest `pixels` to what lies over them."""
        self.item.cover(pixels)
        if self._hits is not None:
            self._hits.cover(pixels)

    def wear(self, look: Look) -> None:
        """Dress in `look`."""
        self._look = look
        self.item.wear(look)
        if self._hits is not None:
            self._hits.wear(look)

    def sizeHint(self) -> QSize:
        """Override QWidget.sizeHint."""
        return self.item.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Override QWidget.minimumSizeHint: small enough for any window."""
        return self.item.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget.resizeEvent: each page takes all of it."""
        super().resizeEvent(event)
        self.item.setGeometry(self.rect())
        if self._hits is not None:
            self._hits.setGeometry(self.rect())

    def _turn_to(self, page: QWidget) -> None:
        page.show()
        for other in (self.item, self._hits):
            if other is not None and other is not page:
                other.hide()

    def _await_number(self) -> None:
        """Let a number come or change only once no key is typed; let it go at once."""
        from booth_app.ui.booth.number_wording import may_be_a_number

        if isinstance(self.shown.entry, LookUp) and may_be_a_number(self.shown.query):
            self._number_wait.start()
        elif self._hits is not None:
            self._number_wait.stop()
            self._hits.show_numbers(())

    def _show_numbers(self) -> None:
        from booth_app.ui.booth.number_wording import numbers_printed

        self.hits.show_numbers(numbers_printed(self.shown.query, self._printing))
        self._print()

    def _print_again(self) -> None:
        if self.shows_hits:
            self._print()
            if self.has_numbers:
                self._show_numbers()

    def _print(self) -> None:
        """Print what was found; where nothing was, one quiet line says so."""
        if not self.shown.found:
            self.hits.show_line(self._quiet_line())
            return
        from booth_app.ui.booth.answers import answers
        from booth_app.ui.booth.hit_places import PLACES

        query = self.shown.query
        self.hits.show_hits(answers(self.shown.found[:PLACES], query, self._printing), query)

    def _quiet_line(self) -> str:
        if not isinstance(self.shown.entry, LookUp):
            return NOBODY_FOUND
        if self._number_wait.isActive() or self.has_numbers:
            return ""
        return NOTHING_FOUND if self._is_open else OPENING

    @property
    def _printing(self) -> Seat:
        """The seat that is printed for: with all languages where the person asked for them."""
        if not self._shows_all:
            return self._seat
        others = (lang for lang in LANGUAGES if lang not in self._seat.reads)
        return self._seat._replace(reads=(*self._seat.reads, *others))
