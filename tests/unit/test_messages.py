"""The catalogs of the user interface: complete, compiled, and well formed."""

from __future__ import annotations

import shutil
import subprocess

import pytest
from tools.messages import THAI, extract, mo_bytes, updated

from bilingual_news.messages import PHRASE, language_of, retold, translations


def _strings(message):
    """The translations of a message: one for each plural form there is."""
    return (message.string,) if isinstance(message.string, str) else message.string


def test_every_word_of_the_site_is_in_thai():
    thai = translations("th")
    site = [m.id for m in extract() if not m.context and any("/export/" in file for file, _ in m.locations)]
    assert len(site) > 60
    singular = [message if isinstance(message, str) else message[0] for message in site]
    assert [message for message in singular if thai.gettext(message) == message] == []


def test_every_help_text_is_in_thai():
    assert [message.id for message in updated() if message.id and not all(_strings(message))] == []


def test_the_compiled_catalog_is_the_one_of_the_source():
    import io

    from babel.messages.pofile import read_po

    catalog = read_po(io.BytesIO(THAI.read_bytes()), locale="th")
    assert THAI.with_suffix(".mo").read_bytes() == mo_bytes(catalog)


def test_placeholders_are_kept():
    import re

    field = re.compile(r"%\(\w+\)s|\{\w+")
    for message in updated():
        if message.id and message.string:
            # Thai has one form for all numbers: it translates the plural.
            english = message.id if isinstance(message.id, str) else message.id[-1]
            thai = message.string if isinstance(message.string, str) else message.string[0]
            kept, given = sorted(field.findall(thai)), sorted(field.findall(english))
            assert kept == given or isinstance(message.id, tuple), english


@pytest.mark.gettext
def test_gettext_finds_no_fault():
    if not shutil.which("msgfmt"):
        pytest.skip("no msgfmt")
    subprocess.run(["msgfmt", "-c", "-o", "/dev/null", str(THAI)], check=True)


@pytest.mark.parametrize(
    ("wishes", "language"),
    [
        (("th",), "th"),
        (("th_TH.UTF-8",), "th"),
        ((None, "", "th-TH"), "th"),
        (("de", "th"), "th"),
        (("C",), "en"),
        ((), "en"),
    ],
)
def test_language_is_the_first_wish_that_we_speak(wishes, language):
    assert language_of(*wishes) == language


def test_other_languages_read_english():
    assert translations("de").gettext("Reviewed") == translations("en").gettext("Reviewed") == "Reviewed"


PHRASES = [m for m in updated() if m.context == PHRASE]


def test_what_errors_and_commands_say_is_in_the_catalog():
    assert len(PHRASES) > 200
    assert "Check permissions and free space; nothing was changed." in {m.id for m in PHRASES}


@pytest.mark.parametrize("message", PHRASES, ids=lambda m: m.id[:60])
def test_every_sentence_is_recognised_and_retold_with_what_stood_in_it(message):
    fields = [f"<{number}>" for number in range(message.id.count("{") - 2 * message.id.count("{{"))]
    assert retold(message.id.format(*fields), "th") == message.string.format(*fields)


RETOLD = {
    "plain": ("no such article.", "ไม่มีข่าวนี้"),
    "fields": (
        "byte 0xff at offset 12 is not UTF-8.",
        "ไบต์ 0xff ที่ตำแหน่ง 12 ไม่ใช่ UTF-8",
    ),
    "fields over lines": ("the model failed: a\nb.", "แบบจำลองทำงานล้มเหลว: a\nb"),
    "a cause that is a sentence": (
        "not a valid PO file: a merge conflict of version control is not resolved.",
        "ไม่ใช่ไฟล์ PO ที่ถูกต้อง: มีข้อขัดแย้งจากการผสานของระบบควบคุมรุ่นที่ยังไม่ได้แก้",
    ),
    "a finding as an error": ("the Thai term is empty.", "ศัพท์ไทยว่างเปล่า"),
    "unknown": ("a sentence of another program", "a sentence of another program"),
}


@pytest.mark.parametrize(("english", "thai"), RETOLD.values(), ids=RETOLD)
def test_sentences_are_retold(english, thai):
    assert retold(english, "th") == thai
    assert retold(english, "en") == english
