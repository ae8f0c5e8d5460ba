"""Reports of findings, each a pure function from findings to text."""

from bilingual_news.checks.reports.base import RuleInfo, rules
from bilingual_news.checks.reports.github import github_report
from bilingual_news.checks.reports.junit import junit_report
from bilingual_news.checks.reports.sarif import sarif_report
from bilingual_news.checks.reports.terminal import text_report

__all__ = ["RuleInfo", "github_report", "junit_report", "rules", "sarif_report", "text_report"]
