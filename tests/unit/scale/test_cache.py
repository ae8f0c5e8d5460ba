"""The cache of translations: right, bounded, shared, and never in the way."""

import sqlite3
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilingual_news.model import Hypothesis
from bilingual_news.scale import cache as module
from bilingual_news.scale.cache import ASIDE, FILE_NAME, TranslationCache

ANSWER = Hypothesis(
    "The Cabinet met.", -0.5, -2.25, looped=True, rung=2, missing=("ASEAN",), required=3, cut=True
)


@pytest.fixture
def warnings():
    return []


@pytest.fixture
def opened(tmp_path, warnings):
    made = []

    def build(limit=1, folder=tmp_path):
        made.append(TranslationCache(folder, limit, warnings.append))
        return made[-1]

    yield build
    for cache in made:
        cache.close()


def key(number):
    return number.to_bytes(16, "big")


def test_what_was_stored_comes_back_whole(opened):
    opened().put_many({key(1): ANSWER})
    assert opened().get_many([key(1), key(2)]) == {key(1): ANSWER}


@given(
    st.builds(
        Hypothesis,
        st.text(),
        st.floats(allow_nan=False),
        st.floats(allow_nan=False),
        st.booleans(),
        st.integers(0, 4),
        st.lists(st.text()).map(tuple),
        st.integers(0, 99),
        st.booleans(),
    )
)
def test_every_hypothesis_survives_the_file(hypothesis):
    assert module._read(module._written(hypothesis)) == hypothesis


def test_more_keys_than_a_query_takes(opened):
    answers = {key(number): Hypothesis(str(number)) for number in range(1201)}
    cache = opened()
    cache.put_many(answers)
    assert cache.get_many(answers) == answers


def test_the_size_is_bounded_and_the_oldest_go_first(opened, monkeypatch):
    cache = opened(limit=1)
    text = "x" * 2000
    for number in range(30):
        monkeypatch.setattr(module.time, "time", lambda now=number: 10_000 + now)
        cache.put_many({key(number * 100 + n): Hypothesis(text) for n in range(100)})
        assert cache.info().size <= 1 << 20
    left = cache.get_many(key(n) for n in range(3000))
    assert key(2999) in left
    assert key(0) not in left
    numbers = sorted(int.from_bytes(k, "big") // 100 for k in left)
    assert numbers == sorted(numbers)
    assert (cache.info().path.stat().st_size) < 2 << 20


def test_what_is_used_stays(opened, monkeypatch):
    cache = opened(limit=1)
    for hour in range(40):
        monkeypatch.setattr(module.time, "time", lambda now=hour: 1_000_000 + now * 7200)
        cache.put_many({key(1 + hour * 100 + n): Hypothesis("x" * 2000) for n in range(50)})
        if hour == 0:
            cache.put_many({key(0): ANSWER})
        assert cache.get_many([key(0)]) == {key(0): ANSWER}, hour


def test_clear_forgets_all_and_says_how_many(opened):
    cache = opened()
    cache.put_many({key(1): ANSWER, key(2): ANSWER})
    assert (cache.clear(), cache.clear()) == (2, 0)
    assert cache.get_many([key(1)]) == {}


@pytest.mark.parametrize("content", [b"not a database" * 100, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_broken_file_is_set_aside_with_a_warning(tmp_path, opened, warnings, content):
    (tmp_path / FILE_NAME).write_bytes(content)
    cache = opened()
    cache.put_many({key(1): ANSWER})
    assert cache.get_many([key(1)]) == {key(1): ANSWER}
    assert (tmp_path / (FILE_NAME + ASIDE)).read_bytes() == content
    assert len(warnings) == 1
    assert "broken" in warnings[0]


def test_a_file_that_breaks_later_is_set_aside_too(tmp_path, opened, warnings):
    first = opened()
    first.put_many({key(n): Hypothesis("x" * 500) for n in range(2000)})
    first.close()
    path = tmp_path / FILE_NAME
    data = bytearray(path.read_bytes())
    data[8192:200_000] = b"\xa5" * (200_000 - 8192)
    path.write_bytes(data)
    cache = opened()
    cache.get_many(key(n) for n in range(2000))
    assert any("broken" in text for text in warnings)
    cache.put_many({key(1): ANSWER})
    assert cache.get_many([key(1)]) == {key(1): ANSWER}


def test_a_damaged_answer_is_none(tmp_path, opened):
    cache = opened()
    cache.put_many({key(1): ANSWER, key(2): ANSWER})
    with sqlite3.connect(tmp_path / FILE_NAME) as database:
        database.execute("UPDATE answers SET value = ? WHERE key = ?", [b"\0\0\0\0[]", key(1)])
    database.close()
    assert cache.get_many([key(1), key(2)]) == {key(2): ANSWER}


def test_without_a_place_for_it_the_work_goes_on(tmp_path, opened, warnings):
    (tmp_path / "file").write_text("in the way")
    cache = opened(folder=tmp_path / "file")
    cache.put_many({key(1): ANSWER})
    assert cache.get_many([key(1)]) == {}
    assert (cache.info().answers, cache.clear()) == (0, 0)
    assert len(warnings) == 1


def test_a_failing_disk_ends_the_cache_and_not_the_work(opened, warnings):
    cache = opened()
    cache._database.execute("PRAGMA query_only = ON")
    cache.put_many({key(1): ANSWER})
    assert "failed" in warnings[0]
    assert cache.get_many([key(1)]) == {}


def test_a_lock_held_for_long_is_not_waited_for_for_ever(tmp_path, opened, warnings, monkeypatch):
    monkeypatch.setattr(module, "_BUSY_SECONDS", 0.01)
    cache = opened()
    other = sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    cache.put_many({key(1): ANSWER})
    other.execute("ROLLBACK")
    other.close()
    assert cache.get_many([key(1)]) == {}
    cache.put_many({key(1): ANSWER})
    assert cache.get_many([key(1)]) == {key(1): ANSWER}
    assert warnings == []


WRITER = """
import sys
from pathlib import Path
from bilingual_news.model import Hypothesis
from bilingual_news.scale.cache import TranslationCache
cache = TranslationCache(Path(sys.argv[1]), 64, print)
start = int(sys.argv[2])
for at in range(start, start + 200, 10):
    cache.put_many({n.to_bytes(16, "big"): Hypothesis(str(n)) for n in range(at, at + 10)})
"""


def test_several_processes_write_at_once(tmp_path, opened):
    command = [sys.executable, "-c", WRITER, tmp_path]
    runs = [subprocess.Popen([*command, str(n * 200)], stdout=subprocess.PIPE, text=True) for n in range(3)]
    assert [run.communicate()[0] for run in runs] == ["", "", ""]
    assert opened().get_many(key(n) for n in range(600)) == {key(n): Hypothesis(str(n)) for n in range(600)}
