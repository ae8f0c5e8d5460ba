"""The program: `bilingual-news`, and `python -m bilingual_news`.

Next to nothing is imported here before Ctrl-C is minded: most of the first tenth of a second is imports.
"""

import signal
import sys


def main() -> None:
    """Run the command line; an interruption ends it without a traceback, whenever it comes."""
    try:
        from bilingual_news.interruptions import end_when_asked_again, mind

        mind()
        try:
            from bilingual_news.cli import main as run

            run()
        finally:
            end_when_asked_again()
    except KeyboardInterrupt as interruption:
        # There was nobody yet to tell it in words, and nothing to undo.
        sys.exit(128 + (interruption.args or (signal.SIGINT,))[0])


if __name__ == "__main__":
    main()
