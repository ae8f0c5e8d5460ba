"""Sizes and times of the published site, measured with a real browser.

python -m benchmarks.site

Measures: bytes of a 60-segment article page; a 1,000-article index (build, browser time to load and to
filter); a hostile article of 10 MB (build, bytes).
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from bilingual_news import __version__
from bilingual_news.export.html import Site
from bilingual_news.export.page import Page, Row
from bilingual_news.model import Kind, Origin, Term, TermMatch

RESULT = Path(__file__).parent / "results" / "site.json"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
         "--disable-sync"]  # fmt: skip
TERM = Term("กระทรวงการคลัง", "Ministry of Finance", "MOF", domain="ministry")
THAI = "กระทรวงการคลังแถลงว่าเศรษฐกิจดิจิทัลของประเทศขยายตัวอย่างต่อเนื่องในไตรมาสที่ผ่านมา "
ENGLISH = "The Ministry of Finance said that the digital economy of the country kept growing. "


def article(number: int, segments: int) -> Page:
    """An article of equal segments of usual length."""
    rows = [Row(f"หัวข้อข่าวที่ {number}", f"Headline {number}", Origin.MACHINE, Kind.TITLE, 0, number=1)]
    for n in range(2, segments + 1):
        origin = Origin.REVIEWED if n % 2 else Origin.MACHINE
        matches = (TermMatch(TERM, 0, 14),)
        rows.append(Row(THAI * 2, ENGLISH * 2, origin, Kind.PARAGRAPH, n, matches, number=n))
    day = date(2020, 1, 1) + timedelta(days=number)
    url = f"https://example.org/{number}"
    return Page(str(number), rows[0].source, rows[0].target, day, url, tuple(rows))


def hostile() -> Page:
    """Ten megabytes of markup, quotes and bidi overrides in 1,000 segments."""
    text = ("</style></script><script>alert(1)</script>\"'\u202eก " * 400)[:10_000]
    rows = tuple(Row(text, text, Origin.MACHINE, Kind.PARAGRAPH, n, number=n) for n in range(1, 1001))
    return Page("hostile", text[:80], text[:80], None, "", rows)


def browser_times(index: Path) -> dict[str, float | int]:
    """Milliseconds until the index is loaded and until a filter has been applied and laid out."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = browser.new_page()
        loads, work = [], []
        for _ in range(5):
            # Time that the page's own thread worked: what other programs of the machine take is left out.
            session = page.context.new_cdp_session(page)
            session.send("Performance.enable", {"timeDomain": "threadTicks"})
            page.goto("about:blank")
            before = _work(session)
            page.goto(index.as_uri())
            loads.append(page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd"))
            page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
            work.append(_work(session) - before)
            session.detach()
        filtered = page.evaluate(
            "() => { const start = performance.now(); const box = document.getElementById('status-partial');"
            " box.checked = true; box.dispatchEvent(new Event('input', { bubbles: true }));"
            " document.body.offsetHeight; return performance.now() - start; }"
        )
        browser.close()
    return {
        "load_ms_median": round(sorted(loads)[2]),
        "main_thread_cpu_ms_median": round(sorted(work)[2] * 1000),
        "filter_ms": round(filtered),
    }


def _work(session: Any) -> float:
    metrics = session.send("Performance.getMetrics")["metrics"]
    return float(next(metric["value"] for metric in metrics if metric["name"] == "TaskDuration"))


def main() -> None:
    """Measure and record."""
    argparse.ArgumentParser(description=__doc__.partition("\n")[0]).parse_args()
    with tempfile.TemporaryDirectory() as folder:
        start = time.process_time()
        site = Site(tuple(article(n, 3) for n in range(1000)))
        index = Path(folder) / "index.html"
        index.write_text(site.index(), encoding="utf-8")
        built = time.process_time() - start
        times = browser_times(index)
        size = index.stat().st_size
    start = time.process_time()
    big = len(Site((hostile(),)).article(hostile()).encode())
    result = {
        "command": "python -m benchmarks.site",
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, load average {os.getloadavg()[0]:.1f}",
        "python": platform.python_version(),
        "version": __version__,
        "article_60_segments_bytes": len(Site((article(1, 60),)).files().__next__()[1]),
        "index_1000_articles": {"bytes": size, "build_cpu_s": round(built, 2), **times},
        "hostile_10_mb": {"build_cpu_s": round(time.process_time() - start, 2), "bytes": big},
    }
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
