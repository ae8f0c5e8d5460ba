"""How the command line behaves on a terminal, off it, and in a shell."""

import os
import pty
import subprocess
import sys

import pytest

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
