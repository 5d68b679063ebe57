from booth_app.ui.booth.fewer_words import fewer_words


def test_parts_go_before_words_and_words_before_letters() -> None:
    assert list(fewer_words("look-up 3 of 12 · Up earlier · Down later")) == [
        "look-up 3 of 12 · Up earlier · Down later",
        "look-up 3 of 12 · Up earlier",
        "look-up 3 of 12",
        "\u2068look-up 3 of…\u2069",
        "\u2068look-up 3…\u2069",
        "\u2068look-up…\u2069",
    ]


def test_what_loses_words_leaves_no_isolate_open() -> None:
    for text in fewer_words("read as \u2068الهجرة\u2069 · typed on a US keyboard"):
        assert text.count("\u2068") == text.count("\u2069")


def test_a_single_word_stays_whole_and_nothing_is_nothing() -> None:
    assert list(fewer_words("machine")) == ["machine"]
    assert list(fewer_words("")) == [""]
