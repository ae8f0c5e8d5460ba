"""`translate --refresh machine`: only what nobody touched is made anew, only if what made it has changed."""

import re
from dataclasses import replace

import pytest

from bilingual_news.catalog.entry import is_untouched, text_hash
from bilingual_news.catalog.po import read_catalog, write_catalog

pytestmark = pytest.mark.model

ARTICLE = "42109"
FIELD = "X-Machine-Signature"


@pytest.fixture
def catalog(with_article, run):
    """A catalog of machine translations, the first edited, the second reviewed."""
    project = with_article(ARTICLE)
    assert run("translate", "--no-memory").exit_code == 0
    path = project / "locales/en/LC_MESSAGES" / f"{ARTICLE}.po"
    edited, reviewed, *_ = read_catalog(path).entries
    text = path.read_text(encoding="utf-8")
    text = text.replace(f'msgstr "{edited.msgstr}"', 'msgstr "What I typed."')
    head, tail = text.split(f'msgid "{reviewed.msgid}"')
    head = head.removesuffix("#, fuzzy\n")
    path.write_text(f'{head}msgid "{reviewed.msgid}"{tail}', encoding="utf-8")
    assert run("translate", "--no-memory").exit_code == 0
    return path


def sign(path, old, new):
    """Pretend that something else made the machine translations."""
    text = path.read_text(encoding="utf-8")
    changed = re.sub(rf"({FIELD}: .*?){old}=[^ \\]+", rf"\g<1>{old}={new}", text)
    assert changed != text
    path.write_text(changed, encoding="utf-8")


def spoil(path):
    """Give every untouched machine translation other words, as another model would have."""
    catalog = read_catalog(path)
    entries = []
    for number, entry in enumerate(catalog.entries):
        if not is_untouched(entry):
            entries.append(entry)
            continue
        words = f"Of an old model {number}."
        notes = [re.sub(r"(origin: mt \S+) \S+", rf"\g<1> {text_hash(words)}", n) for n in entry.notes]
        entries.append(replace(entry, msgstr=words, notes=tuple(notes)))
    assert any("old model" in e.msgstr and is_untouched(e) for e in entries)
    write_catalog(path, replace(catalog, entries=tuple(entries)))


def humans(path):
    return [(e.msgid, e.msgstr, e.fuzzy) for e in read_catalog(path).entries if not is_untouched(e)]


def test_nothing_is_done_and_no_model_loaded_if_nothing_changed(catalog, run):
    before = catalog.read_bytes()
    result = run("translate", "--no-memory", "--refresh", "machine")
    assert (result.exit_code, catalog.read_bytes()) == (0, before)
    assert "1 unchanged" in result.stderr
    assert "model " not in result.stderr


@pytest.mark.parametrize("part", ["model", "terms", "segment", "normalize"])
def test_untouched_machine_translations_are_made_anew_and_it_says_why(catalog, run, part):
    good = [e.msgstr for e in read_catalog(catalog).entries]
    people = humans(catalog)
    assert next(text for _, text, _ in people) == "What I typed."
    assert [fuzzy for _, _, fuzzy in people] == [True, False]
    spoil(catalog)
    sign(catalog, part, "older")
    result = run("translate", "--no-memory", "--refresh", "machine")
    assert re.search(rf"refreshed: {part} older → \S+", result.stderr)
    assert [e.msgstr for e in read_catalog(catalog).entries] == good
    assert humans(catalog) == people
    # The header now names what made them: a second run has nothing to do.
    assert "1 unchanged" in run("translate", "--no-memory", "--refresh", "machine").stderr


def test_a_changed_termbase_is_one_of_the_reasons(catalog, run):
    people = humans(catalog)
    folder = catalog.parents[3] / "glossaries"
    (folder / "x.csv").write_text("source,target\nนายกรัฐมนตรี,Premier of Testing\n", encoding="utf-8")
    result = run("translate", "--no-memory", "--refresh", "machine")
    assert re.search(r"refreshed: terms \S+ → \S+", result.stderr)
    assert humans(catalog) == people


def test_the_signature_stays_while_a_translation_of_the_earlier_model_is_there(catalog, run):
    sign(catalog, "model", "older")
    article = catalog.parents[3] / "articles" / f"{ARTICLE}.txt"
    text = article.read_text(encoding="utf-8").replace("ที่มา :", "ฝนตกหนักในจังหวัดน่าน\n\nที่มา :")
    article.write_text(text, encoding="utf-8")
    assert "1 translated" in run("translate", "--no-memory").stderr
    assert "model=older" in read_catalog(catalog).metadata[FIELD]


def test_without_the_field_it_is_unknown_what_made_them(catalog, run):
    spoil(catalog)
    text = catalog.read_text(encoding="utf-8")
    catalog.write_text(re.sub(rf'"{FIELD}: .*\n', "", text), encoding="utf-8")
    people = humans(catalog)
    result = run("translate", "--no-memory", "--refresh", "machine")
    assert "refreshed: model unknown → " in result.stderr
    assert humans(catalog) == people
    assert not any("old model" in e.msgstr for e in read_catalog(catalog).entries)


def test_a_catalog_of_people_only_is_left_alone(catalog, run):
    text = catalog.read_text(encoding="utf-8")
    catalog.write_text(text.replace("#, fuzzy\n", ""), encoding="utf-8")
    run("translate", "--no-memory")
    sign(catalog, "model", "older")
    before = [(e.msgid, e.msgstr, e.fuzzy) for e in read_catalog(catalog).entries]
    result = run("translate", "--no-memory", "--refresh", "machine")
    assert "refreshed" not in result.stderr
    assert [(e.msgid, e.msgstr, e.fuzzy) for e in read_catalog(catalog).entries] == before
