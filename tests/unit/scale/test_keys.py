"""Equal work has one key, different work another."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bilingual_news.glossary import Termbase
from bilingual_news.model import ModelInfo, Term
from bilingual_news.scale.keys import answer_key, decoder_signature, request_digest, run_signature
from bilingual_news.translation import Job

ASEAN = Term("อาเซียน", "ASEAN")
OTHER = Term("กระทรวงการคลัง", "Ministry of Finance")
OLD = Term("อาเซียน", "the ASEAN group", valid_to=date(2000, 1, 1), priority=1)
JOB = Job("ประเทศในอาเซียนจะร่วมมือกัน", date(2024, 1, 1))
MODEL = ModelInfo("translate-th_en-1", "0" * 64, Path("/x"), "flag")


def digest(job=JOB, terms=(ASEAN, OTHER), limit=300):
    return request_digest(job, Termbase(terms), limit)


@pytest.mark.parametrize(
    ("same", "other"),
    [
        (True, digest(Job(JOB.source, date(2023, 5, 5)))),
        (True, digest(terms=(ASEAN,))),
        (True, digest(terms=(replace(ASEAN, note="x", evidence="y", path="z", line=9), OTHER))),
        (True, digest(terms=(ASEAN, OTHER, OLD))),
        (True, digest(limit=200)),
        (False, digest(Job(JOB.source + "มาก"))),
        (False, digest(terms=())),
        (False, digest(terms=(replace(ASEAN, target="Asean"),))),
        (False, digest(terms=(replace(ASEAN, alternatives=("Asean",)),))),
        (False, digest(terms=(replace(ASEAN, case_sensitive=True),))),
        (False, digest(terms=(replace(ASEAN, part_of_speech="prefix"),))),
        (False, digest(Job(JOB.source, date(1999, 1, 1)), terms=(ASEAN, OTHER, OLD))),
        (False, digest(limit=10)),
    ],
    ids=[
        "another day with the same terms", "without an unrelated term", "another remark on the term",
        "a term of another time", "another limit that cuts nothing", "another text", "no terms",
        "another English", "another accepted English", "another case", "not required", "an old date",
        "cut differently",
    ],
)  # fmt: skip
def test_a_request_is_its_text_and_its_terms(same, other):
    assert (digest() == other) is same


@pytest.mark.parametrize(
    ("model", "beam"),
    [(MODEL, 2), (replace(MODEL, sha256="1" * 64), 4)],
    ids=["another beam", "another model"],
)
def test_a_key_names_the_decoder(model, beam):
    assert answer_key(digest(), decoder_signature(model, beam)) != answer_key(
        digest(), decoder_signature(MODEL, 4)
    )


def test_the_same_model_elsewhere_is_the_same_decoder():
    assert decoder_signature(replace(MODEL, path=Path("/y"), name="z"), 4) == decoder_signature(MODEL, 4)


def test_a_batch_also_names_all_terms_and_the_limit():
    signatures = {
        run_signature("d", terms, limit) for terms in (Termbase([ASEAN]), None) for limit in (200, 300)
    }
    assert len(signatures) == 4
