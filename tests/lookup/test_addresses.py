import pytest

from booth_app.lookup.spotting import Spotter
from booth_app.lookup.terms import Searchable

SPOTTER = Spotter(Searchable("one", word, "en", word) for word in ("migrant", "return", "data"))


@pytest.mark.parametrize(
    ("text", "spotted"),
    [
        ("see https://example.org/migrants/return?data=1 for returns", ["returns"]),
        ("migrant@example.org, migrants", ["migrants"]),
        ("www.migrant-return.example (data)", ["data"]),
        ("open return-data.pdf and migrant data.docx", ["migrant"]),
        ("two @ migrants; migrants/returns; data.", ["migrants", "migrants", "returns", "data"]),
    ],
)
def test_what_stands_in_an_address_is_no_word(text: str, spotted: list[str]) -> None:
    assert [spot.text for spot in SPOTTER.spot(text, "en")] == spotted
