"""What the memory may fill in, and how: the decisions, case by case."""

import pytest

from bilingual_news.catalog import po
from bilingual_news.catalog.entry import Entry
from bilingual_news.config import Settings
from bilingual_news.exchange.tmx import read_tmx, write_tmx
from bilingual_news.memory import MemoryIndex, Query, Unit
from bilingual_news.pipeline.memory import (
    ask,
    leverage,
    neighbours,
    open_memory,
    open_segments,
    read_units,
    tmx_units,
)
from bilingual_news.stages.words import count_words, words

CABINET = "นายกรัฐมนตรีเป็นประธานการประชุมคณะรัฐมนตรีที่ทำเนียบรัฐบาล"
CASES = "กระทรวงสาธารณสุขรายงานว่าพบผู้ป่วยโควิดรายใหม่ 250 รายในพื้นที่จังหวัดเชียงใหม่"
SCHOOL = "โรงเรียนในสังกัดกรุงเทพมหานครเปิดภาคเรียนใหม่พร้อมมาตรการป้องกันโรค"


@pytest.fixture(scope="module")
def index():
    units = [
        Unit(CABINET, "The PM chaired the Cabinet.", "ก่อน", "หลัง", "1"),
        Unit(CASES, "There were 250 new cases in Chiang Mai.", origin="1"),
        Unit(SCHOOL, "Schools reopened.", "ก", "ข", "2"),
        Unit(SCHOOL, "Bangkok schools reopened.", "ค", "ง", "3"),
        Unit(SCHOOL, "Bangkok schools reopened.", "จ", "ฉ", "4"),
    ]
    with MemoryIndex(None, words) as memory:
        memory.update({"x": "1"}, lambda _: units)
        yield memory


#: Query → translation, approved, remark; or None with the start of the comment.
DECISIONS = {
    "in context, one translation: approved": (
        Query(CABINET, "ก่อน", "หลัง"), "The PM chaired the Cabinet.", True, "101%",
    ),
    "exact, one translation: approved": (Query(CABINET), "The PM chaired the Cabinet.", True, "100%"),
    "exact, two translations: the more frequent one, fuzzy": (
        Query(SCHOOL), "Bangkok schools reopened.", False, "100% of 2 translations",
    ),
    "two translations, one in this context: approved": (
        Query(SCHOOL, "ก", "ข"), "Schools reopened.", True, "101%",
    ),
    "only the number differs: repaired, fuzzy": (
        Query(CASES.replace("250", "318")), "There were 318 new cases in Chiang Mai.", False, "96% repaired",
    ),
    "a word more: fuzzy with the percentage": (
        Query(f"{CABINET}วันนี้"), "The PM chaired the Cabinet.", False, "95%",
    ),
    "below 75 %: a comment": (
        Query(f"{CABINET[:44]}ตรวจเยี่ยมประชาชนวันนี้"), None, None,
        "suggestion 67%: The PM chaired the Cabinet. (memory 1)",
    ),
    "another text: nothing": (Query("ราคายางพาราวันนี้สูงขึ้นมากที่สุดในรอบปี"), None, None, ""),
}  # fmt: skip


@pytest.mark.parametrize("name", DECISIONS)
def test_what_stands_where(index, name):
    query, text, certain, remark = DECISIONS[name]
    found = ask(index, [query])
    if text is None:
        assert found.suggestions == {}
        assert [hint for hints in found.hints.values() for hint in hints] == ([remark] if remark else [])
        return
    suggestion = found.suggestions[query.source]
    assert (suggestion.text, suggestion.approved, suggestion.remark) == (text, certain, remark)
    assert suggestion.previous == ("" if remark.startswith("10") else CASES if "318" in text else CABINET)


def test_a_repair_that_contradicts_the_facts_is_only_fuzzy(index):
    with MemoryIndex(None, words) as memory:
        wrong = "There were 250 new cases, 3,000 in all, in Chiang Mai."
        memory.update({"x": "1"}, lambda _: [Unit(CASES, wrong)])
        suggestion = ask(memory, [Query(CASES.replace("250", "318"))]).suggestions[
            CASES.replace("250", "318")
        ]
    assert (suggestion.text, suggestion.approved) == (wrong, False)
    assert "repaired" not in suggestion.remark


def test_leverage_counts_words_by_band_and_repetitions_once(index):
    texts = {
        "100": CABINET,
        "95-99": f"{CABINET}วันนี้",
        "85-94": f"{CABINET}เมื่อวานนี้ตอนเช้า",
        "75-84": f"{CABINET}เมื่อวานนี้ตอนเช้าก่อนเดินทางกลับ",
        "new": "ราคายางพาราวันนี้สูงขึ้นมากที่สุดในรอบปี",
    }
    queries = [Query(CABINET), *neighbours(list(texts.values())), Query(CABINET, "ก่อน", "หลัง")]
    found = leverage(index, queries)
    once = {band: count_words(text) for band, text in texts.items()}
    assert found == {"101": 0} | once | {"repetitions": 2 * count_words(CABINET)}


def catalog(folder, name, *entries):
    path = folder / f"locales/en/LC_MESSAGES/{name}.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    po.write_catalog(path, po.Catalog({"X-Article-Id": name}, entries))
    return path


def test_only_reviewed_entries_are_units_and_neighbours_are_known(tmp_path):
    path = catalog(
        tmp_path, "7", Entry("ก", "A"), Entry("ข", "B", flags=("fuzzy",)), Entry("ค", ""), Entry("ง", "D"),
        Entry("เก่า", "Old", obsolete=True), Entry("เก่ามาก", "Guess", flags=("fuzzy",), obsolete=True),
    )  # fmt: skip
    assert list(read_units(path)) == [
        Unit("ก", "A", "", "ข", "7"), Unit("ง", "D", "ค", "", "7"), Unit("เก่า", "Old", "", "", "7"),
    ]  # fmt: skip


def test_the_export_holds_what_the_files_hold_with_context(tmp_path):
    catalog(tmp_path, "7", Entry("ก", "A"), Entry("ข", "B"))
    (tmp_path / "memory").mkdir()
    units = [Unit("ก", "A", "", "ข", "7"), Unit("ค", "C", "ข", "", "8")]
    (tmp_path / "memory/a b.tmx").write_bytes(write_tmx([*units, Unit("ง", "D")]))
    settings = Settings(tmp_path)
    found, errors = tmx_units(settings)
    assert errors == []
    assert found == [
        units[0], Unit("ข", "B", "ก", "", "7"), units[1], Unit("ง", "D", origin="a_b.tmx"),
    ]  # fmt: skip
    # Somebody else's project learns from it what this one knew, contexts included.
    other = Settings(tmp_path / "other")
    other.memory_dir.mkdir(parents=True)
    (other.memory_dir / "all.tmx").write_bytes(write_tmx(found))
    assert read_tmx(other.memory_dir / "all.tmx") == found
    with open_memory(other) as memory:
        assert memory.find(Query("ค", "ข", ""), 0.6)[0].percent == 101


def test_a_changed_file_is_read_again_and_a_broken_catalog_left_out(tmp_path):
    path = catalog(tmp_path, "7", Entry("ก", "A"))
    broken = catalog(tmp_path, "8", Entry("ข", "B"))
    broken.write_text('msgid "', encoding="utf-8")
    settings = Settings(tmp_path)
    with open_memory(settings) as memory:
        assert memory.counts() == (1, 1, 1)
    catalog(tmp_path, "7", Entry("ก", "Another"), Entry("ค", "C"))
    path.with_name("9.po").symlink_to("gone.po")
    path.with_name("8.po").unlink()
    with open_memory(settings) as memory:
        assert memory.find(Query("ก"), 0.6)[0].target == "Another"
        assert memory.counts() == (1, 2, 2)


def test_open_segments_are_those_that_wait_for_review(tmp_path):
    catalog(tmp_path, "7", Entry("ก", "A"), Entry("ข", "B", flags=("fuzzy",)), Entry("ค", ""))
    catalog(tmp_path, "8").write_text('msgid "', encoding="utf-8")
    assert open_segments(Settings(tmp_path)) == [Query("ข", "ก", "ค"), Query("ค", "ข", "")]
