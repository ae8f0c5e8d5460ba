"""A real Chromium, and small projects with catalogs written by hand: the model is not the point here."""

from __future__ import annotations

import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner

from bilingual_news.cli import app
from tests.sites import write_project

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser():
    sync = pytest.importorskip("playwright.sync_api")
    path = CHROMIUM if Path(CHROMIUM).exists() else shutil.which("chromium")
    if not path:
        pytest.skip("no Chromium: apt-get install chromium")
    with sync.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """A published project of five articles in every state of review."""
    project = write_project(tmp_path_factory.mktemp("project"))
    result = CliRunner().invoke(app, ["-C", str(project), "export", "html", "--ui-lang", "en"])
    assert result.exit_code == 0, result.output
    return project / "site"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture(scope="session")
def address(site):
    """The site behind a local server: storage and origins work as they do in public."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


class Visit:
    """A page with what went wrong on it: console messages, exceptions, policy violations, requests."""

    def __init__(self, page):
        self.page = page
        self.troubles: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda m: self.troubles.append(m.text) if m.type in {"error", "warning"} else None)
        page.on("pageerror", lambda error: self.troubles.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))


@pytest.fixture
def visit(browser, address):
    """Open a page of the site: `visit("a.html", width=360, javascript=False)`."""
    contexts = []

    def open_page(path, *, width=1280, height=900, javascript=True, dark=False, root=address) -> Visit:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            java_script_enabled=javascript,
            color_scheme="dark" if dark else "light",
        )
        contexts.append(context)
        seen = Visit(context.new_page())
        seen.page.goto(f"{root}/{path}")
        return seen

    yield open_page
    for context in contexts:
        context.close()
