"""Who translates: the model, where it runs, and what is remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from bilingual_news.cli.console import Workspace
    from bilingual_news.glossary import Termbase
    from bilingual_news.model import ModelInfo
    from bilingual_news.pipeline.desk import Translator
    from bilingual_news.scale.base import Executor


def translator(
    workspace: Workspace,
    model: Path | None,
    termbase: Termbase | None,
    *,
    use_cache: bool,
    cluster: str | None = None,
) -> Translator:
    """Find the model, say which it is, and set up who translates with it.

    Args:
        workspace: The project.
        model: Folder of an Argos package; None for the one that is found.
        termbase: Terms to obey; None translates freely.
        use_cache: Whether the user's cache of translations is used and filled.
        cluster: Address of the Dask scheduler whose workers translate; None for this process.

    Raises:
        ModelError: If there is no model.
    """
    from bilingual_news.pipeline.desk import Translator

    info = workspace.model(model)
    if cluster is None:
        executor = in_process(workspace, info, termbase)
    else:
        from bilingual_news.cli.cluster import on_cluster

        executor = on_cluster(workspace, cluster, info, termbase)
    return Translator(info, executor, workspace.store(use_cache=use_cache), workspace.settings.beam)


def in_process(workspace: Workspace, info: ModelInfo, termbase: Termbase | None) -> Executor:
    """Translate in this process; the model is loaded with the first batch."""
    from bilingual_news.engines.argos import ArgosEngine
    from bilingual_news.scale.local import InProcess

    settings = workspace.settings
    return InProcess(lambda: ArgosEngine(info, beam=settings.beam), termbase, settings.chunk_length)
