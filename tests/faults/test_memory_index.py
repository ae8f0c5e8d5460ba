"""The index of the memory is a cache: whatever happens to it, the next question is answered."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import threading

import pytest

from bilingual_news.errors import ExchangeError
from bilingual_news.exchange.tmx import write_tmx
from bilingual_news.memory import MatchKind, MemoryIndex, Query, Unit, store, writer

TEXTS = [f"w{n} x{n % 7} y{n % 11} common word" for n in range(400)]
UNITS = [Unit(text, f"T{n}", origin="o") for n, text in enumerate(TEXTS)]


def split(text):
    return text.replace(" ", "\n \n").split("\n")


def opened(path, files=None):
    index = MemoryIndex(path, split)
    index.update(files or {"a": "1"}, lambda _: UNITS)
    return index


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "memory.sqlite"
    opened(file).close()
    return file


def garbage(file):
    file.write_bytes(b"not a database " * 1000)


def truncated(file):
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def emptied(file):
    file.write_bytes(b"")


def pages_overwritten(file):
    data = bytearray(file.read_bytes())
    data[4096:] = os.urandom(len(data) - 4096)
    file.write_bytes(data)


def execute(*statements):
    def damage(file):
        with sqlite3.connect(file, isolation_level=None) as database:
            for statement in statements:
                database.execute(statement)
        database.close()

    return damage


DAMAGE = {
    "not a database": garbage,
    "cut off": truncated,
    "empty": emptied,
    "pages overwritten": pages_overwritten,
    "another version": execute("PRAGMA user_version = 1"),
    "a table is missing": execute("DROP TABLE postings"),
    "positions beyond the texts": execute("UPDATE postings SET positions = x'ffffff7fffffff7f'"),
    "half a number": execute("UPDATE blocks SET lengths = x'ffff'"),
    "half a word": execute("UPDATE sources SET words = x'ffff'"),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_a_damaged_index_is_made_anew(path, name):
    DAMAGE[name](path)
    with opened(path) as index:
        assert [m.percent for m in index.find(Query(f"{TEXTS[5]} z"), 0.6, 1)] == [96]
        assert index.find(Query(TEXTS[7]), 0.6)[0].target == "T7"
        assert index.counts() == (1, 400, 400)
    with sqlite3.connect(path) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    database.close()


def test_damage_during_a_run_is_noticed(path):
    with opened(path) as index:
        assert index.path == path
        execute("DELETE FROM vocabulary", "DROP TABLE sources")(path)
        assert index.find(Query(TEXTS[7]), 0.6)[0].kind is MatchKind.EXACT


def test_an_error_that_stays_is_told(path, monkeypatch):
    def broken(*_):
        raise sqlite3.DatabaseError("for good")

    with opened(path) as index:
        monkeypatch.setattr(index, "_all", broken)
        with pytest.raises(sqlite3.DatabaseError, match="for good"):
            index.find(Query("x"), 0.6)


@pytest.mark.parametrize("again", [False, True])
def test_a_disk_that_is_full_is_no_obstacle(path, monkeypatch, again):
    """Whether SQLite says so at once, or only after the index was made anew."""
    real = writer.update
    errors = [sqlite3.DatabaseError("malformed")] if again else []

    def full(database, *rest):
        if database.execute("PRAGMA database_list").fetchone()[2]:
            error = errors.pop() if errors else sqlite3.OperationalError("database or disk is full")
            error.sqlite_errorcode = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_FULL * (not again))
            raise error
        return real(database, *rest)

    monkeypatch.setattr(writer, "update", full)
    with opened(path) as index:
        assert index.find(Query(TEXTS[7]), 0.6)[0].target == "T7"
        assert index.path is None
    assert path.exists()


def test_an_index_that_another_run_locks_is_left_alone(path, monkeypatch):
    monkeypatch.setattr(store, "_BUSY_SECONDS", 0.05)
    before = path.read_bytes()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with opened(path, {"a": "2"}) as index:
        assert index.find(Query(TEXTS[7]), 0.6)[0].target == "T7"
    other.execute("ROLLBACK")
    other.close()
    assert path.read_bytes() == before


def test_an_index_that_is_locked_later_is_left_alone(path, monkeypatch):
    monkeypatch.setattr(store, "_BUSY_SECONDS", 0.05)
    with opened(path) as index:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        assert index.update({"a": "2"}, lambda _: UNITS[:10]) == 1
        other.execute("ROLLBACK")
        other.close()
        assert index.counts() == (1, 10, 10)
    with MemoryIndex(path, split) as index:
        assert index.counts() == (1, 400, 400)


def test_a_read_only_index_is_used_as_it_is(path):
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        with MemoryIndex(path, split) as index:
            assert index.find(Query(TEXTS[7]), 0.6)[0].target == "T7"
    finally:
        path.parent.chmod(0o755)


def test_use_from_another_thread_is_an_error_of_the_caller(path):
    caught = []

    def ask():
        try:
            index.find(Query(TEXTS[7]), 0.6)
        except sqlite3.ProgrammingError as error:
            caught.append(error)

    with opened(path) as index:
        thread = threading.Thread(target=ask)
        thread.start()
        thread.join()
        assert len(caught) == 1
        assert index.find(Query(TEXTS[7]), 0.6)[0].target == "T7"


def test_a_file_that_cannot_be_read_leaves_the_index_as_it_was(path):
    def read(_):
        yield Unit("new text", "N")
        raise ExchangeError("broken")

    with MemoryIndex(path, split) as index:
        with pytest.raises(ExchangeError):
            index.update({"a": "1", "b": "1"}, read)
        assert index.find(Query("new text"), 0.6) == []
        assert index.counts() == (1, 400, 400)


def test_another_connection_sees_what_this_one_learns(path):
    with opened(path) as one, MemoryIndex(path, split) as other:
        query = Query(f"{TEXTS[5]} zz")
        assert other.find(query, 0.6, 1)[0].target == "T5"
        one.update({"a": "1", "b": "1"}, lambda _: [Unit(f"{TEXTS[5]} zz z", "newer")])
        assert other.find(query, 0.6, 1)[0].target == "newer"
        one.update({"b": "1"}, lambda _: pytest.fail("unchanged file read"))
        assert [m.target for m in other.find(query, 0.6)] == ["newer"]


def test_texts_without_units_leave_no_trace(path):
    with opened(path) as index:
        index.update({"b": "1"}, lambda _: [Unit("w1 alone", "T")])
        rows = [
            index._database.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in ("sources", "blocks")
        ]
        left = index._database.execute("SELECT count(*) FROM postings").fetchone()[0]
        index.update({}, lambda _: ())
        assert [*rows, left] == [1, 1, 2]
        assert index._database.execute("SELECT count(*) FROM postings").fetchone() == (0,)


def test_small_changes_join_blocks(path):
    with MemoryIndex(path, split) as index:
        files = {"a": "1"}
        for n in range(60):
            files[f"f{n}"] = "1"
            index.update(files, lambda name: [Unit(f"{name} text number {name}", "T")])
        blocks = index._database.execute("SELECT size, first, last FROM blocks ORDER BY first").fetchall()
        assert sum(size for size, _, _ in blocks) == 460
        assert len(blocks) <= 4
        assert [index.find(Query(f"f{n} text number f{n}"), 0.6)[0].percent for n in range(60)] == [100] * 60


def test_an_interrupted_build_goes_on_where_it_stopped(tmp_path, monkeypatch):
    monkeypatch.setattr(writer, "_GROUP", 100)
    read = []

    def units(name):
        read.append(name)
        if name == "c" and read.count("c") == 1:
            raise KeyboardInterrupt
        return [Unit(f"{name}{n} text", "T") for n in range(100)]

    with MemoryIndex(tmp_path / "memory.sqlite", split) as index:
        files = dict.fromkeys("abcd", "1")
        with pytest.raises(KeyboardInterrupt):
            index.update(files, units)
        assert index.update(files, units) == 2
        assert (read, index.counts()) == (list("abccd"), (4, 400, 400))


KILLED = """
import os, signal, sys
from pathlib import Path
from bilingual_news.memory import MemoryIndex, Unit
def units(name):
    for n in range(9000):
        if name == "b" and n == 7000:
            os.kill(os.getpid(), signal.SIGKILL)
        yield Unit(f"{name}{n} text", "T")
with MemoryIndex(Path(sys.argv[1]), str.split) as index:
    index.update({"a": "1"}, units)
    index.update({"a": "1", "b": "1"}, units)
"""


def test_a_build_that_is_killed_leaves_the_last_state(tmp_path):
    path = tmp_path / "memory.sqlite"
    done = subprocess.run([sys.executable, "-c", KILLED, str(path)], check=False)
    assert done.returncode == -signal.SIGKILL
    with MemoryIndex(path, str.split) as index:
        assert index.counts() == (1, 9000, 9000)
        assert index.find(Query("a17 text"), 0.6)[0].percent == 100
        assert index.update({"a": "1", "b": "1"}, lambda _: [Unit("b1 text", "T")]) == 1
        assert index.counts() == (2, 9001, 9001)


def test_runs_at_once_share_one_index(project):
    (project / "memory").mkdir()
    for name in range(3):
        units = [Unit(f"ข้อความ {name} ที่ {n}", f"Text {name} {n}") for n in range(200)]
        (project / f"memory/{name}.tmx").write_bytes(write_tmx(units))
    command = [sys.executable, "-m", "bilingual_news", "-C", str(project), "memory", "stats", "--json"]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(3)]
    answers = [json.loads(run.communicate()[0]) for run in runs]
    assert [run.returncode for run in runs] == [0] * 3
    assert [(a["files"], a["units"]) for a in answers] == [(3, 600)] * 3
    with sqlite3.connect(project / ".bilingual-news/memory.sqlite") as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("SELECT count(*), sum(size) FROM blocks").fetchone()[1] == 600
    database.close()


def test_an_index_that_another_run_made_meanwhile_is_used(tmp_path, monkeypatch):
    path = tmp_path / "memory.sqlite"
    store.opened(path).close()
    real = store._version
    old = iter([0])
    # The first look still sees a file without tables; then the other run is done.
    monkeypatch.setattr(store, "_version", lambda database: next(old, real(database)))
    with MemoryIndex(path, split) as index:
        index.update({"a": "1"}, lambda _: UNITS)
        assert index.counts() == (1, 400, 400)
