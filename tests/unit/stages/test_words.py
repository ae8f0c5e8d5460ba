"""Thai words are counted by newmm."""

from bilingual_news.stages.words import count_words, words


def test_words_joined_are_the_text():
    text = "นายกรัฐมนตรี เป็นประธาน 2 ครั้ง"
    assert "".join(words(text)) == text


def test_count_words_leaves_out_spaces_and_punctuation():
    assert count_words("แมวกินปลา (2 ตัว)") == 5
