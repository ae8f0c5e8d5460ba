"""`bilingual-news translate`."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bilingual_news.cli.console import EXIT_ERROR, Workspace, pass_workspace, print_json, show_error
from bilingual_news.cli.options import jobs_option, model_option, no_cache_option
from bilingual_news.messages import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bilingual_news.model import ModelInfo
    from bilingual_news.pipeline.desk import Translator
    from bilingual_news.pipeline.translate import Result

_COUNTS = (
    "segments", N_("translated"), N_("recalled"), N_("kept"), N_("moved"), N_("edited"), N_("split"),
    N_("merged"), N_("added"), N_("revived"), N_("removed"), N_("empty"), "findings",
    N_("untranslatable"),
)  # fmt: skip
_STATES = (N_("written"), N_("planned"), N_("unchanged"), N_("failed"))
_REFRESHES = ("all", "machine")


class _RefreshCommand(click.Command):
    """Lets `--refresh` stand alone as well as before `machine` or `all`, and never eat an article."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Write the option and its value as one argument."""
        joined: list[str] = []
        rest = iter(args)
        for argument in rest:
            if argument == "--":
                joined += [argument, *rest]
            elif argument in _REFRESHES and joined and joined[-1] == "--refresh=all":
                joined[-1] = f"--refresh={argument}"
            else:
                joined.append("--refresh=all" if argument == "--refresh" else argument)
        return super().parse_args(ctx, joined)


@click.command("translate", cls=_RefreshCommand)
@click.argument("articles", nargs=-1, type=click.Path(path_type=Path))
@model_option
@click.option("--no-mt", is_flag=True, help="Leave new segments empty instead of translating them.")
@click.option(
    "--refresh",
    type=click.Choice(_REFRESHES),
    help="Translate machine translations again that nobody has edited or reviewed: all of them (also "
    "without a value), or with `machine` those that another model, termbase or segmenter made.",
)
@click.option("--no-memory", is_flag=True, help="Do not ask the translation memory.")
@click.option("--use-fuzzy", is_flag=True, help="Compile unreviewed translations into the MO files too.")
@no_cache_option
@jobs_option("Processes for everything but the model; auto for one a processor.")
@click.option(
    "--cluster",
    metavar="ADDRESS",
    help="Let the workers of a Dask scheduler translate; needs bilingual-news[cluster].",
)
@click.option("--dry-run", is_flag=True, help="Say what would be done; write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print a summary as JSON.")
@pass_workspace
def command(
    workspace: Workspace,
    articles: tuple[Path, ...],
    model: Path | None,
    *,
    no_mt: bool,
    no_memory: bool,
    no_cache: bool,
    jobs: int,
    cluster: str | None,
    refresh: str | None,
    use_fuzzy: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Write or merge the catalog of every article: locales/LANG/LC_MESSAGES/ID.po and .mo.

    Without ARTICLES all of the articles folder is processed. Articles that did not change cost next
    to nothing. Strings that a person typed or approved are never changed. An article that cannot be
    read is reported, the others are processed, and the exit code is 1.
    """
    from bilingual_news.pipeline.translate import Options, TranslateRun, find_articles

    files = find_articles(workspace.settings, workspace.paths(articles))
    models = _Models(workspace, model, cluster, use_cache=not no_cache)
    wanted = models.describe() if refresh == "machine" and not no_mt else ""
    options = Options(refresh is not None and not no_mt, use_fuzzy, dry_run, wanted, jobs)
    if not no_mt:
        models.require()
    memory = None if no_memory else workspace.memory
    translator = None if no_mt else models.translator
    run = TranslateRun(workspace.settings, workspace.termbase, translator, options, memory)
    results: list[Result] = []
    shown: set[tuple[str, str]] = set()
    with _progress(workspace, len(files)) as advance:
        for result in run.run(files):
            results.append(result)
            _report(workspace, result, shown)
            advance()
    _summarise(workspace, results)
    if as_json:
        print_json({"model": models.signature, "articles": [_as_json(result) for result in results]})
    if any(result.error for result in results):
        raise SystemExit(EXIT_ERROR)


class _Models:
    """Finds the model and sets up who translates, when the first segment needs it."""

    def __init__(
        self, workspace: Workspace, model: Path | None, cluster: str | None, *, use_cache: bool
    ) -> None:
        self._workspace = workspace
        self._model = model
        self._cluster = cluster
        self._use_cache = use_cache
        self._info: ModelInfo | None = None

    @property
    def signature(self) -> str | None:
        return self._info.signature if self._info else None

    def translator(self) -> Translator:
        from bilingual_news.cli.translators import translator

        found = translator(
            self._workspace,
            self._model,
            self._workspace.termbase,
            use_cache=self._use_cache,
            cluster=self._cluster,
        )
        self._info = found.model
        return found

    def describe(self) -> str:
        """Signature of the model that would be used, without loading it."""
        from bilingual_news.engines.packages import default_roots, find_model

        named = self._workspace.path(self._model) if self._model else None
        return find_model(named, default_roots()).signature

    def require(self) -> None:
        """Fail early for what the command line names and is not there: a model, the extra for clusters."""
        if self._model is not None:
            from bilingual_news.engines.packages import describe

            describe(self._workspace.path(self._model), "flag")
        if self._cluster is not None:
            from bilingual_news.cli.cluster import require_extra

            require_extra()


@contextmanager
def _progress(workspace: Workspace, total: int) -> Iterator[Callable[[], None]]:
    if not workspace.shows_progress:
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("articles", total=total)
        yield lambda: bar.advance(task)


def _report(workspace: Workspace, result: Result, shown: set[tuple[str, str]]) -> None:
    # A file that all articles need, such as a memory, is complained of once.
    if result.error and (error := (str(result.error.location), result.error.message)) not in shown:
        shown.add(error)
        show_error(result.error, workspace.language)
    if result.state == "failed":
        return
    if result.state == "unchanged":
        workspace.say(f"unchanged {result.catalog}", level=1)
    else:
        values = [(name, getattr(result, name)) for name in _COUNTS]
        counts = ", ".join(_counted(workspace, name, value) for name, value in values if value)
        workspace.say(f"{workspace.text(result.state)} {result.catalog}: {counts}")
        for change in result.changes:
            workspace.say(f"  refreshed: {change}")


def _counted(workspace: Workspace, name: str, value: int) -> str:
    if name == "segments":
        return workspace.counted(value, "%(count)s segment", "%(count)s segments")
    if name == "findings":
        return workspace.counted(value, "%(count)s finding", "%(count)s findings")
    return f"{value} {workspace.text(name)}"


def _summarise(workspace: Workspace, results: list[Result]) -> None:
    states = [result.state for result in results]
    parts = [f"{states.count(state)} {workspace.text(state)}" for state in _STATES if state in states]
    done = ", ".join(parts) or workspace.text("nothing to do")
    articles = workspace.counted(len(results), "%(count)s article", "%(count)s articles")
    workspace.say(f"{articles}: {done}")


def _as_json(result: Result) -> dict[str, Any]:
    values = asdict(result)
    error = result.error
    values["error"] = (
        {"message": error.message, "path": error.path, "line": error.line, "hint": error.hint}
        if error
        else None
    )
    return values
