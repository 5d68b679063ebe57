from collections.abc import Sequence

import pytest

from booth_app.languages import Lang
from booth_app.meetings import Standing
from booth_app.settings import Settings
from booth_app.terminology.concept import Concept, ConceptKey
from booth_app.ui.booth.at_hand import AtHand
from booth_app.ui.booth.course import reading
from booth_app.ui.booth.item_wording import ItemPair
from booth_app.ui.booth.sitting import Sitting
from tests.ui.booth.hits import concept, hit, meeting


class Words:
    """The look-up panel: says, and holds an answer."""

    def __init__(self) -> None:
        self.answer: object = None
        self.line_to_park = ""
        self.said: list[str] = []
        self.reads: tuple[Lang, ...] = ()
        self.scratch = ""
        self.looked_up: Sequence[str] = ()

    def say(self, line: str) -> None:
        self.said.append(line)

    def read(self, reads: tuple[Lang, ...]) -> None:
        self.reads = reads

    def show_scratch(self, line: str) -> None:
        self.scratch = line

    def walk_through(self, looked_up: Sequence[str]) -> None:
        self.looked_up = looked_up

    def open_next_trap(self) -> None:
        """Nothing is shown here."""

    switch_all = open_next_trap


class View:
    def __init__(self) -> None:
        self.words = Words()
        self.pins: list[str] | None = None

    def show_pins(self, pairs: Sequence[ItemPair]) -> None:
        self.pins = [pair.target.text for pair in pairs]


class Backing:
    def concept(self, key: ConceptKey) -> Concept:
        return concept(key[1])


class Booth:
    """What is needed of the running booth."""

    target: Lang = "en"
    floor: Lang = "fr"

    def __init__(self) -> None:
        self.settings = Settings(reads=("en", "fr"))
        self.sitting = Sitting.resumed(meeting(), Standing(item="s3"), 30, reading())
        self.kept = 0
        self.view = View()
        self.words = self.view.words
        self.at_hand = AtHand(self, self.view, Backing())  # type: ignore[arg-type]
        self.give = self.at_hand.commands()

    def keep_settings(self, settings: Settings) -> None:
        self.settings = settings

    def keep(self) -> None:
        self.kept += 1


@pytest.fixture
def booth() -> Booth:
    return Booth()


def test_an_answer_is_pinned_and_unpinned_by_the_same_key(booth: Booth) -> None:
    booth.give["pin"]()
    assert booth.words.said == ["nothing to pin"]
    assert booth.kept == 0
    booth.words.answer = hit("recovery", "fr", "relèvement")
    booth.give["pin"]()
    assert booth.view.pins == ["recovery"]
    booth.give["pin"]()
    assert booth.view.pins == []
    assert booth.words.said[1:] == ["pinned", "pin taken away"]
    assert booth.kept == 2


def test_a_line_is_parked_and_taken_away(booth: Booth) -> None:
    booth.words.line_to_park = "2,5 milliards"
    booth.give["park"]()
    assert (booth.words.scratch, booth.kept) == ("2,5 milliards", 1)
    booth.words.line_to_park = ""
    booth.give["park"]()
    assert booth.words.scratch == ""
    assert booth.sitting.desk.scratch == ""


def test_a_language_is_read_and_read_no_more_but_one_always(booth: Booth) -> None:
    booth.give["read_ar"]()
    assert booth.words.reads == booth.settings.reads == ("en", "fr", "ar")
    assert booth.words.said[-1] == "you read EN, FR, AR"
    for name in ("read_en", "read_ar", "read_fr"):
        booth.give[name]()
    assert booth.words.reads == booth.settings.reads == ("fr",)
    assert booth.words.said[-1] == "French is the only language you read"


def test_what_was_looked_up_is_walked_through_and_kept_with_the_next_thing(booth: Booth) -> None:
    booth.at_hand.after_look_up("relèvement")
    assert list(booth.words.looked_up) == ["relèvement"]
    assert tuple(booth.sitting.desk.looked_up) == ("relèvement",)
    assert booth.kept == 0
