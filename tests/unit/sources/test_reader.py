"""Reading article files: ids, titles, languages, and files that are no articles."""

import hashlib

import pytest

from bilingual_news.errors import EmptyArticleError, ForeignLanguageError, SourceError
from bilingual_news.model import Kind
from bilingual_news.sources import identify, read_article

BODY = "นายกรัฐมนตรีกล่าวว่า รัฐบาลพร้อมช่วยเหลือประชาชน"


def write(folder, content, name="news.txt"):
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return path


def test_article_50968(shipped):
    article = read_article(shipped("50968"))
    assert article.id == "50968"
    assert article.format == "thaigov"
    assert article.date.isoformat() == "2022-01-27"
    assert article.title == "ชัยวุฒิ อาการดีขึ้นประชุมรมว.DE อาเซียน ออนไลน์"
    assert [p.line for p in article.paragraphs] == [1, 7, 8, 9, 10, 11, 12]
    assert article.source_hash == hashlib.sha256(shipped("50968").read_bytes()).hexdigest()


def test_the_id_is_the_number_of_the_url_not_the_name_of_the_file(tmp_path, shipped):
    path = tmp_path / "ด้านสังคม_6.txt"
    path.write_bytes(shipped("50968").read_bytes())
    assert read_article(path).id == "50968"


def test_plain_text_is_named_after_its_file(tmp_path):
    assert read_article(write(tmp_path, BODY, "Flood relief.txt")).id == "flood-relief"


def test_a_thaigov_article_without_number_is_named_after_its_headline(tmp_path):
    title = "ข่าวดี " + "ก" * 80
    content = f"รัฐบาลไทย-ข่าวทำเนียบรัฐบาล-{title}\n\n{BODY}\n"
    first = read_article(write(tmp_path, content, "a_1.txt"))
    second = read_article(write(tmp_path, content.replace("ก\n", "กข\n"), "a_2.txt"))
    assert first.id.startswith("ข่าวดี-")
    assert first.id != second.id
    assert len(first.id) <= 60


def test_plain_text_has_a_paragraph_a_line_and_a_title_that_stands_alone(tmp_path):
    article = read_article(write(tmp_path, f"พาดหัว\n\n{BODY}\n{BODY}\n"))
    assert [(p.kind, p.line) for p in article.paragraphs] == [
        (Kind.TITLE, 1),
        (Kind.PARAGRAPH, 3),
        (Kind.PARAGRAPH, 4),
    ]
    assert article.title == "พาดหัว"


def test_plain_text_without_an_empty_line_has_no_title_paragraph(tmp_path):
    article = read_article(write(tmp_path, f"{BODY}\n{BODY}\n"))
    assert {p.kind for p in article.paragraphs} == {Kind.PARAGRAPH}


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_ends_of_other_systems(tmp_path, ending):
    path = tmp_path / "news.txt"
    path.write_bytes(f"พาดหัว{ending}{ending}{BODY}{ending}".encode())
    assert [p.text for p in read_article(path).paragraphs] == ["พาดหัว", BODY]


def test_windows_874(tmp_path, shipped):
    path = tmp_path / "old.txt"
    path.write_bytes(shipped("84477").read_text(encoding="utf-8").encode("cp874"))
    article = read_article(path)
    assert article.encoding == "cp874"
    assert article.id == "84477"


def test_paths_are_relative_to_the_project(project):
    path = write(project / "articles", BODY)
    assert read_article(path, project).path == "articles/news.txt"


def test_a_path_outside_the_project_stays_whole(tmp_path, project):
    path = write(tmp_path, BODY)
    assert read_article(path, project / "articles").path == path.as_posix()


@pytest.mark.parametrize("content", ["", " \n\t\n", "\ufeff", "\u200b\n"])
def test_an_empty_file_is_an_error(tmp_path, content):
    with pytest.raises(EmptyArticleError, match="the article is empty"):
        read_article(write(tmp_path, content))


def test_a_headline_without_body_is_an_error(tmp_path):
    content = (
        "รัฐบาลไทย-ข่าวทำเนียบรัฐบาล-พาดหัว\n\nวันพฤหัสบดีที่ 27 มกราคม 2565\nพาดหัว\n****\n"
        "ที่มา : https://www.thaigov.go.th/news/contents/details/1"
    )
    with pytest.raises(EmptyArticleError, match="no body"):
        read_article(write(tmp_path, content))


def test_an_english_article_is_refused(tmp_path):
    path = write(tmp_path, "The cabinet met on October 3, 2023.\n\nSome of the resolutions are as follows.")
    with pytest.raises(ForeignLanguageError, match="not in Thai: 0%"):
        read_article(path)
    assert read_article(path, require_thai=False).title.startswith("The cabinet")


def test_a_missing_file_is_an_error_with_its_path(tmp_path):
    with pytest.raises(SourceError, match="no such article") as caught:
        read_article(tmp_path / "none.txt")
    assert caught.value.path == str(tmp_path / "none.txt")


def test_a_folder_is_not_an_article(tmp_path):
    with pytest.raises(SourceError, match="cannot be read"):
        read_article(tmp_path)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", f"รัฐบาลไทย-ข่าวทำเนียบรัฐบาล-หัวข้อ\n\n{BODY}\nที่มา : https://x.go.th/contents/details/77"),
        ("a.txt", f"หัวข้อ\n\n{BODY}\nที่มา : https://x.go.th/77/\u200b\n\u200b\n\ufeff\n"),
        ("a.txt", f"รัฐบาลไทย-ข่าวทำเนียบรัฐบาล-หัวข้อข่าว\n\n{BODY}\n{BODY}"),
        ("a.txt", f"รัฐบาลไทย-ข่าวทำเนียบรัฐบาล-หัวข้อข่าว\n\n{BODY}\nที่มา : https://x.go.th/news"),
        ("a.txt", f"หัวข้อ\r\n\r\n{BODY}\r\nที่มา : https://x.go.th/8\r\n"),
        ("Flood relief.txt", BODY),
        ("___.txt", f"หัวข้อ\n\n{BODY}"),
        ("b.md", f"---\nid: my-own\n---\n# หัวข้อ\n\n{BODY}"),
        ("Flood.md", f"# หัวข้อ\n\n{BODY}"),
        ("Flood.html", f"<html><body><article><h1>หัวข้อ</h1><p>{BODY * 9}</p></article></body></html>"),
    ],
    ids=[
        "number of the URL", "invisible lines after it", "no footer", "footer without number", "CRLF",
        "plain", "plain without a name", "front matter", "Markdown", "HTML",
    ],
)  # fmt: skip
def test_an_article_is_identified_without_being_read_whole(tmp_path, name, content):
    path = tmp_path / name
    path.write_text(content, encoding="utf-8", newline="")
    article = read_article(path)
    assert identify(path) == (article.id, article.source_hash)


def test_the_shipped_articles_are_identified_as_they_are_read(shipped):
    paths = sorted(shipped("50968").parent.glob("*.*"))
    assert len(paths) > 10
    found = {path.name: (a.id, a.source_hash) for path in paths for a in [read_article(path)]}
    assert {path.name: identify(path) for path in paths} == found
