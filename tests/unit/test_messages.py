"""The catalogs of the user interface: complete, compiled, and well formed."""

from __future__ import annotations

import shutil
import subprocess

import pytest
from tools.messages import THAI, extract, mo_bytes, updated

from bilingual_news.messages import language_of, translations


def test_every_word_of_the_site_is_in_thai():
    thai = translations("th")
    site = [m.id for m in extract() if m.id and any("/export/" in place for place, _ in m.locations)]
    assert len(site) > 60
    assert [message for message in site if thai.gettext(message) == message] == []


def test_every_help_text_is_in_thai():
    assert [message.id for message in updated() if message.id and not message.string] == []


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
            assert sorted(field.findall(message.id)) == sorted(field.findall(message.string)), message.id


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
