import pytest
from hypothesis import given
from hypothesis import strategies as st

from booth_app.languages import LANGUAGES, Lang
from booth_app.meeting.meeting import Person, Wording
from booth_app.meeting.posts import gender, post, rank


def titled(title: str, lang: Lang = "en", honorific: str = "") -> Person:
    return Person(name="N", honorific=honorific, title={lang: Wording(title, True)})


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("Mayor of Sala (Sweden)", "mayor"),
        ("The Mayor of Sala", "mayor"),
        ("Mairesse de Sala (Suède)", "mayor"),
        ("Alcaldesa de Sala", "mayor"),
        ("رئيسة بلدية سالا (السويد)", "mayor"),
        ("عمدة الرباط", "mayor"),
        ("Deputy Mayor of Sala", None),
        ("Mayors Migration Council", None),
        ("Ambassador, Representative of Ecuador", "ambassador"),
        ("L'Ambassadrice de Suède", "ambassador"),
        ("السفير، ممثل إكوادور", "ambassador"),
        ("Minister Delegate", "minister"),
        ("Minister-Counsellor, Embassy of Ecuador", "other"),
        ("Ministre conseillère", "other"),
        ("Ministry of Foreign Affairs", None),
        ("الوزيرة المنتدبة", "minister"),
        ("Director-General, IOM", "director_general"),
        ("Directeur général de l'OIM", "director_general"),
        ("المدير العام للمنظمة", "director_general"),
        ("Secretaria General de CGLU", "secretary_general"),
        ("الأمينة العامة لمنظمة المدن", "secretary_general"),
        ("Directrice exécutive du MMC", "executive_director"),
        ("Director of Migration Affairs", "director"),
        ("مديرة سياسات الهجرة", "director"),
        ("Head of the Migration Unit", "other"),
        ("رئيسة وحدة الهجرة", "other"),
        ("Secretary of Government", None),
        ("Senior Advisor", None),
        ("", None),
    ],
)
def test_how_a_title_begins_names_the_post(title: str, named: str | None) -> None:
    assert post(titled(title)) == named


def test_the_first_title_that_tells_holds() -> None:
    texts = {"fr": Wording("Directeur de l'Unité", True), "en": Wording("Head of Unit", True)}
    assert post(Person(name="N", title=texts)) == "other"
    assert post(titled("Representante del Ecuador", "es", "Ambassadeur")) == "ambassador"


@pytest.mark.parametrize(
    ("honorific", "held", "of"),
    [
        ("H.E.", "excellency", None),
        ("H.E. Mr.", "excellency", "m"),
        ("H. E. Ms", "excellency", "f"),
        ("S.E.M.", "excellency", "m"),
        ("S.E. Mme", "excellency", "f"),
        ("Excmo. Sr.", "excellency", "m"),
        ("Excma. Sra.", "excellency", "f"),
        ("Her Excellency", "excellency", None),
        ("صاحبة السعادة", "excellency", "f"),
        ("معالي", "excellency", None),
        ("H.H.", "highness", None),
        ("S.A.R.", "highness", None),
        ("صاحب السمو الشيخ", "highness", "m"),
        ("Hon.", None, None),
        ("M.", None, "m"),
        ("Mme", None, "f"),
        ("Ms.", None, "f"),
        ("Señora", None, "f"),
        ("السيد", None, "m"),
        ("Herr", None, None),
        ("Ambassadeur", None, None),
        ("", None, None),
    ],
)
def test_what_an_honorific_tells(honorific: str, held: str | None, of: str | None) -> None:
    person = Person(name="N", honorific=honorific)
    assert (rank(person), gender(person)) == (held, of)


def test_the_persons_own_gender_holds() -> None:
    assert gender(Person(name="N", honorific="Mr", gender="f")) == "f"


@given(st.text(max_size=60), st.text(max_size=200), st.sampled_from(LANGUAGES))
def test_any_title_is_read(honorific: str, title: str, lang: Lang) -> None:
    person = titled(title, lang, honorific)
    assert post(person) == post(titled(f" {title.upper()} ", lang, honorific))
    assert rank(person) in ("excellency", "highness", None)
    assert gender(person) in ("f", "m", None)
