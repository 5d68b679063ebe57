import pytest

from booth_app.languages import Lang
from booth_app.ui.booth.block import Block
from booth_app.ui.booth.hit_pieces import heading, set_caution, set_language
from booth_app.ui.booth.printed import Caution, FalseFriend, InLanguage, Origin, Printed
from booth_app.ui.booth.typesetter import Typesetter
from booth_app.ui.theme import Look

CAUTION = Caution("Trap", "They cross.", "verified")


def friend(heard: str, said: str, lang: Lang = "en") -> FalseFriend:
    return FalseFriend(InLanguage("fr", heard), InLanguage(lang, said))


@pytest.fixture
def block(look: Look) -> Block:
    return Block(Typesetter(look), 600)


def test_a_trap_stands_beside_a_bar(block: Block) -> None:
    set_caution(block, CAUTION, "1/2")
    ((bar, color),) = block.bars
    assert color == block.look.color("warning")
    assert bar.height() == block.height
    assert len(block.texts) == 1


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_false_friends_begin_in_one_column_beside_an_arrow(block: Block, lang: Lang) -> None:
    friends = (friend("traite", "trafficking", lang), friend("trafic illicite", "smuggling", lang))
    set_caution(block, CAUTION._replace(friends=friends))
    assert [sign for sign, _, _ in block.signs] == ["onward", "onward"]
    said = [(x, y) for _, x, y in block.texts[2:3] + block.texts[4:5]]
    assert said[0][0] == said[1][0]
    assert said[0][1] < said[1][1]
    arrows = [box for _, box, _ in block.signs]
    assert arrows[0].right() < said[0][0]


def test_false_friends_wrap_in_a_narrow_column(look: Look) -> None:
    narrow = Block(Typesetter(look), 300)
    long = friend("trafic illicite de migrants", "smuggling of migrants in large groups")
    set_caution(narrow, CAUTION._replace(friends=(long, long)))
    assert all(x + paragraph.left <= 300 for paragraph, x, _ in narrow.texts)
    assert max(paragraph.lines for paragraph, _, _ in narrow.texts) > 1


def test_what_is_said_comes_first_then_its_language_and_its_short_form() -> None:
    origin = Origin("disc", "official", loud=False)
    shown = Printed(lang="fr", tag="FR", text="relèvement", beside="R", origin=origin)
    texts = [run.text.strip() for run in heading(shown, 30, 19) if run.text.strip()]
    assert texts == ["relèvement", "FR", "R"]


def test_a_language_has_its_name_at_the_edge(block: Block) -> None:
    set_language(block, InLanguage("ar", "التعافي", ("x",)), "", 14, "text", 2)
    (paragraph, x, _), (_, label_x, _) = block.texts
    assert label_x == 0 < x
    assert paragraph.end.x() < 564
