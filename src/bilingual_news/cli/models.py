"""`bilingual-news model`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bilingual_news.cli.console import Workspace, pass_workspace, print_json
from bilingual_news.cli.options import model_option

if TYPE_CHECKING:
    from bilingual_news.model import ModelInfo


@click.group("model")
def command() -> None:
    """List, install and describe translation models (Argos packages)."""


@command.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
def list_(*, as_json: bool) -> None:
    """List the usable Thai→English packages; the first is the one that is used."""
    from bilingual_news.engines.packages import default_roots, list_models

    models = list_models(default_roots())
    if as_json:
        print_json({"models": [_describe(model) for model in models]})
        return
    for model in models:
        click.echo(f"{model.name}\t{model.origin}\tsha256:{model.sha256}\t{model.path}")


@command.command("info")
@model_option
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@pass_workspace
def info(workspace: Workspace, model: Path | None, *, as_json: bool) -> None:
    """Describe the package that is used, with its model card."""
    from bilingual_news.engines.packages import default_roots, find_model

    found = find_model(workspace.path(model) if model else None, default_roots())
    if as_json:
        print_json(_describe(found))
        return
    for name, value in _describe(found).items():
        click.echo(f"{name}: {value}")
    card = found.path / "README.md"
    if card.is_file():
        click.echo(f"\n{card.read_text(encoding='utf-8').rstrip()}")


@command.command("install")
@click.argument("source", required=False)
@click.option("--sha256", help="Expected hash of the file; the official package's by default.")
@pass_workspace
def install(workspace: Workspace, source: str | None, sha256: str | None) -> None:
    """Install the official Argos th→en package, verified by its SHA-256.

    SOURCE is an .argosmodel file or the address of a mirror; without it the package is fetched from
    the Argos index. No other command fetches anything from the network.
    """
    from bilingual_news.engines import packages

    expected = sha256 or packages.OFFICIAL_SHA256
    import tempfile

    with tempfile.TemporaryDirectory() as scratch:
        archive = _archive(workspace, source, Path(scratch))
        model = packages.install(archive, packages.default_roots(), expected)
    workspace.say(f"installed {model.signature} in {model.path}")


def _archive(workspace: Workspace, source: str | None, scratch: Path) -> Path:
    from bilingual_news.engines import packages

    if source is None:
        index = packages.download(packages.INDEX_URL, scratch).read_bytes()
        source = packages.official_url(index)
    if source.startswith(("http://", "https://")):
        return packages.download(source, scratch)
    return workspace.path(Path(source))


def _describe(model: ModelInfo) -> dict[str, Any]:
    size = sum(path.stat().st_size for path in model.path.rglob("*") if path.is_file())
    return {
        "name": model.name,
        "origin": model.origin,
        "sha256": model.sha256,
        "bytes": size,
        "path": str(model.path),
    }
