"""The program: `bilingual-news`, and `python -m bilingual_news`.

Nothing is imported here before Ctrl-C is minded: most of the first tenth of a second is imports.
"""

import signal
import sys
from types import FrameType


def main() -> None:
    """Run the command line; an interruption ends it without a traceback, whenever it comes."""
    try:
        if signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
            signal.signal(signal.SIGTERM, _interrupt)
        from bilingual_news.cli import main as run

        run()
    except KeyboardInterrupt as interruption:
        # There was nobody yet to tell it in words, and nothing to undo.
        sys.exit(128 + (interruption.args or (signal.SIGINT,))[0])


def _interrupt(number: int, _: FrameType | None) -> None:
    """Let SIGTERM, as `kill` and service managers send it, end a run as orderly as Ctrl-C does."""
    raise KeyboardInterrupt(number)


if __name__ == "__main__":
    main()
