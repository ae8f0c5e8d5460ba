"""The syntax of PO files: text to entries and back. Pure.

Read by our own grammar because people's words must survive byte for byte: an entry that nobody changed
is written exactly as it was read, whatever its wrapping, comment order, unknown comment kinds or
previous msgid of an obsolete entry; polib and Babel read all of these into a form of their own and drop
some. What is new or changed is written by polib, unwrapped, as `msgcat --no-wrap` writes it. The grammar
is that of the GNU gettext manual, "The Format of PO Files". This module is the only importer of polib.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from bilingual_news.catalog.entry import Entry, Source, unwrapped

if TYPE_CHECKING:
    from collections.abc import Iterable

_KEYWORD = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[(\d+)\])?)[ \t]*(".*)$', re.DOTALL)
_STRINGS = re.compile(r'"([^"\\]*(?:\\.[^"\\]*)*)"[ \t]*', re.DOTALL)
_ESCAPE = re.compile(r"((?:\\x[0-9a-fA-F]{1,2}|\\[0-7]{1,3})+)|\\(.)", re.DOTALL)
_CODE = re.compile(r"\\(?:x([0-9a-fA-F]+)|([0-7]+))")
_UNESCAPED: Final = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "v": "\v", "f": "\f"}
# A file name with spaces stands between U+2068 and U+2069 (gettext 0.22 and later).
_REFERENCE = re.compile("\u2068[^\u2069]*\u2069(?::\\d+)?|\\S+")
#: gettext's page width (79), which `--no-wrap` does not lift for references.
_PLACES_WIDTH: Final = 79
_STRING: Final = r'"[^"\\\n]*(?:\\.[^"\\\n]*)*"'
#: An entry as gettext, polib and this module write it: its comments in their order, no context, no plural,
#: each string on a line or on several, then an empty line and another entry, or the end.
_USUAL = re.compile(
    r"((?:#(?: [^\n\r]*)?\n)*)((?:#\. [^\n\r]*\n)*)((?:#: [^\n\r]*\n)*)((?:#, [^\n\r]*\n)?)"
    rf"msgid ({_STRING}(?:\n{_STRING})*)\nmsgstr ({_STRING}(?:\n{_STRING})*)(?:\n\n+(?=#|msg(?!str))|\n*\Z)"
)
_CONFLICT: Final = ("<<<<<<<", "=======", ">>>>>>>")
_PREVIOUS: Final = {"msgctxt": 0, "msgid": 1, "msgid_plural": 2}


class PoSyntaxError(Exception):
    """A line that does not fit the grammar.

    Args:
        line: 1-based line.
        message: What is wrong and what was expected.
    """

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message


@dataclass(slots=True)
class _Draft:
    """An entry while its lines are read.

    Attributes that are not those of `Entry`:
        start: 0-based index of its first line, -1 without one.
        tail: The same of the first line that is no comment.
        mixed: Whether a comment follows that line.
        last: The string that a continuation line belongs to.
    """

    start: int
    strings: dict[str, list[str]] = field(default_factory=dict)
    previous: dict[str, list[str]] = field(default_factory=dict)
    comments: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    raw_comments: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    references: list[tuple[str, str]] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    obsolete: bool = False
    line: int = 0
    last: list[str] | None = None
    has_translation: bool = False
    tail: int = -1
    mixed: bool = False


def unescape(text: str) -> str:
    """Replace the escape sequences of a quoted string by what they stand for."""
    return _ESCAPE.sub(_unescaped, text) if "\\" in text else text


def parse(text: str) -> tuple[list[Entry], str]:
    """Parse the text of a PO file.

    Args:
        text: The file's text with line feeds.

    Returns:
        Its entries in order, the header first where there is one (its msgid is empty), and the comments
        after the last entry.

    Raises:
        PoSyntaxError: For a line that does not fit the grammar.
    """
    lines = text.split("\n")
    entries: list[Entry] = []
    draft = _Draft(-1)
    number = end = at = 0
    while number < len(lines):
        raw = lines[number]
        line = raw.strip(" \t\r\f\v")
        if line:
            if draft.start < 0 or _starts_entry(draft, line):
                if draft.start >= 0:
                    entries.append(_finished(draft, lines, end))
                if usual := _USUAL.match(text, at):
                    entries.append(_usual(usual, number))
                    # The last line may lack its line feed.
                    number += text.count("\n", at, usual.end()) if usual.end() < len(text) else len(lines)
                    at = usual.end()
                    draft = _Draft(-1)
                    continue
                draft = _Draft(number)
            _read(draft, line, raw, number)
            end = number + 1
        number += 1
        at += len(raw) + 1
    if draft.strings or draft.previous:
        entries.append(_finished(draft, lines, end))
        return entries, ""
    return entries, "\n".join(lines[draft.start : end]) if draft.start >= 0 else ""


def _usual(match: re.Match[str], number: int) -> Entry:
    """The entry of most files, read at one look; `_read` and `_finished` would make the same of it.

    Args:
        match: By `_USUAL`.
        number: 0-based index of its first line.
    """
    people, notes, places, flags, msgid, msgstr = match.groups()
    comments = people.split("\n")[:-1]
    values = (
        _joined(msgid, number),
        _joined(msgstr, number),
        None,
        "\n".join([comment[1:].removeprefix(" ") for comment in comments]),
        unwrapped([note[3:] for note in notes.split("\n")[:-1]]),
        tuple([_reference(token) for row in places.split("\n") for token in _REFERENCE.findall(row[2:])]),
        _flags(flags[2:]),
        (None, None, None),
        None,
        False,
        number + 1 + match.string.count("\n", match.start(), match.start(5)),
        (),
    )
    text = match.string[match.start() : match.end(6)]
    return Entry(*values, Source(text, tuple(comments), Entry(*values), match.start(4) - match.start()))


def _joined(strings: str, number: int) -> str:
    """The text of the strings of some lines, in quotes."""
    if "\n" not in strings:
        return unescape(strings[1:-1])
    return "".join([_quoted(line, number) for line in strings.split("\n")])


def _flags(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys([flag.strip() for flag in text.split(",") if flag.strip()]))


def _starts_entry(draft: _Draft, line: str) -> bool:
    """Whether a line belongs to the next entry: a comment or msgid after a msgstr."""
    if not draft.has_translation or line.startswith('"'):
        return False
    if line.startswith("#~"):
        rest = line[2:].lstrip()
        return not (draft.obsolete and rest.startswith(('"', "msgstr")))
    return line.startswith("#") or not line.startswith("msgstr")


def _read(draft: _Draft, line: str, raw: str, number: int) -> None:
    if line.startswith("#") and line[1:2] not in (",", "|", "~"):
        draft.mixed = draft.mixed or draft.tail >= 0
    elif draft.tail < 0:
        draft.tail = number
    if line == "#~":
        # A line that says nothing makes nothing obsolete.
        draft.raw_comments.append(raw)
        draft.unknown.append(raw)
        draft.mixed = True
    elif line.startswith("#~") and not line.startswith("#~|"):
        draft.obsolete = True
        line = line[2:].lstrip()
        if line.startswith("#"):
            draft.raw_comments.append(raw)
            draft.unknown.append(raw)
            draft.mixed = True
        elif line:
            _read_string(draft, line, number)
    elif line.startswith(("#|", "#~|")):
        draft.obsolete = draft.obsolete or line.startswith("#~")
        _read_previous(draft, line.partition("|")[2].strip(), number)
    elif line.startswith("#"):
        _read_comment(draft, line, raw)
    else:
        if draft.obsolete:
            raise PoSyntaxError(number + 1, "an active line inside an obsolete (#~) entry.")
        _read_string(draft, line, number)


def _read_comment(draft: _Draft, line: str, raw: str) -> None:
    kind = line[1:2]
    if kind == ".":
        note = raw.strip("\r\n")[raw.index("#") + 2 :]
        draft.notes.append(note.removeprefix(" ").rstrip("\r"))
    elif kind == ":":
        draft.references += map(_reference, _REFERENCE.findall(line[2:]))
    elif kind == ",":
        draft.flags += [flag.strip() for flag in line[2:].split(",") if flag.strip()]
    else:
        draft.raw_comments.append(raw)
        if kind in ("", " ", "\t"):
            draft.comments.append(raw[raw.index("#") + 1 :].removeprefix(" "))
        else:
            draft.unknown.append(raw)


def _read_string(draft: _Draft, line: str, number: int) -> None:
    match = _KEYWORD.match(line)
    if match:
        draft.line = draft.line or number + 1
        name = match[1]
        if name in draft.strings:
            raise PoSyntaxError(number + 1, f"a second {name} in one entry; an empty msgstr may be missing.")
        if name.startswith("msgstr") and "msgid" not in draft.strings:
            raise PoSyntaxError(number + 1, f"{name} without a msgid before it.")
        draft.has_translation = draft.has_translation or name.startswith("msgstr")
        draft.last = draft.strings[name] = [_quoted(match[3], number)]
    elif line.startswith('"') and draft.last is not None:
        draft.last.append(_quoted(line, number))
    elif line.startswith(_CONFLICT):
        raise PoSyntaxError(number + 1, "a merge conflict of version control is not resolved.")
    else:
        raise PoSyntaxError(number + 1, f"expected a keyword and a quoted string, found {line[:40]!r}.")


def _read_previous(draft: _Draft, line: str, number: int) -> None:
    match = _KEYWORD.match(line)
    if match and match[1] in _PREVIOUS:
        draft.last = draft.previous[match[1]] = [_quoted(match[3], number)]
    elif line.startswith('"') and draft.last is not None:
        draft.last.append(_quoted(line, number))
    elif line:
        raise PoSyntaxError(number + 1, f"expected a previous msgctxt or msgid, not {line[:40]!r}.")


def _quoted(text: str, number: int) -> str:
    parts: list[str] = []
    end = 0
    for match in _STRINGS.finditer(text):
        if match.start() != end:
            break
        parts.append(match[1])
        end = match.end()
    if end != len(text) or not parts:
        raise PoSyntaxError(number + 1, f"expected a keyword and a quoted string, found {text[:40]!r}.")
    return unescape("".join(parts))


def _unescaped(match: re.Match[str]) -> str:
    codes, letter = match.groups()
    if letter:
        return _UNESCAPED.get(letter, letter)
    values = [
        int(hexadecimal, 16) if hexadecimal else int(octal, 8) for hexadecimal, octal in _CODE.findall(codes)
    ]
    # `msgcat --escape` writes the bytes of letters, and catalogs are UTF-8.
    try:
        return bytes(values).decode()
    except ValueError:
        return "".join(map(chr, values))


def _reference(token: str) -> tuple[str, str]:
    path, _, line = token.rpartition(":")
    return (path, line) if path and line.isdigit() else (token, "")


def _finished(draft: _Draft, lines: list[str], end: int) -> Entry:
    if not draft.has_translation or "msgid" not in draft.strings:
        raise PoSyntaxError(draft.line or end, "an entry without msgstr; the file may be cut off.")
    strings = {name: "".join(parts) for name, parts in draft.strings.items()}
    previous = {name: "".join(parts) for name, parts in draft.previous.items()}
    plural = None
    if "msgid_plural" in strings:
        forms = sorted((int(n[7:-1]), t) for n, t in strings.items() if n.startswith("msgstr["))
        plural = (strings["msgid_plural"], tuple(forms))
    entry = Entry(
        msgid=strings["msgid"],
        msgstr=strings.get("msgstr", ""),
        msgctxt=strings.get("msgctxt"),
        translator_comment="\n".join(draft.comments),
        notes=unwrapped(draft.notes),
        references=tuple(draft.references),
        flags=tuple(dict.fromkeys(draft.flags)),
        previous=(previous.get("msgctxt"), previous.get("msgid"), previous.get("msgid_plural")),
        plural=plural,
        obsolete=draft.obsolete,
        line=draft.line,
        unknown=tuple(draft.unknown),
    )
    text = "\n".join(lines[draft.start : end]).rstrip("\n")
    tail = -1 if draft.mixed else sum(len(line) + 1 for line in lines[draft.start : draft.tail])
    return replace(entry, source=Source(text, tuple(draft.raw_comments), entry, tail))


def render(entry: Entry) -> str:
    """The lines of an entry: as they were read where nothing changed, else as `msgcat --no-wrap` has them.

    The strings keep their wrapping if only comments and places changed: an editor that wraps at 76 columns
    and a run that unwraps would change every line in turn.
    """
    source = entry.source
    if source is not None and source.entry == entry:
        return source.text
    lines = [*_comments(entry)]
    lines += [f"#. {note}" if note else "#." for note in entry.notes]
    strings = _written(entry) if source is None else _kept(entry, source)
    return "\n".join([*lines, *_places(entry), strings])


def _kept(entry: Entry, source: Source) -> str:
    """The flags and strings of an entry as they were read, if they are still the same."""
    same = source.tail >= 0 and _strings(entry) == _strings(source.entry)
    return source.text[source.tail :] if same else _written(entry)


def _strings(entry: Entry) -> tuple[object, ...]:
    wording = entry.msgid, entry.msgstr, entry.msgctxt, entry.plural
    return *wording, entry.flags, entry.previous, entry.obsolete


def _places(entry: Entry) -> Iterable[str]:
    """The references, filled into lines as gettext fills them even without wrapping of strings."""
    line = "#:"
    for path, number in entry.references:
        place = f" {path}:{number}" if number else f" {path}"
        if len(line) + len(place) > _PLACES_WIDTH and line != "#:":
            yield line
            line = "#:"
        line += place
    if entry.references:
        yield line


def _written(entry: Entry) -> str:
    """Flags, previous and present strings of an entry, unwrapped, as polib writes them."""
    import polib

    context, msgid, plural_id = entry.previous
    item = polib.POEntry(
        msgid=entry.msgid,
        msgstr=entry.msgstr,
        msgctxt=entry.msgctxt,
        flags=list(entry.flags),
        previous_msgctxt=context,
        previous_msgid=msgid,
        previous_msgid_plural=plural_id,
        obsolete=entry.obsolete,
    )
    if entry.plural is not None:
        item.msgid_plural, item.msgstr_plural = entry.plural[0], dict(entry.plural[1])
    return str(item.__unicode__(wrapwidth=0)).rstrip("\n")


def _comments(entry: Entry) -> Iterable[str]:
    source = entry.source
    if source is not None:
        old = source.entry
        if (old.translator_comment, old.unknown) == (entry.translator_comment, entry.unknown):
            return source.comments
    people = entry.translator_comment.split("\n") if entry.translator_comment else []
    return [*(f"# {line}" if line else "#" for line in people), *entry.unknown]
