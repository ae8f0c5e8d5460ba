"""`bilingual-news check`."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bilingual_news.cli.console import (
    EXIT_ERROR,
    EXIT_GATE,
    Workspace,
    error_values,
    pass_workspace,
    show_error,
)
from bilingual_news.cli.options import jobs_option
from bilingual_news.cli.outputs import output_path

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilingual_news.errors import BilingualNewsError
    from bilingual_news.model import Finding
    from bilingual_news.pipeline.check_run import FileReport
    from bilingual_news.pipeline.checking import Selection

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
    "--write-baseline",
    type=click.Path(path_type=Path),
    help="Write all findings to this file and pass, whatever they are.",
)
@click.option("--write", is_flag=True, help="Write findings into the PO files as `#. check` notes.")
@click.option("--refresh", is_flag=True, help="Check also files that did not change since the last run.")
@jobs_option("Processes at most that share the files; auto for one a processor.", default="auto")
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
    refresh: bool,
) -> None:
    """Check the translations of PO files against source and glossary.

    Without PO files all catalogs of the project are checked. The section [check] of the settings
    gives defaults for --select, --ignore, --fail-on and --baseline. IDs, which docs/checks.md explains,
    may be joined by commas.

    What was said of a file is remembered until the file, the glossaries, the settings or the program
    change; with --select or --ignore every file is checked. The same is reported either way.

    A PO file that cannot be read is reported, with its line, and the others are checked all the same. A
    project without catalogs is an error too: nothing was checked.

    Exit codes: 0 clean, 3 findings that --fail-on minds, 1 if a file could not be checked, whatever was
    found in the others, or if there is none.
    """
    from bilingual_news.pipeline.check_run import joined
    from bilingual_news.pipeline.standing import find_catalogs, no_catalogs

    settings = workspace.settings.check
    for given in filter(None, (output, write_baseline)):
        output_path(workspace, given)  # what cannot be written is told before the work, not after it
    selection = chosen_checks(workspace, _ids(select), _ids(ignore))
    # CI servers know a file by its path from where they stand, whatever --directory says.
    paths = [_near(path) for path in find_catalogs(workspace.settings, workspace.paths(catalogs))]
    report = _Report(workspace.language, [str(path) for path in paths])
    if not paths:
        report.tell(no_catalogs(workspace.settings))
    is_known = bool(paths) and not select and not ignore
    reports = _reports(workspace, paths, selection, jobs, is_known=is_known, refresh=refresh)
    report.findings, report.entries = joined(reports, selection, report.tell)
    if write:
        written = _write_notes(report)
        message = workspace.counted(
            len(paths),
            "%(done)s of %(count)s file written",
            "%(done)s of %(count)s files written",
            done=written,
        )
        workspace.say(message)
    if write_baseline:
        _write_baseline(workspace, write_baseline, report)
        return
    if known := baseline or (Path(settings.baseline) if settings.baseline else None):
        _leave_out(report, workspace.path(known))
    _deliver(report, "json" if as_json else form, output and workspace.path(output))
    checked = workspace.counted(report.entries, "%(count)s entry checked", "%(count)s entries checked")
    found = workspace.counted(len(report.findings), "%(count)s finding", "%(count)s findings")
    workspace.say(f"{checked}, {found}")
    if report.errors:
        raise SystemExit(EXIT_ERROR)
    if _fails(report.findings, fail_on or settings.fail_on):
        raise SystemExit(EXIT_GATE)


@dataclass
class _Report:
    """What a run says.

    Attributes:
        language: Of the messages.
        files: The PO files.
        findings: In those that could be checked.
        entries: Checked ones.
        errors: What is wrong with the other files.
    """

    language: str
    files: Sequence[str]
    findings: list[Finding] = field(default_factory=list)
    entries: int = 0
    errors: list[BilingualNewsError] = field(default_factory=list)

    def tell(self, error: BilingualNewsError) -> None:
        """Show what is wrong with a file at once, and keep it for the report."""
        show_error(error, self.language)
        self.errors.append(error)

    @property
    def checked(self) -> list[str]:
        """The files that could be checked."""
        damaged = {error.path for error in self.errors}
        return [file for file in self.files if file not in damaged]

    def text(self, form: str, *, told: bool = False) -> str:
        """The report in one of the forms.

        Args:
            form: Its name.
            told: Whether who reads it has seen `tell`; then text, for people, says nothing twice.
        """
        from bilingual_news.checks import reports
        from bilingual_news.pipeline.checking import fingerprint

        if form == "json":
            import json

            from bilingual_news.checks.reports.excerpt import finding_values
            from bilingual_news.model import Finding

            # Nothing of a finding is to be copied, as `asdict` would do in nine tenths of its time.
            names = [field.name for field in fields(Finding)]
            document = {
                "findings": [finding_values(finding, names) for finding in self.findings],
                "entries": self.entries,
                "errors": [error_values(error) for error in self.errors],
            }
            return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
        if form == "junit":
            return reports.junit_report(self.findings, self.files, self.errors)
        if form == "sarif":
            return reports.sarif_report(self.findings, [*map(fingerprint, self.findings)], self.errors)
        if form == "github":
            return reports.github_report(self.findings, self.errors)
        errors = () if told else self.errors
        return reports.text_report(
            self.findings, lambda text, kind: click.style(text, fg=_COLOURS[kind]), errors
        )


def chosen_checks(
    workspace: Workspace, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()
) -> Selection:
    """The checks of the command line, else those of the settings.

    Raises:
        click.BadParameter: For an id of the command line that no check has.
        CheckError: For one of the settings.
    """
    from bilingual_news.errors import CheckError
    from bilingual_news.pipeline.checking import checks_of, select_checks

    if not select and not ignore:
        return checks_of(workspace.settings)
    settings = workspace.settings.check
    try:
        return select_checks(select or settings.select, ignore or settings.ignore)
    except CheckError as error:
        raise click.BadParameter(error.message, param_hint="--select, --ignore") from error


def _reports(
    workspace: Workspace, paths: list[Path], selection: Selection, jobs: int, *, is_known: bool, refresh: bool
) -> list[FileReport]:
    """The reports of the files, of those that did not change the ones that are known."""
    from bilingual_news.pipeline.check_run import file_reports
    from bilingual_news.pipeline.known import KnownReports

    def check(files: list[Path]) -> list[FileReport]:
        return file_reports(files, workspace.termbase, selection, jobs)

    if not is_known:
        return check(paths)
    known = KnownReports(workspace.settings, lambda: workspace.termbase.terms)
    return known.complete(paths, check, refresh=refresh)


def _near(path: Path) -> Path:
    """A path from the current folder, if it leads into it."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _leave_out(report: _Report, baseline: Path) -> None:
    """Leave the findings of a baseline out of a report."""
    from bilingual_news.pipeline.checking import read_baseline, without_baseline

    report.findings = without_baseline(report.findings, read_baseline(baseline))


def _deliver(report: _Report, form: str, place: Path | None) -> None:
    """Print a report, or write it to a file."""
    from bilingual_news.files import write_atomically

    if place is None:
        _print(report.text(form, told=True))
        return
    # A name of a file that is no text is written as on stdout, with escapes; JSON reads them back.
    write_atomically(place, click.unstyle(report.text(form)).encode(errors="backslashreplace"))


def _write_notes(report: _Report) -> int:
    """Write the notes of every file that was checked; returns how many changed.

    One that cannot be written keeps what it has.
    """
    from bilingual_news.errors import BilingualNewsError
    from bilingual_news.pipeline.checking import write_notes

    own: dict[str, list[Finding]] = {file: [] for file in report.checked}
    for finding in report.findings:
        own[finding.file].append(finding)
    written = 0
    for file, findings in own.items():
        try:
            written += write_notes(Path(file), findings)
        except BilingualNewsError as error:
            report.tell(error)
    return written


def _write_baseline(workspace: Workspace, path: Path, report: _Report) -> None:
    """Write the baseline; none without the files that could not be checked, it would not know them."""
    from bilingual_news.pipeline.checking import write_baseline

    if report.errors:
        workspace.say("no baseline was written: it would lack the files above", level=-1)
        raise SystemExit(EXIT_ERROR)
    write_baseline(workspace.path(path), report.findings)
    message = workspace.counted(
        len(report.findings),
        "%(count)s finding written to %(file)s",
        "%(count)s findings written to %(file)s",
        file=path,
    )
    workspace.say(message)


def _ids(values: Sequence[str]) -> tuple[str, ...]:
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def _print(report: str) -> None:
    if report:
        import os

        click.echo(report, nl=False, color=False if os.environ.get("NO_COLOR") else None)


def _fails(findings: list[Finding], fail_on: str) -> bool:
    if fail_on == "never":
        return False
    from bilingual_news.model import SEVERITY_RANK, Severity

    limit = SEVERITY_RANK[Severity(fail_on)]
    return any(SEVERITY_RANK[finding.severity] >= limit for finding in findings)
