"""What goes wrong on a cluster, and what it costs: never more than the segments that are to blame."""

import os
import re
import resource
import signal
import socket
import threading
import time
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from distributed import Client

from bilingual_news.engines.packages import describe
from bilingual_news.errors import ClusterError, ModelLoadError
from bilingual_news.scale.base import Batch, Failure, make_batches
from bilingual_news.scale.cluster import Cluster, Patience, executor, ship, work_of
from bilingual_news.scale.cluster.worker import Translator
from bilingual_news.translation import Job, translate
from tests import clusters
from tests.contracts import engines

pytestmark = [pytest.mark.model, pytest.mark.cluster]

TEXTS = ("รัฐบาลเปิดตัวโครงการใหม่", "กระทรวงการคลังแจงงบประมาณ", "ประเทศในอาเซียนจะร่วมมือกัน", "ข่าว")
JOBS = tuple(Job(f"{text} {number}") for number in range(5) for text in TEXTS)
DEADLY = Job(f"ระวัง{clusters.DEADLY}ในอาหาร")
IMPATIENT = Patience(connect=1, workers=1, setup=60, close=5)
NOWHERE = "tcp://127.0.0.1:9"


@pytest.fixture(scope="module")
def here():
    """A cluster in this process: one worker with three threads, for all that needs no process of its own."""
    with clusters.started(workers=1, threads=3, processes=False) as running:
        yield running.scheduler_address


@pytest.fixture
def address(cluster):
    """A cluster of two processes with one thread each."""
    return cluster.scheduler_address


@pytest.fixture(scope="module")
def plain():
    return {job: h.text for job, h in zip(JOBS, translate(engines.embedded(), JOBS), strict=True)}


@pytest.fixture
def make():
    """Make an executor; it is closed after the test."""
    made = []

    def build(address, factory=engines.embedded, **options):
        made.append(clusters.on_dask(address, factory, None, **options))
        return made[-1]

    yield build
    for one in made:
        one.close()


def answers(outcomes):
    """The text of each segment, and the segments that failed."""
    texts, failures = {}, []
    for outcome in outcomes:
        for job, hypothesis in zip(outcome.batch.jobs, outcome.hypotheses, strict=True):
            assert job not in texts
            texts[job] = hypothesis.text if hypothesis else None
        failures += outcome.failures
    return texts, failures


def killed_when_busy(client):
    """Kill the first worker that works on a batch; returns the thread that does."""
    pids = client.run(os.getpid)

    def kill():
        while True:
            for worker, tasks in client.processing().items():
                if any(str(task).startswith("bilingual-news-") for task in tasks) and worker in pids:
                    os.kill(pids[worker], signal.SIGKILL)
                    return
            time.sleep(0.01)

    thread = threading.Thread(target=kill)
    thread.start()
    return thread


def test_a_worker_that_is_killed_costs_no_segment(address, make, plain):
    with Client(address, set_as_default=False) as client:
        killer = killed_when_busy(client)
        texts, failures = answers(make(address).translate(make_batches(JOBS, 4, "killed")))
        killer.join()
    assert texts == plain
    assert failures == []


def test_a_segment_that_kills_its_worker_is_found_and_the_rest_goes_on(address, make, plain):
    said = []
    jobs = (*JOBS[:10], DEADLY, *JOBS[10:])
    texts, failures = answers(
        make(address, clusters.mortal, say=said.append).translate(make_batches(jobs, 7, "deadly"))
    )
    assert texts == plain | {DEADLY: None}
    assert failures == [Failure(DEADLY, "2 workers died while they translated it")]
    assert any("tried apart when the rest is done" in message for message in said)
    assert said[-1].startswith("cluster: 21 segments translated")


def test_a_cluster_where_every_batch_kills_is_held_to_blame(address, make, monkeypatch):
    monkeypatch.setattr(executor, "_MOST_SUSPECTS", 2)
    jobs = [Job(f"{clusters.DEADLY} {number}") for number in range(3)]
    with pytest.raises(ClusterError, match="2 batches failed and none came through"):
        list(make(address, clusters.mortal).translate(make_batches(jobs, 1, "all deadly")))


@pytest.mark.parametrize("count", [1, 2, 3, 4, 7, 500])
def test_the_parts_of_a_batch_are_its_segments_in_order(count):
    batch = Batch("key", tuple(Job(str(number)) for number in range(count)))
    parts = list(executor._parts(batch))
    assert tuple(job for part in parts for job in part.jobs) == batch.jobs
    assert len({part.key for part in parts}) == len(parts)
    assert count == 1 or all(len(part.jobs) < count for part in parts)


@dataclass(frozen=True)
class Counted:
    """A loader that notes each time it loads."""

    notes: Path

    signature = "counted"

    def load(self, scratch, threads):
        with self.notes.open("a") as file:
            file.write(f"{threads}\n")
        return engines.embedded()

    def with_files(self):
        return None


def test_the_threads_of_a_worker_share_one_model(here, tmp_path, plain):
    notes = tmp_path / "notes"
    cluster = Cluster(here, work_of(Counted(notes), None), patience=clusters.PATIENCE)
    texts, _ = answers(cluster.translate(make_batches(JOBS, 2, "threads")))
    assert texts == plain
    assert notes.read_text() == "3\n"
    # A second run, at the same time, is another plugin on the same model.
    other = Cluster(here, work_of(Counted(notes), None), patience=clusters.PATIENCE)
    assert answers(other.translate(make_batches(JOBS, 2, "threads again")))[0] == plain
    assert notes.read_text() == "3\n"
    other.close()
    cluster.close()


def test_equal_batches_in_flight_are_both_answered(here, make):
    [batch] = make_batches(JOBS[:1], 1, "equal")
    outcomes = list(make(here).translate([batch, batch]))
    assert outcomes[0] == outcomes[1]
    assert len(outcomes) == 2


def test_the_model_is_off_the_workers_when_the_run_is_over(here, make):
    made = make(here)
    list(made.translate(make_batches(JOBS[:1], 1, "off")))
    with Client(here, set_as_default=False) as client:
        assert len(plugins(client)) == 1
        made.close()
        assert plugins(client) == []


def plugins(client):
    """The names of our plugins on the workers."""
    found = client.run(lambda dask_worker: list(dask_worker.plugins)).values()
    return [name for names in found for name in names if name.startswith("bilingual-news-")]


def test_what_a_killed_client_left_on_the_workers_is_cleared_by_the_next(here, make):
    left = "bilingual-news-client-that-was-killed"
    with Client(here, set_as_default=False) as client:
        client.register_plugin(Translator(work_of(clusters.Made(engines.embedded), None)), name=left)
        assert plugins(client) == [left]
        list(make(here).translate(make_batches(JOBS[:1], 1, "next")))
        [found] = plugins(client)
    assert found != left


def test_who_works_and_where_to_watch_is_said(here, make):
    said = []
    list(make(here, say=said.append).translate(make_batches(JOBS[:2], 1, "said")))
    assert said[0].startswith(f"cluster {here}: workers 1, threads 3; dashboard http://127.0.0.1:")
    assert said[-1].startswith("cluster: 2 segments translated")


def test_progress_is_said_now_and_then(here, make, monkeypatch):
    monkeypatch.setattr(executor, "_TELL_SECONDS", 0)
    said = []
    list(make(here, say=said.append).translate(make_batches(JOBS[:3], 1, "progress")))
    assert [message.split(" segment")[0] for message in said[1:3]] == [
        "cluster: 1",
        "cluster: 2",
    ]


class TestNobodyThere:
    @pytest.mark.parametrize("address", [NOWHERE, "nonsense", "foo://127.0.0.1:1"])
    def test_an_address_without_a_scheduler(self, address):
        cluster = Cluster(address, work_of(clusters.Made(engines.embedded), None), patience=IMPATIENT)
        with pytest.raises(ClusterError, match="no Dask scheduler answers at") as caught:
            list(cluster.translate(make_batches(JOBS, 2, "nowhere")))
        assert "dask scheduler" in caught.value.hint
        cluster.close()

    def test_a_port_that_listens_and_says_nothing(self):
        with socket.create_server(("127.0.0.1", 0)) as server:
            address = f"tcp://127.0.0.1:{server.getsockname()[1]}"
            cluster = Cluster(address, work_of(clusters.Made(engines.embedded), None), patience=IMPATIENT)
            with pytest.raises(ClusterError, match="no Dask scheduler answers at"):
                list(cluster.translate(make_batches(JOBS, 2, "mute")))
            cluster.close()

    def test_a_scheduler_without_workers(self):
        with clusters.started(workers=0) as empty:
            work = work_of(clusters.Made(engines.embedded), None)
            cluster = Cluster(empty.scheduler_address, work, patience=IMPATIENT)
            with pytest.raises(ClusterError, match="has no workers after 1 seconds") as caught:
                list(cluster.translate(make_batches(JOBS, 2, "empty")))
            cluster.close()
        assert "dask worker" in caught.value.hint

    def test_workers_that_leave_and_do_not_come_back(self):
        with clusters.started(workers=1, processes=False) as leaving:
            work = work_of(clusters.Made(engines.embedded), None)
            cluster = Cluster(leaving.scheduler_address, work, patience=replace(IMPATIENT, connect=10))
            outcomes = cluster.translate(make_batches(JOBS, 1, "left alone"))
            next(outcomes)
            leaving.scale(0)
            with pytest.raises(ClusterError, match="have been gone for 1 seconds"):
                list(outcomes)
            cluster.close()

    def test_a_scheduler_that_goes_away(self):
        with clusters.started(workers=1, processes=False) as dying:
            work = work_of(clusters.Made(engines.embedded), None)
            cluster = Cluster(dying.scheduler_address, work, patience=IMPATIENT)
            outcomes = cluster.translate(make_batches(JOBS, 1, "lost"))
            next(outcomes)
        with pytest.raises(ClusterError, match=r"connection to the scheduler .* was lost"):
            list(outcomes)
        cluster.close()

    def test_closing_in_another_thread_ends_the_run(self, here, make):
        cluster = make(here)
        outcomes = cluster.translate(make_batches(JOBS, 1, "closed"))
        next(outcomes)
        thread = threading.Thread(target=cluster.close)
        thread.start()
        with pytest.raises(ClusterError):
            list(outcomes)
        thread.join()


class TestVersions:
    def refused(self, address, versions):
        work = work_of(clusters.Made(engines.embedded), None)
        said = []
        cluster = Cluster(
            address,
            replace(work, versions=work.versions | versions),
            patience=clusters.PATIENCE,
            say=said.append,
        )
        try:
            list(cluster.translate(make_batches(JOBS[:1], 1, "versions")))
        finally:
            cluster.close()
        return said

    def test_another_version_of_this_package_is_refused(self, here):
        with pytest.raises(ClusterError, match=r"^worker \S+: bilingual-news \S+ .* there, 0\.0\.1 here"):
            self.refused(here, {"bilingual-news": "0.0.1"})

    def test_another_version_of_the_decoder_is_told(self, here):
        said = self.refused(here, {"ctranslate2": "1.0"})
        assert any(re.search(r"worker \S+: ctranslate2 \S+, here 1\.0; translations may", message)
                   for message in said)  # fmt: skip

    def test_equal_versions_are_not_worth_a_word(self, here):
        assert not any("differ" in message for message in self.refused(here, {}))


class TestModel:
    @pytest.fixture
    def package(self, tmp_path, monkeypatch):
        """A package by a relative path, which leads elsewhere in the processes of the workers."""
        source = engines.embedded().info.path
        for path in source.rglob("*"):
            if path.is_file() and path.suffix != ".md":
                target = tmp_path / "package" / path.relative_to(source)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(path.read_bytes())
        metadata = tmp_path / "package" / "metadata.json"
        metadata.write_text(metadata.read_text() + "\n")
        monkeypatch.chdir(tmp_path)
        return Path("package")

    def run(self, address, shipped, said=None):
        say = (lambda message: None) if said is None else said.append
        cluster = Cluster(address, work_of(shipped, None), say=say, patience=clusters.PATIENCE)
        try:
            return answers(cluster.translate(make_batches(JOBS, 5, shipped.signature)))
        finally:
            cluster.close()

    def test_the_embedded_model_is_found_by_its_content(self, address, plain):
        said = []
        assert self.run(address, ship(engines.embedded().info, 1), said) == (plain, [])
        assert not any("sent" in message for message in said)

    def test_a_package_that_workers_can_see_is_not_sent(self, address, plain, package):
        said = []
        assert self.run(address, ship(describe(package.absolute(), "flag"), 1), said) == (plain, [])
        assert not any("sent" in message for message in said)

    def test_a_package_that_workers_cannot_see_is_sent(self, address, plain, package):
        said = []
        assert self.run(address, ship(describe(package, "flag"), 1), said) == (plain, [])
        assert any("the model is sent to the workers" in message for message in said)

    def test_another_embedded_model_on_the_workers_is_an_error(self, here, package):
        shipped = replace(ship(engines.embedded().info, 1), digest="0" * 64)
        with pytest.raises(ModelLoadError, match=r"worker \S+: the model .* is not there") as caught:
            self.run(here, shipped)
        assert "same version" in caught.value.hint

    def test_files_that_arrive_damaged_are_not_used(self, here, package):
        shipped = ship(describe(package, "flag"), 1).with_files()
        damaged = replace(shipped, files=(*shipped.files[:-1], ("sentencepiece.model", b"broken")))
        with pytest.raises(ModelLoadError, match="arrived damaged"):
            self.run(here, damaged)

    def test_files_that_cannot_be_read_are_an_error(self, package):
        (package / "model" / "unreadable").symlink_to("/proc/self/mem")
        with pytest.raises(ModelLoadError, match="unreadable: cannot be read"):
            ship(describe(package, "flag"), 1)

    def test_whatever_else_keeps_a_worker_from_loading_is_told_with_its_name(self, here, make):
        with pytest.raises(ModelLoadError, match=r"worker \S+: ZeroDivisionError"):
            list(make(here, broken).translate(make_batches(JOBS, 2, "broken")))


def broken():
    return 1 // 0


def page_faults():
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt


def test_a_worker_keeps_the_memory_that_the_decoder_frees(make):
    # As users start workers: under Dask's own limit, which gives every freed block back to the kernel.
    with clusters.started(workers=1) as running:
        executor = make(running.scheduler_address)
        faults = []
        with Client(running.scheduler_address, set_as_default=False) as client:
            for number in range(5):
                [before] = client.run(page_faults).values()
                list(executor.translate(make_batches(JOBS, 20, f"counted {number}")))
                [after] = client.run(page_faults).values()
                faults.append(after - before)
    # The best was 10; under Dask's limit it is 2,500 at least, however warm the worker.
    assert min(faults) < 500
