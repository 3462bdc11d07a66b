"""The kata itself, through its one command: stubs, references, and `verify` when something is broken on purpose."""

import json
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kata.layout import Layout

ROOT = Layout().root


def grade(*arguments: str, root: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(root / "grade.py"), *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=110,
        cwd="/",
    )


def test_untouched_stubs_pass_nothing_and_end_in_no_traceback() -> None:
    done = grade("--json")
    results = json.loads(done.stdout)
    verdicts = {exercise["name"]: exercise["verdict"] for exercise in results["exercises"]}
    assert done.returncode == 1
    assert results["earned"] == 0
    assert set(verdicts.values()) <= {"unfinished", "failed", "leaked"}, verdicts
    assert "Traceback" not in done.stdout + done.stderr


def test_every_reference_passes() -> None:
    done = grade("--solutions", "--json")
    results = json.loads(done.stdout)
    failed = {
        exercise["name"]: exercise["diagnosis"]
        for exercise in results["exercises"]
        if exercise["verdict"] != "passed"
    }
    assert not failed
    assert done.returncode == 0
    assert results["earned"] == results["points"] > 0


def test_every_stub_runs_as_a_script_without_a_traceback() -> None:
    def run(stub: Path) -> None:
        done = subprocess.run(
            [sys.executable, str(stub)], capture_output=True, text=True, timeout=60, check=False
        )
        assert "Traceback" not in done.stderr, (stub.name, done.stderr)

    stubs = sorted((ROOT / "exercises").glob("ch*/*.py"))
    assert stubs
    with ThreadPoolExecutor(8) as pool:  # most of them wait
        list(pool.map(run, stubs))


def test_the_sequential_answer_is_shown_with_its_timeline() -> None:
    answer = ROOT / "tests/submissions/two_workers/rejected/one_after_the_other.py"
    done = grade("two_workers", "--from", str(answer))
    assert done.returncode == 1
    for words in (
        "the second worker only started when the first had finished",
        "returned at 3 s",
        "order bread",
    ):
        assert words in done.stdout


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    root = tmp_path / "a copy"
    for name in ("kata", "exercises", "solutions", "tests"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__", "project"))
    for name in ("grade.py", "pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, root)
    for path in (root / "tests/submissions/two_workers").glob("*/*.py"):
        if path.stem not in KEPT:
            path.unlink()
    return root


def break_text(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


KEPT = (  # of the submissions: what verify wants at least, and an answer for each diagnosis that has a hint of its own
    "task_group",
    "gather",
    "one_after_the_other",
    "calls_without_await",
    "tasks_nobody_awaits",
    "sleeps_two_seconds",
)
REJECTED = "tests/submissions/two_workers/rejected/one_after_the_other.py"
ACCEPTED = "tests/submissions/two_workers/accepted/task_group.py"
BREAKS = {
    "nothing": ("README.md", "# asyncio kata", "# asyncio kata", 0),
    "a reference": ("solutions/ch02_tasks/two_workers.py", '"order bread"', '"order cheese"', 1),
    "a diagnosis": (REJECTED, "diagnosis: ", "diagnosis: no such words ", 1),
    "a verdict": (REJECTED, "verdict: failed", "verdict: deadlock", 1),
    "an accepted answer": (ACCEPTED, "order milk", "order silk", 1),
    "a stub that is solved": (
        "exercises/ch02_tasks/two_workers.py",
        '    await worker(1, "order milk")\n',
        "",
        0,
    ),
}


@pytest.mark.parametrize("what", BREAKS)
def test_verify_names_the_file_that_is_broken(copy: Path, what: str) -> None:
    name, old, new, code = BREAKS[what]
    path = copy / name
    if what == "a stub that is solved":
        path.write_text((copy / "solutions/ch02_tasks/two_workers.py").read_text())
        code = 1
    else:
        break_text(path, old, new)
    done = grade("verify", "two_workers", root=copy)
    assert done.returncode == code, done.stdout + done.stderr
    if code:
        assert Path(name).name in done.stdout.replace("\n", "")
