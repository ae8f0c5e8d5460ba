"""The built wheel has what the checkout has: templates, model, marker; and it works alone."""

import os
import subprocess
import sys
import zipfile

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    [wheel] = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_it_holds_code_templates_model_and_type_marker_and_nothing_else(installed):
    files = {path.relative_to(installed).as_posix() for path in installed.rglob("*") if path.is_file()}
    assert "bilingual_news/py.typed" in files
    assert "bilingual_news/export/templates/article.html" in files
    assert "bilingual_news/locale/th/LC_MESSAGES/bilingual_news.mo" in files
    assert "bilingual_news/stages/data/sentences-translated.tsv" in files
    assert "bilingual_news/checks/data/names.tsv" in files
    assert any(name.endswith("model/model.bin") for name in files)
    assert {name.split("/")[0] for name in files} == {"bilingual_news"} | {
        name.split("/")[0] for name in files if ".dist-info" in name
    }


def test_it_translates_and_publishes_an_article(installed, with_article):
    project = with_article("84477")
    environment = os.environ | {"PYTHONPATH": str(installed)}
    for arguments in (["translate"], ["export", "html"]):
        code = "import bilingual_news.cli as c; print(c.__file__); c.main()"
        command = [sys.executable, "-c", code, "-C", str(project), *arguments]
        done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
        assert done.returncode == 0, done.stderr
        assert done.stdout.startswith(str(installed))
    assert (project / "site" / "84477.html").exists()
