"""What every executor promises: see bilingual_news.scale.base.

To add an executor, add a function to EXECUTORS that makes it of an engine factory and a termbase; its
first argument gives fixtures by name.
"""

import itertools

import pytest

from bilingual_news.errors import ModelLoadError
from bilingual_news.glossary import Termbase
from bilingual_news.model import Term
from bilingual_news.scale.base import Failure, make_batches
from bilingual_news.scale.local import InProcess
from bilingual_news.translation import Job, translate
from tests import clusters
from tests.contracts import engines

pytestmark = pytest.mark.model

TERMS = Termbase([Term("กระทรวงสาธารณสุข", "Ministry of Public Health"), Term("อาเซียน", "ASEAN")])
SENTENCES = (
    "นายกรัฐมนตรีเป็นประธานการประชุมคณะรัฐมนตรี",
    "กระทรวงสาธารณสุขเปิดเผยว่า มีผู้ป่วยรายใหม่ 25 ราย",
    "ประเทศในอาเซียนจะร่วมมือกันมากขึ้น",
    "ASEAN 2025",
    "รัฐบาลเปิดตัวโครงการใหม่",
    "กระทรวงการคลังแจงงบประมาณ",
)
JOBS = tuple(map(Job, SENTENCES))
BAD = Job(f"ระวัง{engines.POISON}ในอาหาร")

EXECUTORS = {
    "in process": lambda fixture, *work: InProcess(*work),
    "dask": lambda fixture, *work: clusters.on_dask(fixture("cluster").scheduler_address, *work),
}


@pytest.fixture(scope="module")
def plain():
    """What the pipeline's own function answers, segment by segment."""
    return dict(zip(JOBS, translate(engines.embedded(), JOBS, TERMS), strict=True))


MARKS = {"dask": [pytest.mark.cluster]}


@pytest.fixture(
    params=[pytest.param(EXECUTORS[name], id=name, marks=MARKS.get(name, ())) for name in EXECUTORS]
)
def make(request):
    """Make an executor of an engine factory; it is closed after the test."""
    made = []

    def build(factory=engines.embedded):
        made.append(request.param(request.getfixturevalue, factory, TERMS))
        return made[-1]

    yield build
    for executor in made:
        executor.close()


def run(executor, jobs, size=2):
    batches = list(make_batches(jobs, size, "test"))
    outcomes = {outcome.batch.key: outcome for outcome in executor.translate(batches)}
    assert len(outcomes) == len({batch.key for batch in batches})
    return [outcomes[batch.key] for batch in batches]


def answers(outcomes):
    return [hypothesis for outcome in outcomes for hypothesis in outcome.hypotheses]


def texts(hypotheses):
    return [hypothesis.text for hypothesis in hypotheses]


def test_the_answers_are_those_of_translate_in_order(make, plain):
    outcomes = run(make(), JOBS)
    assert texts(answers(outcomes)) == texts(plain[job] for job in JOBS)
    assert [h.required for h in answers(outcomes)] == [plain[job].required for job in JOBS]
    assert not any(outcome.failures for outcome in outcomes)


def test_the_batch_comes_back_with_its_outcome(make):
    batches = list(make_batches(JOBS, 4, "test"))
    found = {outcome.batch.key: outcome.batch for outcome in make().translate(batches)}
    assert found == {batch.key: batch for batch in batches}


def test_equal_segments_get_equal_answers(make):
    first, second = answers(run(make(), (JOBS[0], JOBS[0]), size=1)[:1]) * 2
    assert first == second
    [outcome] = run(make(), (JOBS[0], JOBS[1], JOBS[0]), size=3)
    assert outcome.hypotheses[0] == outcome.hypotheses[2]


def test_no_batches_no_outcomes(make):
    assert list(make().translate([])) == []


def test_an_empty_batch_has_an_empty_outcome(make):
    [batch] = make_batches([JOBS[0]], 1, "test")
    empty = type(batch)("empty", ())
    assert [outcome.hypotheses for outcome in make().translate([empty])] == [()]


@pytest.mark.parametrize("at", [0, 2, 5], ids=["first", "inside", "last"])
def test_a_poisonous_segment_costs_only_itself(make, plain, at):
    jobs = (*JOBS[:at], BAD, *JOBS[at + 1 :])
    [outcome] = run(make(engines.allergic), jobs, size=6)
    assert outcome.hypotheses[at] is None
    rest = [(job, h) for job, h in zip(jobs, outcome.hypotheses, strict=True) if job != BAD]
    assert all(h is not None and h.text == plain[job].text for job, h in rest)
    [failure] = outcome.failures
    assert failure == Failure(BAD, failure.reason)
    assert "poison" in failure.reason


def test_a_batch_of_nothing_but_poison_fails_whole_and_the_next_goes_on(make, plain):
    worse = Job(f"{engines.POISON}อีกชนิดหนึ่ง")
    bad, good = run(make(engines.allergic), (BAD, worse, *JOBS[:2]))
    assert bad.hypotheses == (None, None)
    assert [failure.job for failure in bad.failures] == [BAD, worse]
    assert texts(good.hypotheses) == texts(plain[job] for job in JOBS[:2])


def test_an_endless_stream_is_taken_only_as_far_as_needed(make):
    taken = itertools.count()

    def endless():
        for job in itertools.cycle(JOBS):
            yield from make_batches([job], 1, f"test {next(taken)}")

    outcomes = make().translate(endless())
    for _ in range(3):
        next(outcomes)
    outcomes.close()
    # However many workers there are, a handful of batches is in flight, not the stream.
    assert next(taken) <= 3 + 64


def test_batches_are_made_in_the_callers_thread(make):
    import threading

    threads = set()

    def batches():
        for batch in make_batches(JOBS, 2, "test"):
            threads.add(threading.current_thread())
            yield batch

    assert len(list(make().translate(batches()))) == 3
    assert threads == {threading.current_thread()}


def test_it_works_again_after_a_stream_was_left(make, plain):
    executor = make()
    outcomes = executor.translate(make_batches(JOBS, 1, "left"))
    next(outcomes)
    outcomes.close()
    assert texts(answers(run(executor, JOBS[:2]))) == texts(plain[job] for job in JOBS[:2])


def test_without_a_model_there_is_an_error_and_no_failure_of_segments(make):
    with pytest.raises(ModelLoadError):
        run(make(engines.missing), JOBS)


def test_closing_twice_does_nothing(make):
    executor = make()
    run(executor, JOBS[:1])
    executor.close()
    executor.close()


def test_closing_what_never_ran_does_nothing(make):
    make().close()


@pytest.mark.parametrize(
    ("jobs", "signature", "same"),
    [
        (JOBS[:2], "a", True),
        (JOBS[:2], "b", False),
        ((JOBS[1], JOBS[0]), "a", False),
        (JOBS[:1], "a", False),
        ((Job(JOBS[0].source + "\0 5 " + JOBS[1].source),), "a", False),
    ],
    ids=["the same work", "another model", "another order", "fewer", "joined"],
)
def test_the_key_of_a_batch_names_its_work(jobs, signature, same):
    [expected] = make_batches(JOBS[:2], 9, "a")
    [batch] = make_batches(jobs, 9, signature)
    assert (batch.key == expected.key) is same
