"""`bilingual-news cache`."""

from __future__ import annotations

from contextlib import closing

import click

from bilingual_news.cli.console import Workspace, pass_workspace, print_json

_MEGABYTE = 1 << 20


@click.group("cache")
def command() -> None:
    """Look at or empty the cache of machine translations.

    It holds what models of this user have translated, so that no segment is translated twice. It may be
    emptied or deleted at any time; catalogs do not depend on it.
    """


@command.command("info")
@click.option("--json", "as_json", is_flag=True, help="Print the numbers as JSON.")
@pass_workspace
def info(workspace: Workspace, *, as_json: bool) -> None:
    """Show where the cache is, how many translations it holds, and its size and limit."""
    with closing(workspace.cache()) as cache:
        found = cache.info()
    if as_json:
        values = {"path": str(found.path), "answers": found.answers, "size": found.size, "limit": found.limit}
        print_json(values)
        return
    click.echo(f"path          {found.path}")
    click.echo(f"translations  {found.answers}")
    click.echo(f"size          {found.size / _MEGABYTE:.1f} of {found.limit / _MEGABYTE:.0f} MB")


@command.command("clear")
@pass_workspace
def clear(workspace: Workspace) -> None:
    """Forget all machine translations of the cache."""
    with closing(workspace.cache()) as cache:
        count = cache.clear()
    message = workspace.counted(count, "%(count)s translation forgotten", "%(count)s translations forgotten")
    workspace.say(message)
