import pytest
from hypothesis import given
from hypothesis import strategies as st

from booth_app.lookup.marking import marks


@pytest.mark.parametrize(
    ("query", "text", "marked"),
    [
        ("examen migr", "Forum d'examen des migrations", ["examen", "migr"]),
        ("gcm", "G.C.M.", ["G.C.M."]),
        ("coeur", "Le cœur", ["cœur"]),
        ("coe", "Le cœur", ["cœ"]),
        ("refug", "Réfugiés", ["Réfug"]),
        ("locaux", "gouvernement local", ["local"]),
        ("relevemnt", "relèvement", ["relèvement"]),
        ("gunarson", "Carola Gunnarsson", ["Gunnarsson"]),
        ("حكومات", "والحكومات المحلية", ["حكومات"]),
        ("الحكو", "الحُكومات", ["الحُكو"]),
        ("حكو", "الحُكومات", ["حُكو"]),
        ("zzz", "Réfugiés", []),
        ("", "Réfugiés", []),
        ("global compact", "Global Compact", ["Global", "Compact"]),
        ("migr migration", "Migrations", ["Migration"]),
    ],
)
def test_the_letters_that_matched_are_marked(query: str, text: str, marked: list[str]) -> None:
    assert [text[start:end] for start, end in marks(query, text)] == marked


@given(st.text(max_size=30), st.text(max_size=60))
def test_marks_are_places_in_order(query: str, text: str) -> None:
    spans = marks(query, text)
    ends = [end for _, end in spans]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(end < start for end, (start, _) in zip(ends, spans[1:], strict=False))


@given(st.text(min_size=1, max_size=30))
def test_a_text_typed_whole_is_marked(text: str) -> None:
    if any(character.isalpha() and character.isascii() for character in text):
        assert marks(text, text)
