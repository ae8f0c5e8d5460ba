"""All findings on the pairs of tests/unit/checks, each source also beside the next pair's English."""

from itertools import pairwise
from pathlib import Path

from bilingual_news.checks import Pair, run_checks
from tests.golden.test_golden import compare
from tests.unit.checks.test_gates import PAIRS

EXPECTED = Path(__file__).parent / "checks" / "expected.txt"


def lines(source, target):
    yield f"{source!r} → {target!r}"
    for found in run_checks(Pair(source, target)):
        spans = f"{found.source_span or ''} {found.target_span or ''}".strip()
        yield f"    {found.severity} {found.check} [{spans}]: {found.message}"


def test_findings_stay_the_same():
    shifted = [(one[0], other[1]) for one, other in pairwise(PAIRS)]
    compare("\n".join(line for pair in (*PAIRS, *shifted) for line in lines(*pair)) + "\n", EXPECTED)
