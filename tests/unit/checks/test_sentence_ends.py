"""Where the sentences of an article end and begin, and how it writes its quotes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilingual_news.checks import Pair, run_article_checks, sentence_ends

PROSE = "The committee said that the work on the project would be completed without delay"
LATER = "The Ministry of Finance said that the measures would support all of the provinces"


def article(*paragraphs, check="sentence-end", thai="รัฐบาล", title=False):
    """Paragraphs of segments; the findings as paragraph, segment and message."""
    pairs = [
        Pair(thai, text, is_title=title, position=(p, k, len(texts)))
        for p, texts in enumerate(paragraphs, start=1)
        for k, text in enumerate(texts, start=1)
    ]
    found = [(pairs[i].position, f) for i, f in run_article_checks(pairs) if f.check == check]
    return [(place[0], place[1], finding.message) for place, finding in found]


FULL_STOP = "expected a full stop"
CAPITAL = "expected a capital"
WHOLE = (f"{PROSE}.",)
WRONG = {
    "a small letter after a full stop": ([(f"{PROSE}.", "it will begin soon.")], 1, 2, CAPITAL),
    "and after the full stop of a paragraph": ([(f"{PROSE}.",), (f"it is {PROSE[4:]}.",)], 2, 1, CAPITAL),
    "a paragraph that begins small": ([(f"a {PROSE}.",)], 1, 1, CAPITAL),
    "The after no full stop": ([(PROSE, "The work will begin soon.")], 1, 1, FULL_STOP),
    "a word that is small elsewhere": ([(PROSE, "Work will begin soon.")], 1, 1, FULL_STOP),
    "and two names": ([(PROSE, "Work will begin soon and Thai", "Finance is all.")], 1, 1, FULL_STOP),
    "the last of two sentences in one segment": ([(f"It began. {PROSE}",), (f"{LATER}.",)], 1, 1, FULL_STOP),
    "the last of two segments": ([(f"{PROSE}.", "It will begin soon"), (f"{LATER}.",)], 1, 2, FULL_STOP),
    "a comma for the full stop": ([(f"{PROSE}.", "It will begin soon,")], 1, 2, "found a comma"),
    "a paragraph unlike most others": ([WHOLE, WHOLE, (LATER,), WHOLE, WHOLE], 3, 1, FULL_STOP),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_wrong(name):
    paragraphs, paragraph, segment, message = WRONG[name]
    [(found_paragraph, found_segment, said)] = article(*paragraphs)
    assert (found_paragraph, found_segment) == (paragraph, segment)
    assert message in said


RIGHT = {
    "a sentence over two segments": [(PROSE, "in every region.")],
    "a sentence over two paragraphs": [(f"It began. {PROSE}",), ("in every region of the country.",)],
    "a name after a part of a sentence": [("The visit was led by the Minister of", "Finance of the Kingdom.")],  # noqa: E501
    "a name that is small elsewhere too": [("A prime concern of", "Prime Minister Anutin is the price.")],
    "a name that has a capital elsewhere too": [
        ("The work was seen by the minister", "Work and the Ministry of Work went on.")
    ],
    "a quotation": [("The Minister said that", "The economy will grow.")],
    "what a colon introduces": [("The points are:", "The first one."), ("The rest is as follows",)],
    "headlines only": [("Government Opens New Railway Line in the Province of Chiang Mai",)] * 5,
    "a list": [("1. It is done. Second part of the item",), ("• one thing and another of the same kind",)],
    "items of a list in several segments": [(f"1. {PROSE}.", "It is done")],
    "an abbreviation at the end": [("It was led by Gen.", "prayut of the army.")],
    "an address at the end": [(f"{PROSE}.", "See www.moph.go.th"), (f"{PROSE}.", "Call Hotline 1669")],
    "lines of an address": [("in Bangkok",), ("on 3 October 2024, Doha",)],
    "all is well": [(f"{PROSE}.", "It will begin soon."), (f"“{LATER}.”", "Why not?")],
    "few paragraphs": [(f"{PROSE}.",), (LATER,)],
    "a word without small letters after it": [(PROSE, "Work Will Begin")],
}  # fmt: skip


@pytest.mark.parametrize("name", RIGHT)
def test_right(name):
    assert article(*RIGHT[name]) == []


def test_a_paragraph_that_the_thai_connects_may_begin_small():
    assert article((f"and {PROSE}.",), thai="และรัฐบาล") == []


def test_titles_and_entries_without_a_place_are_left_alone():
    assert article((f"{PROSE}. And so on",), title=True) == []
    assert [f.check for _, f in run_article_checks([Pair("ก", "a. b"), Pair("ก", "")])] == []


def test_what_stands_before_an_untranslated_segment_is_not_known():
    assert article((f"{PROSE}.", ""), ("", f"it is {PROSE}.")) == []


STRAIGHT = "straight apostrophes"
QUOTES = {
    "one straight apostrophe": (["Asia’s plan", "Peru’s plan", "the state's plan"], [(3, STRAIGHT)]),
    "one curly apostrophe": (["Asia's plan", "Peru's plan", "the state’s plan"], [(3, "curly apostrophes")]),
    "one straight quotation": (["the “A”", "the “B”", 'the "C"'], [(3, "straight quotes")]),
    "a plural's apostrophe": (["members’ plan", "states’ plan", "leaders' plan"], [(3, STRAIGHT)]),
    "the same ones": (["Thailand’s “plan”", "Asia’s “plan”"], []),
    "curly quotes and straight apostrophes": (["Asia's “plan”", "the state's “plan”"], []),
    "feet and minutes": (["Asia’s plan", "6' tall, 40' 12\u2033"], []),
    "quotes inside quotes": (["“the ‘A’ plan”", "the state's plan"], []),
}  # fmt: skip


@pytest.mark.parametrize("name", QUOTES)
def test_quotes(name):
    texts, expected = QUOTES[name]
    found = article(*[(text,) for text in texts], check="quote-style")
    assert [(p, message.split(" here")[0]) for p, _, message in found] == expected


def test_an_apostrophe_of_the_thai_is_copied():
    pairs = [Pair("งาน Women's Day", "Women's Day"), Pair("ก", "Asia’s plan"), Pair("ข", "the state’s plan")]
    assert list(run_article_checks(pairs)) == []


def test_the_apostrophe_of_a_plural_is_the_place_of_the_finding():
    pairs = [Pair("ก", "the state's plan"), Pair("ข", "Asia's plan"), Pair("ค", "members’ plan")]
    [(index, found)] = run_article_checks(pairs)
    assert pairs[index].target[slice(*found.target_span)] == "’"


PROSE_LIKE = st.lists(
    st.sampled_from(["work", "Work", "Prime", "non-work", "Working", "aWork", "a", ",", "X", "é", ".", "\n"])
    .flatmap(lambda word: st.sampled_from([word, f"{word} "])),
    max_size=12,
).map("".join)  # fmt: skip


@given(PROSE_LIKE)
def test_a_word_is_looked_for_as_all_words_would_be(text):
    names = {w.lower() for w in re.findall(r"(?<=[a-z,] )[A-Z][a-z]+|[A-Z][a-z]+(?= [A-Z])", text)}
    assert sentence_ends._has_word(text, "work") is ("work" in re.findall(r"\b[a-z]{2,}\b", text))
    assert sentence_ends._has_name(text, "Work") is ("work" in names)


@given(st.text('a. \n"”)!', max_size=6), st.sampled_from(["of", "including", "a,", "a of\n", "on."]))
def test_the_end_of_a_text_is_looked_at_alone(text, end):
    assert sentence_ends._is_whole(text) is (re.search(r"[.?!…][\"'”’)\]]*$", text) is not None)
    assert sentence_ends._goes_on(text + end) is (sentence_ends._GOES_ON.search(text + end) is not None)
