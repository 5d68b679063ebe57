from collections.abc import Iterator
from itertools import islice

import pytest

from booth_app.exchange.encoding_guess import guessed
from booth_app.languages import Lang
from booth_app.paths import bundled
from booth_app.terminology.glossary_folder import read_glossary

CONCEPTS = read_glossary(bundled("glossaries") / "migration-governance").concepts


def rows(*langs: Lang) -> Iterator[str]:
    """Yield what a table of the shipped glossary says of each concept."""
    for concept in CONCEPTS:
        yield ";".join(term.text for lang, term in concept.terms() if lang in langs)


def by_three(all_rows: Iterator[str]) -> Iterator[str]:
    while three := [*islice(all_rows, 3)]:
        yield "\n".join(three)


@pytest.mark.parametrize("langs", [("en", "fr"), ("en", "es"), ("fr", "es")])
@pytest.mark.parametrize("codec", ["cp1252", "mac_roman"])
def test_tables_of_three_concepts_are_read_as_they_were_written(
    langs: tuple[Lang, ...], codec: str
) -> None:
    for three in by_three(rows(*langs)):
        written = three.encode(codec, "ignore")
        if not written.isascii():
            assert written.decode(guessed(written)) == written.decode(codec)


@pytest.mark.parametrize("codec", ["cp1256", "iso8859_6"])
def test_arabic_too_beside_languages_in_the_same_encoding(codec: str) -> None:
    langs: tuple[Lang, ...] = ("fr", "ar") if codec == "cp1256" else ("ar",)
    for three in by_three(rows(*langs)):
        written = three.encode(codec, "ignore")
        if not written.isascii():
            assert written.decode(guessed(written)) == written.decode(codec)


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("été", "mac_roman"),
        ("múltiples", "mac_roman"),
        ("l’État", "mac_roman"),
        ("cœur", "cp1252"),
        ("« élu »", "cp1252"),
        ("¿cuándo?", "mac_roman"),
        ("DÉCISION", "cp1252"),
    ],
)
def test_a_word_can_be_enough(text: str, codec: str) -> None:
    written = text.encode(codec)
    assert written.decode(guessed(written)) == text
