"""Run the command line with `python -m bilingual_news`."""

from bilingual_news.cli import main

if __name__ == "__main__":
    main()
