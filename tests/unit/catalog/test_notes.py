"""What a note has room for."""

from bilingual_news.catalog.notes import one_line


def test_line_breaks_become_spaces():
    assert one_line("two\n lines") == "two lines"


def test_of_a_long_text_the_end_is_left_out():
    assert one_line("x" * 301) == "x" * 299 + "…"


def test_the_row_of_the_glossary_is_never_left_out():
    cut = one_line("x" * 400 + " (glossaries/asean.csv:12)")
    assert len(cut) == 300
    assert cut.endswith("x… (glossaries/asean.csv:12)")
