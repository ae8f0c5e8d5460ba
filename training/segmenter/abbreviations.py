"""Write the table of abbreviations that the product knows, from a count of forms in the corpus.

    python training/segmenter/abbreviations.py FOLDER/abbreviations.tsv

Kept are forms of dotted parts with up to four letters each, counted 20 times or more. A form is "glued" if
it may also end a longer run of letters, as in ที่ประชุมครม.: no word of the dictionary ends in its letters,
so that a word with a full stop after it is not taken for one.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

FEWEST = 20
#: Seen glued in the corpus, though a rare word of the dictionary ends alike.
ALWAYS = {f"{form}." for form in "ครม ศบค กทม รมว รมช อสม ธอส บสย กสร บขส รฟท รฟม กบง กพช คปภ สปสช สศช อปท อพม".split()}
OUT = Path(__file__).parents[2] / "src" / "bilingual_news" / "stages" / "data" / "abbreviations.tsv"
FORM = re.compile(r"(?:[ก-ฮเแโใไ][ก-๎]{0,3}\.)+")


def main(path: Path) -> None:
    from pythainlp.corpus import thai_words

    # A cell may hold a line break: rows that do not begin with a form are the rest of one.
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").split("\n"))
    counted = {row[0]: int(row[1]) for row in rows if len(row) > 1 and FORM.fullmatch(row[0]) and row[1].isdigit()}
    # The dictionary holds abbreviations too, written without periods: bare consonants, few of them.
    words = {word for word in thai_words() if "." not in word and not re.fullmatch("[ก-ฮ]{1,5}", word)}
    ends = {word[-size:] for word in words for size in range(2, min(len(word), 12) + 1)}
    lines = []
    for form, count in sorted(counted.items()):
        if count >= FEWEST and form[:-1] not in words:
            letters = form.replace(".", "")
            glued = form in ALWAYS or len(letters) > 1 and (form.count(".") > 1 or letters not in ends)
            lines.append(f"{form}\t{'glued' if glued else 'free'}")
    OUT.write_text("# Abbreviations with periods, counted in thaigov articles (public domain)\n" + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} forms, {sum(line.endswith('glued') for line in lines)} of them glued")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
