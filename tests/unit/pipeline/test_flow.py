"""Articles on their way through a run: what is decoded, how often, and what a failure costs."""

import itertools
import os
import shutil
import signal

import pytest

from bilingual_news.catalog.po import read_catalog
from bilingual_news.config import Settings
from bilingual_news.errors import ModelError, ModelLoadError, WorkerError
from bilingual_news.glossary import Termbase, load_termbase
from bilingual_news.pipeline import desk, processes
from bilingual_news.pipeline.articles import Ticket
from bilingual_news.pipeline.desk import Translator
from bilingual_news.pipeline.processes import Context, PoolBench
from bilingual_news.pipeline.translate import Options, TranslateRun, find_articles
from bilingual_news.pipeline.work import Worker
from bilingual_news.scale.cache import TranslationCache
from bilingual_news.scale.local import InProcess
from bilingual_news.scale.store import RunStore
from bilingual_news.sources import identify
from tests.contracts import engines
from tests.sites import write_article

pytestmark = pytest.mark.model

SENTENCES = (
    "นายกรัฐมนตรีกล่าวว่า ประเทศต่าง ๆ ในอาเซียนจะร่วมมือกันมากขึ้น",
    "ทั้งนี้ กระทรวงการคลังจะเสนองบประมาณ 1,500 ล้านบาทต่อคณะรัฐมนตรี",
    "รัฐบาลเปิดตัวโครงการใหม่เพื่อช่วยเหลือเกษตรกรทั่วประเทศ",
    "กระทรวงสาธารณสุขเปิดเผยว่ามีผู้ป่วยรายใหม่ในกรุงเทพมหานคร",
)


def deadly(task):
    """The work of a process, which is killed over one article as a system out of memory does it."""
    if task.article == "501":
        os.kill(os.getpid(), signal.SIGKILL)
    return processes._do(task)


class Counted(InProcess):
    """Decodes here, and keeps the segments that it was asked for."""

    def __init__(self, factory, termbase):
        super().__init__(factory, termbase)
        self.asked = []
        self.closed = 0

    def translate(self, batches):
        def seen():
            for batch in batches:
                self.asked.append([job.source for job in batch.jobs])
                yield batch

        yield from super().translate(seen())

    def close(self):
        self.closed += 1
        super().close()


@pytest.fixture
def newsroom(project):
    """Write articles of the sentences with the given numbers; returns the function that does."""

    def write(*articles):
        for number, sentences in enumerate(articles):
            body = [(SENTENCES[n] if isinstance(n, int) else n, "") for n in sentences]
            write_article(project, str(500 + number), "2024-04-02", f"หัวข้อข่าวที่ {number}", body)
        return project

    return write


def translated(project, factory=engines.embedded, *, store=None, options=None):
    """Run over the project; returns its results, sorted, and the executor."""
    settings = Settings(project, beam=1)
    executor = Counted(factory, None)
    model = engines.embedded().info
    run = TranslateRun(
        settings,
        load_termbase(settings.glossaries_dir),
        lambda: Translator(model, executor, store or RunStore(), 1),
        options,
    )
    results = sorted(run.run(find_articles(settings)), key=lambda result: result.article)
    return results, executor


def catalogs(project):
    return {path.name: path.read_bytes() for path in project.rglob("locales/**/*.*o")}


def test_equal_segments_are_decoded_once_in_a_run(newsroom):
    project = newsroom((0, 1), (1, 0), (0, 2))
    results, executor = translated(project)
    asked = list(itertools.chain(*executor.asked))
    assert sorted(asked) == sorted(set(asked))
    assert {s for s in asked if s in SENTENCES} == set(SENTENCES[:3])
    assert [result.translated for result in results] == [3, 3, 3]
    assert executor.closed == 1


def test_equal_segments_are_decoded_once_across_batches(newsroom, monkeypatch):
    monkeypatch.setattr(desk, "BATCH_SEGMENTS", 2)
    project = newsroom(*[(n % 4, (n + 1) % 4) for n in range(8)])
    results, executor = translated(project)
    asked = list(itertools.chain(*executor.asked))
    assert sorted(asked) == sorted(set(asked))
    assert len(executor.asked) > 3
    assert [result.empty for result in results] == [0] * 8


def test_what_is_cached_is_not_decoded(newsroom, tmp_path):
    project = newsroom((0, 1))
    translated(project, store=TranslationCache(tmp_path / "cache", 1, print))
    first = catalogs(project)
    shutil.rmtree(project / "locales")
    results, executor = translated(project, store=TranslationCache(tmp_path / "cache", 1, print))
    assert executor.asked == []
    assert catalogs(project) == first
    assert results[0].translated == 3


def test_a_run_that_was_ended_goes_on_where_it_was(newsroom, tmp_path, monkeypatch):
    monkeypatch.setattr(desk, "BATCH_SEGMENTS", 2)
    project = newsroom((0, 1), (2, 3))
    settings = Settings(project, beam=1)
    executor = Counted(engines.embedded, None)
    store = TranslationCache(tmp_path / "cache", 1, print)
    run = TranslateRun(
        settings, Termbase(()), lambda: Translator(engines.embedded().info, executor, store, 1)
    )
    results = run.run(find_articles(settings))
    next(results)
    results.close()
    assert executor.closed  # closing twice does no harm: see the contract
    before = set(itertools.chain(*executor.asked))
    results, executor = translated(project, store=TranslationCache(tmp_path / "cache", 1, print))
    assert before
    assert not before & set(itertools.chain(*executor.asked))
    assert all(e.msgstr for path in project.rglob("*.po") for e in read_catalog(path).entries)


def test_a_poisonous_segment_is_reported_with_its_article_and_the_rest_is_written(newsroom):
    bad = f"ประชาชนควรระวัง{engines.POISON}ในอาหารทะเลช่วงนี้"
    project = newsroom((0, bad), (1, 2), (bad, 3))
    results, _ = translated(project, engines.allergic)
    assert [(result.state, result.untranslatable, result.empty) for result in results] == [
        ("written", 1, 1),
        ("written", 0, 0),
        ("written", 1, 1),
    ]
    assert isinstance(results[0].error, ModelError)
    assert "poison" in results[0].error.message
    assert results[0].error.path == results[0].path
    # It is nobody's failure for ever: the next run tries again.
    again, executor = translated(project)
    assert [result.empty for result in again] == [0, 0, 0]
    assert executor.asked == [[bad]]


def test_without_a_model_the_run_ends_with_the_error(newsroom):
    with pytest.raises(ModelLoadError):
        translated(newsroom((0,)), engines.missing)


@pytest.mark.parametrize("jobs", [2, 3])
def test_processes_write_the_same_bytes(newsroom, jobs):
    articles = [(n % 4, (n * 3 + 1) % 4, "ASEAN 2025: ๒๐ แห่ง") for n in range(7)]
    project = newsroom(*articles)
    (project / "glossaries" / "x.csv").write_text("source,target\nอาเซียน,ASEAN\n", encoding="utf-8")
    one, _ = translated(project)
    expected = catalogs(project)
    assert len(expected) == 14
    shutil.rmtree(project / "locales")
    many, _ = translated(project, options=Options(jobs=jobs))
    assert catalogs(project) == expected
    assert many == one


def test_errors_come_home_from_processes(newsroom):
    project = newsroom((0,), (1,))
    catalog = project / "locales" / "en" / "LC_MESSAGES" / "500.po"
    catalog.parent.mkdir(parents=True)
    catalog.write_text('msgid "x\n', encoding="utf-8")
    (bad, good), _ = translated(project, options=Options(jobs=2))
    assert (bad.state, good.state) == ("failed", "written")
    assert bad.error.path == str(catalog)
    assert catalog.read_text(encoding="utf-8") == 'msgid "x\n'


def test_a_process_that_dies_is_an_error_of_its_article(newsroom, monkeypatch):
    project = newsroom((0,), (1,), (2,))
    bad = project / "articles" / "501.txt"
    settings = Settings(project)
    bench = PoolBench(Context(settings, (), Options(jobs=2), None, translates=False))
    monkeypatch.setattr(bench._pool, "_function", deadly)
    answers = []
    for path in (project / "articles" / "500.txt", bad, project / "articles" / "502.txt"):
        bench.put(Ticket(path, *identify(path)))
    while len(bench):
        answers.append(bench.take())
    bench.close()
    assert [answer.state for answer in answers] == ["written", "failed", "written"]
    assert isinstance(answers[1].error, WorkerError)
    assert answers[1].error.path == str(bad)


def test_an_article_that_changes_its_id_under_way_is_refused(newsroom, monkeypatch):
    project = newsroom((0,), (1,))
    prepare = Worker.prepare

    def meanwhile(self, ticket):
        ticket.path.write_text(
            ticket.path.read_text(encoding="utf-8").replace("details/500", "details/501"), encoding="utf-8"
        )
        return prepare(self, ticket)

    monkeypatch.setattr(Worker, "prepare", meanwhile)
    first, second = translated(project)[0]
    assert (first.state, second.state) == ("failed", "written")
    assert "became article 501" in first.error.message


def test_two_files_of_one_id_are_both_refused_wherever_they_stand(newsroom):
    project = newsroom((0,), (1,), (2,))
    shutil.copy(project / "articles" / "500.txt", project / "articles" / "zzz.txt")
    results, _ = translated(project)
    assert sorted((result.article, result.state) for result in results) == [
        ("500", "failed"),
        ("500", "failed"),
        ("501", "written"),
        ("502", "written"),
    ]
    assert not (project / "locales" / "en" / "LC_MESSAGES" / "500.po").exists()


def test_a_file_that_is_no_article_takes_no_id_from_another(newsroom):
    project = newsroom((0,))
    (project / "articles" / "english.txt").write_text(
        "A headline\n\nAn article in English only.\nที่มา : https://www.thaigov.go.th/news/contents/details/500",
        encoding="utf-8",
    )
    results, _ = translated(project)
    assert sorted((result.article, result.state) for result in results) == [
        ("500", "failed"),
        ("500", "written"),
    ]
