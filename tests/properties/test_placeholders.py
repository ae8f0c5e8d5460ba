"""No placeholder of the term ladder ever stands in a translation, whatever the text and the model do."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bilingual_news.engines.constrain import Request, translate_with_terms
from bilingual_news.engines.rewrite import CODES, with_placeholders, without_placeholders
from bilingual_news.model import Hypothesis, ModelInfo, Term, TermMatch

LOOK_ALIKES = [
    form for code in CODES[:6] for form in (code, code.lower(), f"{code}s", f"{code[:2]} {code[2]}")
]
WORDS = ["ประชุม", "วันนี้", "2565", "###T01###", "ASEAN", "[1]", *LOOK_ALIKES]
TERMS = [Term("อาเซียน", "ASEAN"), Term("ดิจิทัล", "digital economy"), Term("กรม", "office"), Term("บีวีที", "BVT")]


class Mangler:
    """Copies Latin words and translates nothing else; repeats, drops, lowers, joins and cuts as drawn."""

    info = ModelInfo("mangler", "0" * 64, Path(), "test")

    def __init__(self, data):
        self._data = data

    def alternatives(self, sources):
        return [[Hypothesis(self._mangled(source), -0.1)] for source in sources]

    def score(self, sources, targets):
        return [(-0.1, -0.2) for _ in targets]

    def gains(self, sources, prefixes, phrases):
        return [-1.0 for _ in prefixes]

    def continued(self, sources, prefixes):
        return [
            [Hypothesis(f"{prefix} {self._mangled(source)}")]
            for source, prefix in zip(sources, prefixes, strict=True)
        ]

    def _mangled(self, source):
        ways = [
            str,
            str.lower,
            str.title,
            lambda w: f"{w} {w}",
            lambda w: f"{w}s",
            lambda w: w[:2],
            lambda _: "",
        ]
        latin = [word for word in source.split() if word.isascii()]
        chosen = [self._data.draw(st.sampled_from(ways))(word) for word in latin]
        return " ".join(["It is", *chosen]).strip()


@st.composite
def requests(draw):
    parts = draw(st.lists(st.sampled_from([*WORDS, *TERMS]), min_size=1, max_size=8))
    source, matches = "", []
    for part in parts:
        if isinstance(part, Term):
            matches.append(TermMatch(part, len(source), len(source) + len(part.source)))
        source += (part.source if isinstance(part, Term) else part) + " "
    return Request(source.strip(), tuple(matches))


def foreign_codes(request, english):
    """Codes in a translation that neither the text nor one of its terms accounts for."""
    own = " ".join((request.source, *(m.term.target for m in request.matches))).casefold()
    return [code for code in CODES if code.casefold() in english.casefold() and code.casefold() not in own]


@given(request=requests(), data=st.data())
def test_nothing_leaks_through_the_ladder(request, data):
    [answer] = translate_with_terms(Mangler(data), [request])
    assert foreign_codes(request, answer.text) == []


@given(request=requests())
def test_a_placeholder_is_never_part_of_the_text(request):
    missing = [match.term.target for match in request.required]
    source, meaning = with_placeholders(request, missing)
    for code in meaning:
        assert code.casefold() not in request.source.casefold()
        assert source.count(code) == 1


@given(request=requests(), data=st.data())
def test_a_faithful_copy_gives_every_term_its_place(request, data):
    missing = [match.term.target for match in request.required]
    source, meaning = with_placeholders(request, missing)
    english = without_placeholders(f"Note that {source}", meaning)
    assert english
    assert foreign_codes(request, english) == []
    for target in meaning.values():
        assert target in english
