import json
from contextlib import closing
from pathlib import Path
from typing import Any

from booth_app.exchange.tbx_reading import TbxFile
from booth_app.exchange.tbx_twins import joined


def term(text: str = "pacte", **said: Any) -> dict[str, Any]:  # noqa: ANN401 - of a document
    return {"term": text, "extra": {}, **said}


def test_a_term_said_twice_is_one_with_what_both_say() -> None:
    first = term(status="preferred", extra={"a": "1"})
    second = term(status="preferred", gender="masculine", extra={"b": "2"}, id="t2")
    assert joined([first], [second]) == [
        {
            "term": "pacte",
            "status": "preferred",
            "gender": "masculine",
            "extra": {"a": "1", "b": "2"},
            "id": "t2",
        }
    ]


def test_two_of_those_that_come_after_may_be_twins_too() -> None:
    assert joined([], [term(), term("accord"), term(gender="masculine")]) == [
        term(gender="masculine"),
        term("accord"),
    ]


def test_those_that_disagree_or_are_of_two_regions_stay_two() -> None:
    for one, other in (
        (term(status="preferred"), term(status="deprecated")),
        (term(region="CA"), term(region="FR")),
        (term(region="CA"), term()),
        (term(extra={"a": "1"}), term(extra={"a": "2"})),
        (term("pacte"), term("Pacte")),
    ):
        assert joined([one], [other]) == [one, other]


def test_two_sections_of_one_language_say_a_term_once(tmp_path: Path) -> None:
    sections = "".join(
        f'<langSec xml:lang="fr"><termSec><term>{text}</term></termSec></langSec>'
        for text in ("pacte", "accord", "pacte")
    )
    path = tmp_path / "a.tbx"
    path.write_text(
        f'<tbx><text><body><conceptEntry id="c">{sections}</conceptEntry></body></text></tbx>'
    )
    with closing(TbxFile(path)) as file:
        [read] = file.concepts()
        assert file.report.terms == {"fr": 2}
    terms = json.loads(read.document)["languages"]["fr"]["terms"]
    assert [(each["id"], each["term"]) for each in terms] == [
        ("-.fr.1", "pacte"),
        ("-.fr.2", "accord"),
    ]
