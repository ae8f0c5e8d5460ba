"""A local preview of the site that follows changes: kept in memory, served to this machine only."""

from __future__ import annotations

import threading
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

HOST: Final = "127.0.0.1"
CHANGES: Final = "/.changes"
POLL_SECONDS: Final = 0.5
#: How long a browser waits for news before it asks again.
_WAIT_SECONDS: Final = 20.0
_TYPES: Final = {".html": "text/html", ".json": "application/json", ".xml": "application/xml"}
#: Asks the preview for its version and reloads when it is another.
LIVE_SCRIPT: Final = """
(() => {
  let seen = "";
  const ask = async () => {
    try {
      const version = await (await fetch("/.changes?since=" + seen)).text();
      if (seen && version !== seen) location.reload();
      seen = version;
      ask();
    } catch { setTimeout(ask, 1000); }
  };
  addEventListener("load", ask);
})();
"""


class Preview:
    """Builds the site again when a watched file changes, and serves it.

    Args:
        build: Makes the files of the site; called again after every change.
        watched: Folders whose files are watched.
        report: Is given what went wrong in a build; the last good site stays.
        port: Port to bind; 0 for any free one.

    Raises:
        OSError: If the port is taken.
    """

    def __init__(
        self,
        build: Callable[[], Mapping[str, bytes]],
        watched: Iterable[Path],
        report: Callable[[Exception], None],
        port: int = 0,
    ) -> None:
        self._build = build
        self._watched = tuple(watched)
        self._report = report
        self._changed = threading.Condition()
        self._stop = threading.Event()
        self.version = 1
        self.files = dict(build())
        self._seen = self._state()
        self.server = ThreadingHTTPServer((HOST, port), partial(_Handler, self))
        self.server.daemon_threads = True

    @property
    def address(self) -> str:
        """Where the preview is."""
        return f"http://{HOST}:{self.server.server_port}/"

    def run(self) -> None:
        """Serve until interrupted or closed."""
        watcher = threading.Thread(target=self._watch, daemon=True)
        watcher.start()
        try:
            self.server.serve_forever(poll_interval=POLL_SECONDS)
        finally:
            self._stop.set()
            watcher.join()
            self.server.server_close()

    def close(self) -> None:
        """Stop serving; `run` returns."""
        self._stop.set()
        with self._changed:
            self._changed.notify_all()
        self.server.shutdown()

    def wait(self, seen: str) -> int:
        """The version, as soon as it is not the one that was seen, at the latest after twenty seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self._stop.is_set() or seen != str(self.version), _WAIT_SECONDS)
            return self.version

    def _watch(self) -> None:
        while not self._stop.wait(POLL_SECONDS):
            state = self._state()
            if state == self._seen:
                continue
            self._seen = state
            try:
                files = dict(self._build())
            except Exception as error:  # noqa: BLE001, RUF100 - whatever breaks, the preview must go on
                self._report(error)
                continue
            with self._changed:
                self.files = files
                self.version += 1
                self._changed.notify_all()

    def _state(self) -> dict[str, tuple[int, int]]:
        state: dict[str, tuple[int, int]] = {}
        for folder in self._watched:
            for path in folder.rglob("*"):
                try:
                    stat = path.stat()
                except OSError:
                    continue
                state[str(path)] = (stat.st_mtime_ns, stat.st_size)
        return state


class _Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD from memory; nothing of the disk can be reached."""

    protocol_version = "HTTP/1.1"
    server_version = "bilingual-news"
    sys_version = ""

    def __init__(self, preview: Preview, *args: object) -> None:
        self._preview = preview
        super().__init__(*args)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer a request."""
        parts = urlsplit(self.path)
        if not self._is_local():
            self._answer(
                HTTPStatus.FORBIDDEN, b"This preview answers to 127.0.0.1 and localhost only.\n", "text/plain"
            )
        elif parts.path == CHANGES:
            version = self._preview.wait(parts.query.removeprefix("since="))
            self._answer(HTTPStatus.OK, str(version).encode(), "text/plain")
        else:
            name = unquote(parts.path).lstrip("/") or "index.html"
            content = self._preview.files.get(name)
            if content is None:
                self._answer(HTTPStatus.NOT_FOUND, b"No such page.\n", "text/plain")
            else:
                self._answer(HTTPStatus.OK, content, _TYPES.get(name[name.rfind(".") :], "text/plain"))

    do_HEAD = do_GET

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002, RUF100 - inherited name
        """Say nothing: the terminal is for what the user did."""

    def _is_local(self) -> bool:
        """Whether the request names this machine; a foreign name that leads here is DNS rebinding."""
        host = self.headers.get("Host", "")
        return host.rsplit(":", 1)[0] in {HOST, "localhost"}

    def _answer(self, status: HTTPStatus, content: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)
