"""Thai phrases that articles repeat, and people that they name: what a termbase may lack.

A run of words is a term where it is said again and again, in one piece, between changing neighbours:
it stands after and before many different words (branching), and its rarest half seldom stands alone
(cohesion). Person names are read after their titles.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bilingual_news.text import is_thai
from bilingual_news.thaiwords import tokens

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

_LEAST: Final = 5
_WORDS: Final = 6
_SHORTEST, _LONGEST = 8, 60
#: Different neighbours on either side.
_BRANCHES: Final = 3
#: Share of the rarer of its two parts that stands in the phrase.
_COHESION: Final = 0.3
_CONTEXTS: Final = 3
_CONTEXT: Final = 30
#: Words that join phrases or open clauses and stand at no edge of a term.
_EDGELESS: Final = frozenset("""
    และ หรือ ของ ที่ ซึ่ง โดย ใน จาก ได้ เป็น เพื่อ ตาม กับ ให้ ว่า จะ มี คือ ต่อ ณ เช่น อาทิ ฯ ๆ เข้า ไป มา แก่ ด้วย ถึง
    ต้อง ไม่ ยัง ทำ นี้ นั้น แล้ว อยู่ ขึ้น ลง ออก แต่ ก็ เมื่อ หาก ตั้งแต่ รวมทั้ง รวมถึง พร้อม พร้อมทั้ง ทั้ง ทั้งนี้ ดังกล่าว กล่าว
    เปิดเผย นาย นาง นางสาว วันที่ ครั้งที่ จำนวน ประมาณ ระหว่าง ภายใต้ ผ่าน สำหรับ ส่วน ขณะ เวลา สามารถ ร่วม เรื่อง อย่าง
    เพิ่มขึ้น ต่างๆ ต่าง จัด รับ สู่ กว่า อีก ราย บาท ล้าน คน ปี เดือน วัน แบบ ด้าน การ ความ ผู้ เกี่ยวข้อง ดำเนินการ จังหวัด
    อำเภอ ตำบล
""".split())  # fmt: skip # noqa: SIM905 - as a list it fills a page
_TITLES: Final = (
    "นายแพทย์|นางสาว|นาย|นาง|น\\.ส\\.|พล\\.[ก-ฮ]+\\.(?:[ก-ฮ]\\.)?|ดร\\.|ศ\\.|รศ\\.|ผศ\\.|นพ\\.|พญ\\."
)
_PERSON = re.compile(rf"(?:^|(?<=[\s(“]))(?:{_TITLES})(?:ดร\\.)? ?([ก-๎]{{2,20}} [ก-๎]{{3,24}})(?=[ ,)”]|$)")
#: Words that follow a first name and are no surname.
_NO_SURNAME = re.compile("รัฐมนตรี|ปลัด|อธิบดี|รอง|ผู้|เลขา|ประธาน|โฆษก|กล่าว|และ|พร้อม|นายก|เป็น|ได้|เปิดเผย|หัวหน้า")


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase or name: its text, how often it stands in the texts, how sure it is, examples."""

    text: str
    count: int
    confidence: float
    contexts: tuple[str, ...]


def people(texts: Iterable[str], known: Collection[str]) -> list[Found]:
    """Names of people that stand several times after a title, the most frequent first."""
    counts: Counter[str] = Counter()
    contexts: dict[str, list[str]] = defaultdict(list)
    for text in texts:
        for match in _PERSON.finditer(text):
            name = match[1]
            if name not in known and not _NO_SURNAME.match(name.split(" ")[1]):
                counts[name] += 1
                if len(contexts[name]) < _CONTEXTS:
                    contexts[name].append(text[max(0, match.start() - 10) : match.end(1) + _CONTEXT])
    return [
        Found(name, count, min(0.5 + count / 20, 0.95), tuple(contexts[name]))
        for name, count in counts.most_common()
        if count >= _LEAST
    ]


def frequent_phrases(texts: Sequence[str], known: Collection[str]) -> list[Found]:
    """Runs of two to six words that are repeated in one piece, the most frequent first."""
    runs = [run for text in texts for run in _runs(text)]
    counts = _counts(runs)
    before: dict[tuple[str, ...], set[str]] = defaultdict(set)
    after: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for run in runs:
        for start, size, words in _windows(run, counts):
            before[words].add(run[start - 1] if start else "")
            after[words].add(run[start + size] if start + size < len(run) else "")
    found = {
        words: count
        for words, count in counts.items()
        if len(words) > 1
        and _is_term(words, counts)
        and min(len(before[words]), len(after[words])) >= _BRANCHES
    }
    covered = _covered(found)
    chosen = [(words, count, "".join(words)) for words, count in found.items() if words not in covered]
    chosen = [row for row in chosen if _SHORTEST <= len(row[2]) <= _LONGEST and row[2] not in known]
    examples = _examples({text for _, _, text in chosen}, texts)
    chosen.sort(key=lambda row: (-row[1], row[2]))
    return [Found(text, n, _confidence(words, counts), examples[text]) for words, n, text in chosen]


def _runs(text: str) -> Iterator[list[str]]:
    """Runs of Thai words between spaces and everything that is not Thai."""
    run: list[str] = []
    for word in tokens(text):
        if is_thai(word[0]) and word[0] not in "ฯๆ฿":
            run.append(word)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _counts(runs: Sequence[list[str]]) -> dict[tuple[str, ...], int]:
    """How often runs of words stand in the texts; only those whose parts are frequent are counted."""
    counts: dict[tuple[str, ...], int] = {}
    for size in range(1, _WORDS + 1):
        fresh: Counter[tuple[str, ...]] = Counter()
        for run in runs:
            for start in range(len(run) - size + 1):
                words = tuple(run[start : start + size])
                if size == 1 or (words[:-1] in counts and words[1:] in counts):
                    fresh[words] += 1
        counts |= {words: count for words, count in fresh.items() if count >= _LEAST}
    return counts


def _windows(
    run: list[str], counts: dict[tuple[str, ...], int]
) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    for start in range(len(run) - 1):
        for size in range(2, _WORDS + 1):
            words = tuple(run[start : start + size])
            if len(words) < size or words not in counts:
                break
            yield start, size, words


def _is_term(words: tuple[str, ...], counts: dict[tuple[str, ...], int]) -> bool:
    if words[0] in _EDGELESS or words[-1] in _EDGELESS or len(words[0]) == 1 or len(words[-1]) == 1:
        return False
    return _cohesion(words, counts) >= _COHESION


def _cohesion(words: tuple[str, ...], counts: dict[tuple[str, ...], int]) -> float:
    """Share of the rarer part that stands in the phrase, at the weakest seam."""
    return min(counts[words] / min(counts[words[:at]], counts[words[at:]]) for at in range(1, len(words)))


def _confidence(words: tuple[str, ...], counts: dict[tuple[str, ...], int]) -> float:
    # Never of the confident band: of 40 that were read about 25 were terms (docs/terminology.md).
    return round(min(0.55, 0.1 + 0.4 * _cohesion(words, counts) + 0.02 * len(words)), 2)


def _covered(found: dict[tuple[str, ...], int]) -> set[tuple[str, ...]]:
    """Phrases of which more than half stand in one longer phrase."""
    return {
        part
        for words, count in found.items()
        for size in range(2, len(words))
        for start in range(len(words) - size + 1)
        if (part := words[start : start + size]) in found and count > found[part] / 2
    }


def _examples(phrases: set[str], texts: Iterable[str]) -> dict[str, tuple[str, ...]]:
    import ahocorasick

    found: dict[str, list[str]] = {phrase: [] for phrase in phrases}
    automaton = ahocorasick.Automaton()
    for phrase in phrases:
        automaton.add_word(phrase, phrase)
    automaton.make_automaton()
    for text in texts if phrases else ():
        for last, phrase in automaton.iter(text):
            if len(found[phrase]) < _CONTEXTS:
                start = last + 1 - len(phrase)
                found[phrase].append(
                    f"{text[max(0, start - _CONTEXT) : start]}|{phrase}{text[last + 1 : last + 11]}"
                )
    return {phrase: tuple(examples) for phrase, examples in found.items()}
