"""`model install` from a mirror on this machine."""

import functools
import hashlib
import http.server
import json
import threading
import zipfile

import pytest

from bilingual_news.engines import packages


@pytest.fixture
def mirror(tmp_path):
    """A server on the loopback that serves tmp_path/www; gives its address."""
    folder = tmp_path / "www"
    folder.mkdir()
    handler = functools.partial(_Silent, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield folder, f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


class _Silent(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def package(path, pair=("th", "en")):
    metadata = {"package_version": "1.9", "from_code": pair[0], "to_code": pair[1]}
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("translate-th_en-1_9/metadata.json", json.dumps(metadata))
        archive.writestr("translate-th_en-1_9/model/model.bin", "weights")
        archive.writestr("translate-th_en-1_9/sentencepiece.model", "pieces")
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_from_a_mirror(run, mirror):
    folder, address = mirror
    digest = package(folder / "x.argosmodel")
    result = run("model", "install", f"{address}/x.argosmodel", "--sha256", digest)
    assert result.exit_code == 0, result.stderr
    assert "installed translate-th_en-1.9" in result.stderr
    first = json.loads(run("model", "list", "--json").stdout)["models"][0]
    assert (first["name"], first["origin"]) == ("translate-th_en-1.9", "installed")


def test_from_a_file(run, tmp_path):
    digest = package(tmp_path / "x.argosmodel")
    assert run("model", "install", tmp_path / "x.argosmodel", "--sha256", digest).exit_code == 0


def test_from_the_index(run, mirror, monkeypatch):
    folder, address = mirror
    digest = package(folder / packages.OFFICIAL_NAME)
    link = f"https://example.org/{packages.OFFICIAL_NAME}"
    index = [{"from_code": "th", "to_code": "en", "links": [link]}]
    (folder / "index.json").write_text(json.dumps(index))
    monkeypatch.setattr(packages, "INDEX_URL", f"{address}/index.json")
    # The index may only name https addresses; the loopback has no certificate.
    monkeypatch.setattr(
        packages,
        "official_url",
        lambda data: f"{address}/{json.loads(data)[0]['links'][0].rsplit('/', 1)[1]}",
    )
    assert run("model", "install", "--sha256", digest).exit_code == 0


def test_a_package_for_another_pair_is_not_installed(run, mirror):
    folder, address = mirror
    digest = package(folder / "x.argosmodel", pair=("de", "en"))
    result = run("model", "install", f"{address}/x.argosmodel", "--sha256", digest)
    assert result.exit_code == 1
    assert "translates de→en, expected th→en" in result.stderr
    assert len(json.loads(run("model", "list", "--json").stdout)["models"]) == 1


def test_an_address_that_is_not_there(run, mirror):
    result = run("model", "install", f"{mirror[1]}/none.argosmodel")
    assert result.exit_code == 1
    assert "HTTP Error 404" in result.stderr


def test_the_official_hash_is_the_default(run, mirror):
    folder, address = mirror
    package(folder / "x.argosmodel")
    result = run("model", "install", f"{address}/x.argosmodel")
    assert result.exit_code == 1
    assert "truncated" in result.stderr
