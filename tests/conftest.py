"""Shared fixtures, and the rule that a skipped test fails in CI."""

from __future__ import annotations

import gc
import os
import shutil
import signal
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, settings

from bilingual_news.cli import app

ROOT = Path(__file__).parent.parent

# A busy machine is no fault of the code: nothing here may fail for wall-clock time.
settings.register_profile("project", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("project")

# Who starts the tests in the background of a shell lets them ignore Ctrl-C, and with them every program that
# they start; the tests of interruptions are about programs that do not.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

#: Programs that a marker needs; without them its tests are skipped, and skips fail in CI.
PROGRAMS = {"gettext": ("msgfmt", "msgcat", "msgmerge"), "browser": ("chromium",)}


def pytest_runtest_setup(item):
    for marker, programs in PROGRAMS.items():
        missing = [name for name in programs if item.get_closest_marker(marker) and not shutil.which(name)]
        if missing:
            pytest.skip(f"{', '.join(missing)} not installed")


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    outcome = yield
    report = outcome.get_result()
    if report.skipped and not hasattr(report, "wasxfail") and os.environ.get("CI"):
        report.outcome = "failed"
        report.longrepr = f"skipped in CI, where everything is installed: {report.longrepr}"


@pytest.fixture(autouse=True)
def _no_outside(monkeypatch, tmp_path_factory):
    """No test sees the machine's own models, home or colours."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    for name in (
        "XDG_DATA_HOME", "XDG_CACHE_HOME", "ARGOS_PACKAGES_DIR", "BILINGUAL_NEWS_MODEL",
        "BILINGUAL_NEWS_CACHE", "NO_COLOR",
    ):  # fmt: skip
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def cluster():
    """Two worker processes under a real scheduler, started once for all tests that need them."""
    from tests import clusters

    with clusters.started() as running:
        yield running


@pytest.fixture
def project(tmp_path):
    """An empty project: a folder with articles/, glossaries/ and locales/."""
    for name in ("articles", "glossaries", "locales"):
        (tmp_path / name).mkdir()
    return tmp_path


@pytest.fixture
def shipped():
    """Path of a shipped article by its id."""
    return lambda name: ROOT / "articles" / f"{name}.txt"


@pytest.fixture
def with_article(project, shipped):
    """Copy shipped articles into the project."""

    def copy(*names: str) -> Path:
        for name in names:
            shutil.copy(shipped(name), project / "articles")
        return project

    return copy


@pytest.fixture
def run(project):
    """Run the command line in the project; returns click's result with stdout and stderr apart."""

    def invoke(*arguments: str, **options) -> Result:
        return CliRunner().invoke(app, ["-C", str(project), *map(str, arguments)], **options)

    return invoke


@pytest.fixture(autouse=True)
def _no_collection_inside_dask(request):
    """Cluster tests collect garbage before and after, not within.

    Distributed's clients and clusters close themselves when they are collected, and take the lock of its
    event loops for it; collected in a thread that holds that lock, they would wait for themselves.
    """
    if request.node.get_closest_marker("cluster") is None:
        yield
        return
    gc.collect()
    gc.disable()
    yield
    gc.enable()
