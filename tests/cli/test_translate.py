"""`translate`, end to end with the embedded model, as the localization engineer runs it."""

import gettext
import json
import re
import shutil
import subprocess

import pytest

from bilingual_news.catalog.po import read_catalog

pytestmark = pytest.mark.model

ARTICLE = "84477"


def po(project, name=ARTICLE):
    return project / "locales" / "en" / "LC_MESSAGES" / f"{name}.po"


@pytest.fixture
def translated(with_article, run):
    project = with_article(ARTICLE)
    result = run("translate")
    assert result.exit_code == 0, result.stderr
    return project


def edit(path, change):
    text = change(path.read_text(encoding="utf-8"))
    path.write_text(text, encoding="utf-8")
    return text


def approve_all(path):
    return edit(path, lambda text: text.replace("#, fuzzy\n", ""))


def test_first_run_writes_a_reviewable_catalog(translated):
    catalog = read_catalog(po(translated))
    assert all(entry.fuzzy and entry.msgstr for entry in catalog.entries)
    title, sentence = catalog.entries
    assert title.notes[0] == "title"
    assert sentence.references == ((f"articles/{ARTICLE}.txt", "7"),)
    assert any(re.match(r"origin: mt translate-th_en-\S+ [0-9a-f]{8} score -", n) for n in sentence.notes)


def test_a_term_out_of_its_time_is_noted(project, run):
    rows = "source,target,valid_to\nประเทศไทย,Thailand,2000-01-01\n"
    (project / "glossaries" / "old.csv").write_text(rows, encoding="utf-8")
    article = (
        "รัฐบาลไทย-ข่าวทำเนียบรัฐบาล-ข่าวใหม่\n\nวันพฤหัสบดีที่ 27 มกราคม 2565\n\nข่าวใหม่\n\n"
        "ประเทศไทยจัดประชุม\n\nที่มา : https://www.thaigov.go.th/news/contents/details/7\n"
    )
    (project / "articles" / "new.txt").write_text(article, encoding="utf-8")
    run("translate", "--no-mt")
    edit(po(project, "7"), lambda t: re.sub('(จัดประชุม"\nmsgstr )""', r'\1"Thailand met"', t))
    run("translate", "--no-mt", "--refresh")
    notes = read_catalog(po(project, "7")).entries[-1].notes
    assert any(note.startswith("check term-outdated: 'Thailand' for ประเทศไทย is valid to") for note in notes)


def test_headers_are_complete(translated):
    metadata = read_catalog(po(translated)).metadata
    assert metadata["Language"] == "en"
    assert metadata["POT-Creation-Date"] == "2024-06-14 00:00+0700"
    assert metadata["X-Article-URL"].endswith("/84477")
    assert metadata["X-Article-Date"] == "2024-06-14"
    assert metadata["X-Source-Language"] == "th"
    assert re.fullmatch(r"sha256:[0-9a-f]{64}", metadata["X-Source-Hash"])


@pytest.mark.gettext
def test_gnu_gettext_accepts_the_catalog(translated):
    command = ["msgfmt", "--check", "--check-format", "-o", "/dev/null", po(translated)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_translate_toolkit_reads_the_catalog(translated):
    from translate.storage import pypo

    store = pypo.pofile.parsefile(str(po(translated)))
    assert [unit.isfuzzy() for unit in store.units if not unit.isheader()] == [True, True]


def test_the_model_is_named_once_with_its_hash(with_article, run):
    with_article(ARTICLE, "38820")
    lines = [line for line in run("translate").stderr.splitlines() if line.startswith("model ")]
    assert len(lines) == 1
    assert re.fullmatch(r"model translate-th_en-\S+ sha256:[0-9a-f]{12} \(embedded\)", lines[0])


def test_a_second_run_writes_nothing_and_loads_no_model(translated, run):
    before = {path: path.stat().st_mtime_ns for path in po(translated).parent.iterdir()}
    result = run("translate")
    assert "1 unchanged" in result.stderr
    assert "model" not in result.stderr
    assert {path: path.stat().st_mtime_ns for path in po(translated).parent.iterdir()} == before


def test_the_same_input_gives_the_same_bytes(translated, run):
    first = po(translated).read_bytes()
    shutil.rmtree(translated / "locales")
    run("translate")
    assert po(translated).read_bytes() == first


def test_only_reviewed_strings_are_served_by_gettext(translated, run):
    source = read_catalog(po(translated)).entries[1].msgid
    served = gettext.translation(ARTICLE, translated / "locales", ["en"])
    assert served.gettext(source) == source
    approve_all(po(translated))
    run("translate")
    gettext._translations.clear()
    served = gettext.translation(ARTICLE, translated / "locales", ["en"])
    assert served.gettext(source) == read_catalog(po(translated)).entries[1].msgstr


def test_use_fuzzy_serves_drafts_and_back(translated, run):
    entry = read_catalog(po(translated)).entries[1]
    for flags, expected in (["--use-fuzzy"], entry.msgstr), ([], entry.msgid):
        run("translate", *flags)
        gettext._translations.clear()
        served = gettext.translation(ARTICLE, translated / "locales", ["en"])
        assert served.gettext(entry.msgid) == expected


def test_human_work_survives_a_refresh(translated, run):
    mine = "What I typed myself"
    source = read_catalog(po(translated)).entries[1]
    edit(po(translated), lambda text: text.replace(source.msgstr, mine))
    result = run("translate", "--refresh")
    assert result.exit_code == 0
    assert [e.msgstr for e in read_catalog(po(translated)).entries][1] == mine


def test_a_changed_article_keeps_old_work_as_obsolete_and_revives_it(translated, run):
    approve_all(po(translated))
    kept = read_catalog(po(translated)).entries
    article = translated / "articles" / f"{ARTICLE}.txt"
    original = article.read_text(encoding="utf-8")
    article.write_text(original.replace("วันนี้ (14 มิถุนายน 2567)", "เมื่อวานนี้"), encoding="utf-8")
    run("translate")
    changed = read_catalog(po(translated)).entries
    assert kept[1].msgstr in {e.msgstr for e in changed}
    article.write_text(original, encoding="utf-8")
    run("translate")
    again = {e.msgid: e for e in read_catalog(po(translated)).entries if not e.obsolete}
    assert again[kept[1].msgid].msgstr == kept[1].msgstr


def test_no_mt_leaves_segments_empty_and_a_later_run_fills_them(with_article, run):
    project = with_article(ARTICLE)
    result = run("translate", "--no-mt")
    assert "model" not in result.stderr
    assert [e.msgstr for e in read_catalog(po(project)).entries] == ["", ""]
    assert "2 translated" in run("translate").stderr
    assert all(e.msgstr for e in read_catalog(po(project)).entries)


def test_dry_run_writes_nothing(with_article, run):
    project = with_article(ARTICLE)
    result = run("translate", "--dry-run")
    assert "planned" in result.stderr
    assert not po(project).exists()


@pytest.mark.parametrize(
    ("options", "words"),
    [((), "2 translated, 2 added"), (("--no-mt",), "2 added, 2 empty")],
    ids=["with a model", "without"],
)
def test_a_dry_run_counts_what_a_run_would_leave_empty(with_article, run, options, words):
    with_article(ARTICLE)
    assert run("translate", "--dry-run", *options).stderr.splitlines()[0].endswith(f"2 segments, {words}")


def test_an_unknown_check_names_the_file_of_the_settings(with_article, run):
    project = with_article(ARTICLE)
    (project / "bilingual-news.toml").write_text('[check]\nignore = ["nmes"]\n', encoding="utf-8")
    assert "bilingual-news.toml: no check 'nmes'" in run("translate", "--no-mt").stderr


def test_json_summary(with_article, run):
    with_article(ARTICLE)
    summary = json.loads(run("translate", "--json").stdout)
    assert summary["model"].startswith("translate-th_en-")
    [article] = summary["articles"]
    assert article["article"] == ARTICLE
    assert (article["state"], article["segments"], article["translated"]) == ("written", 2, 2)
    assert article["error"] is None


def test_named_articles_only(with_article, run):
    project = with_article(ARTICLE, "38820")
    run("translate", project / "articles" / "38820.txt")
    assert [path.name for path in po(project).parent.glob("*.po")] == ["38820.po"]


@pytest.mark.parametrize("name", ["38820.po", "38820.mo", "38820.xlf", "38820.CSV"])
def test_a_file_of_translations_is_never_taken_for_an_article(with_article, run, name):
    """Its id would be that of the catalog: the text of the catalog would be merged into itself."""
    project = with_article(ARTICLE, "38820")
    run("translate", "--no-mt")
    before = po(project, "38820").read_bytes()
    named = project / "locales" / "en" / "LC_MESSAGES" / name
    if not named.exists():
        named.write_bytes(before)
    result = run("translate", "--no-mt", named)
    assert result.exit_code == 1
    assert "is not an article" in result.stderr
    assert po(project, "38820").read_bytes() == before


def test_a_suffix_in_capitals_is_a_suffix(with_article, run):
    project = with_article(ARTICLE, "38820")
    (project / "articles" / "38820.txt").rename(project / "articles" / "38820.TXT")
    assert run("translate", "--no-mt").exit_code == 0
    assert po(project, "38820").exists()


def test_terms_are_written_into_the_entry(with_article, run):
    project = with_article(ARTICLE)
    (project / "glossaries" / "x.csv").write_text(
        "source,target\nโทรคมนาคมแห่งชาติ,National Telecom\n", encoding="utf-8"
    )
    run("translate", "--no-mt")
    assert "term: โทรคมนาคมแห่งชาติ → National Telecom" in read_catalog(po(project)).entries[1].notes


def test_a_changed_glossary_renews_the_notes_but_not_the_translation(translated, run):
    before = [e.msgstr for e in read_catalog(po(translated)).entries]
    (translated / "glossaries" / "x.csv").write_text(
        "source,target\nศูนย์ AOC 1441,AOC 1441 Centre\n", encoding="utf-8"
    )
    result = run("translate")
    assert "model" not in result.stderr
    entries = read_catalog(po(translated)).entries
    assert [e.msgstr for e in entries] == before
    assert any("AOC 1441 Centre" in note for note in entries[0].notes)
