"""Look-ups written by somebody who had seen the shipped glossary but not the look-up.

`held_out_look_ups.tsv` has 75 in each language: words begun, inner, in any order, misspelt, begun
and misspelt, inflected, heard, joined, names as heard, acronyms, keyboards of another layout and
half sentences; 32 are words that no glossary has. It was frozen before it was run. At the first run
.944 of those with an answer had it first and .951 among five, .866 within four keys; 26 of the 32
found nothing. What was missed was nearly all of one kind, half sentences. What was mended since
are causes, not rows; four rows still fail and stay so.

They are looked up as in the field, which reads other keyboard layouts too. ORDINARY words are no
held-out list: slips were made less daring with an eye on them, 21 of the 120 found something
before. Of 80 others, which nothing was tuned on, it was 12 before and 6 after.
"""

from collections import defaultdict
from typing import TYPE_CHECKING, cast

import pytest

from booth_app.lookup.index import Index
from booth_app.lookup.terms import Match
from booth_app.ui.booth.field_answer import FieldAnswer
from tests.lookup.look_ups import SHOWN, LookUp, look_ups, names

if TYPE_CHECKING:
    from booth_app.termbase import Hit

ORDINARY = """
breakfast butter candle ladder pillow spoon squirrel turtle whistle hammer ceiling mirror blanket
chicken orchestra pumpkin necklace dinosaur telescope sandwich bottle elephant sunflower gravity
toothpaste perfume wardrobe avalanche honey vinegar
fenêtre pomme oreiller chaise couteau parapluie escargot cuisine chapeau miroir bouteille voiture
papillon champignon lapin montagne neige boulangerie casserole guitare citron chemise écureuil tapis
lunettes horloge poubelle bibliothèque tondeuse moutarde
manzana ventana silla cuchara almohada paraguas caracol sombrero espejo botella mariposa conejo
nieve panadería sartén limón camisa ardilla alfombra gafas reloj basura biblioteca mostaza zanahoria
cebolla pájaro escalera cocina martillo
كرسي تفاح نافذة سيارة وسادة مظلة قطار فراشة أرنب ثلج مخبز مقلاة ليمون قميص سنجاب سجادة نظارات ساعة
مكتبة خردل جزر بصل عصفور سلم مطرقة زجاجة قبعة مرآة فيل موسيقى
"""


class Field:
    """The look-up field over an index."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._answer = FieldAnswer(self._look_up)

    def found(self, typed: str) -> list[str]:
        """What is found, as a row names it."""
        return names(cast("list[Match]", self._answer.to(typed, "en", "fr").found))

    def _look_up(self, text: str) -> "list[Hit]":
        return cast("list[Hit]", self._index.look_up(text, SHOWN))


@pytest.fixture
def field(shipped: Index) -> Field:
    return Field(shipped)


def held_out() -> list[LookUp]:
    return look_ups("held_out_look_ups.tsv")


def meant() -> list[LookUp]:
    return [row for row in held_out() if row.answers != {"-"}]


def test_the_list_is_long_enough_in_every_language() -> None:
    langs = [row.lang for row in held_out()]
    assert {lang: langs.count(lang) for lang in langs} == {"en": 75, "fr": 75, "es": 75, "ar": 75}


def test_the_right_answer_is_first(field: Field) -> None:
    asked = meant()
    found = [field.found(row.typed) for row in asked]
    first = sum(ids[0] in row.answers for row, ids in zip(asked, found, strict=True))
    shown = sum(bool(row.answers & set(ids)) for row, ids in zip(asked, found, strict=True))
    assert first / len(asked) >= 0.99
    assert shown / len(asked) >= 0.995


def test_every_kind_of_look_up_is_answered(field: Field) -> None:
    first: dict[str, list[bool]] = defaultdict(list)
    for row in meant():
        first[row.kind].append(field.found(row.typed)[0] in row.answers)
    poor = {kind: sum(hits) / len(hits) for kind, hits in first.items() if not all(hits)}
    assert all(share >= 0.95 for share in poor.values()), poor


def test_most_are_found_within_four_keys(field: Field) -> None:
    asked = meant()
    hits = [
        any(row.answers & set(field.found(row.typed[:keys])) for keys in range(1, 5))
        for row in asked
    ]
    assert sum(hits) / len(hits) >= 0.875


def test_what_no_glossary_has_finds_nothing(field: Field) -> None:
    asked = [row for row in held_out() if row.answers == {"-"}]
    wrong = [row.typed for row in asked if field.found(row.typed) != ["-"]]
    assert len(wrong) <= 3, wrong


def test_ordinary_words_find_next_to_nothing(field: Field) -> None:
    wrong = [word for word in ORDINARY.split() if field.found(word) != ["-"]]
    assert len(wrong) <= 15, wrong
