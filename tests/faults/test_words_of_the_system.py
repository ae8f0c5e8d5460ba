"""What the system refuses is told in words: no errno, no name of a Python class, no file named twice."""

import errno
import fcntl
import os
import sqlite3
import urllib.error

import pytest

from bilingual_news.engines import packages
from bilingual_news.errors import PackageError, WriteError, reason
from bilingual_news.files import locked, write_atomically
from bilingual_news.scale import cache
from bilingual_news.scale.cache import TranslationCache


def refused(number, name="/x"):
    return OSError(number, os.strerror(number), name)


REASONS = {
    "a full disk": (refused(errno.ENOSPC), "No space left on device"),
    "no name": (OSError("odd"), "odd"),
    "nothing at all": (OSError(), "OSError"),
    "another error": (ValueError("unknown"), "unknown"),
    "an address that is none": (
        urllib.error.URLError(OSError(-2, "Name or service not known")),
        "Name or service not known",
    ),
    "a scheme that is none": (urllib.error.URLError("unknown url type: x"), "unknown url type: x"),
    "an answer of a server": (
        urllib.error.HTTPError("http://a", 404, "Not Found", None, None),
        "HTTP Error 404: Not Found",
    ),
    "a database": (sqlite3.OperationalError("database or disk is full"), "database or disk is full"),
}


@pytest.mark.parametrize("name", REASONS)
def test_the_reason_stands_in_a_sentence(name):
    error, words = REASONS[name]
    assert reason(error) == words


def test_a_cache_without_a_place_says_why(tmp_path):
    (tmp_path / "file").write_text("x")
    said = []
    TranslationCache(tmp_path / "file" / "sub", 1, said.append).close()
    assert said == [
        f"{tmp_path}/file/sub/{cache.FILE_NAME}: no cache of translations: Not a directory; the work goes "
        "on without."
    ]


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EROFS])
def test_a_folder_that_cannot_be_locked_says_why(tmp_path, monkeypatch, number):
    def refuse(*_):
        raise refused(number)

    monkeypatch.setattr(fcntl, "flock", refuse)
    with (
        pytest.raises(WriteError, match=f"cannot be written: {os.strerror(number)}") as caught,
        locked(tmp_path),
    ):
        pass
    assert "[Errno" not in str(caught.value)


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP])
def test_a_file_system_without_locks_is_written_all_the_same(tmp_path, monkeypatch, number):
    def refuse(*_):
        raise refused(number)

    monkeypatch.setattr(fcntl, "flock", refuse)
    write_atomically(tmp_path / "a.po", b"new", expected=None)
    assert (tmp_path / "a.po").read_bytes() == b"new"


def test_a_download_says_why(tmp_path):
    with pytest.raises(PackageError) as caught:
        packages.download("http://127.0.0.1:9/x", tmp_path)
    assert caught.value.message == "http://127.0.0.1:9/x cannot be fetched: Connection refused."
