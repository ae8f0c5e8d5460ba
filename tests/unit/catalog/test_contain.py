"""Segments that were joined to far ones, or of which a part is left, keep their translation."""

from dataclasses import replace

from bilingual_news.catalog.align import best_matches
from bilingual_news.catalog.entry import Entry
from bilingual_news.catalog.merge import How, annotate, merge, needs_translation
from bilingual_news.similarity import Similarity
from bilingual_news.stages.words import words
from tests.edit_scripts import as_places

SIMILARITY = Similarity(words)
THAI = "นายกรัฐมนตรีเป็นประธานการประชุมคณะรัฐมนตรี ณ ทำเนียบรัฐบาล"
MORE = "ที่ประชุมเห็นชอบมาตรการช่วยเหลือเกษตรกรผู้ประสบภัยน้ำท่วม"
RUBBER = "ราคายางพารารมควันชั้นสามปรับตัวสูงขึ้น"
LONG = (
    "กระทรวงคมนาคมเปิดเผยว่าการก่อสร้างรถไฟความเร็วสูงสายตะวันออกเฉียงเหนือคืบหน้าไปมากแล้ว "
    "คาดว่าจะเปิดให้บริการผู้โดยสารได้ภายในสามปีข้างหน้าตามแผนการลงทุนโครงสร้างพื้นฐานของประเทศ "
    "โดยจะเชื่อมต่อกับโครงข่ายคมนาคมของประเทศเพื่อนบ้านทั้งทางบกและทางน้ำ"
)


def changed(old, new, **options):
    return merge(old, as_places(new), {}, "a.txt", How(SIMILARITY, **{"fresh": True, **options}))


def active(entries):
    return [(e.msgid, e.msgstr, e.fuzzy) for e in entries if not e.obsolete]


def obsolete(entries):
    return {e.msgstr for e in entries if e.obsolete}


def test_a_short_segment_joined_to_a_far_long_one_goes_along():
    old = [Entry(RUBBER, "Short."), Entry(THAI, "One."), Entry(LONG, "Long.")]
    entries, outcome = changed(old, [THAI, f"{LONG} {RUBBER}"])
    assert active(entries) == [(THAI, "One.", False), (f"{LONG} {RUBBER}", "Long. Short.", True)]
    assert obsolete(entries) == {"Long.", "Short."}
    assert outcome.merged == 1


def test_a_segment_in_a_much_longer_one_is_offered_and_says_so():
    entries, _ = changed([Entry(THAI, "One."), Entry(RUBBER, "Short.")], [f"{LONG} {RUBBER}", THAI])
    assert active(entries)[0] == (f"{LONG} {RUBBER}", "Short.", True)
    assert entries[0].notes[0].startswith("reason: source extended 0.")
    # Reviewed, the reason goes with the next run.
    [again, *_], _ = changed([replace(e, flags=()) for e in entries], [f"{LONG} {RUBBER}", THAI], fresh=False)
    assert again.notes == ()


def test_a_part_that_is_far_from_the_rest_is_offered_the_whole():
    old = [Entry(f"{LONG} {RUBBER}", "Whole."), Entry(THAI, "One."), Entry(MORE, "Two.")]
    entries, _ = changed(old, [LONG, THAI, MORE, RUBBER])
    assert active(entries)[0] == (LONG, "Whole.", True)
    assert active(entries)[3] == (RUBBER, "Whole.", True)
    assert entries[3].notes[0].startswith("reason: source cut 0.")


def test_a_title_that_goes_is_not_joined_to_the_lead_that_repeats_it():
    lead = f"{RUBBER} {LONG}"
    entries, _ = changed([Entry(RUBBER, "Title."), Entry(lead, "Lead.")], [lead + "วันนี้"])
    assert active(entries) == [(lead + "วันนี้", "Lead.", True)]
    assert obsolete(entries) == {"Title."}


def test_what_stands_in_two_new_segments_belongs_to_neither():
    new = [f"{LONG} {RUBBER}", f"{RUBBER} {MORE} {THAI} {MORE[:20]} {LONG[60:]}"]
    entries, _ = changed([Entry(RUBBER, "Short.")], new)
    assert [text for _, text, _ in active(entries)] == ["", ""]
    assert obsolete(entries) == {"Short."}


def test_a_part_of_a_split_takes_no_third():
    old = [Entry(RUBBER, "Short."), Entry(MORE, "More."), Entry(f"{THAI} {LONG[:60]}", "Whole.")]
    entries, _ = changed(old, [MORE, THAI, f"{LONG[:60]} {RUBBER}"])
    assert "Short." in obsolete(entries)
    assert active(entries)[1][1] == "Whole."


def test_a_stranger_beside_a_segment_is_no_part_of_it():
    entries, _ = changed([Entry(THAI, "One.")], [THAI + "วันนี้", "ครับ"])
    assert active(entries) == [(THAI + "วันนี้", "One.", True), ("ครับ", "", False)]


def test_a_part_of_a_split_must_have_half_of_itself_from_it():
    head, tail = THAI.removesuffix("ทำเนียบรัฐบาล"), "ราคายางพาราวันนี้สูงขึ้นอีก ทำเนียบรัฐบาล"
    entries, outcome = changed([Entry(THAI, "One.")], [head, tail])
    assert active(entries) == [(head, "One.", True), (tail, "", False)]
    assert (outcome.edited, outcome.split) == (1, 0)


def test_two_equally_similar_candidates_are_no_evidence():
    twins = {0: THAI + "ก่อน", 1: THAI + "หลัง"}
    assert best_matches(twins, {0: THAI + "วันนี้"}, SIMILARITY, 0.5) == []
    assert best_matches({0: THAI}, {}, SIMILARITY, 0.5) == []


def test_each_old_text_is_given_once_to_the_most_similar():
    [link] = best_matches({0: THAI}, {0: THAI + "วันนี้ครับผม", 1: THAI + "วันนี้"}, SIMILARITY, 0.5)
    assert link.new == (1,)


def test_words_that_stand_everywhere_do_not_decide():
    many = {n: f"จังหวัดประชาชน {word}" for n, word in enumerate(words(LONG) * 4)}
    rare = {999: f"จังหวัดประชาชน {THAI}"}
    [link] = best_matches({**many, **rare}, {0: f"จังหวัดประชาชน {THAI}วันนี้"}, SIMILARITY, 0.6)
    assert link.old == (999,)


def test_the_better_of_two_obsolete_entries_comes_back():
    old = [
        Entry(THAI, "Reviewed.", obsolete=True),
        Entry(THAI, "Unsure.", flags=("fuzzy",), obsolete=True),
    ]
    entries, _ = changed(old, [THAI])
    assert active(entries) == [(THAI, "Reviewed.", False)]
    assert entries[0].notes == ("reason: revived",)
    # With the next change of the article that is no news any more.
    [entry, _], _ = changed(entries, [THAI, RUBBER])
    assert entry.notes == ()
    assert "also translated: Unsure." in entry.translator_comment


def test_the_same_words_of_two_entries_are_kept_once():
    old = [Entry(THAI, "One."), Entry(THAI, "One.", obsolete=True)]
    assert [e.translator_comment for e in changed(old, [THAI])[0]] == [""]


def test_a_reason_that_stands_is_not_said_twice():
    notes = ("reason: source edited 0.90 edited 12345678",)
    old = [Entry(THAI, "1", notes=notes, flags=("fuzzy",)), Entry(MORE, "2")]
    entries, _ = changed(old, [MORE, THAI])
    assert notes in {e.notes for e in entries}
    respelt = Entry(THAI.replace("แ", "เเ").replace("ำ", "ํา"), "1", notes=notes, flags=("fuzzy",))
    assert changed([respelt], [THAI])[0][0].notes == notes


def test_entries_of_others_and_obsolete_ones_are_never_translated():
    assert not needs_translation(Entry("x", obsolete=True))
    assert not needs_translation(Entry("x", msgctxt="menu"))


def test_entries_follow_the_article_whatever_the_order_of_the_file():
    places = as_places([THAI, MORE])
    old = [annotate(Entry(p.text, str(n)), p, (), ()) for n, p in enumerate(places)]
    assert old[0].notes == ("title",)
    entries, outcome = changed(old[::-1], [THAI, MORE])
    assert outcome.moved == 0
    assert [e.msgid for e in entries] == [THAI, MORE]
