"""A class graded by a Dask cluster: a real scheduler and two workers, each a process of its own, on the loopback."""

import csv
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from kata.front.classroom import cluster
from kata.front.errors import UsageProblem

from . import strangers
from .class_project import CHAPTER, EXERCISES, grade_py, hand_in, small_kata

ADVICE = "pip install 'asyncio-kata[cluster]'"
STUDENTS = 8  # with one answer for each: a job for each worker

distributed = pytest.importorskip("distributed") if not os.environ.get("CI") else __import__("distributed")


@dataclass
class Running:
    """A scheduler with its workers."""

    address: str
    workers: list["subprocess.Popen[bytes]"]


@contextmanager
def running(folder: Path, root: Path) -> Iterator[Running]:
    """A scheduler and two workers to whom the kata in `root` can be imported."""
    folder.mkdir()
    file = folder / "scheduler.json"
    environment = {
        **os.environ,
        "PYTHONPATH": str(root),
        "DASK_DISTRIBUTED__WORKER__MEMORY__TERMINATE": "False",
    }
    quiet = {"cwd": folder, "env": environment, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    started: list[subprocess.Popen[bytes]] = []

    def start(kind: str, *arguments: str) -> None:
        command = [
            sys.executable,
            "-m",
            f"distributed.cli.dask_{kind}",
            "--host",
            "127.0.0.1",
            "--no-dashboard",
        ]
        command += ["--scheduler-file", str(file), *arguments]
        started.append(subprocess.Popen(command, **quiet))  # type: ignore[call-overload]

    try:
        start("scheduler", "--port", "0")
        _until(file.exists)
        for _ in range(2):
            start("worker", "--nthreads", "1", "--no-nanny", "--local-directory", str(folder))
        address = json.loads(file.read_text())["address"]
        with distributed.Client(address, set_as_default=False, timeout=60) as client:
            client.wait_for_workers(2, timeout=90)
        yield Running(address, started[1:])
    finally:
        for process in reversed(started):
            with suppress(ProcessLookupError):
                process.terminate()
        for process in started:
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _is_judging(worker: "subprocess.Popen[bytes]") -> bool:
    return bool(strangers.descendants(worker.pid))


def _until(true: object, seconds: float = 60) -> None:
    assert callable(true)
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "it did not come about"
        time.sleep(0.02)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_kata(tmp_path_factory.mktemp("dask"))


@pytest.fixture(scope="module")
def submissions(root: Path) -> Path:
    """Half of the class is right, the other half wrong in different ways; no two answers are the same."""
    folder = root / "handed in"
    for number in range(STUDENTS):
        name = EXERCISES[number % len(EXERCISES)]
        wrong = sorted((root / "tests/submissions" / name / "rejected").glob("*.py"))
        path = root / "solutions" / CHAPTER / f"{name}.py" if number % 2 else wrong[number % len(wrong)]
        hand_in(folder, f"student{number:02}", **{name: f"{path.read_text('utf-8')}\n# {number}\n"})
    return folder


@pytest.fixture(scope="module")
def local(root: Path, submissions: Path) -> bytes:
    """The grades that this machine gives by itself."""
    done = grade_py(root, "classroom", submissions, "-o", root / "local", "--no-sandbox")
    assert done.returncode == 0, done.stderr
    return (root / "local" / "grades.csv").read_bytes()


def by_dask(root: Path, submissions: Path, output: str, address: str) -> subprocess.CompletedProcess[str]:
    return grade_py(root, "classroom", submissions, "-o", root / output, "--no-sandbox", "--dask", address)


@pytest.mark.timeout(600)
def test_a_cluster_gives_the_same_grades(root: Path, submissions: Path, local: bytes, tmp_path: Path) -> None:
    with running(tmp_path / "cluster", root) as there:
        done = by_dask(root, submissions, "remote", there.address)
    assert done.returncode == 0, done.stderr
    assert f"{STUDENTS} judged now" in done.stdout
    assert (root / "remote" / "grades.csv").read_bytes() == local
    points = [row["points"] for row in csv.DictReader(local.decode().splitlines())]
    assert "0" in points and len(set(points)) > 1


@pytest.mark.timeout(600)
def test_a_worker_that_is_killed_in_the_middle_costs_nobody_anything(
    root: Path, submissions: Path, local: bytes, tmp_path: Path
) -> None:
    with running(tmp_path / "cluster", root) as there:
        command = [
            sys.executable,
            str(root / "grade.py"),
            "classroom",
            str(submissions),
            "-o",
            str(root / "killed"),
        ]
        command += ["--no-sandbox", "--dask", there.address]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as grading:
            _until(lambda: any(map(_is_judging, there.workers)))
            next(filter(_is_judging, there.workers)).send_signal(signal.SIGKILL)
            said, complained = grading.communicate(timeout=400)
    assert grading.returncode == 0, complained
    assert "NOT GRADED" not in said
    assert (root / "killed" / "grades.csv").read_bytes() == local


@pytest.mark.timeout(600)
def test_another_version_of_the_kata_is_refused_in_one_sentence(
    root: Path, submissions: Path, tmp_path: Path
) -> None:
    other = tmp_path / "another version"
    for name in ("kata", "exercises", "solutions", "tests"):
        shutil.copytree(root / name, other / name, ignore=shutil.ignore_patterns("__pycache__"))
    test = other / "tests" / CHAPTER / f"test_{EXERCISES[0]}.py"
    test.write_text(test.read_text("utf-8") + "\n# corrected on the workers alone\n", "utf-8")
    with running(tmp_path / "cluster", other) as there:
        done = by_dask(root, submissions, "other", there.address)
    assert done.returncode not in (0, 1)
    assert not (root / "other" / "grades.csv").exists()
    said = done.stderr.strip()
    assert len(re.findall(r"is not the one that grades this class", said)) == 1
    assert "Traceback" not in said and len(said.splitlines()) == 1


def test_where_nobody_listens_the_address_is_named(root: Path, submissions: Path) -> None:
    with pytest.raises(UsageProblem, match=r"no Dask scheduler at tcp://127\.0\.0\.1:9"):  # noqa: SIM117
        with cluster.connected("tcp://127.0.0.1:9", patience=1):
            pass


def test_without_dask_the_advice_is_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UsageProblem) as refused:  # noqa: SIM117
        with cluster.connected("tcp://127.0.0.1:9"):
            pass
    assert ADVICE in str(refused.value)
    monkeypatch.undo()
    monkeypatch.setitem(sys.modules, "dask_jobqueue", None)
    with pytest.raises(UsageProblem) as refused:  # noqa: SIM117
        with cluster.connected("slurm"):
            pass
    assert ADVICE in str(refused.value)
