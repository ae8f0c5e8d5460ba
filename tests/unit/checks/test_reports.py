"""Reports, judged by their own standards' readers."""

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from junitparser import JUnitXml

from bilingual_news.checks import reports
from bilingual_news.model import Finding, Severity
from bilingual_news.text import display_width
from tests.schemas import complaints, validator

ERROR = Finding(
    "numbers", Severity.ERROR, "expected 12 for 12: 100%", "มีทั้งสิ้น 12 แห่ง", "15 places", "locales/a b,c.po", 7, (11, 13), (0, 2)  # noqa: E501
)  # fmt: skip
WARNING = Finding("question", Severity.WARNING, "asks", "ข่าว", "It is\nso\x01", "locales/d.po", 0)
BOTH = [ERROR, WARNING]


SARIF = "sarif-2.1.0.json"


def test_the_judge_of_sarif_is_the_schema_of_oasis():
    assert (
        validator(SARIF)
        .schema["$id"]
        .endswith("/oasis-tcs/sarif-spec/master/Schemata/sarif-schema-2.1.0.json")
    )


def test_sarif_is_valid_and_complete():
    document = json.loads(reports.sarif_report(BOTH, ["a", "b"]))
    assert complaints(SARIF, document) == []
    run = document["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rules[r["ruleIndex"]]["id"] for r in run["results"]] == ["numbers", "question"]
    assert [r["level"] for r in run["results"]] == ["error", "warning"]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place == {"artifactLocation": {"uri": "locales/a%20b%2Cc.po"}, "region": {"startLine": 7}}
    assert run["results"][0]["partialFingerprints"] == {"finding/v1": "a"}


def test_sarif_of_nothing_is_valid():
    assert complaints(SARIF, json.loads(reports.sarif_report([], []))) == []


def _results(log):
    return log["runs"][0]["results"][0]


#: Ways to spoil a log, and where the schema must complain.
SPOILT = {
    "no version": (lambda log: log.pop("version"), "$"),
    "another version": (lambda log: log.update(version="2.0.0"), "$.version"),
    "an unknown property": (lambda log: log.update(findings=[]), "$"),
    "no tool": (lambda log: log["runs"][0].pop("tool"), "$.runs[0]"),
    "an unknown level": (lambda log: _results(log).update(level="fatal"), "$.runs[0].results[0].level"),
    "no message": (lambda log: _results(log).pop("message"), "$.runs[0].results[0]"),
    "line 0": (
        lambda log: _results(log)["locations"][0]["physicalLocation"]["region"].update(startLine=0),
        "$.runs[0].results[0].locations[0].physicalLocation.region.startLine",
    ),
    "a rule twice": (
        lambda log: log["runs"][0]["tool"]["driver"]["rules"].append(
            log["runs"][0]["tool"]["driver"]["rules"][0]
        ),
        "$.runs[0].tool.driver.rules",
    ),
}


@pytest.mark.parametrize("name", SPOILT)
def test_a_spoilt_log_is_refused(name):
    log = json.loads(reports.sarif_report(BOTH, ["a", "b"]))
    spoil, where = SPOILT[name]
    spoil(log)
    assert any(complaint.startswith(f"{where}: ") for complaint in complaints(SARIF, log))


def test_junit_is_read_by_a_parser():
    suites = {
        s.name: s for s in JUnitXml.fromstring(reports.junit_report(BOTH, ["clean.po", ERROR.file]).encode())
    }
    assert list(suites) == ["clean.po", ERROR.file, WARNING.file]
    assert (suites["clean.po"].tests, suites["clean.po"].failures) == (1, 0)
    [case] = suites[ERROR.file]
    assert case.result[0].message == ERROR.message
    assert "มีทั้งสิ้น 12 แห่ง" in case.result[0].text
    assert "\ufffd" in next(iter(suites[WARNING.file])).result[0].text


def test_github_annotations_are_escaped():
    lines = reports.github_report(BOTH).splitlines()
    assert lines == [
        "::error file=locales/a b%2Cc.po,line=7,title=numbers::expected 12 for 12: 100%25 | มีทั้งสิ้น 12 แห่ง → 15 places",  # noqa: E501
        "::warning file=locales/d.po,line=1,title=question::asks | ข่าว → It is%0Aso\x01",
    ]
    assert reports.github_report([]) == ""


def test_text_underlines_in_columns_not_code_points():
    assert reports.text_report([ERROR]).splitlines() == [
        "locales/a b,c.po",
        "locales/a b,c.po:7: error numbers: expected 12 for 12: 100%",
        "    มีทั้งสิ้น 12 แห่ง",
        " " * (4 + 6) + "^^",
        "    15 places",
        "    ^^",
        "",
    ]
    assert reports.text_report([]) == ""


def test_text_is_cut_around_the_span_and_wide_letters_count_twice():
    long = Finding("numbers", Severity.ERROR, "m", "ก" * 200 + "12" + "ก" * 200, " ", "a.po", 1, (200, 202))
    shown, under = reports.text_report([long]).splitlines()[2:4]
    assert shown.strip().startswith("…")
    assert shown.endswith("…")
    assert shown[under.index("^") : under.index("^") + 2] == "12"
    wide = Finding("numbers", Severity.ERROR, "m", "漢5", "", "a.po", 1, (1, 2))
    assert reports.text_report([wide]).splitlines()[3] == "      ^"


@given(
    st.text("กำ่ี漢a .“\u200b\u0301\t", min_size=1, max_size=80).filter(str.strip),
    st.lists(st.tuples(st.integers(0, 90), st.integers(0, 30)), min_size=1, max_size=3),
)
@example("aกี่ข", [(1, 2), (2, 1), (90, 1)])
def test_under_every_column_of_a_span_and_nowhere_else_is_a_caret(text, spans):
    spans = [(start, start + size) for start, size in spans]
    found = [Finding("numbers", Severity.ERROR, "m", text, "", "a.po", 1, span) for span in spans]
    expected = "".join(
        ("^" if any(start <= at < end for start, end in spans) else " ") * display_width(char)
        for at, char in enumerate(text)
    )
    shown, *under = reports.text_report(found).split("\n")[1 + len(spans) : -2]
    assert shown.replace(" ", "") == "".join(text.split())
    assert "".join(under).removeprefix("    ") == expected.rstrip()


@pytest.mark.parametrize("rule", reports.rules(), ids=lambda rule: rule.id)
def test_rules_say_what_they_are(rule):
    assert rule.description.endswith(".")
    assert rule.scope in {"entry", "article", "comment"}
