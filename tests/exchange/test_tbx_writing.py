from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from booth_app.exchange.file_writing import FileUnwritable
from booth_app.exchange.tbx_reading import TbxFile
from booth_app.exchange.tbx_writing import write
from booth_app.paths import bundled
from booth_app.terminology.concept import Concept, LanguageSection, Term
from booth_app.terminology.concept_document import to_json
from booth_app.terminology.glossary_folder import read_glossary
from booth_app.terminology.state_marks import Revision
from tests.exchange.tbx_samples import FOLDER, needs_samples
from tests.generated_concepts import concepts

GLOSSARY = st.lists(concepts(), max_size=4, unique_by=lambda concept: concept.id)
SHIPPED = bundled("glossaries") / "migration-governance"


def came_back(path: Path) -> list[tuple[str, str, int, str]]:
    with closing(TbxFile(path)) as file:
        return [(r.id, r.document, r.base_rev, " ".join(r.marks)) for r in file.concepts()]


def revision(rev: int, concept: Concept) -> Revision:
    return Revision(rev, (to_json(concept), "{}"))


@given(GLOSSARY)
def test_what_is_written_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, made: list[Concept]
) -> None:
    path = tmp_path_factory.mktemp("tbx") / "made.tbx"
    write(path, "made", ((each, revision(rev, each)) for rev, each in enumerate(made, 1)))
    assert came_back(path) == [
        (each.id, to_json(each), rev, revision(rev, each).marks) for rev, each in enumerate(made, 1)
    ]


@given(st.text(min_size=1))
def test_the_file_names_its_glossary(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    path = tmp_path_factory.mktemp("tbx") / "made.tbx"
    write(path, name.encode("utf-8", "replace").decode(), ())
    with closing(TbxFile(path)) as file:
        assert file.facts.glossary == name.encode("utf-8", "replace").decode()
        assert list(file.concepts()) == []
        assert file.report.problems == []


@needs_samples
@given(GLOSSARY)
def test_what_is_written_is_valid(
    tmp_path_factory: pytest.TempPathFactory, made: list[Concept]
) -> None:
    path = tmp_path_factory.mktemp("tbx") / "made.tbx"
    write(path, "made", ((concept, revision(0, concept)) for concept in made))
    _assert_valid(path)


@needs_samples
def test_the_shipped_glossary_is_valid_tbx(tmp_path: Path) -> None:
    path = tmp_path / "shipped.tbx"
    write(path, "shipped", ((each, revision(1, each)) for each in read_glossary(SHIPPED).concepts))
    _assert_valid(path)


def test_other_programs_see_what_basic_has_room_for(tmp_path: Path) -> None:
    term = Term(
        id="t1",
        text="PMM",
        status="forbidden",
        type="acronym",
        region="MA",
        context="Le PMM dit …",
        context_source="ONU",
        source="A/RES/73/195",
    )
    section = LanguageSection(terms=(term,), definition="Un pacte.", definition_source="OIM")
    concept = Concept(glossary="g", id="gcm", subject="instrument", languages={"fr": section})
    write(tmp_path / "g.tbx", "g", [(concept, Revision(1))])
    root = etree.parse(tmp_path / "g.tbx").getroot()
    seen = {
        (etree.QName(each).localname, each.get("type")): each.text
        for each in root.iter()
        if each.get("type")
    }
    assert seen["descrip", "subjectField"] == "instrument"
    assert seen["descrip", "definition"] == "Un pacte."
    assert seen["termNote", "administrativeStatus"] == "deprecatedTerm-admn-sts"
    assert seen["termNote", "termType"] == "acronym"
    assert seen["termNote", "geographicalUsage"] == "MA"
    assert seen["descrip", "context"] == "Le PMM dit …"


def test_ids_stay_where_xml_allows_them_and_none_stands_twice(tmp_path: Path) -> None:
    def made(id_: str, term: str) -> tuple[Concept, Revision]:
        section = LanguageSection(terms=(Term(id=term, text="x"),))
        return Concept(glossary="g", id=id_, languages={"en": section}), Revision(1)

    write(tmp_path / "g.tbx", "g", [made("gcm", "gcm.en.1"), made("1st", "gcm"), made("é", "x y")])
    root = etree.parse(tmp_path / "g.tbx").getroot()
    ids = [each.get("id", "") for each in root.iter() if each.get("id")]
    assert ids[:2] == ["gcm", "gcm.en.1"]
    assert len(set(ids)) == len(ids) == 6
    assert not {"1st", "é", "x y"} & set(ids)
    assert [id_ for id_, *_ in came_back(tmp_path / "g.tbx")] == ["gcm", "1st", "é"]


def test_a_term_of_which_nothing_can_be_seen_is_no_empty_one(tmp_path: Path) -> None:
    path, term = tmp_path / "a.tbx", Term(id="t1", text=" ")
    made = Concept(glossary="g", id="c", languages={"fr": LanguageSection(terms=(term,))})
    write(path, "g", [(made, revision(1, made))])
    assert [each.text for each in etree.parse(path).iter("{*}term")] == ["\ufffd"]


def test_a_place_that_cannot_be_written_is_named_and_the_old_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "out.tbx"
    path.mkdir()
    with pytest.raises(FileUnwritable, match=r"out\.tbx"):
        write(path, "g", ())
    assert list(tmp_path.iterdir()) == [path]


def _assert_valid(path: Path) -> None:
    schema = etree.RelaxNG(etree.parse(FOLDER / "TBX_Core_RNG" / "TBXcoreStructV03.rng"))
    assert schema.validate(etree.parse(path)), schema.error_log.last_error
