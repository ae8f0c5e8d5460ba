"""`--cluster ADDRESS`: the only way to Dask, which is imported when it is asked for and not before."""

from __future__ import annotations

import logging
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from bilingual_news.errors import ClusterError

if TYPE_CHECKING:
    from bilingual_news.cli.console import Workspace
    from bilingual_news.glossary import Termbase
    from bilingual_news.model import ModelInfo
    from bilingual_news.scale.base import Executor

#: Those to which Dask gives a level of its own.
_LOGGERS: Final = ("distributed", "distributed.client", "distributed.gc", "tornado.application")


def require_extra() -> None:
    """Fail early without Dask.

    Raises:
        ClusterError: If it is not installed.
    """
    if find_spec("distributed") is None:
        hint = "Run `pip install bilingual-news[cluster]`."
        raise ClusterError("--cluster needs Dask distributed, which is not installed.", hint=hint)


def on_cluster(workspace: Workspace, address: str, info: ModelInfo, termbase: Termbase | None) -> Executor:
    """An executor over the workers of a scheduler; connects for the first batch."""
    from bilingual_news.scale.cluster import Cluster, ship, work_of

    if workspace.verbosity <= 0:
        # What goes wrong is said in our own words; Dask's log is for those who look for it.
        for name in _LOGGERS:
            logging.getLogger(name).setLevel(logging.CRITICAL)
    settings = workspace.settings
    work = work_of(ship(info, settings.beam), termbase, settings.chunk_length)
    return Cluster(address, work, say=workspace.say)
