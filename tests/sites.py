"""Projects for tests of publication: articles and catalogs written by hand."""

from __future__ import annotations

from pathlib import Path

from bilingual_news.thaidate import MONTHS

HEADER = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: en\\n"
"PO-Revision-Date: 2024-05-01 10:00+0700\\n"
"X-Article-Id: {id}\\n"
"X-Article-URL: {url}\\n"
"X-Article-Date: {date}\\n"
"""
#: Articles: id, date, headline, and segments as Thai, English and whether a person reviewed it.
REVIEWED = ("100", "2024-04-02", "นายกรัฐมนตรีเป็นประธานการประชุม", "Prime Minister chairs meeting")
MACHINE = ("101", "2024-04-10", "รัฐบาลเปิดตัวโครงการใหม่", "Government launches new project")
PARTIAL = ("102", "2023-12-31", "กระทรวงการคลังแจงงบประมาณ", "Finance Ministry explains budget")
EMPTY = ("103", "", "ประกาศที่ยังไม่ได้แปล", "")
TWIN = ("104", "2024-04-10", "รัฐบาลเปิดตัวโครงการใหม่", "Government launches new project")
ALL = (REVIEWED, MACHINE, PARTIAL, EMPTY, TWIN)

BODY = (
    (
        "นายกรัฐมนตรีกล่าวว่า ประเทศต่าง ๆ ในอาเซียนจะร่วมมือกันมากขึ้น",
        "The Prime Minister said ASEAN countries would cooperate more.",
    ),
    (
        "ทั้งนี้ กระทรวงการคลังจะเสนองบประมาณ 1,500 ล้านบาท ต่อคณะรัฐมนตรีในวันที่ 27 มกราคม พ.ศ. 2565",
        "The Ministry of Finance will propose a budget of 1.5 billion baht to the Cabinet.",
    ),
    (
        "1) การยกระดับการพัฒนาด้านข้อมูลและเศรษฐกิจดิจิทัลของภูมิภาคอาเซียน",
        "1) Raising data and digital economy development in ASEAN",
    ),
    (
        "2) การสร้างโอกาสในการเสริมสร้างการพัฒนาเทคโนโลยีดิจิทัลของกระทรวงการคลัง",
        "2) Opportunities for digital technology at the Ministry of Finance",
    ),
)
GLOSSARY = """source,target,abbreviation,variants,domain,note,evidence
กระทรวงการคลัง,Ministry of Finance,MOF,กค.,ministry,Not the Treasury.,https://www.mof.go.th/
อาเซียน,ASEAN,,,asean,,
นายกรัฐมนตรี,Prime Minister,PM,,position,,
เศรษฐกิจดิจิทัล,digital economy,,,digital,,
"""


def quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def po_entry(source: str, target: str, *, reviewed: bool, notes: tuple[str, ...] = ()) -> str:
    lines = [f"#. {note}" for note in notes]
    if not reviewed and target:
        lines += ["#. origin: mt test-model-1.0 " + _hash(target), "#, fuzzy"]
    return "\n".join([*lines, f'msgid "{quoted(source)}"', f'msgstr "{quoted(target)}"', ""])


def _hash(text: str) -> str:
    from bilingual_news.catalog.entry import text_hash

    return text_hash(text)


def write_article(project: Path, name: str, date: str, title: str, body) -> Path:
    lines = [f"รัฐบาลไทย-ข่าวทำเนียบรัฐบาล-{title}", ""]
    if date:
        year, month, day = map(int, date.split("-"))
        lines.append(f"วันพุธที่ {day} {MONTHS[month - 1]} {year + 543}")
    lines += [
        title,
        *(source for source, _ in body),
        f"ที่มา : https://www.thaigov.go.th/news/contents/details/{name}",
    ]
    path = project / "articles" / f"{name}.txt"
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def write_catalog(project: Path, name: str, entries: str, *, date: str = "", url: str | None = None) -> Path:
    url = f"https://www.thaigov.go.th/news/contents/details/{name}" if url is None else url
    path = project / "locales" / "en" / "LC_MESSAGES" / f"{name}.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEADER.format(id=name, url=url, date=date) + "\n" + entries, encoding="utf-8")
    return path


def write_project(project: Path) -> Path:
    """Five articles: reviewed, machine, partly reviewed, empty, and one with the headline of another."""
    (project / "glossaries").mkdir(parents=True, exist_ok=True)
    (project / "glossaries" / "terms.csv").write_text(GLOSSARY, encoding="utf-8")
    for article in ALL:
        name, date, title, english = article
        write_article(project, name, date, title, BODY)
        reviewed = article is REVIEWED
        reference = f"articles/{name}.txt:1"
        entries = [po_entry(title, english, reviewed=reviewed or article is PARTIAL, notes=("title",))]
        for source, target in BODY:
            entries.append(po_entry(source, target if english else "", reviewed=reviewed))
        text = "\n".join(entry.replace("msgid ", f"#: {reference}\nmsgid ", 1) for entry in entries)
        write_catalog(
            project, name, text.replace("#, fuzzy\n#: " + reference, f"#: {reference}\n#, fuzzy"), date=date
        )
    return project
