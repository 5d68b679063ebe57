import pytest

from booth_app.editing.word_differences import differing, shared_words


@pytest.mark.parametrize(
    ("text", "term", "sentence"),
    [
        ("review forum", "Review Forum", "has all 2 words"),
        ("forum", "review forum", "has the same word"),
        ("regional review forum", "review forum", "shares 2 of 3 words"),
        ("الهجرة", "هجرة دولية", "has the same word"),
    ],
)
def test_shared_words_in_a_sentence(text: str, term: str, sentence: str) -> None:
    assert shared_words(text, term).sentence == sentence


def test_small_words_tell_nothing() -> None:
    assert not shared_words("forum of the sea", "house of the people").is_telling
    assert shared_words("forum of the sea", "forum of cities").is_telling
    assert not shared_words("", "forum").is_telling


@pytest.mark.parametrize(
    ("text", "term", "said"),
    [
        ("International Forum", "Regional Forum", "“Regional” for “International”"),
        ("Forum", "Regional Forum", "with “Regional”"),
        ("Regional Forum", "Forum", "without “Regional”"),
        ("forum", "Forum", ""),
        ("forum", "forum of the many words that follow", "with “of the many words …”"),
    ],
)
def test_what_differs(text: str, term: str, said: str) -> None:
    assert differing(text, term) == said
