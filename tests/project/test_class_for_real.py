"""A class, graded: in a sandbox, interrupted, gone on with, judged again after a correction."""

import csv
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.project.class_project import CHAPTER, EXERCISES, grade_py, hand_in, small_kata

ROSTER = "id,name\nalice,Alice\nbob,Bob\ncarol,Carol\ndave,=Dave()\n"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_kata(tmp_path_factory.mktemp("class"))


@pytest.fixture(scope="module")
def submissions(root: Path) -> Path:
    """Alice is right, Bob is wrong, Carol left the stub, Dave handed in nothing, Mallory is on no roster."""
    folder = root / "handed in"
    right = {name: root / "solutions" / CHAPTER / f"{name}.py" for name in EXERCISES}
    hand_in(folder, "alice", **right)
    wrong = {
        name: sorted((root / "tests/submissions" / name / "rejected").glob("*.py"))[0] for name in EXERCISES
    }
    hand_in(folder, "bob", **wrong)
    hand_in(folder, "carol", coroutine_object=root / "exercises/.stubs" / CHAPTER / "coroutine_object.py")
    hand_in(folder, "mallory", entry_point="import os\nos._exit(0)\n")
    (root / "roster.csv").write_text(ROSTER)
    return folder


def classroom(root: Path, submissions: Path, output: str, *more: str) -> subprocess.CompletedProcess[str]:
    return grade_py(
        root, "classroom", submissions, "-o", root / output, "--roster", root / "roster.csv", *more
    )


def table(file: Path) -> dict[str, dict[str, str]]:
    with file.open(newline="") as lines:
        return {row["id"]: row for row in csv.DictReader(lines)}


def result(root: Path, output: str, student: str) -> dict[str, dict[str, object]]:
    outcome = json.loads((root / output / "students" / student / "result.json").read_text())
    return {exercise["name"]: exercise for exercise in outcome["exercises"]}


@pytest.fixture(scope="module")
def graded(root: Path, submissions: Path) -> subprocess.CompletedProcess[str]:
    return classroom(root, submissions, "graded", "--no-sandbox")


def test_each_student_gets_what_was_earned(root: Path, graded: subprocess.CompletedProcess[str]) -> None:
    assert graded.returncode == 0, graded.stderr
    rows = table(root / "graded" / "grades.csv")
    assert {name: rows[name]["points"] for name in rows} == {
        "alice": "20",
        "bob": "0",
        "carol": "0",
        "dave": "0",
        "mallory": "0",
    }
    assert rows["dave"]["name"] == "'=Dave()"  # no spreadsheet takes it for a formula
    assert rows["dave"]["remarks"] == "nothing was handed in"
    assert "not on the roster" in rows["mallory"]["remarks"]
    assert "unverified" in rows["alice"]["remarks"]
    assert "marked as unverified" in graded.stdout


def test_each_students_result_says_why(root: Path, graded: subprocess.CompletedProcess[str]) -> None:
    assert result(root, "graded", "carol")["coroutine_object"]["verdict"] == "unfinished"
    assert result(root, "graded", "carol")["entry_point"]["verdict"] == "refused"
    assert result(root, "graded", "mallory")["entry_point"]["verdict"] == "error"
    bob = result(root, "graded", "bob")["entry_point"]
    assert bob["verdict"] != "passed" and bob["diagnosis"]
    assert any(test["trace"] for test in bob["tests"])  # type: ignore[attr-defined]


def test_what_is_unchanged_is_not_judged_again(
    root: Path, submissions: Path, graded: subprocess.CompletedProcess[str]
) -> None:
    before = (root / "graded" / "grades.csv").read_bytes()
    again = classroom(root, submissions, "graded", "--no-sandbox")
    assert "0 judged now" in again.stdout
    assert (root / "graded" / "grades.csv").read_bytes() == before


def test_a_changed_answer_is_judged_alone(
    root: Path, submissions: Path, graded: subprocess.CompletedProcess[str]
) -> None:
    file = submissions / "alice" / "entry_point.py"
    before = file.read_bytes()
    file.write_bytes(before + b"\n# a remark\n")
    try:
        assert "1 judged now" in classroom(root, submissions, "graded", "--no-sandbox").stdout
    finally:
        file.write_bytes(before)


def test_two_gradings_at_once_in_one_folder_are_refused(root: Path, submissions: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    (root / "busy" / ".store").mkdir(parents=True)
    with open(root / "busy" / ".store" / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        refused = classroom(root, submissions, "busy", "--no-sandbox")
    assert refused.returncode == 2
    assert "Another grading is at work" in refused.stderr


@pytest.fixture
def corrected_test(root: Path) -> Iterator[Path]:
    """A test file of the kata, which is as it was again afterwards."""
    file = root / "tests" / CHAPTER / "test_entry_point.py"
    before = file.read_bytes()
    yield file
    file.write_bytes(before)


def test_a_corrected_test_judges_the_kept_runs(
    root: Path, graded: subprocess.CompletedProcess[str], corrected_test: Path
) -> None:
    text = corrected_test.read_text("utf-8")
    corrected_test.write_text(
        text + "\n\nasync def test_nobody_passes(run):\n    assert False, 'a new rule'\n", "utf-8"
    )
    shown = grade_py(root, "classroom", "regrade", root / "graded")
    assert shown.returncode == 0, shown.stderr
    assert "entry_point: 5 of 5, passed -> 0 of 5, failed" in shown.stdout
    assert "not written: add --apply" in shown.stdout
    assert "played again" not in shown.stdout
    assert table(root / "graded" / "grades.csv")["alice"]["points"] == "20"
    applied = grade_py(root, "classroom", "regrade", root / "graded", "--apply")
    assert "written" in applied.stdout
    assert table(root / "graded" / "grades.csv")["alice"]["points"] == "15"
    corrected_test.write_text(text, "utf-8")
    assert (
        "0 of 5, failed -> 5 of 5, passed"
        in grade_py(root, "classroom", "regrade", root / "graded", "--apply").stdout
    )


def test_corrected_points_need_no_judge(root: Path, graded: subprocess.CompletedProcess[str]) -> None:
    assignment = root / "assignment.toml"
    names = "".join(f'[[exercise]]\nname = "{name}"\npoints = 2\n' for name in EXERCISES)
    assignment.write_text(f'title = "Corrected"\n{names}')
    shown = grade_py(root, "classroom", "regrade", root / "graded", "--assignment", assignment)
    assert "coroutine_object: 5 of 5, passed -> 2 of 2, passed" in shown.stdout


def test_after_a_changed_scenario_answers_are_played_again(
    root: Path, graded: subprocess.CompletedProcess[str]
) -> None:
    scenario = root / "tests" / CHAPTER / "entry_point.py"
    before = scenario.read_bytes()
    scenario.write_bytes(before + b"\n# another scenario\n")
    try:
        shown = grade_py(root, "classroom", "regrade", root / "graded")
    finally:
        scenario.write_bytes(before)
    assert "had to be played again, whose scenarios have changed: entry_point" in shown.stdout


def test_a_batch_that_is_killed_goes_on_where_it_stopped(
    root: Path, submissions: Path, graded: subprocess.CompletedProcess[str]
) -> None:
    command = [
        sys.executable,
        str(root / "grade.py"),
        "classroom",
        str(submissions),
        "-o",
        str(root / "killed"),
    ]
    command += ["--roster", str(root / "roster.csv"), "--no-sandbox"]
    results = root / "killed" / ".store" / "results"
    for wanted in (1, 2, 3):
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            while process.poll() is None and len(list(results.glob("*.json.gz"))) < wanted:
                time.sleep(0.01)
            process.send_signal(signal.SIGKILL)
    assert classroom(root, submissions, "killed", "--no-sandbox").returncode == 0
    assert (root / "killed" / "grades.csv").read_bytes() == (root / "graded" / "grades.csv").read_bytes()


def test_without_a_class_there_is_nothing_to_regrade(root: Path, tmp_path: Path) -> None:
    refused = grade_py(root, "classroom", "regrade", tmp_path)
    assert refused.returncode == 2
    assert "grade one first" in refused.stderr


def test_where_no_sandbox_can_be_had_nothing_is_graded(root: Path, submissions: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "PATH": str(tmp_path), "NO_COLOR": "1"}
    command = [
        sys.executable,
        str(root / "grade.py"),
        "classroom",
        str(submissions),
        "-o",
        str(tmp_path / "out"),
    ]
    refused = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert refused.returncode == 2
    assert "sandbox" in refused.stderr and "--no-sandbox" in refused.stderr
    assert not (tmp_path / "out" / "grades.csv").exists()
