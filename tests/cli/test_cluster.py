"""`translate --cluster`, with real workers: the same files as without, whatever happens to the workers."""

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time

import pytest
from distributed import Client, WorkerPlugin

from bilingual_news.catalog.po import read_catalog
from bilingual_news.config import load_settings
from bilingual_news.pipeline import desk
from bilingual_news.scale.cache import TranslationCache

pytestmark = [pytest.mark.model, pytest.mark.cluster]

ARTICLES = ("49074", "55243", "64737")
#: Segments a batch: so few that the articles of a test are several batches.
SMALL = 3


@pytest.fixture
def address(cluster):
    return cluster.scheduler_address


@pytest.fixture
def small_batches(monkeypatch):
    monkeypatch.setattr(desk, "BATCH_SEGMENTS", SMALL)


def catalogs(project):
    return {path.name: path.read_bytes() for path in (project / "locales").rglob("*.*o")}


@pytest.fixture
def local(with_article, run, small_batches):
    """The catalogs that a run without a cluster writes; the project is as it was before."""
    project = with_article(*ARTICLES)
    assert run("translate", "--no-cache").exit_code == 0
    written = catalogs(project)
    shutil.rmtree(project / "locales")
    return written


def test_the_catalogs_are_those_of_a_run_without_a_cluster(local, project, run, address):
    result = run("translate", "--no-cache", "--cluster", address)
    assert result.exit_code == 0, result.stderr
    assert catalogs(project) == local
    assert f"cluster {address}: workers 2, threads 2; dashboard http://" in result.stderr


def test_a_worker_killed_in_the_middle_changes_no_byte(local, project, run, address):
    with Client(address, set_as_default=False) as client:
        pids = client.run(os.getpid)

        def kill():
            while True:
                for worker, tasks in client.processing().items():
                    if worker in pids and any(str(task).startswith("bilingual-news-") for task in tasks):
                        os.kill(pids[worker], signal.SIGKILL)
                        return

        killer = threading.Thread(target=kill)
        killer.start()
        result = run("translate", "--no-cache", "--cluster", address)
        killer.join()
    assert result.exit_code == 0, result.stderr
    assert catalogs(project) == local
    for name in ARTICLES:
        entries = read_catalog(project / "locales" / "en" / "LC_MESSAGES" / f"{name}.po").entries
        assert len({entry.msgid for entry in entries}) == len(entries)
        assert all(entry.msgstr for entry in entries)


def test_nothing_to_translate_needs_no_cluster(local, project, run):
    run("translate", "--no-cache")
    result = run("translate", "--cluster", "tcp://127.0.0.1:9")
    assert result.exit_code == 0, result.stderr
    assert "3 unchanged" in result.stderr


def test_an_address_that_is_none_is_an_error_with_a_hint(with_article, run):
    with_article(ARTICLES[0])
    result = run("translate", "--cluster", "nonsense")
    assert result.exit_code == 1
    assert "error: no Dask scheduler answers at nonsense" in result.stderr
    assert "hint: Start `dask scheduler`" in result.stderr
    assert "Traceback" not in result.stderr


def test_without_dask_the_extra_is_named(with_article, run, monkeypatch):
    with_article(ARTICLES[0])
    monkeypatch.setitem(sys.modules, "distributed", None)
    result = run("translate", "--cluster", "tcp://127.0.0.1:9")
    assert result.exit_code == 1
    assert "pip install bilingual-news[cluster]" in result.stderr


def test_nothing_of_dask_is_imported_without_the_flag(project, with_article):
    with_article(ARTICLES[0])
    script = (
        f"import sys; sys.argv = ['', '-C', {str(project)!r}, 'translate']\n"
        "from bilingual_news.cli import app\n"
        "app(standalone_mode=False)\n"
        "print([m for m in sys.modules if m.split('.')[0] in ('dask', 'distributed', 'tornado')])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert "1 written" in done.stderr
    assert done.stdout == "[]\n"


class Counter(WorkerPlugin):
    """Counts the segments that the tasks of a worker translate."""

    name = "segment counter"

    def __init__(self):
        self.segments = 0

    def setup(self, worker):
        self.worker = worker

    def transition(self, key, start, finish, **more):
        if finish == "memory" and str(key).startswith("bilingual-news-"):
            hypotheses, _ = self.worker.data[key]
            self.segments += len(hypotheses)


def counted(dask_worker):
    return dask_worker.plugins[Counter.name].segments


@pytest.fixture
def client(address):
    """A client with a count of the segments that workers translate from now on."""
    with Client(address, set_as_default=False) as connected:
        connected.register_plugin(Counter())
        yield connected
        connected.unregister_worker_plugin(Counter.name)


def started(project, address):
    """The command line in a process of its own, with small batches."""
    script = (
        f"import sys; sys.argv = ['', '-C', {str(project)!r}, 'translate', '--json']\n"
        f"sys.argv += ['--cluster', {address!r}]\n"
        f"from bilingual_news.pipeline import desk; desk.BATCH_SEGMENTS = {SMALL}\n"
        "from bilingual_news.cli import app\n"
        "app()"
    )
    return subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def wait_for(condition):
    while not condition():
        time.sleep(0.02)


def total(client):
    return sum(client.run(counted).values())


def idle(client):
    return not any(client.processing().values())


def test_after_a_killed_client_the_next_run_resumes(local, project, address, client):
    cache = TranslationCache(load_settings(project).translation_cache_dir(os.environ), 10, print)
    victim = started(project, address)
    wait_for(lambda: cache.info().answers >= SMALL)
    victim.kill()
    victim.communicate()
    wait_for(lambda: idle(client))
    stored, decoded = cache.info().answers, total(client)
    again = started(project, address)
    stdout, stderr = again.communicate()
    assert again.returncode == 0, stderr
    assert total(client) - decoded == cache.info().answers - stored
    assert 0 < stored < cache.info().answers
    assert translations(catalogs(project)) == translations(local)
    assert {article["empty"] for article in json.loads(stdout)["articles"]} == {0}


def translations(written):
    return {
        name: [line for line in data.decode().splitlines() if line.startswith("msgstr ")]
        for name, data in written.items()
        if name.endswith(".po")
    }


def test_an_interrupted_run_leaves_the_cluster_idle_and_clean(project, with_article, address, client):
    with_article(*ARTICLES)
    running = started(project, address)
    wait_for(lambda: not idle(client))
    running.send_signal(signal.SIGINT)
    _, stderr = running.communicate()
    assert running.returncode == 130
    assert b"interrupted" in stderr
    assert b"Traceback" not in stderr
    wait_for(lambda: idle(client))
    assert plugins(client) == []


def plugins(client):
    """The names of our plugins on the workers."""
    found = client.run(lambda dask_worker: list(dask_worker.plugins)).values()
    return [name for names in found for name in names if name.startswith("bilingual-news-")]
