"""Names for translations by what decides them, so that equal work is done once, in any run.

A translation is decided by the model, the decoder's settings, our own code between the two, the segment,
and the terms that it must hold. Nothing else is in the key: the same sentence in another article, or
after a change of an unrelated term, is the same work.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from bilingual_news.translation import pieces

if TYPE_CHECKING:
    from bilingual_news.glossary import Termbase
    from bilingual_news.model import ModelInfo, TermMatch
    from bilingual_news.translation import Job

#: Bumped when `translation`, `engines` or `stages.chunk` give another answer to the same request.
CODE_VERSION: Final = 5


def decoder_signature(model: ModelInfo, beam: int) -> str:
    """What decides translations besides the segment and its terms: model, beam, version of our code."""
    return f"model={model.sha256} beam={beam} code={CODE_VERSION}"


def run_signature(decoder: str, termbase: Termbase | None, limit: int) -> str:
    """What decides the answers of a batch besides its jobs; see `base.make_batches`."""
    return f"{decoder} terms={termbase.digest if termbase else ''} limit={limit}"


def request_digest(job: Job, termbase: Termbase | None, limit: int) -> bytes:
    """A digest of what is asked of the engine for a segment: its pieces and the terms they must hold.

    Args:
        job: The segment.
        termbase: The terms to obey.
        limit: Characters beyond which a segment is cut for the engine.
    """
    digest = hashlib.blake2b(digest_size=16)
    for piece in pieces(job.source, limit):
        matches = termbase.find(piece, job.day) if termbase else ()
        required = tuple(_constraint(match) for match in matches if match.term.is_required)
        digest.update(f"{len(piece)} {piece}{required!r}".encode())
    return digest.digest()


def answer_key(request: bytes, decoder: str) -> bytes:
    """The key of a translation: 16 bytes of a hash over the request's digest and the decoder's signature."""
    return hashlib.blake2b(request + decoder.encode(), digest_size=16).digest()


def _constraint(match: TermMatch) -> tuple[object, ...]:
    """What the term ladder looks at in a required term."""
    term = match.term
    return match.start, match.end, term.accepted, term.case_sensitive, term.is_verbatim
