from booth_app.ui.booth.opened_hit import opened_block
from booth_app.ui.booth.printed import Printed
from booth_app.ui.booth.seat import Seat
from booth_app.ui.booth.typesetter import Typesetter
from booth_app.ui.booth.wording import term_printed
from booth_app.ui.theme import Look
from tests.ui.booth.hits import hit


def printed(name: str, term: str) -> Printed:
    return term_printed(hit(name, "fr", term), "en", Seat("en", "fr"))


def test_it_has_the_definition_and_the_trap(look: Look) -> None:
    shown = printed("trafficking", "traite des personnes")
    block = opened_block(Typesetter(look), shown, 712, 300)
    without = opened_block(
        Typesetter(look), Printed(lang="en", text=shown.text, origin=shown.origin), 712, 300
    )
    assert len(block.texts) == len(without.texts) + 2
    assert len(block.bars) == 1
    assert block.height <= 300


def test_traps_without_room_are_counted(look: Look) -> None:
    shown = printed("gcm", "PMM")
    assert len(shown.cautions) == 6
    low = opened_block(Typesetter(look), shown, 712, 300)
    high = opened_block(Typesetter(look), shown, 712, 3000)
    assert len(high.bars) == 6
    assert 1 <= len(low.bars) < 6
    assert low.height <= 300
    bottoms = [y + paragraph.height for paragraph, _, y in low.texts]
    assert max(bottoms) <= low.height
    assert len(low.texts) == len(low.bars) + 3


def test_the_first_trap_is_there_however_little_room(look: Look) -> None:
    block = opened_block(Typesetter(look), printed("gcm", "PMM"), 300, 60)
    assert block.height <= 60
