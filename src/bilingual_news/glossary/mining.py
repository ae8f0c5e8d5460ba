"""Propose terms from articles: "Thai phrase (English phrase: ABBR)", with the Thai's left edge found.

Writers introduce a term once with its English in brackets. The right edge of the Thai is the bracket;
the left edge is nowhere marked. Three witnesses find it: contexts of the same English that part
company to the left (the longest suffix that they share), a noun that opens names (กระทรวง, โครงการ…),
and a space. Two witnesses make a candidate confident.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PAIR = re.compile(r"([ก-๛][^()\[\]“”\"\n]{2,90}?) ?\(([A-Za-z][A-Za-z0-9 ,.:;&'’/–+-]{2,110})\)")
_ABBREVIATION = re.compile(
    r"(?P<full>.+?) ?(?:[:;,]|[–-] ) ?(?:or )?(?P<short>[A-Z][A-Za-z0-9&-]*[A-Z0-9][A-Za-z0-9&-]*)$"
)
_HEADS: Final = re.compile(
    "กระทรวง|กรม(?!ธรรม์)|สำนักงาน|สำนัก|ศูนย์|สถาบัน|องค์การ|องค์กร|คณะกรรมการ|คณะอนุกรรมการ|คณะทำงาน|"
    "โครงการ|แผนงาน|แผนแม่บท|แผนปฏิบัติการ|แผน|ยุทธศาสตร์|กรอบความ|ความตกลง|บันทึกความเข้าใจ|อนุสัญญา|"
    "พิธีสาร|ปฏิญญา|การประชุม|กองทุน|ธนาคาร|บริษัท|สมาคม|สมาพันธ์|มหาวิทยาลัย|โรงพยาบาล|ระบบ|แพลตฟอร์ม|"
    "แอปพลิเคชัน|เทคโนโลยี|มาตรฐาน|ดัชนี|เขต|รางวัล|ประชาคม|พระราชบัญญัติ|โรค|ไวรัส|เชื้อ|นโยบาย|มาตรการ"
)
#: What cannot open a term: a phrase that starts with one of these was cut too far left.
_NOT_FIRST: Final = re.compile(
    "และ|หรือ|ของ|ที่|ซึ่ง|โดย|ใน|จาก|ได้|เป็น|เพื่อ|ตาม|กับ|ให้|ว่า|จะ|มี|คือ|ต่อ|ณ |รวมถึง|เช่น|อาทิ|ฯ|ๆ"
)
_LEAST_CONTEXTS: Final = 2
_SHORTEST: Final = 4
_LONGEST: Final = 70
_CONTEXT: Final = 30


@dataclass(frozen=True, slots=True)
class Candidate:
    """A proposed term.

    Attributes:
        source: Thai phrase.
        target: English phrase, as most writers have it.
        abbreviation: English short form, if the articles give one.
        frequency: How often the pair was written.
        confident: Whether two witnesses agree on the left edge.
        contexts: Examples, the edge marked with a bar.
    """

    source: str
    target: str
    abbreviation: str
    frequency: int
    confident: bool
    contexts: tuple[str, ...]


def mine(texts: Iterable[str], known: Iterable[str] = ()) -> list[Candidate]:
    """Candidates from normalised paragraphs, confident and frequent ones first.

    Args:
        texts: The paragraphs.
        known: Thai terms that need no proposal.
    """
    groups: dict[str, list[tuple[str, str, str]]] = {}
    for text in texts:
        for thai, english, short in _pairs(text):
            groups.setdefault(english.casefold(), []).append((thai, english, short))
    skip = set(known)
    found = [candidate for rows in groups.values() for candidate in _candidates(rows)]
    merged = {candidate.source: candidate for candidate in sorted(found, key=lambda c: c.frequency)}
    return sorted(
        (candidate for candidate in merged.values() if candidate.source not in skip),
        key=lambda c: (not c.confident, -c.frequency, c.source),
    )


def _pairs(text: str) -> Iterator[tuple[str, str, str]]:
    for match in _PAIR.finditer(text):
        thai, english = (
            text[max(0, match.start(2) - _LONGEST - 2) : match.start(2) - 1].strip(),
            match[2].strip(),
        )
        parts = _ABBREVIATION.fullmatch(english)
        full, short = (parts["full"].strip(" :,;-"), parts["short"]) if parts else (english, "")
        if " " in full and not full.isupper():
            yield re.split(r"[()\[\]“”\"]", thai)[-1].strip(), full, short


def _candidates(rows: list[tuple[str, str, str]]) -> Iterator[Candidate]:
    contexts = Counter(thai for thai, _, _ in rows)
    source, confident = _edge(list(contexts))
    if not source or not _SHORTEST <= len(source) <= _LONGEST:
        return
    mine = [row for row in rows if row[0].endswith(source)]
    english = Counter(full for _, full, _ in mine).most_common(1)[0][0]
    shorts = Counter(short for _, _, short in mine if short).most_common(1)
    marked = dict.fromkeys(f"{thai[: -len(source)][-_CONTEXT:]}|{source} ({full})" for thai, full, _ in mine)
    yield Candidate(source, english, shorts[0][0] if shorts else "", len(mine), confident, tuple(marked)[:3])


def _edge(contexts: list[str]) -> tuple[str, bool]:
    """The Thai phrase before the bracket, and whether two witnesses agree on where it begins."""
    shared = _shared_suffix(contexts) if len(contexts) >= _LEAST_CONTEXTS else ""
    longest = max(contexts, key=len)
    heads = [m.start() for m in _HEADS.finditer(longest)]
    by_head = [longest[start:] for start in heads]
    by_space = longest.rpartition(" ")[2]
    for phrase in by_head:
        if shared and shared.endswith(phrase) and len(shared) - len(phrase) < _SHORTEST:
            return phrase, True
        if not shared and (longest.endswith(f" {phrase}") or longest == phrase) and " " not in phrase:
            return phrase, True
    if shared and shared == by_space and not _NOT_FIRST.match(shared):
        return shared, True
    best = shared or (by_head[-1] if by_head else by_space)
    best = best.strip()
    while match := _NOT_FIRST.match(best):
        best = best[match.end() :].strip()
    return best, False


def _shared_suffix(contexts: list[str]) -> str:
    """The longest suffix of all contexts that begins where a word does: newmm on the longest of them."""
    shortest = min(contexts, key=len)
    size = 0
    while (
        size < len(shortest) and len({context[-size - 1] for context in contexts if len(context) > size}) == 1
    ):
        size += 1
        if any(len(context) <= size for context in contexts):
            break
    return _at_word(max(contexts, key=len), size)


def _at_word(text: str, size: int) -> str:
    from pythainlp.tokenize import word_tokenize

    at = 0
    for token in word_tokenize(text, engine="newmm"):
        if at >= len(text) - size:
            return text[at:].strip()
        at += len(token)
    return ""
