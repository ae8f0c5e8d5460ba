"""News as it is written: what is right passes all checks, and of what is wrong the right check speaks.

The pairs are of all registers: headlines, quotations, statistics, weather, courts, the economy, health,
sports, royal news, disasters, elections, and what stands in tables and notices.
"""

from pathlib import Path

import pytest

from bilingual_news.checks import Pair, run_checks

GOLDEN = Path(__file__).parents[2] / "golden" / "checks"


def rows(name):
    lines = (GOLDEN / name).read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if not line.startswith("# ")]


CORRECT = rows("news-correct.tsv")
WRONG = rows("news-wrong.tsv")


@pytest.mark.parametrize(("thai", "english"), CORRECT, ids=[english for _, english in CORRECT])
def test_correct_news_passes(thai, english):
    assert [(f.check, f.message) for f in run_checks(Pair(thai, english))] == []


@pytest.mark.parametrize(("check", "thai", "english"), WRONG, ids=[f"{row[0]}: {row[2]}" for row in WRONG])
def test_wrong_news_is_told(check, thai, english):
    found = [finding for finding in run_checks(Pair(thai, english)) if finding.check == check]
    assert found
    for finding in found:
        for span, text in ((finding.source_span, thai), (finding.target_span, english)):
            assert span is None or 0 <= span[0] < span[1] <= len(text)
