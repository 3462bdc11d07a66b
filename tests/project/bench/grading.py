"""What grading costs beside a cold `python -m pytest` on one trivial test, and how much virtual time a second holds.

Two commands beside it say how much of that nothing can save: as many bare processes as there are runs, and as many
tests that do nothing.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from kata.front.judging import Answer, Bench
from kata.layout import Layout
from kata.manifest import Exercise, load

from .side_by_side import Command, CommandFailed, compare

# The exercises that carry the programs which this project began with.
FIRST_EIGHT = (
    "coroutine_object",
    "entry_point",
    "two_workers",
    "schedule_early",
    "gather_results",
    "task_group",
    "async_for",
    "customers_shops",
)

_NOTHING = """import pytest

@pytest.mark.asyncio
@pytest.mark.parametrize("number", range({tests}))
async def test_nothing(number):
    pass
"""


def main() -> None:
    """Prints the time of grading references, as multiples of pytest's, and virtual against real seconds."""
    root = Layout().root
    grade = [sys.executable, str(root / "grade.py"), "--solutions"]
    exercises = [exercise for exercise in load(Layout().manifest).exercises if exercise.clock != "wall"]
    virtual = [exercise.name for exercise in exercises]
    with tempfile.TemporaryDirectory() as folder:
        trivial = Path(folder) / "test_trivial.py"
        trivial.write_text("def test_trivial():\n    assert 1 + 1 == 2\n")
        pytest: tuple[Command, Path] = (
            [sys.executable, "-m", "pytest", "-q", "test_trivial.py"],
            Path(folder),
        )
        runs, tests = _runs_and_tests(exercises)
        bare_runs = [sys.executable, "-m", "tests.project.bench.bare_runs"]
        (Path(folder) / "test_nothing.py").write_text(_NOTHING.format(tests=tests))
        print("Grading references beside a cold pytest")
        first = "python -m pytest, one trivial test"
        compare(
            {
                first: pytest,
                "one exercise (two_workers)": ([*grade, "two_workers"], root),
                "the first eight": ([*grade, *FIRST_EIGHT], root),
            }
        )
        compare(
            {
                first: pytest,
                f"all {len(virtual)} on the virtual clock": ([*grade, *virtual], root),
                f"  their {runs:,} runs as bare processes": ([*bare_runs, str(runs)], root),
                f"  their {tests} tests, with nothing in them": (
                    [*pytest[0][:-1], "test_nothing.py"],
                    Path(folder),
                ),
                "all, those that take real time, too": (grade, root),
            },
            rounds=3,
        )
        compare(
            {
                "python -c 'import asyncio'": ([sys.executable, "-c", "import asyncio"], root),
                "grade.py list": ([*grade[:2], "list"], root),
            }
        )
    _virtual_against_real([*grade, *virtual, "--json"], root)


def _runs_and_tests(exercises: Sequence[Exercise]) -> tuple[int, int]:
    """How many runs the references of these exercises are played in, and how many tests look at them."""
    layout = Layout()
    answers = [Answer(one.name, layout.reference(one.chapter, one.name)) for one in exercises]
    with Bench(layout) as bench:
        lines = [line for _, line in bench.judge(answers, seed=0)]
    return sum(line["played"] for line in lines), sum(len(line["tests"]) for line in lines)


def _virtual_against_real(command: list[str], root: Path) -> None:
    graded = json.loads(subprocess.run(command, cwd=root, capture_output=True, check=False).stdout)
    refused = [exercise for exercise in graded["exercises"] if exercise["verdict"] != "passed"]
    if refused:
        of = ", ".join(f"{exercise['name']}: {exercise['diagnosis']}" for exercise in refused)
        raise CommandFailed(f"With seed {graded['seed']} not every reference passed: {of}")
    played = sum(exercise["scenario_seconds"] for exercise in graded["exercises"])
    judged = sum(exercise["seconds"] for exercise in graded["exercises"])
    print(
        f"On the virtual clock: {played:,.0f} s of scenarios in {graded['seconds']:.1f} s of real time, "
        f"{played / graded['seconds']:,.0f} to 1; {played / judged:,.0f} to 1 for each judge"
    )
