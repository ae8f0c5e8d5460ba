"""What `glossary lint` finds, and where it points."""

import pytest

from bilingual_news.glossary import lint
from bilingual_news.model import Severity

HEADER = "source,target,variants,alternatives,forbidden,valid_from,valid_to,priority,context"
SPEECH = "source,target,part_of_speech,abbreviation"

FAULTS = {
    "duplicate": (["ก,a,,,,,,,", "ก,a,,,,,,,"], 3),
    "conflict": (["ก,a,,,,,,,", "ก,b,,,,,,,"], 3),
    "empty-target": (["ก,,,,,,,,"], 2),
    "empty-source": ([",a,,,,,,,"], 2),
    "target-is-source": (["ก,ก,,,,,,,"], 2),
    "thai-in-target": (["ก,a ก,,,,,,,"], 2),
    "source-not-thai": (["abc,a,,,,,,,"], 2),
    "variant-shadows": (["ก,a,,,,,,,", "ข,b,ก,,,,,,"], 3),
    "variant-shared": (["ก,a,ค,,,,,,", "ข,b,ค,,,,,,"], 3),
    "forbidden-accepted": (["ก,Ministry of Health,,,Health,,,,"], 2),
    "dates-reversed": (["ก,a,,,,2022-01-01,2021-01-01,,"], 2),
    "value": (["ก,a,,,,soon,,,"], 2),
    "fields": (["ก,a"], 2),
}


def problems(folder, rows):
    (folder / "terms.csv").write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
    return lint(folder)


@pytest.mark.parametrize(("rule", "case"), FAULTS.items(), ids=FAULTS)
def test_fault(tmp_path, rule, case):
    rows, line = case
    [found] = problems(tmp_path, rows)
    assert (found.rule, found.line) == (rule, line)
    assert found.path.endswith("terms.csv")


SPOKEN = {
    "unknown-part-of-speech": "ก,a,pefix,",
    "verbatim-translated": "ก,a,verbatim,",
    "value": "ก,a,noun,A;B",
}


@pytest.mark.parametrize(("rule", "row"), SPOKEN.items(), ids=SPOKEN)
def test_fault_of_a_part_of_speech_or_abbreviation(tmp_path, rule, row):
    (tmp_path / "terms.csv").write_text(f"{SPEECH}\n{row}\n", encoding="utf-8")
    assert [(found.rule, found.line) for found in lint(tmp_path)] == [(rule, 2)]


@pytest.mark.parametrize("column", [5, 6])
def test_a_year_of_the_buddhist_era_says_which_is_meant(tmp_path, column):
    cells = ["ก", "a", *[""] * 7]
    cells[column] = "2565-01-27"
    [found] = problems(tmp_path, [",".join(cells)])
    assert (found.rule, found.line) == ("value", 2)
    assert found.message.endswith("a year of the Buddhist era, expected 2022")


FINE = {
    "different terms": ["ก,a,,,,,,,", "ข,b,,,,,,,"],
    "told apart by dates": ["ก,a,,,,,2021-12-31,,", "ก,b,,,,2022-01-01,,,"],
    "told apart by priority": ["ก,a,,,,,,1,", "ก,b,,,,,,,"],
    "told apart by context": ["ก,a,,,,,,,ค", "ก,b,,,,,,,"],
    "forbidden in other words": ["ก,Ministry of Public Health,,,Ministry of Health,,,,"],
}


@pytest.mark.parametrize("rows", FINE.values(), ids=FINE)
def test_fine(tmp_path, rows):
    assert problems(tmp_path, rows) == ()


def test_all_faults_of_all_files_are_reported_at_once(tmp_path):
    (tmp_path / "a.csv").write_text("source,target\nก,a\nข,\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text("source,target\nก,b\n", encoding="utf-8")
    assert [(p.rule, p.line) for p in lint(tmp_path)] == [("empty-target", 3), ("conflict", 2)]


def test_a_shared_variant_with_one_english_is_a_warning(tmp_path):
    [found] = problems(tmp_path, ["ก,a,ค,,,,,,", "ข,a,ค,,,,,,"])
    assert found.severity is Severity.WARNING
