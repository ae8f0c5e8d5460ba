"""Processes that may die: every task has an answer, and only its own."""

import os
import signal
import subprocess
import sys
import textwrap
from concurrent.futures import ThreadPoolExecutor

import pytest

from bilingual_news.errors import EncodingError
from bilingual_news.scale.pool import AHEAD, LostWorkerError, Pool, cores, interruptions_wait

STATE = []


def start(word):
    STATE.append(word)


def work(task):
    if task == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if task == "raise":
        raise EncodingError("byte 0xff.", offset=7, path="a.txt", hint="Save it as UTF-8.")
    return f"{STATE[0]} {task}"


@pytest.fixture
def pool():
    pool = Pool(work, 2, start, ("did",))
    yield pool
    pool.close()


def results(pool, tasks):
    found = []
    for task in tasks:
        while not pool.has_room:
            found.append(pool.take())
        pool.put(task)
    while len(pool):
        found.append(pool.take())
    return found


def test_answers_come_in_order_from_bounded_tasks(pool):
    tasks = [str(number) for number in range(12)]
    assert results(pool, tasks) == [(task, f"did {task}") for task in tasks]
    for number in range(2 * AHEAD):
        pool.put(str(number))
    assert not pool.has_room


def test_a_task_that_kills_its_process_costs_only_itself(pool):
    tasks = ["1", "2", "die", "3", "4", "5", "die", "6"]
    found = results(pool, tasks)
    assert [task for task, _ in found] == tasks
    assert [answer for task, answer in found if task != "die"] == [f"did {n}" for n in range(1, 7)]
    assert all(isinstance(answer, LostWorkerError) for task, answer in found if task == "die")


def test_an_error_comes_home_with_all_it_knows(pool):
    pool.put("raise")
    with pytest.raises(EncodingError) as caught:
        pool.take()
    error = caught.value
    assert (error.message, error.offset, error.path, error.hint) == (
        "byte 0xff.", 7, "a.txt", "Save it as UTF-8."
    )  # fmt: skip
    pool.put("1")
    assert pool.take() == ("1", "did 1")


def test_closing_twice_does_nothing(pool):
    pool.put("1")
    pool.close()
    pool.close()
    assert len(pool) == 0


def test_there_is_a_processor():
    assert cores() >= 1


def said(script, text):
    """What a script prints that is a program of its own."""
    script.write_text(textwrap.dedent(text))
    done = subprocess.run([sys.executable, script], capture_output=True, timeout=120, check=True, text=True)
    return done.stdout.split()


def test_workers_are_copies_of_a_server_that_imported_their_module(tmp_path):
    asked = "'bilingual_news.pipeline.processes' in __import__('sys').modules"
    script = f"""
        from bilingual_news.scale.pool import Pool, start_fork_server
        if __name__ == "__main__":
            %s
            pool = Pool(eval, 1)
            pool.put({asked!r})
            print(pool.take()[1])
            pool.close()
        """
    start = "start_fork_server('bilingual_news.pipeline.processes')"
    assert said(tmp_path / "early.py", script % start) == ["True"]
    assert said(tmp_path / "late.py", script % "pass") == ["False"]


def test_what_the_fork_server_imports_starts_no_thread(tmp_path):
    script = """
        import os, threading
        import bilingual_news.pipeline.processes
        native = "/proc/self/task"
        print(len(os.listdir(native)) if os.path.exists(native) else threading.active_count())
        """
    assert said(tmp_path / "threads.py", script) == ["1"]


def test_ctrl_c_while_the_fork_server_imports_is_answered_by_the_parent_alone(tmp_path):
    (tmp_path / "imported.py").write_text("import time; print('imports', flush=True); time.sleep(2)")
    script = tmp_path / "parent.py"
    script.write_text(
        textwrap.dedent("""
        import time
        from bilingual_news.scale.pool import start_fork_server
        if __name__ == "__main__":
            try:
                start_fork_server("imported")
                time.sleep(60)
            except KeyboardInterrupt:
                print("interrupted", flush=True)
        """)
    )
    running = subprocess.Popen(
        [sys.executable, script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        start_new_session=True, env=os.environ | {"PYTHONPATH": f"{tmp_path}:{':'.join(sys.path)}"},
    )  # fmt: skip
    assert running.stdout.readline() == "imports\n"
    os.killpg(running.pid, signal.SIGINT)
    assert running.communicate(timeout=60) == ("interrupted\n", "")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interruption_while_a_worker_starts_waits_until_it_has_all_it_needs(tmp_path, number):
    script = tmp_path / "parent.py"
    script.write_text(
        textwrap.dedent(f"""
        import multiprocessing.forkserver as server, signal, sys
        from bilingual_news.scale.pool import Pool

        def interrupted(real=server.connect_to_new_process):
            # The new process exists, and waits for what it is to do.
            def connect(fds):
                found = real(fds)
                signal.raise_signal({int(number)})
                return found
            return connect

        def stop(*_):
            raise KeyboardInterrupt

        if __name__ == "__main__":
            signal.signal(signal.SIGTERM, stop)
            server.connect_to_new_process = interrupted()
            pool = Pool(eval, 2)
            try:
                pool.put("1")
            except KeyboardInterrupt:
                print("interrupted")
            pool.close()
        """)
    )
    done = subprocess.run([sys.executable, script], capture_output=True, timeout=120, text=True, check=False)
    assert (done.stdout, done.stderr, done.returncode) == ("interrupted\n", "", 0)


def test_interruptions_wait_in_no_other_thread():
    # Handlers can be set in the main thread only; elsewhere a pool works without.
    with ThreadPoolExecutor(1) as other:
        pool = Pool(eval, 1)
        other.submit(pool.put, "6 * 7").result()
        assert pool.take()[1] == 42
        pool.close()


def test_a_handler_that_is_not_pythons_stays(monkeypatch):
    monkeypatch.setattr(signal, "getsignal", lambda _: None)
    before = signal.signal(signal.SIGTERM, signal.SIG_IGN)
    try:
        with interruptions_wait():
            monkeypatch.undo()
            assert signal.getsignal(signal.SIGTERM) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGTERM, before)


def test_workers_end_with_a_parent_that_is_killed(tmp_path):
    script = tmp_path / "parent.py"
    script.write_text(
        textwrap.dedent("""
        import os, signal
        from bilingual_news.scale.pool import Pool
        if __name__ == "__main__":
            pool = Pool(eval, 1)
            pool.put("__import__('os').getpid()")
            print(pool.take()[1], flush=True)
            os.kill(os.getpid(), signal.SIGKILL)
        """)
    )
    # The workers hold the other end of the pipe: that it closes at all says that they have ended.
    done = subprocess.run([sys.executable, script], capture_output=True, timeout=120, check=False)
    assert done.returncode == -signal.SIGKILL
    assert int(done.stdout) > 0


@pytest.mark.parametrize(
    ("quota", "expected"),
    [
        ("max 100000\n", 8), ("200000 100000\n", 2), ("50000 100000\n", 1), ("1600000 100000\n", 8),
        ("", 8), ("x y z", 8), (None, 8),
    ],
)  # fmt: skip
def test_a_container_has_as_many_processors_as_its_quota(tmp_path, monkeypatch, quota, expected):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(8)), raising=False)
    monkeypatch.setattr("bilingual_news.scale.pool._QUOTA", tmp_path / "cpu.max")
    if quota is not None:
        (tmp_path / "cpu.max").write_text(quota)
    assert cores() == expected
