"""Rules of a project: how they are read, how they decide, and how their mistakes are told."""

import time

import pytest

from bilingual_news.errors import ConfigError
from bilingual_news.stages.segment import decide, spans
from bilingual_news.stages.userrules import UserRule, UserRules, load_user_rules, write_user_rules

TEXT = "น้ำป่าไหลหลากเข้าท่วมบ้าน ทั้งนี้ นายกรัฐมนตรีติดตามสถานการณ์ ใกล้ชิดมาก"


def write(tmp_path, content):
    path = tmp_path / "segmentation.toml"
    path.write_text(content, encoding="utf-8")
    return path


def test_no_file_no_rules(tmp_path):
    assert load_user_rules(tmp_path / "segmentation.toml") is None


def test_a_rule_ends_a_sentence_and_another_keeps_one(tmp_path):
    path = write(
        tmp_path,
        '[[rule]]\nname = "whole"\nbreak = false\nafter = "ทั้งนี้"\n'
        '[[rule]]\nname = "cut"\nbreak = true\nbefore = "สถานการณ์"\nafter = "ใกล้"\n',
    )
    decisions = {d.detail: d for d in decide(TEXT, user_rules=load_user_rules(path)) if d.detail}
    assert (decisions["whole"].boundary, decisions["whole"].rule) == (False, "user-no-break")
    assert (decisions["cut"].boundary, decisions["cut"].rule) == (True, "user-break")


def test_the_first_matching_rule_decides():
    first = UserRule("first", boundary=False, after="ทั้งนี้")
    second = UserRule("second", boundary=True, after="ทั้งนี้")
    assert len(spans(TEXT, user_rules=UserRules([first, second]))) == 1
    assert len(spans(TEXT, user_rules=UserRules([second, first]))) == 2


def test_an_abbreviation_keeps_what_follows(tmp_path):
    text = "ได้รับรายงานจากหน่วยงานผบทบบ. ทั้งนี้ รัฐบาลติดตามต่อไป"
    assert len(spans(text)) == 2
    rules = load_user_rules(write(tmp_path, 'abbreviations = ["ผบทบบ."]\n'))
    assert len(spans(text, user_rules=rules)) == 1


MISTAKES = {
    "broken expression": ('[[rule]]\nname = "x"\nbreak = true\nafter = "("\n', "rule 'x': 'after' is not a regular", 1),  # noqa: E501
    "unknown key": ('\n[[rule]]\nname = "x"\nbreak = true\nbefor = "ก"\n', "rule 'x': unknown key 'befor'", 2),  # noqa: E501
    "wrong type": ('[[rule]]\nname = "x"\nbreak = "yes"\nafter = "ก"\n', "rule 'x': 'break' must be of type bool", 1),  # noqa: E501
    "no verdict": ('[[rule]]\nname = "x"\nafter = "ก"\n', "does not say whether it breaks", 1),
    "matches everything": ('[[rule]]\nbreak = true\n', "rule '#1' has neither", 1),
    "unknown table": ('[rules]\n', "unknown key 'rules'", None),
    "no list": ('abbreviations = "ก."\n', "must be a list of texts", None),
    "no array": ('rule = 3\n', "must be written as [[rule]]", None),
    "no TOML": ('[[rule\n', "cannot be read as TOML", 1),
}  # fmt: skip


@pytest.mark.parametrize(("content", "message", "line"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_names_file_rule_and_line(tmp_path, content, message, line):
    path = write(tmp_path, content)
    with pytest.raises(ConfigError) as caught:
        load_user_rules(path)
    assert message in caught.value.message
    assert (caught.value.path, caught.value.line) == (str(path), line)
    assert caught.value.hint


@pytest.mark.parametrize("pattern", ["(ก+)+ข", "(a|aa)+b", r"(\s*.)*x$x"])
def test_an_expression_that_backtracks_without_end_is_refused(tmp_path, pattern):
    path = write(tmp_path, f"[[rule]]\nname = 'slow'\nbreak = true\nafter = '{pattern}'\n")
    started = time.monotonic()
    try:
        load_user_rules(path)
    except ConfigError as error:
        assert "'slow' takes too long" in error.message
    assert time.monotonic() - started < 30


def test_the_signature_follows_the_rules_not_their_names():
    one = UserRules([UserRule("a", boundary=True, after="ก")])
    renamed = UserRules([UserRule("b", boundary=True, after="ก")])
    other = UserRules([UserRule("a", boundary=False, after="ก")])
    assert one.digest == renamed.digest != other.digest


def test_written_rules_are_read_again(tmp_path):
    rules = (
        UserRule("abbreviation ผบ.ทบ.", boundary=False, before=r"ผบ\.ทบ\."),
        UserRule('quote " and \\', boundary=True, before=r'\d"', after="ก\tข"),
    )
    path = write(tmp_path, write_user_rules(rules))
    assert load_user_rules(path).rules == rules
