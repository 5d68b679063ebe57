from booth_app.editing.reviews import ReviewRow
from booth_app.exchange.columns import guess
from booth_app.exchange.headers import Found
from booth_app.exchange.table_sentences import no_language, of_columns
from booth_app.store.verdicts import Counts
from booth_app.terminology.concept import Concept, LanguageSection, Term
from booth_app.ui.editor.review_wording import (
    in_the_window,
    probably,
    row_lines,
    taken_back_line,
    waiting_line,
)

COLUMNS = guess(["English", ""], [["the mayor of the city", "le maire de la ville et du port"]])
FOUND = Found(1, ("English", ""), COLUMNS, (), ())


def test_what_waits_is_counted_in_words() -> None:
    others = "the others are applied as the file has them, or as you decided."
    assert waiting_line(1, 0) == f"1 row waits for you; {others}"
    assert waiting_line(1_200, 2) == f"1,200 rows wait for you, 2 for a colleague; {others}"
    assert waiting_line(0, 1) == f"Nothing waits for you, 1 for a colleague; {others}"
    assert waiting_line(0, 0) == "Nothing waits for you: what is here can be applied."


def test_what_was_taken_back_is_counted_in_words() -> None:
    one, many = Counts(new=1, conflicts=1), Counts(new=2, changed=1, conflicts=3)
    begin = "Taken back: "
    said = "1 concept is as it was before; 1 was changed since and stays so."
    assert taken_back_line(one) == f"{begin}{said}"
    said = "3 concepts are as they were before; 3 were changed since and stay so."
    assert taken_back_line(many) == f"{begin}{said}"


def test_a_row_tells_which_concept_it_is_probably_about() -> None:
    term = Term(id="a1", text="منتدى استعراض الهجرة")
    stored = Concept(glossary="g", id="imrf", languages={"ar": LanguageSection(terms=(term,))})
    named = f"“\u2068{term.text}\u2069”"
    assert probably(stored) == f"This row is probably {named}; if not, it is a new concept."


def test_what_a_reader_says_of_columns_names_what_is_in_the_window() -> None:
    [told] = of_columns(FOUND, mapped=False)
    assert "--map" in told
    called, _ = row_lines(ReviewRow(1, 1, "problem", tells=(told,)))
    assert called.endswith("; Columns… is where you say what they hold.")
    refused = f"terms.csv {no_language([FOUND])}"
    assert "--map" in refused
    assert "--map" not in in_the_window(refused)
    assert in_the_window("An empty term.") == "An empty term."
