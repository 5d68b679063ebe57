import pytest

from booth_app.languages import Lang
from booth_app.lookup.spotting import Spotter
from booth_app.lookup.terms import Searchable

TERMS: dict[Lang, list[str]] = {
    "en": [
        "return",
        "grant",
        "response",
        "removal",
        "speaker",
        "integration",
        "recovery",
        "agenda",
    ],
    "fr": [
        "commune",
        "don",
        "quarantaine",
        "traite des personnes",
        "relance",
        *("Convention de Genève", "retour"),
    ],
    "es": ["trata de personas", "respuesta", "regreso", "explotación"],
    "ar": ["العودة", "مقرر", "المغرب", "السفير", "منح"],
}
SPOTTER = Spotter(
    Searchable("one", text, lang, text) for lang, texts in TERMS.items() for text in texts
)


@pytest.mark.parametrize(
    ("lang", "text", "spotted"),
    [
        ("en", "In return we sent tax returns and return tickets.", []),
        ("en", "They agreed to return to the question.", []),
        ("en", "Return is a right; returns are counted.", ["Return", "returns"]),
        ("en", "the rate of return, return flights", ["return", "return"]),
        ("en", "Help in returns, in return and readmission", ["returns", "return"]),
        ("en", "I will not grant it; the states may grant them; to grant asylum", []),
        ("en", "a grant, to grant holders, will the grant last?", ["grant", "grant", "grant"]),
        ("en", "removal of barriers, removal of the obstacles, organ removal", []),
        ("en", "removal of migrants", ["removal"]),
        ("en", "The agenda of the day and the migration agenda", ["agenda"]),
        ("en", "labour market integration, a full recovery", ["integration", "recovery"]),
        ("es", "programas de regreso, de regreso a casa; yo regreso", ["regreso", "regreso"]),
        ("ar", "رسالة من المقرر الخاص", ["المقرر"]),
        ("en", "the Speaker of the House, native speakers", []),
        ("en", "the response to the crisis, in response to a question", ["response"]),
        ("fr", "la position commune, cause commune, des positions communes", []),
        ("fr", "la commune, 12 communes, d'autres communes", ["commune", "communes", "communes"]),
        ("fr", "ville, commune, région", ["commune"]),
        ("fr", "le don du sang, un don d'organes, le don de la Suède", ["don"]),
        ("fr", "une quarantaine de maires, une quarantaine de dix jours", ["quarantaine"]),
        ("fr", "le plan traite des personnes âgées", []),
        ("fr", "contre la traite des personnes", ["traite des personnes"]),
        ("fr", "je relance, la relance", ["relance"]),
        ("fr", "le retour des enfants, en retour, retour d'expérience", ["retour"]),
        ("fr", "les conventions de Genève, la Convention de Genève", ["Convention de Genève"]),
        ("es", "Se trata de personas; no trata de personas.", []),
        ("es", "la trata de personas", ["trata de personas"]),
        ("es", "En respuesta a su carta, espero respuesta.", []),
        ("es", "una respuesta a la crisis, en respuesta a ella", ["respuesta", "respuesta"]),
        ("es", "las explotaciones agrícolas y la explotación laboral", ["explotación"]),
        ("ar", "من المقرر أن نلتقي، والمقرر حاضر", ["والمقرر"]),
        ("ar", "قبل صلاة المغرب، في المغرب", ["المغرب"]),
        ("ar", "ودول المغرب العربي", []),
        ("ar", "نرجو العودة إلى الموضوع، والعودة الطوعية", ["والعودة"]),
        ("ar", "وقد منح المجلس، ومنح اللجوء، منح صغيرة", ["منح"]),
    ],
)
def test_a_term_in_a_set_phrase_is_other_words(lang: Lang, text: str, spotted: list[str]) -> None:
    assert [spot.text for spot in SPOTTER.spot(text, lang)] == spotted


@pytest.mark.parametrize(
    ("text", "spotted"),
    [
        ("in. Return", 1),
        ("in\n\nreturn", 1),
        ("in (return)", 1),
        ("in\nreturn", 0),
        ("in “return”", 0),
    ],
)
def test_no_phrase_goes_across_a_break(text: str, spotted: int) -> None:
    assert len(SPOTTER.spot(text, "en")) == spotted
