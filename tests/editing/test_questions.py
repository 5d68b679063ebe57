from dataclasses import replace
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from booth_app.editing import questions
from booth_app.editing.importing import Import
from booth_app.editing.questions import FileUnwritable
from booth_app.editing.reviews import ALL, Review, Reviews, Which
from booth_app.exchange.reading import FileReading
from booth_app.exchange.workbook_writing import write_workbook
from booth_app.termbase import Termbase
from booth_app.terminology.concept_document import to_json
from booth_app.terminology.state_marks import Revision
from tests.editing.made_glossaries import CONCEPTS, NAME
from tests.editing.test_reviews import (
    OWN,
    applied,
    english,
    now,
    previewed,
    terms,
    with_english,
)

C3 = CONCEPTS[2]


def at_odds(termbase: Termbase, path: Path) -> Review:
    termbase.save(with_english(C3, "host town"), "typed")
    lines = [OWN, *terms("c3", en="hosting city"), *terms("c9", en="zorb", fr="zorbe")]
    return previewed(termbase, path, *lines)


def asked(path: Path) -> list[list[object]]:
    """Return the rows of the sheet of questions."""
    return [
        list(row)
        for row in CalamineWorkbook.from_path(path).get_sheet_by_name("Questions").to_python()
    ]


def came_back(termbase: Termbase, review: Review, path: Path) -> Review:
    """Return the review of a workbook that came back."""
    import_ = Import(termbase, FileReading(path), into=NAME)
    done = questions.receive(termbase, review, import_)
    [answers] = [one for one in Reviews(termbase).open_ones() if one.id == done.review]
    return answers


def test_parked_rows_go_out_with_ids_and_questions_and_come_back(
    desk_termbase: Termbase, tmp_path: Path
) -> None:
    review = at_odds(desk_termbase, tmp_path / "sent.csv")
    reviews = Reviews(desk_termbase)
    reviews.park(review, ALL, "Which one?")
    out = tmp_path / "questions.xlsx"
    assert questions.send(desk_termbase, review, out) == 2
    rows = asked(out)
    assert [row[0] for row in rows] == ["concept_id", "c3", "c9"]
    assert rows[1][1] == (
        "Which one?\nEnglish term host town: stored is “host town”, sent.csv has “hosting city”."
    )
    answers = came_back(desk_termbase, review, out)
    assert reviews.open_ones() == [answers], "nothing else is to be done in the first one"
    applied(desk_termbase, answers)
    assert english(desk_termbase, "c3") == "hosting city", "it stands there as the file had it"
    assert english(desk_termbase, "c9") == "zorb"
    assert reviews.open_ones() == []


def test_a_related_concept_is_asked_about_by_its_name(
    desk_termbase: Termbase, tmp_path: Path
) -> None:
    alone, sent = replace(CONCEPTS[3], related=()), tmp_path / "sent.xlsx"
    of = Revision(1, (to_json(alone), to_json(CONCEPTS[3])))
    write_workbook(sent, NAME, [(alone, of)], {})
    done = Import(desk_termbase, FileReading(sent)).preview()
    reviews = Reviews(desk_termbase)
    [review] = [one for one in reviews.open_ones() if one.id == done.review]
    assert reviews.park(review, ALL, "Is it?") == 1
    out = tmp_path / "questions.xlsx"
    questions.send(desk_termbase, review, out)
    said = asked(out)[1][1]
    assert "stored is “related: host city (c3)”, sent.xlsx has nothing." in str(said)


def test_what_did_not_come_back_still_waits(desk_termbase: Termbase, tmp_path: Path) -> None:
    review = at_odds(desk_termbase, tmp_path / "sent.csv")
    reviews = Reviews(desk_termbase)
    reviews.park(review, Which(verdict="conflict"), "Which one?")
    out = tmp_path / "questions.xlsx"
    questions.send(desk_termbase, review, out)
    reviews.park(review, Which(verdict="new"), "And this?")
    came_back(desk_termbase, review, out)
    assert [row.concept for row in reviews.rows(review, Which(decision="parked"))] == ["c9"]
    assert len(reviews.open_ones()) == 2


def test_what_is_still_to_be_applied_keeps_the_review_open(
    desk_termbase: Termbase, tmp_path: Path
) -> None:
    review = at_odds(desk_termbase, tmp_path / "sent.csv")
    reviews = Reviews(desk_termbase)
    reviews.park(review, Which(verdict="conflict"), "Which one?")
    out = tmp_path / "questions.xlsx"
    questions.send(desk_termbase, review, out)
    came_back(desk_termbase, review, out)
    assert len(reviews.open_ones()) == 2
    applied(desk_termbase, review)
    assert english(desk_termbase, "c9") == "zorb"
    assert english(desk_termbase, "c3") == "host town", "the answer is decided in its own review"
    assert len(reviews.open_ones()) == 1


def test_what_may_be_a_concept_goes_out_under_an_id_of_its_own(
    desk_termbase: Termbase, tmp_path: Path
) -> None:
    lines = ["English,French", "host city,ville hôte"]
    review = previewed(desk_termbase, tmp_path / "list.csv", *lines)
    reviews = Reviews(desk_termbase)
    reviews.park(review, ALL, "The same?")
    out = tmp_path / "questions.xlsx"
    questions.send(desk_termbase, review, out)
    [_, (id_, question)] = [[str(cell) for cell in row] for row in asked(out)]
    assert id_ != "c3"
    assert "It may be the concept c3 (host city): if so, write c3 as its concept_id" in question
    answers = came_back(desk_termbase, review, out)
    assert reviews.open_ones() == [answers]
    applied(desk_termbase, answers)
    assert now(desk_termbase, id_).section("fr").terms[0].text == "ville hôte"
    assert now(desk_termbase, "c3") == C3


def test_what_cannot_be_written_is_said(desk_termbase: Termbase, tmp_path: Path) -> None:
    review = at_odds(desk_termbase, tmp_path / "sent.csv")
    Reviews(desk_termbase).park(review, ALL, "?")
    with pytest.raises(FileUnwritable):
        questions.send(desk_termbase, review, tmp_path / "sent.csv" / "questions.xlsx")
