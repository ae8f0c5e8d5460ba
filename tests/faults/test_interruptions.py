"""Whenever Ctrl-C or SIGTERM comes, the program ends without a traceback and says how by its exit code."""

import os
import signal
import subprocess
import sys
import textwrap

import pytest

#: Runs the program, and sends it a signal when it begins to import a module.
PROGRAM = textwrap.dedent("""
    import os, sys

    class Trap:
        def find_spec(self, name, *_):
            if name == {module!r}:
                os.kill(os.getpid(), {number})

    from bilingual_news.__main__ import main
    sys.meta_path.insert(0, Trap())
    sys.argv = ["bilingual-news", "-C", {project!r}, "check"]
    main()
""")
#: In the order of the imports, from the first to one inside the command.
MODULES = (
    "bilingual_news.cli",
    "click",
    "bilingual_news.cli.console",
    "bilingual_news.messages",
    "bilingual_news.cli.check",
    "bilingual_news.pipeline.check_run",
    "bilingual_news.glossary.termbase",
)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("module", MODULES)
def test_no_traceback_from_the_first_import_on(project, module, number):
    code = PROGRAM.format(module=module, number=int(number), project=str(project))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 128 + number
    assert done.stderr in ("", "interrupted; each file is as it was, or complete\n")


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (["translate"], "interrupted; finished articles are written, the others are as they were\n"),
        (["serve"], "preview stopped\n"),
        (["--ui-lang", "th", "serve"], "หยุดการแสดงตัวอย่างแล้ว\n"),
        (["status"], "interrupted; each file is as it was, or complete\n"),
    ],
    ids=" ".join,
)
def test_the_words_fit_the_command(run, monkeypatch, command, words):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("bilingual_news.config.Settings.articles_dir", property(interrupted))
    monkeypatch.setattr("bilingual_news.config.Settings.catalogs_dir", property(interrupted))
    result = run(*command)
    assert (result.exit_code, result.stderr) == (130, words)


def test_the_console_script_is_the_module_that_minds_them():
    import tomllib

    from tests.conftest import ROOT

    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["scripts"]
    assert scripts == {"bilingual-news": "bilingual_news.__main__:main"}


def test_an_ignored_interruption_stays_ignored(project):
    """As under nohup, or in the background of a shell."""
    script = (
        "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_IGN);"
        "from bilingual_news.scale.pool import interruptions_wait\n"
        "with interruptions_wait(): os.kill(os.getpid(), signal.SIGINT)\n"
        "print('goes on')"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, env=os.environ, check=False)
    assert (done.stdout, done.stderr) == (b"goes on\n", b"")


#: The decoder goes on with a batch when the program has told that it ends.
BUSY = textwrap.dedent("""
    import threading
    import bilingual_news.cli
    from bilingual_news.__main__ import main

    def decode():
        threading.main_thread().join()  # until the interpreter waits at its end
        print("busy", flush=True)
        threading.Event().wait()

    def run():
        threading.Thread(target=decode).start()
        raise KeyboardInterrupt

    bilingual_news.cli.main = run
    main()
""")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_second_interruption_ends_what_the_first_one_waits_for(number):
    command = [sys.executable, "-c", BUSY]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout.readline() == b"busy\n"
        process.send_signal(number)
        assert process.communicate(timeout=120) == (b"", b"")
    assert process.returncode == 128 + number
