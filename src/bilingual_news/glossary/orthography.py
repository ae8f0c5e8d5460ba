"""British and American spellings of the same English words: a translation may be in either.

The differences are those that Oxford's "British and American English: spelling" lists and that occur in
government news; words of which only one is right everywhere (advise, size, prize) are no pair.
"""

from __future__ import annotations

import re
from typing import Final

#: British → American, without endings.
_PAIRS: Final = {
    "labour": "labor", "colour": "color", "harbour": "harbor", "neighbour": "neighbor", "favour": "favor",
    "behaviour": "behavior", "honour": "honor", "endeavour": "endeavor", "rumour": "rumor",
    "flavour": "flavor", "tumour": "tumor", "vapour": "vapor",
    "centre": "center", "centred": "centered", "theatre": "theater", "metre": "meter",
    "kilometre": "kilometer", "litre": "liter", "fibre": "fiber", "calibre": "caliber",
    "defence": "defense", "offence": "offense", "licence": "license", "pretence": "pretense",
    "programme": "program", "catalogue": "catalog", "dialogue": "dialog", "analyse": "analyze",
    "travelling": "traveling", "travelled": "traveled", "traveller": "traveler",
    "labelling": "labeling", "labelled": "labeled", "cancelled": "canceled", "modelling": "modeling",
    "counselling": "counseling", "counsellor": "counselor", "fuelled": "fueled",
    "signalling": "signaling", "enrolment": "enrollment", "instalment": "installment",
    "fulfilment": "fulfillment", "skilful": "skillful", "grey": "gray", "aluminium": "aluminum",
    "ageing": "aging", "judgement": "judgment", "aeroplane": "airplane", "paediatric": "pediatric",
    "gynaecology": "gynecology", "anaemia": "anemia", "orthopaedic": "orthopedic",
    "sulphur": "sulfur", "manoeuvre": "maneuver",
}  # fmt: skip
_AMERICAN: Final = {
    american: british for british, american in _PAIRS.items() if american not in {"check", "story"}
}
#: -ise and -ize, and what is made of them.
_ISE = re.compile(r"([a-z]{3,})i([sz])(e|es|ed|ing|er|ers|ation|ations|ational)$")
#: What stands before the e of words that have but one spelling.
_ONE_SPELLING: Final = frozenset(
    (
        "advis", "revis", "supervis", "televis", "improvis", "precis", "excis", "concis", "incis", "promis",
        "compromis", "compris", "surpris", "enterpris", "merchandis", "franchis", "exercis", "expertis",
        "disguis", "paradis", "premis", "prais", "apprais", "cruis", "bruis", "otherwis", "likewis",
        "clockwis", "capsiz", "assiz",
    )
)  # fmt: skip
_ENDINGS: Final = ("", "s", "ed", "d", "ing", "al", "able", "er", "ers", "ist", "ists", "ly", "hood", "hoods")


def respelt(form: str) -> tuple[str, ...]:
    """An English form in the spellings that it is not in: all words British, or all American.

    Args:
        form: A word or phrase of a glossary.

    Returns:
        No form, one or two; capitals stay as they are.
    """
    words = re.split(r"([^A-Za-z]+)", form)
    found = ("".join(_in(word, american=american) for word in words) for american in (False, True))
    return tuple(dict.fromkeys(other for other in found if other != form))


def _in(word: str, *, american: bool) -> str:
    small = word.lower()
    pairs = _PAIRS if american else _AMERICAN
    for ending in _ENDINGS:
        other = pairs.get(small.removesuffix(ending)) if small.endswith(ending) else None
        if (
            other
            and not (ending == "ed" and other.endswith("e"))
            and not (ending == "d" and other.endswith("r"))
        ):
            return _cased(word, other + ending)
    match = _ISE.match(small)
    if match and f"{match[1]}i{match[2]}" not in _ONE_SPELLING:
        return _cased(word, f"{match[1]}i{'z' if american else 's'}{match[3]}")
    return word


def _cased(word: str, other: str) -> str:
    if word.isupper():
        return other.upper()
    return other.capitalize() if word[:1].isupper() else other
