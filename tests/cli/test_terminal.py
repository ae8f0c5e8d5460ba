"""How the command line behaves on a terminal, off it, and in a shell."""

import io
import os
import pty
import shlex
import subprocess
import sys

import pytest

from bilingual_news.cli.streams import prepare

COMMAND = [sys.executable, "-m", "bilingual_news"]


def on_a_terminal(arguments, **environment):
    """Run with stderr on a pseudo-terminal; gives what was shown there."""
    reader, writer = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, *arguments],
        stderr=writer,
        stdout=subprocess.DEVNULL,
        env=os.environ | {"TERM": "xterm", "COLUMNS": "100"} | environment,
    )
    os.close(writer)
    shown = b""
    while True:
        try:
            block = os.read(reader, 4096)
        except OSError:  # Linux reports the closed other end so.
            break
        if not block:
            break
        shown += block
    os.close(reader)
    process.wait(timeout=60)
    return shown.decode()


def off_a_terminal(arguments):
    done = subprocess.run([*COMMAND, *arguments], capture_output=True, text=True, check=False)
    return done.stderr


@pytest.fixture
def arguments(with_article):
    return ["-C", str(with_article("84477")), "translate", "--no-mt"]


def test_a_progress_bar_on_a_terminal(arguments):
    assert "━" in on_a_terminal(arguments)


def test_no_progress_bar_off_a_terminal(arguments):
    assert "━" not in off_a_terminal(arguments)


def test_no_progress_bar_when_quiet(arguments):
    assert on_a_terminal(["-q", *arguments]) == ""


def test_errors_in_colour_on_a_terminal_only():
    assert "\x1b[31m" in on_a_terminal(["segment", "none.txt"])
    assert "\x1b[" not in on_a_terminal(["segment", "none.txt"], NO_COLOR="1")
    assert "\x1b[" not in off_a_terminal(["segment", "none.txt"])


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shell_completion(shell):
    # What the completion script documented in the README calls.
    code = "from bilingual_news.cli import main; main()"
    environment = os.environ | {
        "_BILINGUAL_NEWS_COMPLETE": f"{shell}_complete",
        "COMP_WORDS": "bilingual-news gl",
        "COMP_CWORD": "gl" if shell == "fish" else "1",
    }
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=False
    )
    assert "glossary" in done.stdout


@pytest.mark.parametrize("buffering", ["", "1"], ids=["buffered", "unbuffered"])
@pytest.mark.parametrize("command", ["--help", "status", "status --help", "doctor --json", "glossary export"])
def test_an_output_that_takes_no_more(project, command, buffering):
    with open("/dev/full", "wb") as full:  # noqa: PTH123 - a device of Linux
        done = subprocess.run(
            [*COMMAND, "-C", str(project), *command.split()],
            stdout=full,
            stderr=subprocess.PIPE,
            env=os.environ | {"PYTHONUNBUFFERED": buffering},
            check=False,
        )
    assert (done.returncode, done.stderr.decode().splitlines()[-2:]) == (
        1,
        ["error: the output cannot be written: No space left on device.", "  hint: Check where it goes."],
    )


CLOSED = {
    "translate without stderr": ("translate --no-mt", "2>&-", 0),
    "translate without any": ("translate --no-mt", "<&- >&- 2>&-", 0),
    "status without stdout": ("status", ">&-", 0),
    "mt without stdin": ("mt", "<&-", 1),
}


@pytest.mark.parametrize(("command", "closed", "code"), CLOSED.values(), ids=CLOSED)
def test_closed_streams(with_article, command, closed, code):
    project = with_article("38820")
    line = f"exec {shlex.join([*COMMAND, '-C', str(project)])} {command} {closed}"
    done = subprocess.run(["sh", "-c", line], capture_output=True, check=False)
    assert (done.returncode, b"Traceback" in done.stderr) == (code, False)
    assert (b"stdin is closed" in done.stderr) == (command == "mt")


def test_no_file_is_opened_in_the_place_of_a_closed_stream():
    code = "import os; from bilingual_news.cli.streams import prepare; prepare(); os._exit(os.open('.', 0))"
    for closed in ("<&-", ">&-", "2>&-", "<&- >&- 2>&-"):
        line = f"exec {shlex.join([sys.executable, '-c', code])} {closed}"
        assert subprocess.run(["sh", "-c", line], check=False).returncode > 2, closed


def test_a_reader_that_has_had_enough(project):
    (project / "glossaries" / "a.csv").write_text(
        "source,target\n" + "".join(f"คำที่{n},term {n}\n" for n in range(9000)), encoding="utf-8"
    )
    command = [*COMMAND, "-C", str(project), "glossary", "export"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""


def test_what_the_system_refuses_and_nobody_expects(run, monkeypatch):
    def refuse(*_):
        raise OSError(5, "Input/output error", "/media/stick")

    monkeypatch.setattr("bilingual_news.pipeline.standing.find_catalogs", refuse)
    result = run("status")
    assert (result.exit_code, result.stderr.splitlines()[0]) == (
        1,
        "error: /media/stick: the system refused: Input/output error.",
    )


ENCODINGS = {
    "a locale that lacks our characters": ({"LC_ALL": "C", "PYTHONUTF8": "0"}, "utf-8", "ก → ข “ค”"),
    "an encoding asked for": ({"PYTHONIOENCODING": "cp874"}, "cp874", "ก \\u2192 ข “ค”"),
    "another one": (
        {"PYTHONIOENCODING": "latin-1"},
        "latin-1",
        "\\u0e01 \\u2192 \\u0e02 \\u201c\\u0e04\\u201d",
    ),
}


@pytest.mark.parametrize(("environment", "encoding", "shown"), ENCODINGS.values(), ids=ENCODINGS)
def test_stdout_takes_every_text(project, environment, encoding, shown):
    (project / "news.txt").write_text("ก → ข “ค”\n", encoding="utf-8")
    done = subprocess.run(
        [*COMMAND, "-C", str(project), "segment", "news.txt"],
        capture_output=True, check=True, env=os.environ | environment,
    )  # fmt: skip
    assert done.stdout.decode(encoding).strip() == shown


def test_a_locale_of_latin_letters(project, monkeypatch):
    """What Windows and old Unix locales do: an encoding that nobody asked for, and no terminal."""
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="cp1252"))
    prepare()
    print("ก → ข", end="", flush=True)
    assert written.getvalue().decode() == "ก → ข"


LANGUAGES = {
    "a list": ({"LANGUAGE": "th:en", "LANG": "en_US.UTF-8"}, True),
    "its first language that there is": ({"LANGUAGE": "fr:th", "LANG": "en_US.UTF-8"}, True),
    "no translation": ({"LC_ALL": "C", "LANG": "th_TH.UTF-8"}, False),
    "no translation, and a list": ({"LC_ALL": "C", "LANGUAGE": "th"}, False),
    "the locale": ({"LANG": "th_TH.UTF-8"}, True),
    "one locale over another": ({"LC_ALL": "en_GB.UTF-8", "LANG": "th_TH.UTF-8"}, False),
    "a container": ({"LANG": "C.UTF-8", "LANGUAGE": "th"}, True),
    "our own": ({"LC_ALL": "C", "BILINGUAL_NEWS_LANG": "th"}, True),
}


@pytest.mark.parametrize(("environment", "thai"), LANGUAGES.values(), ids=LANGUAGES)
def test_the_language_of_the_environment(run, monkeypatch, environment, thai):
    for name in ("BILINGUAL_NEWS_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ("วิธีใช้" in run("--help").stdout) is thai
