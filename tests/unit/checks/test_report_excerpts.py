"""Many findings in one long entry: every report is as long as its findings are many, and no longer."""

import hashlib
import json
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilingual_news.checks import Pair, reports, run_checks
from bilingual_news.checks.reports.excerpt import READ, SHOWN, excerpt, finding_values, shown
from bilingual_news.cli.check import _Report
from bilingual_news.model import Finding, Severity
from bilingual_news.pipeline import checking
from bilingual_news.pipeline.checking import fingerprint, placed
from tests.schemas import complaints

NAMES = [field.name for field in fields(Finding)]


def of_one_entry(count):
    """Findings of one entry with so many faults: its texts grow with their number."""
    pair = Pair("ข่าว " * count, " ".join(f"<b{number}>" for number in range(count)))
    found = [placed(finding, "1.po", 3) for finding in run_checks(pair)]
    assert len(found) >= count
    return found[:count]


@pytest.mark.parametrize("form", ["text", "json", "junit", "sarif", "github"])
def test_twice_the_findings_of_an_entry_make_a_report_of_twice_the_length(form):
    small, large = (len(_Report("en", ["1.po"], of_one_entry(n)).text(form)) for n in (2_000, 4_000))
    assert large < 2.1 * small


def test_a_long_text_is_hashed_once_for_all_findings_of_a_check(monkeypatch):
    hashed = []
    real = hashlib.sha256
    monkeypatch.setattr(checking.hashlib, "sha256", lambda data: hashed.append(len(data)) or real(data))
    checking._begun.cache_clear()
    findings = of_one_entry(500)
    assert len({*map(fingerprint, findings)}) == 500
    assert len(hashed) == 1


def test_a_fingerprint_is_what_old_baselines_hold():
    finding = Finding("numbers", Severity.ERROR, "expected 12", "มี 12", "15", "locales/1.po", 9)
    text = "numbers\0001.po\0มี 12\00015\0expected 12"
    assert fingerprint(finding) == hashlib.sha256(text.encode()).hexdigest()[:16]


#: Length of a text, span, and where its excerpt of ten characters begins.
PLACES = {
    "short enough": (10, (9, 10), 0),
    "no span": (30, None, 0),
    "at the beginning": (30, (0, 2), 0),
    "in the middle": (30, (15, 17), 13),
    "at the end": (30, (29, 30), 20),
    "beyond the end": (30, (90, 99), 20),
}


@pytest.mark.parametrize("name", PLACES)
def test_an_excerpt_stands_around_the_span(name):
    length, span, start = PLACES[name]
    text = "".join(chr(0x100 + number) for number in range(length))
    assert excerpt(text, span, 10) == (text[start : start + 10], start)


def test_people_see_that_something_is_left_out():
    text = "ก" * SHOWN
    assert shown(text, (5, 6)) == text
    assert shown(f"{text}{text}{text}", (SHOWN, SHOWN + 1)).strip("…") == text
    assert shown(f"{text}ข", None) == f"{text}…"
    assert shown(f"{text}ข", (SHOWN, SHOWN + 1)) == f"…{text[1:]}ข"


@given(st.integers(0, 3 * READ), st.integers(0, 50), st.booleans())
def test_the_span_of_the_json_is_one_of_its_own_text(start, size, is_long):
    text = "".join(chr(0x4E00 + number % 5000) for number in range(3 * READ if is_long else READ))
    span = (min(start, len(text)), min(start + size, len(text)))
    values = finding_values(Finding("numbers", Severity.ERROR, "m", "", text, "1.po", 1, None, span), NAMES)
    first, last = values["target_span"]
    assert values["target"][first:last] == text[slice(*span)]
    at = values.get("target_offset", 0)
    assert values["target"] == text[at : at + READ]
    assert ("target_offset" in values) == is_long


def test_what_is_not_cut_has_the_fields_of_a_finding_only():
    values = finding_values(Finding("numbers", Severity.ERROR, "m", "ก" * READ, "b", "1.po", 1), NAMES)
    assert list(values) == NAMES


def test_sarif_of_a_long_entry_is_valid():
    findings = of_one_entry(1_000)
    log = json.loads(reports.sarif_report(findings, [*map(fingerprint, findings)]))
    assert complaints("sarif-2.1.0.json", log) == []
    assert len(log["runs"][0]["results"]) == 1_000
