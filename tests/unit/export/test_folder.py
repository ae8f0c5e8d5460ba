"""The output folder: files of other people stay as they are."""

from __future__ import annotations

import json

import pytest

from bilingual_news.errors import ExportError, WriteError
from bilingual_news.export.folder import LIST_NAME, publish

OURS = b'<meta name="generator" content="bilingual-news 0.1.0">'


def test_files_of_others_are_left_alone(tmp_path):
    (tmp_path / "photo.jpg").write_bytes(b"x")
    publish([("index.html", OURS)], tmp_path, "html")
    assert (tmp_path / "photo.jpg").read_bytes() == b"x"


def test_a_file_of_somebody_else_with_our_name_stops_everything(tmp_path):
    (tmp_path / "index.html").write_bytes(b"<h1>my own page</h1>")
    with pytest.raises(ExportError, match=r"index\.html"):
        publish([("a.html", OURS), ("index.html", OURS)], tmp_path, "html")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["index.html"]
    assert (tmp_path / "index.html").read_bytes() == b"<h1>my own page</h1>"


def test_a_folder_with_the_name_of_a_page_stops_everything(tmp_path):
    (tmp_path / "index.html").mkdir()
    with pytest.raises(ExportError):
        publish([("index.html", OURS)], tmp_path, "html")


def test_pages_of_before_the_list_are_known_by_their_mark(tmp_path):
    (tmp_path / "index.html").write_bytes(OURS + b"old")
    publish([("index.html", OURS)], tmp_path, "html")
    assert (tmp_path / "index.html").read_bytes() == OURS


def test_a_page_whose_article_is_gone_is_removed(tmp_path):
    publish([("a.json", b"{}"), ("b.json", b"{}")], tmp_path, "json")
    publish([("b.json", b"{}")], tmp_path, "json")
    assert not (tmp_path / "a.json").exists()


def test_a_page_that_is_to_stay_is_not_removed_and_not_forgotten(tmp_path):
    publish([("a.json", b"{}"), ("b.json", b"{}")], tmp_path, "json")
    publish([("b.json", b"{}")], tmp_path, "json", stays=lambda name: name == "a.json")
    assert (tmp_path / "a.json").exists()
    publish([("b.json", b"{}")], tmp_path, "json")
    assert not (tmp_path / "a.json").exists()


def test_a_page_of_ours_that_somebody_changed_is_not_removed(tmp_path):
    publish([("a.json", b"{}")], tmp_path, "json")
    (tmp_path / "a.json").write_bytes(b"mine now")
    publish([("b.json", b"{}")], tmp_path, "json")
    assert (tmp_path / "a.json").read_bytes() == b"mine now"


def test_two_kinds_of_export_share_a_folder(tmp_path):
    publish([("a.json", b"{}")], tmp_path, "json")
    publish([("a.md", b"#")], tmp_path, "md")
    assert (tmp_path / "a.json").exists()


def test_unchanged_files_are_not_written_again(tmp_path):
    publish([("a.json", b"{}")], tmp_path, "json")
    before = {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    publish([("a.json", b"{}")], tmp_path, "json")
    assert {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == before


@pytest.mark.parametrize("content", ["not json", "[]", '{"json": []}', '{"json": {"../victim.txt": "x"}}'])
def test_a_damaged_list_removes_nothing(tmp_path, content):
    victim = tmp_path / "victim.txt"
    victim.write_text("x")
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / LIST_NAME).write_text(content)
    publish([("a.json", b"{}")], folder, "json")
    assert victim.exists()
    assert list(json.loads((folder / LIST_NAME).read_text())["json"]) == ["a.json"]


def test_a_target_that_cannot_be_a_folder_is_an_error(tmp_path):
    (tmp_path / "site").write_text("a file")
    with pytest.raises(WriteError):
        publish([("a.json", b"{}")], tmp_path / "site", "json")
