"""Runs that are killed, hindered or doubled: every catalog is the old one or the new one."""

import json
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bilingual_news.catalog import po
from bilingual_news.config import Settings
from bilingual_news.files import ChangedError, WriteError, locked, remove_leftovers, write_atomically
from bilingual_news.glossary import load_termbase
from bilingual_news.pipeline.translate import TranslateRun
from bilingual_news.pipeline.work import Worker

ROOT = Path(__file__).parents[2]
KILLS = os.environ.get("BILINGUAL_NEWS_KILLS", "20")


def test_kill_at_any_moment_leaves_old_or_new_catalogs(tmp_path):
    # The driver judges after every kill; 200 runs of it are recorded in benchmarks/results/kills.json.
    command = [sys.executable, "-m", "tests.faults.kills", str(tmp_path), "--runs", KILLS]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["translate"]["runs"] == found["write loop"]["runs"] == int(KILLS)


def test_what_a_killed_run_left_behind_is_removed_and_nothing_else(tmp_path):
    names = (".a.po.abcd_123.tmp", ".a.mo.abcd_123.tmp", ".a.po.young123.tmp", ".mine.tmp", "a.po")
    for name in names:
        (tmp_path / name).write_bytes(b"x")
    for name in (*names[:2], *names[3:]):
        os.utime(tmp_path / name, (0, 0))
    remove_leftovers(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {*names[2:]}


def test_a_full_disk_leaves_the_old_file(tmp_path):
    path = tmp_path / "a.po"
    path.write_bytes(b"old")
    # A limit on the size of files fails as a full disk does, in the middle of a write.
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        with pytest.raises(WriteError):
            write_atomically(path, b"x" * 5000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)
    assert [p.name for p in tmp_path.iterdir()] == ["a.po"]
    assert path.read_bytes() == b"old"


def test_the_mode_of_a_file_is_kept(tmp_path):
    path = tmp_path / "a.po"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_atomically(path, b"new", expected=b"old")
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_file_that_is_not_what_was_read_is_left_alone(tmp_path):
    path = tmp_path / "a.po"
    path.write_bytes(b"somebody else's")
    for expected in (b"old", None):
        with pytest.raises(ChangedError):
            write_atomically(path, b"new", expected=expected)
    assert path.read_bytes() == b"somebody else's"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_lock_is_waited_for_and_named(tmp_path):
    with locked(tmp_path), pytest.raises(WriteError, match="another run"), locked(tmp_path, timeout=0.05):
        pass
    with locked(tmp_path):
        pass


def catalog_of(project):
    [path] = project.rglob("*.po")
    return path


def test_an_edit_between_reading_and_writing_survives(with_article, run, monkeypatch):
    project = with_article("38820")
    run("translate", "--no-mt", "--no-memory")
    path = catalog_of(project)
    article = project / "articles/38820.txt"
    article.write_text(article.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    settings = Settings(project)
    work = TranslateRun(settings, load_termbase(settings.glossaries_dir), None)
    original = Worker.finish

    def meanwhile(self, order):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace('msgstr ""\n\n', 'msgstr "Typed meanwhile."\n\n', 1), encoding="utf-8")
        return original(self, order)

    # Not a mock of a part: the moment at which a translator saves.
    monkeypatch.setattr(Worker, "finish", meanwhile)
    [result] = list(work.run([article]))
    assert result.state == "written"
    assert "Typed meanwhile." in [e.msgstr for e in po.read_catalog(path).entries]


def test_two_runs_at_once(with_article, run):
    project = with_article("38820", "38528", "38530")
    command = [sys.executable, "-m", "bilingual_news", "-C", project, "-q", "translate", "--no-mt"]
    runs = [subprocess.Popen(command) for _ in range(2)]
    assert [process.wait() for process in runs] == [0, 0]
    assert "3 unchanged" in run("translate", "--no-mt").stderr
    assert not list(project.rglob("*.tmp"))


def test_a_folder_that_may_not_be_looked_into_hides_no_other_error(tmp_path, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied", str(tmp_path))

    monkeypatch.setattr(Path, "glob", refuse)
    remove_leftovers(tmp_path)
    with pytest.raises(PermissionError):
        list(tmp_path.glob("*"))
