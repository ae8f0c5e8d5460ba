"""Start-up stays light, and nothing heavy is ever needed."""

import subprocess
import sys

import pytest


def modules_after(code):
    script = f"import sys\n{code}\nprint('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


HELP = (
    "from click.testing import CliRunner; from bilingual_news.cli import app; CliRunner().invoke(app, {!r})"
)


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
