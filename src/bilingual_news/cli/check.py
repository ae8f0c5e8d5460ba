"""`bilingual-news check`."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bilingual_news.cli.console import EXIT_GATE, Workspace, pass_workspace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilingual_news.model import Finding

_COLOURS = {"error": "red", "warning": "yellow", "path": "cyan"}


@click.command("check")
@click.argument("catalogs", nargs=-1, type=click.Path(path_type=Path), metavar="[PO]...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "junit", "sarif", "github"]),
    default="text",
    show_default=True,
    help="Form of the report.",
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Write the report to this file, not to stdout."
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "never"]),
    help="Exit with 3 if there is a finding of this severity or a graver one; default: error.",
)
@click.option("--select", multiple=True, metavar="ID", help="Run only this check; may be repeated.")
@click.option("--ignore", multiple=True, metavar="ID", help="Leave this check out; may be repeated.")
@click.option("--baseline", type=click.Path(path_type=Path), help="Report only findings not in this file.")
@click.option(
    "--write-baseline", type=click.Path(path_type=Path), help="Write all findings to this file and pass."
)
@click.option("--write", is_flag=True, help="Write findings into the PO files as `#. check` notes.")
@click.option(
    "--jobs", type=click.IntRange(1), default=1, show_default=True, help="Processes; one file each."
)
@pass_workspace
def command(
    workspace: Workspace,
    catalogs: tuple[Path, ...],
    form: str,
    output: Path | None,
    fail_on: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    baseline: Path | None,
    write_baseline: Path | None,
    jobs: int,
    *,
    as_json: bool,
    write: bool,
) -> None:
    """Check the translations of PO files against source and glossary.

    Without PO files all catalogs of the project are checked. The section [check] of the settings
    gives defaults for --select, --ignore, --fail-on and --baseline. IDs may be joined by commas.
    Exit codes: 0 clean, 3 findings.
    """
    from bilingual_news.errors import CheckError
    from bilingual_news.pipeline import checking
    from bilingual_news.pipeline.check_run import check_files
    from bilingual_news.pipeline.report import find_catalogs

    settings = workspace.settings.check
    try:
        selection = checking.select_checks(_ids(select) or settings.select, _ids(ignore) or settings.ignore)
    except CheckError as error:
        if select or ignore:
            raise click.BadParameter(error.message, param_hint="--select, --ignore") from error
        place = workspace.settings.environment
        raise CheckError(error.message, path=place, hint=error.hint) from error
    paths = find_catalogs(workspace.settings, workspace.paths(catalogs))
    findings, entries = check_files(paths, workspace.termbase, selection, jobs)
    if write:
        changed = checking.write_all_notes(paths, findings)
        workspace.say(f"{changed} of {len(paths)} files written")
    if write_baseline:
        checking.write_baseline(workspace.path(write_baseline), findings)
        workspace.say(f"{len(findings)} findings written to {write_baseline}")
        return
    known = baseline or (Path(settings.baseline) if settings.baseline else None)
    if known:
        findings = checking.without_baseline(findings, checking.read_baseline(workspace.path(known)))
    report = _report("json" if as_json else form, findings, [str(path) for path in paths], entries)
    _write(report, workspace.path(output) if output else None)
    workspace.say(f"{entries} entries checked, {len(findings)} findings")
    if _fails(findings, fail_on or settings.fail_on):
        raise SystemExit(EXIT_GATE)


def _ids(values: Sequence[str]) -> tuple[str, ...]:
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def _report(form: str, findings: list[Finding], files: Sequence[str], entries: int) -> str:
    """The report in one of the forms."""
    from bilingual_news.checks import reports
    from bilingual_news.pipeline.checking import fingerprint

    if form == "json":
        import json

        from bilingual_news.model import Finding

        # Nothing of a finding is to be copied, as `asdict` would do in nine tenths of its time.
        names = [field.name for field in fields(Finding)]
        rows = [{name: getattr(finding, name) for name in names} for finding in findings]
        document = {"findings": rows, "entries": entries}
        return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    if form == "junit":
        return reports.junit_report(findings, files)
    if form == "sarif":
        return reports.sarif_report(findings, [fingerprint(finding) for finding in findings])
    if form == "github":
        return reports.github_report(findings)
    return reports.text_report(findings, lambda text, kind: click.style(text, fg=_COLOURS[kind]))


def _write(report: str, output: Path | None) -> None:
    if output is not None:
        from bilingual_news.files import write_atomically

        write_atomically(output, click.unstyle(report).encode())
    elif report:
        import os

        click.echo(report, nl=False, color=False if os.environ.get("NO_COLOR") else None)


def _fails(findings: list[Finding], fail_on: str) -> bool:
    if fail_on == "never":
        return False
    from bilingual_news.model import SEVERITY_RANK, Severity

    limit = SEVERITY_RANK[Severity(fail_on)]
    return any(SEVERITY_RANK[finding.severity] >= limit for finding in findings)
