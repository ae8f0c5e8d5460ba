"""Exchange of segmentation rules with other tools as SRX 2.0."""

from xml.etree import ElementTree

import pytest

from bilingual_news.errors import ConfigError
from bilingual_news.stages.srx import export_srx, import_srx
from bilingual_news.stages.userrules import UserRule, abbreviation_rule

RULES = (
    abbreviation_rule("ผบ.ทบ."),
    UserRule("slogan <& --", boundary=False, before="เที่ยว", after="ไทย"),
    UserRule("closing", boundary=True, before="ครับ"),
)
FOREIGN = """<?xml version="1.0"?>
<srx xmlns="http://www.lisa.org/srx20" version="2.0"><header segmentsubflows="yes" cascade="{cascade}"/>
<body><languagerules>
<languagerule languagerulename="Default"><rule break="yes"><beforebreak>[?!]+</beforebreak>
<afterbreak>\\s</afterbreak></rule></languagerule>
<languagerule languagerulename="Thai">
<rule break="no"><beforebreak>ดร\\.\\s</beforebreak><afterbreak>[ก-ฮ]</afterbreak></rule>
<rule><beforebreak>ก</beforebreak><afterbreak>ข</afterbreak></rule></languagerule>
</languagerules><maprules>
<languagemap languagepattern="(TH|th).*" languagerulename="Thai"/>
<languagemap languagepattern=".*" languagerulename="Default"/>
</maprules></body></srx>"""


def write(tmp_path, content):
    path = tmp_path / "rules.srx"
    path.write_text(content, encoding="utf-8")
    return path


def test_exported_rules_are_imported_unchanged(tmp_path):
    rules, remarks = import_srx(write(tmp_path, export_srx(RULES)))
    assert [(r.boundary, r.before, r.after) for r in rules] == [
        (r.boundary, r.before, r.after) for r in RULES
    ]
    assert rules[0] == RULES[0]
    assert remarks == ()


def test_the_export_is_srx_with_a_map_for_thai():
    root = ElementTree.fromstring(export_srx(RULES))
    name = "{http://www.lisa.org/srx20}"
    assert (root.tag, root.get("version")) == (f"{name}srx", "2.0")
    assert [rule.get("break") for rule in root.iter(f"{name}rule")] == ["no", "no", "yes"]
    assert all(rule.text.startswith(r"\s") for rule in root.iter(f"{name}afterbreak"))


def test_a_foreign_file_gives_the_first_rules_for_thai(tmp_path):
    rules, remarks = import_srx(write(tmp_path, FOREIGN.format(cascade="no")))
    assert [(r.boundary, r.before, r.after) for r in rules] == [(False, r"ดร\.", "[ก-ฮ]")]
    assert remarks == ("rule 'Thai 2' asks for no space and can never match: left out",)


def test_a_cascade_gives_all_rules_that_apply(tmp_path):
    rules, _ = import_srx(write(tmp_path, FOREIGN.format(cascade="yes")))
    assert [(r.boundary, r.before) for r in rules] == [(False, r"ดร\."), (True, "[?!]+")]


BAD = {
    "no XML": ("<srx", "cannot be read as SRX"),
    "SRX 1.0": ('<srx version="1.0"/>', "not an SRX 2.0"),
    "an encoding that is none": ('<?xml version="1.0" encoding="UTF-z"?><x/>', "unknown encoding"),
    "entities": ('<!DOCTYPE srx [<!ENTITY a "b">]><srx/>', "DOCTYPE"),
    "no Thai": ('<srx xmlns="http://www.lisa.org/srx20"/>', "no rules for Thai"),
    "broken map": (
        '<srx xmlns="http://www.lisa.org/srx20"><languagemap languagepattern="("/></srx>', "not a regular expression",  # noqa: E501
    ),
    "missing rules": (
        '<srx xmlns="http://www.lisa.org/srx20"><languagemap languagepattern="th" languagerulename="X"/></srx>',  # noqa: E501
        "names rules 'X'",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("content", "message"), BAD.values(), ids=BAD)
def test_a_bad_file_is_an_error_that_names_it(tmp_path, content, message):
    path = write(tmp_path, content)
    with pytest.raises(ConfigError, match=message) as caught:
        import_srx(path)
    assert caught.value.path == str(path)
