"""`segment` with explanations, normalisation and rules; `rules` and SRX."""

import json

import pytest

TEXT = "น้ำป่าไหลหลาก\u200bเข้าท่วมบ้าน\u00a0เรือน ทั้งนี้ นายกรัฐมนตรีติดตามสถานการณ์อย่างใกล้ชิด\n"


@pytest.fixture
def text(project):
    path = project / "x.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_segments_know_their_words(run, text):
    segments = json.loads(run("segment", "--json", text).stdout)["segments"]
    assert [s["text"][:6] for s in segments] == ["น้ำป่า", "ทั้งนี"]
    assert all(0 < s["words"] < len(s["text"]) for s in segments)


def test_explanations_say_what_a_rule_looks_for_and_show_chunks(run, text):
    document = json.loads(run("segment", "--json", "--explain", text).stdout)
    opener = next(d for d in document["decisions"] if d["boundary"])
    assert (opener["rule"], opener["detail"], opener["score"]) == ("opener", "ทั้งนี้", None)
    assert opener["says"]
    assert [s["chunks"] for s in document["segments"]] == [[s["text"]] for s in document["segments"]]


def test_pieces_for_the_engine_are_explained_but_no_segments(run, project):
    path = project / "long.txt"
    sentence = " ".join(["โดยคณะกรรมการได้พิจารณาแผนการดำเนินงานตามนโยบายของรัฐบาลแล้ว"] * 12)
    path.write_text(sentence, encoding="utf-8")
    result = run("segment", "--explain", path)
    assert result.stdout.splitlines() == [sentence]
    assert "\tchunks\t" in result.stderr


def test_the_score_of_the_model_is_explained(run, project):
    path = project / "he.txt"
    path.write_text(
        "เขาบอกว่าเขาไม่เคยเห็นอะไรแบบนี้มาก่อนในชีวิตของเขา ตำรวจลอนดอนกล่าวว่าผู้หญิงคนหนึ่งเสียชีวิต "
        "พวกเขากำลังตามหาชายสองคน เธอหัวเราะและเดินออกจากห้องไป",
        encoding="utf-8",
    )
    assert "model" in run("segment", "--explain", path).stderr


def test_normalisation_is_shown_with_characters_that_cannot_be_seen(run, text):
    result = run("segment", "--show-normalisation", text)
    assert "invisible" in result.stderr
    assert "<U+200B>" in result.stderr
    assert "<U+00A0>" in result.stderr
    found = json.loads(run("segment", "--json", "--show-normalisation", text).stdout)["normalisation"]
    assert {change["rule"] for change in found} == {"invisible", "spaces"}


def test_the_projects_rules_are_obeyed(run, project, text):
    (project / "segmentation.toml").write_text(
        '[[rule]]\nname="w"\nbreak=false\nafter="ทั้งนี้"\n', encoding="utf-8"
    )
    assert len(run("segment", text).stdout.splitlines()) == 1
    assert "user-no-break (w)" in run("segment", "--explain", text).stderr
    other = project / "other.toml"
    other.write_text("", encoding="utf-8")
    assert len(run("segment", "--rules", other, text).stdout.splitlines()) == 2


def test_a_missing_or_broken_rule_file_is_an_error(run, project, text):
    assert run("segment", "--rules", "none.toml", text).exit_code == 1
    (project / "segmentation.toml").write_text(
        '[[rule]]\nname="w"\nbreak=true\nafter="("\n', encoding="utf-8"
    )
    result = run("segment", text)
    assert result.exit_code == 1
    assert "segmentation.toml:1: rule 'w'" in result.stderr
    assert run("rules", "check").exit_code == 1


def test_rules_go_out_as_srx_and_come_back(run, project):
    path = project / "segmentation.toml"
    assert run("rules", "export", "x.srx").exit_code == 1
    path.write_text(
        'abbreviations = ["ผบ.ทบ."]\n\n[[rule]]\nname = "w"\nbreak = true\nbefore = "ครับ"\n', encoding="utf-8"
    )
    before = path.read_text(encoding="utf-8")
    assert "2 rules" in run("rules", "check").stderr
    assert run("rules", "export", "x.srx").exit_code == 0
    assert run("rules", "import", "x.srx").exit_code == 1, "a person's rules are not overwritten"
    assert path.read_text(encoding="utf-8") == before
    assert run("rules", "import", "--force", "x.srx").exit_code == 0
    assert path.read_text(encoding="utf-8") == before


def test_imported_rules_that_never_match_are_told(run, project):
    (project / "x.srx").write_text(
        '<srx xmlns="http://www.lisa.org/srx20"><languagerule languagerulename="T"><rule break="no">'
        "<beforebreak>ก</beforebreak><afterbreak>ข</afterbreak></rule></languagerule>"
        '<languagemap languagepattern="th" languagerulename="T"/></srx>',
        encoding="utf-8",
    )
    assert "can never match" in run("rules", "import", "x.srx").stderr
