"""Read an article file of any supported format."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bilingual_news import text
from bilingual_news.errors import EmptyArticleError, ForeignLanguageError, SourceError, reason
from bilingual_news.model import Article, Kind, Paragraph
from bilingual_news.sources.encodings import decode
from bilingual_news.sources.plain import plain_paragraphs
from bilingual_news.sources.thaigov import ThaigovText, article_number, is_thaigov, source_url

if TYPE_CHECKING:
    from bilingual_news.sources.structure import Parsed

ARTICLE_SUFFIXES: Final = (".txt", ".html", ".htm", ".md", ".markdown", ".docx")
#: Formats that state no id of their own, and one that may.
_NAMED_BY_FILE: Final = frozenset({".html", ".htm", ".docx"})
_NAMED_INSIDE: Final = frozenset({".md", ".markdown"})
_TITLE_LENGTH: Final = 80
_SLUG_LENGTH: Final = 60
#: Thai articles of the corpus have more than half of their letters in Thai even where they quote
#: English names; its English articles have at most a Thai name.
_THAI_SHARE: Final = 0.2
#: Control characters, ends of lines, and what stands for bytes of a file name that are not UTF-8.
_UNWRITABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_ADDRESS = re.compile(r"https?://\S+")


def read_text(path: Path) -> tuple[str, bytes, str]:
    """Read and decode a text file.

    Returns:
        The text, the bytes, and the encoding.

    Raises:
        SourceError: If the file is missing or cannot be read; EncodingError if it is not text.
    """
    data = _read_bytes(path)
    content, encoding = decode(data, path)
    return content.replace("\r\n", "\n").replace("\r", "\n"), data, encoding


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        # An id, as `status` shows it, is no path.
        hint = "Check the path: an article is named by its file, as in articles/50968.txt."
        raise SourceError("no such article.", path=path, hint=hint) from error
    except OSError as error:
        message = f"cannot be read: {reason(error)}."
        raise SourceError(message, path=path, hint="Check the file and its permissions.") from error


def _read(path: Path) -> tuple[Article, bytes, str]:
    """An article by the suffix of its file, its bytes and their encoding."""
    suffix = path.suffix.lower()
    if suffix == ".docx":
        data = _read_bytes(path)
        from bilingual_news.sources.docx import parse_docx

        return _structured(parse_docx(data, path), path, "docx"), data, "binary"
    content, data, encoding = read_text(path)
    if not text.fold_spaces(text.strip_invisible(content)):
        raise EmptyArticleError("the article is empty.", path=path, hint="Add its text or remove the file.")
    if suffix in {".html", ".htm"}:
        from bilingual_news.sources.htmlpage import parse_html

        return _structured(parse_html(content, path), path, "html"), data, encoding
    if suffix in {".md", ".markdown"}:
        from bilingual_news.sources.markdown import parse_markdown

        return _structured(parse_markdown(content, path), path, "markdown"), data, encoding
    return _parse(content, path), data, encoding


def _structured(parsed: Parsed, path: Path, form: str) -> Article:
    name = text.slugify(parsed.id) or text.slugify(path.stem) or _title_slug(parsed.title)
    title = parsed.title or path.stem
    return Article(name, "", title, parsed.paragraphs, "", parsed.date, parsed.url, format=form)


def read_article(path: Path, root: Path | None = None, *, require_thai: bool = True) -> Article:
    """Read an article; its paragraphs are as written, to be normalised by `stages.normalize`.

    Args:
        path: The file.
        root: Folder to which the article's own path is made relative, where it lies inside it.
        require_thai: Whether an article in another language is an error.

    Raises:
        SourceError: EncodingError for undecodable bytes, EmptyArticleError for a file without text,
            ForeignLanguageError for an article that is not in Thai.
    """
    article, data, encoding = _read(path)
    _require_body(article.paragraphs, path)
    if require_thai:
        _require_thai(article.paragraphs, path)
    return Article(
        id=article.id,
        path=relative_path(path, root),
        title=article.title,
        paragraphs=article.paragraphs,
        source_hash=hashlib.sha256(data).hexdigest(),
        date=article.date,
        url=article.url,
        encoding=encoding,
        format=article.format,
    )


def identify(path: Path) -> tuple[str, str]:
    """The id of an article and the SHA-256 of its bytes, hex, parsing no more than that needs.

    The id is that of `read_article`; whether the file is an article in Thai is not judged.

    Raises:
        SourceError: For a file that cannot be read or decoded, or holds no text, or whose name no
            catalog could hold.
    """
    _require_plain_name(path)
    suffix = path.suffix.lower()
    name = ""
    if suffix in _NAMED_BY_FILE:
        data, name = _read_bytes(path), text.slugify(path.stem)
    elif suffix in _NAMED_INSIDE:
        data = _read_bytes(path)
    else:
        content, data, _ = read_text(path)
        name = article_number(source_url(content)) if is_thaigov(content) else text.slugify(path.stem)
    return name or _read(path)[0].id, hashlib.sha256(data).hexdigest()


def _parse(content: str, path: Path) -> Article:
    if is_thaigov(content):
        parts = ThaigovText(content)
        name = article_number(parts.url) or _title_slug(parts.title)
        return Article(name, "", parts.title, parts.paragraphs, "", parts.date, parts.url, format="thaigov")
    paragraphs = plain_paragraphs(content)
    title = paragraphs[0].text if paragraphs else path.stem
    if len(title) > _TITLE_LENGTH and paragraphs[0].kind is not Kind.TITLE:
        title = title[:_TITLE_LENGTH].rsplit(" ", 1)[0] + "…"
    return Article(text.slugify(path.stem) or _title_slug(title), "", title, paragraphs, "")


def _title_slug(title: str) -> str:
    """A slug of the title; a cut one gets a hash, so that two long headlines stay apart."""
    slug = text.slugify(title, limit=10_000)
    if len(slug) <= _SLUG_LENGTH:
        return slug or "untitled"
    digest = hashlib.sha256(slug.encode()).hexdigest()[:6]
    return f"{slug[: _SLUG_LENGTH - 7].strip('-')}-{digest}"


def _require_plain_name(path: Path) -> None:
    """Refuse what would break the lines of a catalog that name the article, or is not text at all."""
    if _UNWRITABLE.search(str(path)):
        raise SourceError(
            f"its name is {str(path)!r}: not all of that can be written into a catalog.",
            path=path,
            hint="Rename it; letters of any script, digits and spaces are fine.",
        )


def _require_body(paragraphs: tuple[Paragraph, ...], path: Path) -> None:
    if not any(paragraph.kind is not Kind.TITLE for paragraph in paragraphs):
        raise EmptyArticleError(
            "the article has a headline but no body.",
            path=path,
            hint="Add its text or remove the file.",
        )


def _require_thai(paragraphs: tuple[Paragraph, ...], path: Path) -> None:
    share = text.thai_share(_ADDRESS.sub("", " ".join(paragraph.text for paragraph in paragraphs)))
    if share < _THAI_SHARE:
        raise ForeignLanguageError(
            f"the article is not in Thai: {share:.0%} of its letters are Thai, "
            f"expected at least {_THAI_SHARE:.0%}.",
            path=path,
            hint="Remove it from the articles; this tool translates from Thai.",
        )


def relative_path(path: Path, root: Path | None) -> str:
    """The path of an article as its catalog names it: from the root, where it lies inside it."""
    if root is not None:
        try:
            return path.resolve().relative_to(root.resolve()).as_posix()
        except ValueError:
            pass
    return path.as_posix()
