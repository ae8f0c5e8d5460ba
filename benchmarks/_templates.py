"""Cases of facts that too few real pairs hold: a phrase with the fact is added to real pairs.

The pairs are the clean ones; the phrases are those with which articles and their translations name a
phone number, an address or a fiscal year; the numbers and addresses stand in real articles
(domain/thaigov-segments-untranslated.tsv). Only the composition is ours, and reports say so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from benchmarks._seeded import address_changed, fiscal_lost, phone_changed

Case = tuple[str, str, str]
_PHONE = re.compile(r"\b(?:0[- ]\d{4}[- ]\d{4}|0\d{1,2}[- ]\d{3}[- ]\d{4})\b")
_ADDRESS = re.compile(r"\b(?:www\.)?[a-z0-9-]{4,}\.(?:go\.th|or\.th|co\.th|com|net)\b")
_PHONE_PHRASES = (
    ("{thai} สอบถามรายละเอียดเพิ่มเติมได้ที่ โทร. {fact}", "{english} For more information, call {fact}."),
    ("{thai} (โทร. {fact})", "{english} (Tel. {fact})"),
    (
        "{thai} หรือติดต่อหมายเลขโทรศัพท์ {fact} ในวันและเวลาราชการ",
        "{english} or contact {fact} during office hours.",
    ),
    ("โทร. {fact} {thai}", "Tel. {fact}: {english}"),
)
_ADDRESS_PHRASES = (
    ("{thai} ดูรายละเอียดได้ที่เว็บไซต์ {fact}", "{english} See details at {fact}."),
    ("{thai} ({fact})", "{english} ({fact})"),
    ("{thai} ผ่านทาง {fact} ตลอด 24 ชั่วโมง", "{english} via {fact}, 24 hours a day"),
    ("อ่านเพิ่มเติมที่ {fact} {thai}", "Read more at {fact}: {english}"),
)
_YEAR_PHRASES = (
    ("ในปีงบประมาณ พ.ศ. {thai_year} {thai}", "In fiscal year {year}, {english}"),
    ("{thai} ประจำปีงบประมาณ {thai_year}", "{english} for fiscal year {year}"),
    ("{thai} (ปีงบประมาณ พ.ศ. {thai_year})", "{english} (Fiscal Year {year})"),
    ("แผนปีงบประมาณ {thai_year} : {thai}", "Fiscal year {year} plan: {english}"),
)


def templated(data: Path, pairs: list[tuple[str, str]], count: int) -> dict[str, list[Case]]:
    """Thai, correct English and spoilt English of composed cases, by kind."""
    text = (data / "domain" / "thaigov-segments-untranslated.tsv").read_text(encoding="utf-8")
    phones, addresses = (sorted(set(p.findall(text))) for p in (_PHONE, _ADDRESS))
    return {
        "phone digit changed (composed)": _cases(
            pairs, count, lambda rng: rng.choice(phones), _PHONE_PHRASES, phone_changed
        ),
        "address changed (composed)": _cases(
            pairs, count, lambda rng: rng.choice(addresses), _ADDRESS_PHRASES, address_changed
        ),
        "fiscal year lost (composed)": _cases(
            pairs, count, lambda rng: str(rng.randint(2560, 2569)), _YEAR_PHRASES, fiscal_lost
        ),
    }


def _cases(
    pairs: list[tuple[str, str]],
    count: int,
    fact: Callable[[Random], str],
    phrases: tuple[tuple[str, str], ...],
    spoil: Callable[[str, str, Random], str | None],
) -> list[Case]:
    rng = Random(f"2565 {spoil.__name__} composed")
    out: list[Case] = []
    for thai, english in _shuffled(pairs, rng):
        thai_phrase, english_phrase = rng.choice(phrases)
        value = fact(rng)
        if value in thai or "ปีงบประมาณ" in thai:
            continue
        year = {"thai_year": value, "year": int(value) - 543} if value.isdigit() else {}
        source = thai_phrase.format(thai=thai, fact=value, **year)
        target = english_phrase.format(english=english, fact=value, **year)
        wrong = spoil(source, target, rng)
        if wrong is not None and wrong != target:
            out.append((source, target, wrong))
        if len(out) == count:
            break
    return out


def _shuffled(pairs: list[tuple[str, str]], rng: Random) -> Iterator[tuple[str, str]]:
    return iter(rng.sample(pairs, len(pairs)))
