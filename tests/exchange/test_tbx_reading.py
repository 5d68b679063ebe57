import json
import re
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booth_app.exchange.report import FileUnreadable
from booth_app.exchange.tbx_reading import TbxFile
from booth_app.terminology.concept import Concept
from booth_app.terminology.concept_document import from_document
from tests.exchange.tbx_samples import FOLDER, needs_samples

HEAD = "<tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader>"


def tbx(body: str, dialect: str = "TBX-Basic") -> str:
    core = "urn:iso:std:iso:30042:ed-2"
    return (
        f'<tbx type="{dialect}" style="dca" xml:lang="en" xmlns="{core}">{HEAD}'
        f"<text><body>{body}</body></text></tbx>"
    )


def entry(inside: str, name: str = "c1", lang: str = "fr") -> str:
    return f'<conceptEntry id="{name}"><langSec xml:lang="{lang}">{inside}</langSec></conceptEntry>'


TERM = "<termSec><term>pacte</term></termSec>"


def read(path: Path, text: str | bytes) -> tuple[list[Concept], TbxFile]:
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    with closing(TbxFile(path)) as file:
        found = [from_document("g", json.loads(one.document)) for one in file.concepts()]
        return found, file


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "gcm.tbx"


@needs_samples
@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("basic_good.tbx", []),
        ("min_good.tbx", []),
        ("core_structure_good.tbx", []),
        ("basic_bad.tbx", [26, 69, 97, 140]),
        ("min_bad.tbx", [21, 41]),
    ],
)
def test_the_public_samples_have_the_faults_they_were_given(name: str, lines: list[int]) -> None:
    with closing(TbxFile(FOLDER / "TBX_test_files" / name)) as file:
        assert len(list(file.concepts())) == 45
        assert [problem.line for problem in file.report.problems] == lines


@needs_samples
def test_every_public_sample_is_read_whole() -> None:
    for sample in sorted(FOLDER.rglob("*.tbx")):
        entries = re.findall(rb"<(?:\w+:)?(?:conceptEntry|termEntry)[\s>]", sample.read_bytes())
        if "poorly" in sample.name:
            with pytest.raises(FileUnreadable, match="line 42"), closing(TbxFile(sample)) as file:
                list(file.concepts())
        else:
            with closing(TbxFile(sample)) as file:
                assert len(list(file.concepts())) == len(entries), sample


@needs_samples
def test_both_styles_say_the_same() -> None:
    folder = FOLDER / "TBX-Basic_dialect"
    with (
        closing(TbxFile(folder / "DCA" / "Example_Astronomy_DCA_VALID.tbx")) as dca,
        closing(TbxFile(folder / "DCT" / "Example_Astronomy_DCT_VALID.tbx")) as dct,
    ):
        ones, others = (
            [from_document("g", json.loads(one.document)) for one in file.concepts()]
            for file in (dca, dct)
        )
    said = [{lang: s.terms for lang, s in one.languages.items()} for one in (*ones, *others)]
    assert said[: len(ones)] == said[len(ones) :]


def test_foreign_ids_are_references_and_terms_say_what_they_are(path: Path) -> None:
    [concept], file = read(
        path,
        tbx(
            '<conceptEntry id="42"><descrip type="subjectField">law</descrip>'
            '<langSec xml:lang="fr-CA"><descripGrp><descrip type="definition">Un texte.</descrip>'
            '<admin type="source">ONU</admin></descripGrp><termSec><term>pacte <hi>mondial</hi>'
            '</term><termNote type="usageStatus">preferred</termNote>'
            '<termNote type="termType">fullForm</termNote><note>dit souvent</note></termSec>'
            '</langSec><langSec xml:lang="de"><termSec><term>Pakt</term></termSec></langSec>'
            "</conceptEntry>"
        ),
    )
    section = concept.section("fr")
    [term] = section.terms
    assert [(one.system, one.id) for one in concept.external] == [("gcm", "42")]
    assert (term.text, term.status, term.type) == ("pacte mondial", "preferred", "full_form")
    assert (term.region, term.usage_note) == ("CA", "dit souvent")
    assert (section.definition, section.definition_source) == ("Un texte.", "ONU")
    assert concept.extra == {"de": "Pakt"}
    assert file.report.other_languages == {"de": 1}
    assert file.report.problems == []


def test_a_file_of_2008_in_groups_with_a_doctype(path: Path) -> None:
    [concept], _ = read(
        path,
        '<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd"><martif type="TBX-Basic">'
        "<martifHeader><fileDesc><sourceDesc><p/></sourceDesc></fileDesc></martifHeader><text>"
        '<body><termEntry id="a"><langSet xml:lang="en_US"><ntig><termGrp><term>compact</term>'
        '<termNote type="administrativeStatus">obsolete</termNote></termGrp></ntig></langSet>'
        '<langSet xml:lang="en"><tig><term>pact</term></tig></langSet></termEntry></body></text>'
        "</martif>",
    )
    assert [(t.text, t.status, t.region) for t in concept.section("en").terms] == [
        ("compact", "deprecated", "US"),
        ("pact", "admitted", ""),
    ]


@pytest.mark.parametrize(
    ("body", "line", "said"),
    [
        (entry(TERM) + "\n" + entry(TERM), 2, "A second entry has the id 'c1'"),
        (entry("<termSec><term> </term></termSec>"), 1, "empty"),
        (entry(TERM, lang="zz-none"), 1, "names no language that exists"),
        (entry('<termSec><term>a</term><termNote type="wild">b</termNote></termSec>'), 1, "wild"),
    ],
)
def test_faults_are_told_with_their_line(path: Path, body: str, line: int, said: str) -> None:
    _, file = read(path, tbx(body))
    [problem] = file.report.problems
    assert problem.line == line
    assert said in problem.message


def test_lines_are_counted_beyond_the_65535th(path: Path) -> None:
    empty = entry("<termSec><term/></termSec>", "c2")
    _, file = read(path, tbx(entry(TERM) + "\n" * 70_000 + empty))
    assert [problem.line for problem in file.report.problems] == [70_001]
    with closing(TbxFile(path)) as again:
        assert [one.line for one in again.concepts()] == [1, 70_001]


def test_all_that_a_section_in_another_language_says_is_kept(path: Path) -> None:
    inside = (
        '<descrip type="definition">Ein Pakt.</descrip><termSec><term>Pakt</term>'
        '<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec>'
    )
    [concept], file = read(path, tbx(entry(inside, lang="de")))
    assert concept.extra["de"] == "Pakt"
    whole = json.loads(concept.extra["de section"])
    assert whole["definition"] == "Ein Pakt."
    assert whole["terms"] == [{"term": "Pakt", "status": "preferred"}]
    assert file.report.other_languages == {"de": 1}


def test_what_stands_between_text_and_body_is_told(path: Path) -> None:
    text = tbx(entry(TERM)).replace("<body>", '<admin type="source">x</admin><body>')
    [_], file = read(path, text)
    assert "<admin>" in file.report.problems[0].message


def test_what_booth_does_not_know_is_kept(path: Path) -> None:
    inside = '<termSec><term>a</term><descrip type="voice">deep</descrip></termSec>'
    [concept], file = read(path, tbx(entry(inside), "TBX-Linguist"))
    assert concept.section("fr").terms[0].extra == {"voice": "deep"}
    assert file.report.problems == []


def test_what_stands_in_a_group_stays_with_what_it_is_said_of(path: Path) -> None:
    group = (
        '<descripGrp><descrip type="voice">deep</descrip><admin type="source">ONU</admin>'
        "<note>mine</note></descripGrp>"
    )
    inside = f"<termSec><term>a</term>{group}<note>its own</note></termSec>"
    [concept], _ = read(path, tbx(entry(inside), "TBX-Linguist"))
    [term] = concept.section("fr").terms
    assert term.extra == {"voice": "deep", "voice source": "ONU", "voice note": "mine"}
    assert (term.source, term.usage_note) == ("", "its own")


LAUGHS = '<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{("&" + chr(97 + n) + ";") * 10}">' for n in range(9)
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"<!DOCTYPE tbx [{LAUGHS}]>{tbx(entry('<termSec><term>&j;</term></termSec>'))}", "entit"),
        (
            '<!DOCTYPE tbx [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
            + tbx(entry("<termSec><term>&x;</term></termSec>")),
            "entities",
        ),
        ('<!DOCTYPE tbx [<!ENTITY % p SYSTEM "p.dtd"> %p;]>' + tbx(entry(TERM)), "entit"),
        (tbx(entry(TERM))[:-60], "cut short in line 1"),
        (tbx(entry(TERM)).replace("</term>", "", 1), "no well-formed XML in line 1"),
        ('<?xml version="1.0" encoding="utf-8"?>\n<html/>', "no TBX"),
        ("<tbx/>", "no <body>"),
        (tbx(entry("<termSec><term>&nbsp;</term></termSec>")), "entit"),
        (
            b'<?xml version="1.0" encoding="utf-8"?>\n'
            + tbx(entry("<termSec><term>é</term></termSec>")).encode("latin-1"),
            "encoding it declares, in line 2",
        ),
        ("<a>" * 100_000, "nested too deep"),
    ],
)
def test_what_cannot_be_read_is_refused_with_one_sentence(
    path: Path, text: str | bytes, said: str
) -> None:
    with pytest.raises(FileUnreadable, match=said) as refused:
        read(path, text)
    assert "\n" not in str(refused.value)
    assert str(path) in str(refused.value)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("declared", ["", '<?xml version="1.0" encoding="UTF-8"?>'])
def test_the_bytes_tell_the_encoding(path: Path, encoding: str, declared: str) -> None:
    text = declared + tbx(entry("<termSec><term>ميثاق</term></termSec>", lang="ar"))
    [concept], _ = read(path, text.encode(encoding))
    assert concept.section("ar").terms[0].text == "ميثاق"


@given(st.binary(max_size=300), st.integers(0, 400))
def test_no_damage_gives_anything_but_concepts_or_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, junk: bytes, at: int
) -> None:
    good = tbx(entry(TERM)).encode()
    path = tmp_path_factory.mktemp("tbx") / "damaged.tbx"
    try:
        read(path, good[:at] + junk + good[at + len(junk) :])
    except FileUnreadable as fault:
        said = fault.reason
    else:
        said = ""
    assert "\n" not in said


def test_leaving_early_closes_the_file(path: Path) -> None:
    path.write_text(tbx("".join(entry(TERM, f"c{n}") for n in range(500))), "utf-8")
    with closing(TbxFile(path)) as file:
        next(file.concepts())
        assert 0 < file.done <= file.size
