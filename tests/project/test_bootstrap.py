"""What grade.py decides before the grader starts: go on, set up .venv, repair it, or say why not.

A test has a copy of grade.py with a tiny kata that tells where it runs, a requirement that no Python meets,
and a fake uv: it makes real environments, and its "install" adds only the metadata that is looked for.
"""

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="the fake commands are scripts that POSIX starts"
)

BASE = os.path.realpath(os.path.join(sys.base_prefix, "bin", "python3"))

CLI = """
import json, os, sys
def main():
    prefix = os.path.realpath(sys.prefix)
    print(json.dumps({"prefix": prefix, "arguments": sys.argv[1:], "path": sys.path}))
    return 1
"""

UV = """#!{python}
import os, signal, subprocess, sys, time
from pathlib import Path

here = Path({here!r})
assert Path("grade.py").exists(), "settings of uv that lie in another folder would hold"
kind = "venv" if sys.argv[1] == "venv" else "install"
with open(here / "calls", "a") as calls:
    calls.write(kind + "\\n")
order = (here / kind).read_text() if (here / kind).exists() else ""
if order == "fail":
    sys.exit("error: nobody answers")
if order == "outlive":
    (here / kind).unlink()
    os.kill(os.getppid(), signal.SIGKILL)
if order in ("wait", "outlive"):
    for _ in range(6000):  # no longer than a minute, lest a test that failed leaves it here for ever
        if (here / "go").exists():
            break
        time.sleep(0.01)
if kind == "venv":
    subprocess.run([{python!r}, "-m", "venv", "--without-pip", sys.argv[-1]], check=True)
if order in ("SIGKILL", "SIGINT"):
    (here / kind).unlink()
    os.kill(os.getppid(), getattr(signal, order))
    sys.exit(1)
if kind == "install":
    environment = Path(sys.argv[sys.argv.index("--python") + 1]).parents[1]
    packages = next(environment.glob("lib/python3.*/site-packages"))
    name, _, version = sys.argv[-1].partition(">=")
    metadata = packages / f"{{name.replace('-', '_')}}-{{version}}.dist-info" / "METADATA"
    metadata.parent.mkdir()
    metadata.write_text(f"Metadata-Version: 2.1\\nName: {{name}}\\nVersion: {{version}}\\n")
"""


class Machine:
    """A copy of grade.py in a folder of its own, and the commands and variables that it can see."""

    def __init__(self, folder: Path) -> None:
        self.home = folder / "my kata"
        self.venv = self.home / ".venv"
        self.commands = folder / "bin"
        self.elsewhere = folder / "else where"
        self.variables = {"PATH": str(self.commands), "HOME": str(folder)}
        for new in (self.home / "kata" / "front", self.commands, self.elsewhere):
            new.mkdir(parents=True)
        shutil.copy(ROOT / "grade.py", self.home)
        (self.home / "kata" / "__init__.py").touch()
        (self.home / "kata" / "front" / "cli.py").write_text(CLI)
        self.requires("kata-needs-this>=1.2")
        self.order("calls", "")
        self.command("uv", UV.format(python=sys.executable, here=str(folder / "bin")))

    def requires(self, *requirements: str) -> None:
        text = f"[project]\ndependencies = {json.dumps(requirements)}\n"
        (self.home / "pyproject.toml").write_text(text)

    def command(self, name: str, text: str) -> None:
        (self.commands / name).write_text(text)
        (self.commands / name).chmod(0o755)

    def order(self, kind: str, what: str) -> None:
        """Make the fake uv do something else at its next "venv" or "install"."""
        (self.commands / kind).write_text(what)

    def calls(self) -> list[str]:
        """What the fake uv was asked for since the last time."""
        log = self.commands / "calls"
        calls = log.read_text().split()
        log.write_text("")
        return calls

    def begin(
        self, *arguments: str, patch: str = "", python: str = sys.executable
    ) -> "subprocess.Popen[str]":
        """Start grade.py from another folder, after a line of Python that changes what it meets."""
        script = str(self.home / "grade.py")
        play = f"import runpy, sys; del sys.argv[0]; {patch}; runpy.run_path({script!r}, run_name='__main__')"
        command = [python, "-c", play, script, *arguments] if patch else [python, script, *arguments]
        pipe = subprocess.PIPE
        return subprocess.Popen(
            command, cwd=self.elsewhere, env=self.variables, stdout=pipe, stderr=pipe, text=True
        )

    def start(self, *arguments: str, patch: str = "", python: str = sys.executable) -> "Outcome":
        return Outcome(self.begin(*arguments, patch=patch, python=python))


class Outcome:
    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.out, self.err = process.communicate(timeout=600)  # a busy machine installs for minutes
        self.code = process.returncode
        assert "Traceback" not in self.err, self.err

    def prefix(self) -> str:
        """The environment in which the grader ran; it ends with exit code 1, which must come through."""
        assert self.code == 1, self.err
        return str(json.loads(self.out)["prefix"])

    def sentence(self) -> str:
        """All that was said, when the end was one sentence and exit code 2."""
        assert (self.code, self.out) == (2, "")
        assert re.fullmatch(r"[^\n]+[^.]\.\n", self.err), self.err
        return self.err


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path.resolve())


@pytest.fixture
def grade(machine: Machine) -> ModuleType:
    spec = importlib.util.spec_from_file_location("grade_of_this_test", machine.home / "grade.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def user_made_venv(machine: Machine) -> None:
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(machine.venv)], check=True)
    (machine.venv / "mine").touch()


# --- nothing to do


def test_nothing_is_created_where_the_requirements_are_met(machine: Machine) -> None:
    machine.requires("pytest>=8.4")
    before = sorted(machine.home.iterdir())
    outcome = machine.start("list", "a b", "--json")
    assert outcome.prefix() == os.path.realpath(sys.prefix)
    assert json.loads(outcome.out)["arguments"] == ["list", "a b", "--json"]
    assert outcome.err == ""
    assert sorted(path for path in machine.home.iterdir() if path.name != "__pycache__") == before


@pytest.mark.parametrize(
    ("requirement", "met"),
    [("pytest>=8.4", True), ("pytest>=8", True), ("pytest>=999.0", False), ("kata-needs-this>=1.2", False)],
)
def test_a_requirement_is_met_by_what_is_installed_and_new_enough(
    grade: ModuleType, requirement: str, met: bool
) -> None:
    assert grade.met(requirement) is met


def test_versions_are_compared_as_numbers(
    grade: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for entry in ("some_tool-8.10.1.dist-info", "Old.Tool-1.2-py3.egg-info", "broken-.dist-info"):
        (tmp_path / entry).mkdir()
    (tmp_path / "no_tool-9.py").touch()
    monkeypatch.setattr("sys.path", [str(tmp_path / "not there"), str(tmp_path)])
    assert grade.met("some-tool>=8.4")
    assert not grade.met("some-tool>=8.11")
    assert grade.met("old.tool>=1.2")
    assert not grade.met("broken>=0.1")
    assert not grade.met("no-tool>=1")


def test_of_two_versions_the_one_that_is_imported_counts(
    grade: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "first" / "tool-1.0.dist-info").mkdir(parents=True)
    (tmp_path / "second" / "tool-2.0.dist-info").mkdir(parents=True)
    monkeypatch.setattr("sys.path", [str(tmp_path / "first"), str(tmp_path / "second")])
    assert not grade.met("tool>=2.0")


def test_the_project_writes_its_requirements_as_grade_reads_them() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["dependencies"]
    assert [
        line for line in project["dependencies"] if not re.fullmatch(r"[a-z0-9-]+>=\d+(\.\d+)*", line)
    ] == []


# --- the set-up


def test_a_bare_machine_is_set_up_once(machine: Machine) -> None:
    first = machine.start("list", "a b")
    assert first.prefix() == str(machine.venv)
    assert json.loads(first.out)["arguments"] == ["list", "a b"]
    assert str(machine.venv) in first.err and "kata-needs-this" in first.err
    assert machine.calls() == ["venv", "install"]
    second = machine.start("list")
    assert (second.prefix(), second.err) == (str(machine.venv), "")
    assert machine.calls() == []


def test_variables_that_point_elsewhere_do_no_harm(machine: Machine) -> None:
    (machine.elsewhere / "kata.py").write_text("raise SystemExit('the wrong one')")
    machine.variables["PYTHONPATH"] = str(machine.elsewhere)
    machine.variables["PYTHONHOME"] = sys.base_prefix
    outcome = machine.start(python=BASE)
    assert outcome.prefix() == str(machine.venv)
    assert str(machine.elsewhere) not in json.loads(outcome.out)["path"]
    machine.variables["PYTHONSAFEPATH"] = "1"
    assert machine.start(python=BASE).prefix() == str(machine.venv)
    machine.requires()
    assert machine.start(python=BASE).prefix() == sys.base_prefix


@pytest.mark.parametrize("moment", ["venv", "install"])
def test_a_set_up_that_was_killed_is_done_again(machine: Machine, moment: str) -> None:
    machine.order(moment, "SIGKILL")
    assert machine.start().code == -9
    assert machine.venv.exists()
    (machine.venv / "half a package").touch()
    assert machine.start().prefix() == str(machine.venv)
    assert not (machine.venv / "half a package").exists()


def test_an_interrupted_set_up_says_so_and_is_done_again(machine: Machine) -> None:
    machine.order("install", "SIGINT")
    outcome = machine.start()
    assert outcome.code == 130
    assert outcome.err.splitlines()[-1] == "The set-up was interrupted: start again to finish it."
    assert machine.start().prefix() == str(machine.venv)


def test_new_requirements_are_installed_when_they_come(machine: Machine) -> None:
    machine.start()
    machine.requires("kata-needs-this>=1.3")
    assert machine.start().prefix() == str(machine.venv)
    machine.calls()
    inside = str(machine.venv / "bin" / "python")
    machine.requires("kata-needs-that>=2.0")
    assert machine.start(python=inside).prefix() == str(machine.venv)
    assert machine.calls() == ["install"]  # a Python does not take away the ground it stands on
    assert machine.start().prefix() == str(machine.venv)
    assert machine.calls() == []


def test_two_starts_at_once_set_up_once(machine: Machine) -> None:
    machine.order("venv", "wait")
    first = machine.begin("first")
    assert first.stderr
    assert first.stderr.read(6) == "Making"
    second = machine.begin("second")
    assert second.stderr
    assert second.stderr.readline().startswith("Waiting for another start")
    (machine.commands / "go").touch()
    assert Outcome(first).prefix() == Outcome(second).prefix() == str(machine.venv)
    assert machine.calls() == ["venv", "install"]


def test_an_installer_that_outlives_its_start_is_waited_for(machine: Machine) -> None:
    machine.order("install", "outlive")
    assert machine.start().code == -9
    again = machine.begin()
    assert again.stderr
    assert again.stderr.readline().startswith("Waiting for another start")
    (machine.commands / "go").touch()
    assert Outcome(again).prefix() == str(machine.venv)


# --- what the user made


def test_the_users_own_environment_is_kept_and_gets_what_it_lacks(machine: Machine) -> None:
    user_made_venv(machine)
    assert machine.start().prefix() == str(machine.venv)
    assert machine.calls() == ["install"]
    machine.requires("kata-needs-this>=1.3")
    assert machine.start().prefix() == str(machine.venv)
    assert machine.calls() == ["install"]
    assert (machine.venv / "mine").exists()


def test_what_is_no_environment_and_not_ours_is_left_alone(machine: Machine) -> None:
    machine.venv.write_text("mine")
    assert "rename it" in machine.start().sentence()
    assert machine.venv.read_text() == "mine"
    machine.venv.unlink()
    (machine.venv / "bin").mkdir(parents=True)
    assert "rename it" in machine.start().sentence()
    (machine.venv / "bin" / "python").symlink_to(sys.executable)  # without pyvenv.cfg it would run elsewhere
    assert "rename it" in machine.start().sentence()
    assert [path.name for path in machine.venv.iterdir()] == ["bin"]


# --- one sentence


OLD = "sys.version_info = (3, 9, 18)"


def test_an_old_python_names_a_newer_one_that_starts(machine: Machine) -> None:
    machine.command("python3.14", "#!/bin/sh\nexit 127\n")
    machine.command("python3.12", "#!/bin/sh\nexit 0\n")
    sentence = machine.start(patch=OLD).sentence()
    assert "3.11 or later" in sentence and "3.9" in sentence and "start it with python3.12" in sentence
    assert not machine.venv.exists()


def test_an_old_python_with_no_newer_one(machine: Machine) -> None:
    assert "start it with a newer one" in machine.start(patch=OLD).sentence()


def test_an_old_python_in_the_users_own_environment(machine: Machine) -> None:
    user_made_venv(machine)
    inside = str(machine.venv / "bin" / "python")
    assert f"remove {machine.venv}" in machine.start(patch=OLD, python=inside).sentence()


def test_a_python_that_cannot_make_environments(machine: Machine) -> None:
    (machine.commands / "uv").unlink()
    patch = "import importlib.util as u; u.find_spec = lambda name: None"
    package = f"python3.{sys.version_info.minor}-venv"
    assert f"install {package}" in machine.start(patch=patch).sentence()
    assert not machine.venv.exists()


def test_a_folder_that_cannot_be_written(machine: Machine) -> None:
    (
        machine.home / ".venv.lock"
    ).mkdir()  # opening it fails, as in a read-only folder; root may write anywhere else
    assert f"copy {machine.home} to where you may write" in machine.start().sentence()
    assert not machine.venv.exists()


def test_no_network(machine: Machine) -> None:
    machine.order("install", "fail")  # then pip is tried, which is not there
    outcome = machine.start()
    assert outcome.code == 2
    assert outcome.err.splitlines()[-1].endswith(
        "(error: nobody answers): see to the network and start again."
    )
    (machine.commands / "install").unlink()
    assert machine.start().prefix() == str(machine.venv)


def test_pip_without_an_index(machine: Machine) -> None:
    (machine.commands / "uv").unlink()
    for name in ("pip", "venv"):
        (machine.elsewhere / f"{name}.py").write_text("raise SystemExit('the wrong one')")
    machine.variables.update(PIP_NO_INDEX="1", PYTHONPATH=str(machine.elsewhere))
    outcome = machine.start()
    assert outcome.code == 2
    assert "kata-needs-this" in outcome.err.splitlines()[-1]


# --- for real


def test_the_real_requirements_on_a_bare_machine(machine: Machine) -> None:
    """pip and the package index as they are; skipped where there is no network."""
    bare = machine.elsewhere / "bare"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(bare)], check=True)
    (machine.commands / "uv").unlink()
    shutil.copy(ROOT / "pyproject.toml", machine.home)
    machine.variables = dict(os.environ, COLUMNS="60")
    outcome = machine.start(python=str(bare / "bin" / "python"))
    if "see to the network" in outcome.err:
        pytest.skip(outcome.err.splitlines()[-1])
    assert outcome.prefix() == str(machine.venv)
    named = outcome.err.partition("Installing")[2].rstrip(" .\n").splitlines()
    assert len(named) > 1
    assert max(map(len, named)) <= 60
