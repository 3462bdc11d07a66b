"""Twenty submissions of one exercise: graded one by one with plain pytest, with otter-grader, and as a batch here."""

import contextlib
import csv
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from kata.layout import Layout

from .classroom import graded

EXERCISE = "two_workers"
OF_EACH_KIND = 10
OTTER = "KATA_OTTER"  # environment variable: where otter-grader's command is, in an environment that has ipykernel, too
PATIENCE = 120  # real seconds for one submission

# The same four checks for pytest and for otter, which runs answers inside a running event loop, in Jupyter.
CHECKS = """
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def play(main, jobs):
    spans, began = {}, time.perf_counter()

    async def worker(delay, name):
        start = time.perf_counter() - began
        await asyncio.sleep(jobs[name])
        spans[name] = start, time.perf_counter() - began

    with ThreadPoolExecutor(1) as thread:
        thread.submit(lambda: asyncio.run(asyncio.wait_for(main(worker), 10))).result()
    return spans, time.perf_counter() - began


def right(main, milk, bread):
    spans, elapsed = play(main, {"order milk": milk, "order bread": bread})
    return (
        spans.keys() == {"order milk", "order bread"}
        and all(start < 0.1 for start, _ in spans.values())
        and abs(elapsed - max(milk, bread)) < 0.2
    )
"""
INPUTS = ((1, 2), (2, 1), (0.4, 1.45), (0, 0))
PYTEST = f"""{CHECKS}

import pytest
from {EXERCISE} import main


@pytest.mark.parametrize(("milk", "bread"), {INPUTS})
def test_both_at_once(milk, bread):
    assert right(main, milk, bread)
"""
CASES = [
    {"code": f">>> from checks import right\n>>> right(main, {milk}, {bread})\nTrue\n"}
    for milk, bread in INPUTS
]
OK_TEST = {"name": EXERCISE, "points": 1, "suites": [{"type": "doctest", "scored": True, "cases": CASES}]}


def main() -> None:
    """Prints what a submission costs each of them, and how many of the right and the wrong ones it takes for such."""
    layout = Layout()
    right, wrong = (kind(EXERCISE)[:OF_EACH_KIND] for kind in (layout.accepted, layout.rejected))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "checks.py").write_text(CHECKS)
        os.environ["PYTHONPATH"] = name  # for otter's tests
        print(
            f"{len(right)} right and {len(wrong)} wrong submissions of {EXERCISE}: "
            "four checks in real time, or the kata's own"
        )
        print(f"{'':32}{'each':>9}{'ratio':>8}   right ones passed, wrong ones refused")
        ours = _batch([*right, *wrong], folder)
        ways = {
            "grade.py classroom": ours,
            "python -m pytest, one by one": _one_by_one(_pytest, right, wrong, folder),
        }
        if otter := os.environ.get(OTTER):
            ways["otter run, one by one"] = _one_by_one(_otter(otter, folder), right, wrong, folder)
        else:
            print(f"(otter-grader: not measured, since {OTTER} does not say where it is)")
        for way, (seconds, passed) in ways.items():
            good = sum(passed[: len(right)])
            bad = len(wrong) - sum(passed[len(right) :])
            print(
                f"{way:32}{seconds:8.2f}s{seconds / ours[0]:8.1f}   {good} of {len(right)}, {bad} of {len(wrong)}"
            )


Outcome = tuple[float, list[bool]]  # seconds for each, and whether it passed


def _batch(answers: list[Path], folder: Path) -> Outcome:
    for number, path in enumerate(answers):
        own = folder / "class" / f"student{number:02}"
        own.mkdir(parents=True)
        shutil.copyfile(path, own / f"{EXERCISE}.py")
    seconds, _ = graded(folder / "class", folder / "out")
    with open(folder / "out" / "grades.csv", newline="") as file:
        grades = {row["id"]: row[EXERCISE] for row in csv.DictReader(file)}
    best = max(grades.values(), key=float)
    return seconds / len(answers), [grades[student] == best for student in sorted(grades)]


def _one_by_one(
    grade: Callable[[Path], bool], right: Sequence[Path], wrong: Sequence[Path], folder: Path
) -> Outcome:
    passed = []
    start = time.perf_counter()
    for path in [*right, *wrong]:
        with tempfile.TemporaryDirectory(dir=folder) as own:
            copy = Path(own) / f"{EXERCISE}.py"
            copy.write_text(path.read_text("utf-8").partition("if __name__")[0])
            try:
                passed.append(grade(copy))
            except subprocess.TimeoutExpired:
                passed.append(False)
    return (time.perf_counter() - start) / len(passed), passed


def _pytest(answer: Path) -> bool:
    (answer.parent / "test_it.py").write_text(PYTEST)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_it.py"]
    done = subprocess.run(command, cwd=answer.parent, capture_output=True, timeout=PATIENCE, check=False)
    return done.returncode == 0


def _otter(otter: str, folder: Path) -> Callable[[Path], bool]:
    (folder / "tests").mkdir()
    (folder / "tests" / f"{EXERCISE}.py").write_text(f"OK_FORMAT = True\ntest = {OK_TEST!r}\n")
    make = [otter, "generate", "-t", "tests", "-o", "autograder.zip", "--no-environment"]
    subprocess.run(make, cwd=folder, capture_output=True, check=True)
    beside = f"{Path(otter).parent}{os.pathsep}{os.environ['PATH']}"  # where it finds its kernels
    environment = {**os.environ, "PATH": beside}

    def grade(answer: Path) -> bool:
        command = [otter, "run", "--no-logo", "-a", str(folder / "autograder.zip"), "-o", ".", answer.name]
        subprocess.run(
            command, cwd=answer.parent, env=environment, capture_output=True, timeout=PATIENCE, check=False
        )
        with contextlib.suppress(OSError):
            tests = json.loads((answer.parent / "results.json").read_text())["tests"]
            return any(test["name"] == EXERCISE and test.get("score") == 1 for test in tests)
        return False

    return grade
