import pytest
from hypothesis import given
from hypothesis import strategies as st

from booth_app.languages import LANGUAGES, Lang
from booth_app.translation.sentences import MOST_WORDS, cleaned, sentences


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "en",
            "Mr. Smith opened the meeting. Dr. J. Doe spoke at 3.30 p.m. about art. 5 of it!",
            [
                "Mr. Smith opened the meeting.",
                "Dr. J. Doe spoke at 3.30 p.m. about art. 5 of it!",
            ],
        ),
        (
            "en",
            "We met in No. 10, etc. Everybody came. See para. 12 for more…",
            ["We met in No. 10, etc.", "Everybody came. See para. 12 for more…"],
        ),
        (
            "fr",
            "M. Dupont et Mme. Durand sont là. Qu'en dites-vous ? « Très bien. » Passons au vote.",
            [
                "M. Dupont et Mme. Durand sont là.",
                "Qu'en dites-vous ? « Très bien. »",
                "Passons au vote.",
            ],
        ),
        (
            "fr",
            "Voir l'art. 3 et les par. 4 et 5. Les villes, c.-à-d. nous, agissent.",
            ["Voir l'art. 3 et les par. 4 et 5.", "Les villes, c.-à-d. nous, agissent."],
        ),
        (
            "es",
            "El Sr. Pérez y la Sra. Gil hablaron. ¿Qué dijeron los demás? ¡Que sí a todo!",
            [
                "El Sr. Pérez y la Sra. Gil hablaron.",
                "¿Qué dijeron los demás?",
                "¡Que sí a todo!",
            ],
        ),
        (
            "ar",
            "تكلم د. أحمد عن ص. 5 من التقرير. هل من أسئلة أخرى؟ شكرا لكم جميعا!",
            ["تكلم د. أحمد عن ص. 5 من التقرير.", "هل من أسئلة أخرى؟", "شكرا لكم جميعا!"],
        ),
        (
            "en",
            'He said: "We agree with that." Then he left the room.',
            ['He said: "We agree with that."', "Then he left the room."],
        ),
        ("en", "Version 2.5 of it costs 1.500 euros today", None),
        ("en", "the u.n. charter and the g.c.m. text of today", None),
    ],
)
def test_sentences_end_where_they_end(lang: Lang, text: str, expected: list[str] | None) -> None:
    assert sentences(text, lang) == (expected or [text])


def test_wrapped_lines_are_joined_and_paragraphs_are_not() -> None:
    text = (
        "The cities welcome the migrants who arrive with dignity and\n"
        "they protect the refugees, as the inter-\n"
        "national conventions ask.\n"
        "\n"
        "A heading of three words\n"
        "\n"
        "A new paragraph begins here\n"
        "and ends there"
    )
    assert sentences(text, "en") == [
        "The cities welcome the migrants who arrive with dignity and they protect the refugees, "
        "as the international conventions ask.",
        "A heading of three words",
        "A new paragraph begins here and ends there",
    ]


def test_list_items_and_headings_stand_alone() -> None:
    text = (
        "What cities can do\n"
        "All of us can do much more than we did in the year of the pandemic:\n"
        "• welcome the people who arrive,\n"
        "• protect those who stay,\n"
        "(a) and thank the mayors"
    )
    assert sentences(text, "en") == [
        "What cities can do",
        "All of us can do much more than we did in the year of the pandemic:",
        "welcome the people who arrive,",
        "protect those who stay,",
        "(a) and thank the mayors",
    ]


def test_a_short_sentence_travels_with_its_neighbour() -> None:
    assert sentences("Thank you. The cities agree. Good!", "en") == [
        "Thank you. The cities agree. Good!"
    ]
    assert sentences("Bien sûr !", "fr") == ["Bien sûr !"]


def test_a_long_sentence_is_cut_at_a_mark_near_a_hundred_words() -> None:
    clause = "one two three four five six seven eight nine ten eleven twelve thirteen,"
    [first, second] = sentences(" ".join([clause] * 10), "en")
    assert len(first.split()) == 91
    assert first.endswith("thirteen,")
    assert second == " ".join([clause] * 3)
    unmarked = sentences(" ".join(["word"] * 250), "en")
    assert [len(part.split()) for part in unmarked] == [MOST_WORDS, MOST_WORDS, 50]


def test_what_no_model_has_seen_is_removed() -> None:
    text = "\u202eThe\u00a0ci\u00adties\x00 \ud800wel\u200bcome▁them\r\nall\u2029now\ufeff"
    assert cleaned(text) == "The cities  \ufffdwelcome them\nall\nnow"


@given(st.text(), st.sampled_from(LANGUAGES))
def test_no_word_is_lost_or_invented(text: str, lang: Lang) -> None:
    plain = cleaned(text)
    found = sentences(plain, lang)
    letters = [c for c in plain if c.isalnum()]
    assert [c for sentence in found for c in sentence if c.isalnum()] == letters
    assert all(sentence == sentence.strip() and sentence for sentence in found)


@given(st.text(st.characters(codec=None)))
def test_anything_can_be_cleaned_twice_with_the_same_result(text: str) -> None:
    assert cleaned(cleaned(text)) == cleaned(text)


def test_a_hundred_thousand_characters_are_no_trouble() -> None:
    for text in ("a. B " * 20_000, "M. " * 33_000, "x" * 100_000, "\n- a" * 25_000, "." * 100_000):
        assert "".join(sentences(cleaned(text), "fr")).count("a") == cleaned(text).count("a")
