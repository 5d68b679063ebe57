from dataclasses import replace

from booth_app.terminology.concept import Concept, LanguageSection, Relation, Term
from booth_app.terminology.differences import with_field
from booth_app.terminology.fields import Field
from booth_app.terminology.merging import merged
from booth_app.ui.editor.field_rows import beside, chosen_values, compared, conflicting

FORUM = Concept(
    glossary="g",
    id="imrf",
    subject="process",
    languages={
        "en": LanguageSection(terms=(Term(id="e1", text="review forum", status="preferred"),)),
        "fr": LanguageSection(terms=(Term(id="f1", text="forum d’examen", source="ONU"),)),
    },
)
TEXT = Field("term", "fr", "f1", "term")


def test_a_comparison_names_what_differs_and_a_term_that_is_gone_once() -> None:
    gone = with_field(FORUM, TEXT, None)
    [row] = compared(FORUM, gone)
    assert (row.name, row.text(0), row.text(1)) == (
        "French term",
        "forum d’examen",
        "",
    )
    assert compared(FORUM, FORUM) == compared(None, None) == []


def test_of_two_concepts_each_gives_what_only_it_has() -> None:
    other = replace(
        FORUM,
        id="rmrf",
        subject="meeting",
        languages={"en": LanguageSection(terms=(Term(id="x", text="regional review"),))},
    )
    rows = {f"{row.name} {row.text(row.chosen or 0)}": row for row in beside(FORUM, other)}
    assert rows["subject field process"].sides == ("process", "meeting")
    assert rows["subject field process"].value == "process"
    assert rows["English term regional review"].value == "regional review"
    assert set(chosen_values(list(rows.values()))) == {row.field for row in rows.values()}


def test_of_two_concepts_the_values_of_a_language_stand_together() -> None:
    terms = {
        lang: LanguageSection(terms=(Term(id=f"x{lang}", text=lang),)) for lang in ("fr", "en")
    }
    other = replace(FORUM, id="rmrf", note="rare", languages=terms)
    langs = [row.field.lang for row in beside(FORUM, other)]
    assert langs == sorted(langs, key=(None, "en", "fr").index)
    assert langs.count("en") == langs.count("fr") == 2


def test_a_conflict_shows_all_three_and_nothing_is_chosen() -> None:
    mine, theirs = with_field(FORUM, TEXT, "forum de révision"), with_field(FORUM, TEXT, "FEMI")
    [row] = conflicting(merged(FORUM, mine, theirs).conflicts, mine)
    assert row.sides == ("forum d’examen", "forum de révision", "FEMI")
    assert row.value is None
    assert row.lang == "fr"
    assert chosen_values([row]) == {}


def test_related_concepts_are_called_by_their_names() -> None:
    linked = replace(FORUM, related=(Relation("gcm"),))
    [row] = compared(FORUM, linked, {"gcm": "Global Compact"}.__getitem__)
    assert (row.text(0), row.text(1)) == ("", "related: Global Compact")


def test_a_related_concept_in_conflict_stands_by_its_name() -> None:
    related = replace(FORUM, related=(Relation("pact"),))
    [gone] = merged(related, related, FORUM).emptied
    [row] = conflicting([gone], related, {"pact": "Global Compact"}.get)  # type: ignore[arg-type]
    assert [row.text(side) for side in range(3)] == [
        "related: Global Compact",
        "related: Global Compact",
        "",
    ]
