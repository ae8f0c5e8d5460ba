"""Engines for contracts: the embedded model, also with a segment that it cannot stand.

Factories are functions of this module, so that another process can be given them.
"""

from __future__ import annotations

from bilingual_news.engines.argos import ArgosEngine
from bilingual_news.engines.packages import default_roots, find_model
from bilingual_news.errors import ModelError, ModelLoadError

#: A segment that holds this makes the engine raise.
POISON = "ยาพิษ"


def embedded() -> ArgosEngine:
    """The embedded model, greedy."""
    return ArgosEngine(find_model(None, default_roots({"HOME": "/nonexistent"})), beam=1, threads=1)


class Allergic(ArgosEngine):
    """The embedded model, raising for every batch that holds a poisonous segment."""

    def alternatives(self, sources):
        if any(POISON in source for source in sources):
            raise ModelError("the model failed: poison.", path=self.info.path, hint="Try another model.")
        return super().alternatives(sources)


def allergic() -> Allergic:
    """The embedded model with its allergy."""
    return Allergic(embedded().info, beam=1, threads=1)


def missing() -> ArgosEngine:
    """No model at all."""
    raise ModelLoadError("there is no model.", hint="Install one.")
