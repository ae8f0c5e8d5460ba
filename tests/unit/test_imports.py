"""Start-up stays light, and nothing heavy is ever needed."""

import subprocess
import sys

import pytest

#: Rooms of the house that do the work on an article, and modules that only they need.
AT_WORK = {"checks", "engines", "export", "exchange", "facts", "memory", "scale", "translation"}
WORKING = {f"pipeline.{name}" for name in ("desk", "flow", "memory", "planning", "work", "writing")}


def modules_after(code):
    script = f"import sys\n{code}\nprint('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


HELP = (
    "from click.testing import CliRunner; from bilingual_news.cli import app; CliRunner().invoke(app, {!r})"
)


def own(loaded):
    """Modules of this package, without its name."""
    return {name.removeprefix("bilingual_news.") for name in loaded if name.startswith("bilingual_news.")}


def rooms(loaded):
    return {name.split(".")[0] for name in own(loaded)}


@pytest.mark.parametrize("heavy", ["torch", "stanza", "spacy"])
def test_importing_everything_never_imports(heavy):
    code = (
        "import importlib, pkgutil, bilingual_news\n"
        "for m in pkgutil.walk_packages(bilingual_news.__path__, 'bilingual_news.'):\n"
        "    if not m.name.endswith('__main__'): importlib.import_module(m.name)"
    )
    assert heavy not in modules_after(code)


def test_translating_never_imports_torch_stanza_or_spacy():
    code = (
        "from bilingual_news.engines.packages import *\n"
        "from bilingual_news.engines.argos import ArgosEngine\n"
        "ArgosEngine(find_model(None, default_roots({'HOME': '/nonexistent'}))).translate(['ข่าว'])"
    )
    assert not modules_after(code) & {"torch", "stanza", "spacy"}


@pytest.mark.parametrize("arguments", [["--help"], ["translate", "--help"], ["mt", "--help"]])
def test_help_imports_neither_engine_nor_dictionary(arguments):
    loaded = modules_after(HELP.format(arguments))
    assert "bilingual_news.cli.app" in loaded
    assert not loaded & {"ctranslate2", "pythainlp", "argostranslate", "polib", "babel", "jinja2", "rich"}


HEAVY = {"ctranslate2", "argostranslate", "sentencepiece", "pythainlp", "polib", "babel", "jinja2", "rich"}
RUN = (
    "from click.testing import CliRunner; from bilingual_news.cli import app\n"
    "result = CliRunner().invoke(app, {!r})\n"
    "assert result.exit_code == 0, result.output\n"
)


@pytest.mark.model
def test_a_run_with_nothing_to_do_loads_nothing_heavy(with_article, run):
    project = with_article("84477", "38820")
    assert run("translate").exit_code == 0
    code = (
        RUN.format(["-C", str(project), "translate", "--jobs", "2"]) + "assert '2 unchanged' in result.output"
    )
    loaded = modules_after(code)
    assert "bilingual_news.pipeline.translate" in loaded
    assert not loaded & HEAVY
    assert not loaded & {"rapidfuzz", "numpy", "concurrent.futures.process"}
    assert not own(loaded) & WORKING
    assert not rooms(loaded) & AT_WORK
    assert {name for name in own(loaded) if name.startswith("stages.")} == {
        "stages.userrules",
        "stages.versions",
    }


@pytest.mark.model
def test_status_of_a_catalog_that_changed_loads_no_model_no_thai_library_and_no_writer(with_article, run):
    project = with_article("84477")
    assert run("translate").exit_code == 0
    loaded = modules_after(RUN.format(["-C", str(project), "status"]))
    assert "bilingual_news.pipeline.report" in loaded
    assert not loaded & HEAVY
    assert not loaded & {"rapidfuzz", "numpy"}
    assert not own(loaded) & {*WORKING, "checks.reports.junit", "checks.reports.sarif"}
    assert rooms(loaded) & AT_WORK == {"checks", "facts"}
    assert {name for name in own(loaded) if name.startswith("stages.")} == {"stages.words"}


@pytest.mark.model
def test_status_of_a_catalog_that_it_knows_loads_neither_dictionary_nor_checks(with_article, run):
    project = with_article("84477")
    assert run("translate").exit_code == 0
    first = run("status").stdout
    loaded = modules_after(RUN.format(["-C", str(project), "status"]) + f"assert result.stdout == {first!r}")
    assert not loaded & HEAVY
    assert not loaded & {"bilingual_news.checks", "bilingual_news.glossary", "bilingual_news.catalog.po"}


def test_help_imports_no_machinery_of_packages():
    assert not modules_after(HELP.format(["--help"])) & {"importlib.metadata", "csv", "sqlite3"}


def imported(*arguments):
    """The modules that a command imports, as `python -X importtime` lists them."""
    command = [sys.executable, "-X", "importtime", "-m", "bilingual_news", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return {line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if "import time:" in line}


@pytest.mark.model
def test_the_interpreter_itself_says_so(with_article, run):
    project = with_article("84477")
    assert run("translate").exit_code == 0
    loaded = imported("-C", str(project), "translate")
    assert "bilingual_news.pipeline.translate" in loaded
    assert not {name.split(".")[0] for name in loaded} & HEAVY
