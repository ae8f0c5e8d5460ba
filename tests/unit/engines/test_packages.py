"""Finding and installing Argos packages."""

import hashlib
import json
import zipfile

import pytest

from bilingual_news.engines.packages import (
    ENVIRONMENT,
    Roots,
    default_roots,
    describe,
    find_model,
    install,
    list_models,
    official_url,
)
from bilingual_news.errors import ModelError, PackageError


def package(folder, version="1.0", pair=("th", "en"), *, leave_out=""):
    folder.mkdir(parents=True)
    metadata = {"package_version": version, "from_code": pair[0], "to_code": pair[1]}
    files = {
        "metadata.json": json.dumps(metadata),
        "model/model.bin": f"weights {version}",
        "sentencepiece.model": "pieces",
    }
    for name, content in files.items():
        if name != leave_out:
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text(content)
    return folder


def archive(path, folder, extra=()):
    with zipfile.ZipFile(path, "w") as target:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                target.write(file, f"{folder.name}/{file.relative_to(folder)}")
        for name, content in extra:
            target.writestr(name, content)
    return path


def sha256(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture
def roots(tmp_path):
    package(tmp_path / "embedded" / "ours", "0.1")
    return Roots({}, tmp_path / "installed", tmp_path / "embedded")


def test_the_embedded_package_is_the_default(roots):
    model = find_model(None, roots)
    assert (model.name, model.origin) == ("translate-th_en-0.1", "embedded")
    assert model.sha256 == hashlib.sha256(b"weights 0.1").hexdigest()


def test_flag_environment_installed_embedded_in_this_order(tmp_path, roots):
    package(roots.installed / "official", "1.9")
    flag, variable = package(tmp_path / "flag", "2.0"), package(tmp_path / "variable", "3.0")
    assert find_model(None, roots).name == "translate-th_en-1.9"
    named = Roots({ENVIRONMENT: str(variable)}, roots.installed, roots.embedded)
    assert find_model(None, named).origin == "environment"
    assert find_model(flag, named).name == "translate-th_en-2.0"


def test_the_newest_installed_package_wins(roots):
    package(roots.installed / "b", "1.9")
    package(roots.installed / "a", "1.10")
    assert [m.name for m in list_models(roots)] == [
        "translate-th_en-1.10",
        "translate-th_en-1.9",
        "translate-th_en-0.1",
    ]


def test_packages_for_other_languages_and_broken_ones_are_passed_over(roots):
    package(roots.installed / "de", pair=("de", "en"))
    package(roots.installed / "broken", leave_out="model/model.bin")
    assert [m.origin for m in list_models(roots)] == ["embedded"]


def test_no_model_at_all_is_an_error_that_says_what_to_do(tmp_path):
    with pytest.raises(ModelError, match="no Thai→English model found") as caught:
        find_model(None, Roots({}, tmp_path / "a", tmp_path / "b"))
    assert "model install" in caught.value.hint


@pytest.mark.parametrize("leave_out", ["metadata.json", "model/model.bin", "sentencepiece.model"])
def test_a_named_package_must_be_complete(tmp_path, leave_out):
    with pytest.raises(ModelError, match=r"metadata.json|model.bin|sentencepiece.model") as caught:
        describe(package(tmp_path / "p", leave_out=leave_out), "flag")
    assert caught.value.path == str(tmp_path / "p")


@pytest.mark.parametrize("content", ["not json", "[]"])
def test_metadata_must_be_a_table(tmp_path, content):
    folder = package(tmp_path / "p")
    (folder / "metadata.json").write_text(content)
    with pytest.raises(ModelError, match=r"metadata.json is not"):
        describe(folder, "flag")


def test_the_environment_decides_where_packages_are_looked_for(tmp_path):
    assert default_roots({"HOME": "/h"}).installed.as_posix() == ("/h/.local/share/argos-translate/packages")
    assert default_roots({"XDG_DATA_HOME": "/x"}).installed.as_posix() == "/x/argos-translate/packages"
    assert default_roots({"ARGOS_PACKAGES_DIR": "/a"}).installed.as_posix() == "/a"


def test_install(tmp_path, roots):
    file = archive(tmp_path / "x.argosmodel", package(tmp_path / "translate-th_en-1_9", "1.9"))
    model = install(file, roots, sha256(file))
    assert model.path == roots.installed / "translate-th_en-1_9"
    assert find_model(None, roots) == model


def test_install_again_replaces_the_package(tmp_path, roots):
    file = archive(tmp_path / "x.argosmodel", package(tmp_path / "p", "1.9"))
    assert install(file, roots, sha256(file)) == install(file, roots, sha256(file))
    assert [path.name for path in roots.installed.iterdir()] == ["p"]


def bad_hash(tmp_path):
    return archive(tmp_path / "x", package(tmp_path / "p")), "0" * 64


def not_a_zip(tmp_path):
    (tmp_path / "x").write_bytes(b"no zip")
    return tmp_path / "x", sha256(tmp_path / "x")


def damaged_zip(tmp_path):
    file = archive(tmp_path / "x", package(tmp_path / "p"))
    file.write_bytes(file.read_bytes()[:-30])
    return file, sha256(file)


def parent_path(tmp_path):
    file = archive(tmp_path / "x", package(tmp_path / "p"), [("../evil", "x")])
    return file, sha256(file)


def absolute_path(tmp_path):
    file = archive(tmp_path / "x", package(tmp_path / "p"), [("/etc/evil", "x")])
    return file, sha256(file)


def link(tmp_path):
    entry = zipfile.ZipInfo("p/link")
    entry.external_attr = 0o120777 << 16
    file = archive(tmp_path / "x", package(tmp_path / "p"), [(entry, "/etc/passwd")])
    return file, sha256(file)


def other_pair(tmp_path):
    file = archive(tmp_path / "x", package(tmp_path / "p", pair=("en", "th")))
    return file, sha256(file)


def no_package(tmp_path):
    with zipfile.ZipFile(tmp_path / "x", "w") as target:
        target.writestr("readme.txt", "x")
    return tmp_path / "x", sha256(tmp_path / "x")


def missing_file(tmp_path):
    return tmp_path / "none.argosmodel", "0" * 64


BAD = {
    bad_hash: "wrong SHA-256",
    not_a_zip: "not a valid zip",
    damaged_zip: "not a valid zip",
    parent_path: "unsafe path",
    absolute_path: "unsafe path",
    link: "unsafe path",
    other_pair: "translates en→th, expected th→en",
    no_package: "0 package folders",
    missing_file: "cannot be read",
}


@pytest.mark.parametrize(("make", "message"), BAD.items(), ids=lambda value: getattr(value, "__name__", ""))
def test_a_bad_package_is_refused_and_nothing_is_installed(tmp_path, roots, make, message):
    file, expected = make(tmp_path)
    with pytest.raises(PackageError, match=message):
        install(file, roots, expected)
    assert not list(roots.installed.glob("*"))
    assert not (tmp_path / "evil").exists()


def test_a_truncated_download_of_the_official_package_is_recognised(tmp_path, roots):
    (tmp_path / "x").write_bytes(b"PK\x03\x04 and no more")
    with pytest.raises(PackageError, match="truncated: 16 bytes, expected 71,737,116"):
        install(tmp_path / "x", roots)


def test_a_read_only_folder_is_an_error(tmp_path, roots):
    roots.installed.write_text("a file where the folder should be")
    file = archive(tmp_path / "x", package(tmp_path / "p"))
    with pytest.raises(PackageError, match="cannot be installed"):
        install(file, roots, sha256(file))


def index(**values):
    entry = {"from_code": "th", "to_code": "en", "links": []} | values
    return json.dumps([{"from_code": "de", "to_code": "en", "links": ["https://x/de"]}, entry]).encode()


def test_the_index_names_the_official_package():
    url = "https://example.org/v1/translate-th_en-1_9.argosmodel"
    assert official_url(index(links=["ipfs://x/translate-th_en-1_9.argosmodel", url])) == url


@pytest.mark.parametrize(
    "data",
    [b"{", b"[1]", b"{}", index(), index(links=["http://example.org/translate-th_en-1_9.argosmodel"])],
)
def test_an_index_without_it_is_an_error(data):
    with pytest.raises(PackageError, match="package index"):
        official_url(data)
