"""The structure of TMX 1.4b as its specification has it: a judge for what we write.

From the TMX 1.4b Specification (LISA OSCAR, 26 April 2005), chapters "Structural Elements" and
"Inline Elements": for each element its content, its required and its optional attributes.
"""

import re
from xml.etree import ElementTree as ET

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NOTES = ("note", "prop")
_CODES = ("bpt", "ept", "it", "ph", "hi", "ut")
_SHARED = {"o-encoding", "creationtool", "creationtoolversion", "creationdate", "creationid", "changedate",
           "changeid", "o-tmf"}  # fmt: skip
_USE = {"datatype", "usagecount", "lastusagedate"}
#: Element → order of its children as a regular expression over names, required, optional attributes, text.
ELEMENTS = {
    "tmx": ("header body", {"version"}, set(), False),
    "header": (
        "(note |prop |ude )*",
        {"creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype"},
        {"o-encoding", "creationdate", "creationid", "changedate", "changeid"}, False,
    ),
    "body": ("(tu )*", set(), set(), False),
    "tu": ("(note |prop )*(tuv )+", set(), _SHARED | _USE | {"tuid", "segtype", "srclang"}, False),
    "tuv": ("(note |prop )*seg", {LANG}, _SHARED | _USE, False),
    "seg": (f"({' |'.join(_CODES)} )*", set(), set(), True),
    "note": ("", set(), {LANG, "o-encoding"}, True),
    "prop": ("", {"type"}, {LANG, "o-encoding"}, True),
    "bpt": ("(sub )*", {"i"}, {"x", "type"}, True),
    "ept": ("(sub )*", {"i"}, set(), True),
    "it": ("(sub )*", {"pos"}, {"x", "type"}, True),
    "ph": ("(sub )*", set(), {"assoc", "x", "type"}, True),
    "hi": (f"({' |'.join(_CODES)} )*", set(), {"x", "type"}, True),
}  # fmt: skip
_SEGTYPES = {"block", "paragraph", "sentence", "phrase"}
#: RFC 3066, which the specification names, in the part that files use.
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def problems(data):
    """What a TMX file has that the specification does not allow; empty for a valid one."""
    root = ET.fromstring(data)
    found = [] if root.tag == "tmx" and root.get("version") == "1.4" else ["not <tmx version='1.4'>"]
    for element in root.iter():
        found += _element(element)
    header = root.find("header")
    if header is not None:
        found += [] if header.get("segtype") in _SEGTYPES else ["segtype"]
        found += _languages(root, header.get("srclang", ""))
    return found


def _element(element):
    if element.tag not in ELEMENTS:
        return [f"unknown <{element.tag}>"]
    children, required, optional, text = ELEMENTS[element.tag]
    given = " ".join(child.tag for child in element)
    found = []
    if not re.fullmatch(children.rstrip(), given) and not re.fullmatch(
        children, f"{given} " if given else ""
    ):
        found.append(f"<{element.tag}> with children {given!r}")
    found += [f"<{element.tag}> without {name}" for name in required - set(element.attrib)]
    found += [f"<{element.tag}> with {name}" for name in set(element.attrib) - required - optional]
    loose = [element.text, *(child.tail for child in element)]
    if not text and any((part or "").strip() for part in loose):
        found.append(f"<{element.tag}> with text")
    return found


def _languages(root, source):
    found = [] if source == "*all*" or _LANGUAGE.fullmatch(source) else [f"srclang {source!r}"]
    for tu in root.iter("tu"):
        languages = [tuv.get(LANG, "").lower() for tuv in tu.iter("tuv")]
        found += [f"language {name!r}" for name in languages if not _LANGUAGE.fullmatch(name)]
        # "One <tuv> of each <tu> is in the source language", without which tools drop the unit.
        wanted = tu.get("srclang", source).lower()
        if wanted != "*all*" and wanted not in languages:
            found.append(f"a unit without {wanted}")
    return found
