"""`make bench` names what it runs, what it leaves out, and why."""

import shutil
from importlib.util import find_spec

import pytest
from benchmarks import __main__ as bench


@pytest.mark.parametrize("name", bench.ARGUMENTS)
def test_every_step_is_a_module(name):
    assert find_spec(f"benchmarks.{name}") is not None


def test_programs_belong_to_steps():
    assert bench.PROGRAMS.keys() <= bench.ARGUMENTS.keys()


def test_a_step_without_its_data_is_left_out_and_says_what_to_set(monkeypatch, tmp_path, capsys):
    monkeypatch.setitem(bench.ARGUMENTS, "mt", [tmp_path / "none"])
    bench.main(["mt", "--dry-run"])
    assert f"== mt: left out, needs {tmp_path}/none (set BENCH_DATA" in capsys.readouterr().out


def test_a_step_without_its_program_is_left_out(monkeypatch, tmp_path, capsys):
    monkeypatch.setitem(bench.ARGUMENTS, "merge", ["--articles", tmp_path])
    monkeypatch.setattr(shutil, "which", lambda name: None if name == "zstd" else name)
    bench.main(["merge", "--dry-run"])
    assert "== merge: left out, needs the program zstd" in capsys.readouterr().out


def test_a_step_that_can_run_shows_its_command(capsys):
    bench.main(["startup", "--dry-run"])
    assert capsys.readouterr().out.endswith(" -m benchmarks.startup\n")


def test_an_unknown_step_is_wrong_usage(capsys):
    with pytest.raises(SystemExit, match="2"):
        bench.main(["strtup"])
    assert "no benchmark strtup; there are startup, engine" in capsys.readouterr().err
