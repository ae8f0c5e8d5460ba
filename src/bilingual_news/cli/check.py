"""`bilingual-news check`."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bilingual_news.cli.console import EXIT_GATE, Workspace, pass_workspace, print_json
from bilingual_news.model import SEVERITY_RANK, Severity

if TYPE_CHECKING:
    from bilingual_news.checks import Check
    from bilingual_news.model import Finding


@click.command("check")
@click.argument("catalogs", nargs=-1, type=click.Path(path_type=Path), metavar="[PO]...")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="Form of the report."
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "never"]),
    default="error",
    show_default=True,
    help="Exit with 3 if there is a finding of this severity or a graver one.",
)
@click.option("--select", multiple=True, metavar="ID", help="Run only this check; may be repeated.")
@click.option("--ignore", multiple=True, metavar="ID", help="Leave this check out; may be repeated.")
@pass_workspace
def command(
    workspace: Workspace,
    catalogs: tuple[Path, ...],
    form: str,
    fail_on: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    *,
    as_json: bool,
) -> None:
    """Check the translations of PO files against source and glossary.

    Without PO files all catalogs of the project are checked. Exit codes: 0 clean, 3 findings.
    """
    from bilingual_news.pipeline.report import check_catalog, find_catalogs

    checks = _chosen(select, ignore)
    findings: list[Finding] = []
    entries = 0
    for path in find_catalogs(workspace.settings, workspace.paths(catalogs)):
        found, count = check_catalog(path, workspace.termbase, checks)
        findings += found
        entries += count
    if as_json or form == "json":
        print_json({"findings": [asdict(finding) for finding in findings], "entries": entries})
    else:
        for finding in findings:
            click.echo(
                f"{finding.file}:{finding.line}: {finding.severity} {finding.check}: {finding.message}"
            )
    workspace.say(f"{entries} entries checked, {len(findings)} findings")
    if _fails(findings, fail_on):
        raise SystemExit(EXIT_GATE)


def _chosen(select: tuple[str, ...], ignore: tuple[str, ...]) -> list[Check]:
    from bilingual_news.checks import ALL_CHECKS

    known = [check.id for check in ALL_CHECKS]
    for name in (*select, *ignore):
        if name not in known:
            message = f"no check {name!r}; known are {', '.join(known)}"
            raise click.BadParameter(message)
    return [c for c in ALL_CHECKS if (not select or c.id in select) and c.id not in ignore]


def _fails(findings: list[Finding], fail_on: str) -> bool:
    if fail_on == "never":
        return False
    limit = SEVERITY_RANK[Severity(fail_on)]
    return any(SEVERITY_RANK[finding.severity] >= limit for finding in findings)
