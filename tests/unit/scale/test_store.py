"""What a run remembers without the cache."""

from bilingual_news.model import Hypothesis
from bilingual_news.scale.store import RunStore


def answers(*names):
    return {name.encode(): Hypothesis(name) for name in names}


def test_it_remembers_and_forgets_the_least_recently_used():
    store = RunStore(most=2)
    store.put_many(answers("a", "b"))
    assert store.get_many([b"a", b"a", b"x"]) == answers("a")
    store.put_many(answers("c"))
    assert store.get_many([b"a", b"b", b"c"]) == answers("a", "c")


def test_closing_forgets():
    store = RunStore()
    store.put_many(answers("a"))
    store.close()
    assert store.get_many([b"a"]) == {}
