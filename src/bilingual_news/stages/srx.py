r"""Segmentation Rules eXchange (SRX 2.0), the format of OmegaT, Okapi and Trados.

An SRX rule speaks of a point between two characters; ours speak of a space, which is neither before nor
after. On export the space becomes `\s` at the head of `afterbreak`; on import one `\s` (or `\s+`, `\s*`,
a blank) at either side of the point is taken as that space. A rule without one could only match inside
a word, where this tool never cuts: it is reported, not silently dropped.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from bilingual_news.errors import ConfigError
from bilingual_news.files import read_bytes
from bilingual_news.stages.userrules import UserRule, abbreviation_rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_NAMESPACE: Final = "http://www.lisa.org/srx20"
_SPACE: Final = r"(?:\\s[+*]?|\[\\s\][+*]?|\\h\+?|[ \u00a0]\+?)"
_HEAD = re.compile(rf"^{_SPACE}")
_TAIL = re.compile(rf"(?<!\\){_SPACE}$|{_SPACE}$")
_LANGUAGE: Final = "th"


def export_srx(rules: Sequence[UserRule]) -> str:
    """An SRX 2.0 document with these rules for Thai."""
    found = "".join(
        f'        <rule break="{"yes" if rule.boundary else "no"}">\n'
        f"          <!-- {escape(rule.name).replace('--', '- -')} -->\n"
        f"          <beforebreak>{escape(rule.before)}</beforebreak>\n"
        f"          <afterbreak>{escape(chr(92) + 's' + rule.after)}</afterbreak>\n"
        "        </rule>\n"
        for rule in rules
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<srx xmlns="{_NAMESPACE}" version="2.0">\n'
        '  <header segmentsubflows="yes" cascade="no">\n'
        '    <formathandle type="start" include="no"/>\n'
        '    <formathandle type="end" include="yes"/>\n'
        '    <formathandle type="isolated" include="no"/>\n'
        "  </header>\n  <body>\n    <languagerules>\n"
        '      <languagerule languagerulename="Thai">\n'
        f"{found}"
        "      </languagerule>\n    </languagerules>\n    <maprules>\n"
        '      <languagemap languagepattern="[Tt][Hh].*" languagerulename="Thai"/>\n'
        "    </maprules>\n  </body>\n</srx>\n"
    )


def import_srx(path: Path) -> tuple[tuple[UserRule, ...], tuple[str, ...]]:
    """Read the rules that an SRX 2.0 document applies to Thai.

    Args:
        path: The document.

    Returns:
        The rules in their order, and a remark on each rule that cannot match at a space.

    Raises:
        ConfigError: For a file that is no SRX, holds a DOCTYPE, or has no rules for Thai.
    """
    root = _parse(path)
    named = {rules.get("languagerulename", ""): rules for rules in root.iter(f"{{{_NAMESPACE}}}languagerule")}
    header = root.find(f"{{{_NAMESPACE}}}header")
    cascade = header is not None and header.get("cascade") == "yes"
    names = _applying(root, path)
    if not names:
        raise ConfigError("holds no rules for Thai.", path=path, hint="Add a languagemap that matches 'th'.")
    found: list[UserRule] = []
    remarks: list[str] = []
    for name in names if cascade else names[:1]:
        if name not in named:
            raise ConfigError(
                f"names rules {name!r} that it does not hold.", path=path, hint="Mend the languagemap."
            )
        for number, element in enumerate(named[name], 1):
            rule = _rule(element, f"{name} {number}")
            if isinstance(rule, str):
                remarks.append(rule)
            else:
                found.append(rule)
    return tuple(found), tuple(remarks)


def _parse(path: Path) -> ElementTree.Element:
    content = read_bytes(path, ConfigError)
    try:
        if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
            # Entities can blow a small file up to gigabytes; SRX needs none.
            raise ConfigError("holds a DOCTYPE, which SRX does not need.", path=path, hint="Remove it.")
        root = ElementTree.fromstring(content, parser=_parser())
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise ConfigError(f"cannot be read as SRX: {error}.", path=path, hint="Check the file.") from error
    if root.tag != f"{{{_NAMESPACE}}}srx":
        raise ConfigError("is not an SRX 2.0 document.", path=path, hint="Convert it to SRX 2.0 first.")
    return root


def _parser() -> ElementTree.XMLParser:
    """A parser that keeps comments: they hold the names of exported rules."""
    return ElementTree.XMLParser(target=ElementTree.TreeBuilder(insert_comments=True))


def _applying(root: ElementTree.Element, path: Path) -> list[str]:
    names: list[str] = []
    for entry in root.iter(f"{{{_NAMESPACE}}}languagemap"):
        pattern = entry.get("languagepattern", "")
        try:
            applies = re.fullmatch(pattern, _LANGUAGE) is not None
        except re.error as error:
            message = f"languagepattern {pattern!r} is not a regular expression: {error}."
            raise ConfigError(message, path=path, hint="Mend it.") from error
        if applies:
            names.append(entry.get("languagerulename", ""))
    return names


def _rule(element: ElementTree.Element, name: str) -> UserRule | str:
    before = element.findtext(f"{{{_NAMESPACE}}}beforebreak") or ""
    after = element.findtext(f"{{{_NAMESPACE}}}afterbreak") or ""
    name = next(_comments(element), name)
    if _HEAD.match(after):
        after = _HEAD.sub("", after, count=1)
    elif _TAIL.search(before):
        before = _TAIL.sub("", before, count=1)
    elif after:
        return f"rule {name!r} asks for no space and can never match: left out"
    rule = UserRule(name, element.get("break", "yes") != "no", before, after)
    return abbreviation_rule(rule.abbreviation) if rule.abbreviation else rule


def _comments(element: ElementTree.Element) -> Iterator[str]:
    for child in element:
        if not isinstance(child.tag, str) and child.text and child.text.strip():  # a comment
            yield child.text.strip()
