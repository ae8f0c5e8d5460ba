"""An executor beside its caller: nothing is lost, nobody waits for ever."""

import threading

import pytest

from bilingual_news.errors import ModelLoadError
from bilingual_news.model import Hypothesis
from bilingual_news.scale.base import Outcome, make_batches
from bilingual_news.scale.feed import Feed
from bilingual_news.translation import Job

BATCHES = list(make_batches([Job(str(n)) for n in range(10)], 1, "test"))


class Echo:
    """Answers with the source; may hold outcomes back until the stream ends, as a cluster may."""

    def __init__(self, gate=None, *, hold=False):
        self.gate = gate
        self.hold = hold
        self.taken = 0

    def translate(self, batches):
        held = []
        for batch in batches:
            self.taken += 1
            if self.gate:
                self.gate.wait()
            outcome = Outcome(batch, tuple(Hypothesis(job.source) for job in batch.jobs))
            if self.hold:
                held.append(outcome)
            else:
                yield outcome
        yield from held

    def close(self):
        """Nothing is held."""


class Broken(Echo):
    def translate(self, batches):
        for _ in batches:
            raise ModelLoadError("there is no model.")
        yield


@pytest.mark.parametrize("hold", [False, True], ids=["at once", "at the end"])
def test_every_batch_comes_back_once(hold):
    feed = Feed(Echo(hold=hold))
    found = []
    for batch in BATCHES:
        while not feed.has_room:
            found += feed.wait()
        feed.put(batch)
    feed.finish()
    while not feed.is_idle:
        found += feed.wait()
    feed.close()
    assert sorted(outcome.batch.jobs[0].source for outcome in found) == [str(n) for n in range(10)]


def test_the_executor_is_given_no_more_than_it_takes():
    gate = threading.Event()
    executor = Echo(gate)
    feed = Feed(executor)
    put = 0
    while feed.has_room and put < 10:
        feed.put(BATCHES[put])
        put += 1
    assert put <= 4
    assert feed.take() == []
    gate.set()
    feed.finish()
    while not feed.is_idle:
        feed.wait()
    assert executor.taken == put
    feed.close()


def test_an_error_of_the_executor_reaches_the_caller():
    feed = Feed(Broken())
    feed.put(BATCHES[0])
    feed.finish()
    with pytest.raises(ModelLoadError):
        feed.wait()
    feed.close()


def test_waiting_with_nothing_under_way_returns():
    feed = Feed(Echo())
    feed.finish()
    assert feed.wait() == []
    feed.close()
    feed.close()


def test_closing_drops_what_waits():
    gate = threading.Event()
    executor = Echo(gate)
    feed = Feed(executor)
    for batch in BATCHES[:3]:
        feed.put(batch)
    threading.Timer(0.05, gate.set).start()
    feed.close()
    assert executor.taken <= 2
