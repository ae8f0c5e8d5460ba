"""`bilingual-news rules`: the project's own segmentation rules, and their exchange as SRX."""

from __future__ import annotations

from pathlib import Path

import click

from bilingual_news.cli.console import Workspace, pass_workspace
from bilingual_news.cli.outputs import output_path


@click.group("rules")
def command() -> None:
    """Check, import and export the rules of segmentation.toml."""


def say_rules(workspace: Workspace, path: Path, count: int) -> None:
    """Say how many rules a file holds."""
    workspace.say(
        workspace.counted(count, "%(file)s: %(count)s rule", "%(file)s: %(count)s rules", file=path)
    )


@command.command()
@pass_workspace
def check(workspace: Workspace) -> None:
    """Compile every rule and try it on texts that make bad expressions hang."""
    from bilingual_news.stages.userrules import FILE_NAME, load_user_rules

    rules = load_user_rules(workspace.root / FILE_NAME)
    found = len(rules.rules) if rules else 0
    say_rules(workspace, workspace.root / FILE_NAME, found)


@command.command("export")
@click.argument("target", type=click.Path(path_type=Path))
@pass_workspace
def export_rules(workspace: Workspace, target: Path) -> None:
    """Write the rules as SRX 2.0, for OmegaT and other tools."""
    from bilingual_news.errors import ConfigError
    from bilingual_news.files import write_atomically
    from bilingual_news.stages.srx import export_srx
    from bilingual_news.stages.userrules import FILE_NAME, load_user_rules

    path = workspace.root / FILE_NAME
    rules = load_user_rules(path)
    if rules is None:
        raise ConfigError(
            "there are no rules to export.", path=path, hint="Write some first; see docs/segmentation.md."
        )
    write_atomically(output_path(workspace, target), export_srx(rules.rules).encode())
    say_rules(workspace, workspace.path(target), len(rules.rules))


@command.command("import")
@click.argument("source", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Replace an existing segmentation.toml.")
@pass_workspace
def import_rules(workspace: Workspace, source: Path, *, force: bool) -> None:
    """Write the Thai rules of an SRX 2.0 file to segmentation.toml."""
    from bilingual_news.errors import ConfigError
    from bilingual_news.files import write_atomically
    from bilingual_news.stages.srx import import_srx
    from bilingual_news.stages.userrules import FILE_NAME, UserRules, write_user_rules

    path = workspace.root / FILE_NAME
    if path.exists() and not force:
        raise ConfigError("already holds rules.", path=path, hint="Add --force to replace them.")
    rules, remarks = import_srx(workspace.path(source))
    UserRules(rules, path=source)
    write_atomically(path, write_user_rules(rules).encode())
    for remark in remarks:
        workspace.say(remark)
    say_rules(workspace, path, len(rules))
