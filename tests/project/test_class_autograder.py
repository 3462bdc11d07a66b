"""The autograder for Gradescope: unpacked and run as it is there, but for the place."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.project.class_project import CHAPTER, grade_py, small_kata

ASSIGNMENT = """
title = "Week 1"
credit = "tests"
[[exercise]]
name = "entry_point"
points = 7.5
[[exercise]]
name = "coroutine_object"
show = "all"
"""

bash = pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_kata(tmp_path_factory.mktemp("autograder"))


@pytest.fixture(scope="module")
def archive(root: Path) -> Path:
    (root / "assignment.toml").write_text(ASSIGNMENT)
    made = grade_py(
        root, "handout", "--gradescope", root / "autograder.zip", "--assignment", root / "assignment.toml"
    )
    assert made.returncode == 0, made.stderr
    assert "not for students" in made.stdout
    return root / "autograder.zip"


def test_it_has_the_hidden_tests_and_no_references(archive: Path) -> None:
    with zipfile.ZipFile(archive) as opened:
        names = opened.namelist()
        modes = {info.filename: info.external_attr >> 16 for info in opened.infolist()}
    assert f"tests/{CHAPTER}/test_entry_point_hidden.py" in names
    assert f"tests/{CHAPTER}/test_awaitable_kinds_hidden.py" not in names
    assert not any(name.startswith(("solutions/", "tests/submissions/", "tests/project/")) for name in names)
    assert modes["setup.sh"] & 0o111 and modes["run_autograder"] & 0o111


@bash
def test_it_grades_a_submission_as_gradescope_runs_it(archive: Path, root: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(tmp_path / "source")
    (tmp_path / "source" / ".python").write_text(sys.executable)  # what setup.sh has found
    (tmp_path / "submission" / "my folder").mkdir(parents=True)
    shutil.copy(root / "solutions" / CHAPTER / "entry_point.py", tmp_path / "submission" / "my folder")
    (tmp_path / "submission" / "notes.txt").write_text("hello")
    shutil.copy(
        tmp_path / "source" / "run_autograder", tmp_path / "run_autograder"
    )  # where Gradescope has it
    done = subprocess.run(
        ["bash", str(tmp_path / "run_autograder")],
        env={**os.environ, "AUTOGRADER": str(tmp_path)},
        cwd="/",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    results = json.loads((tmp_path / "results" / "results.json").read_text())
    assert results["score"] == 7.5
    assert [(test["score"], test["max_score"], test["status"]) for test in results["tests"]] == [
        (7.5, 7.5, "passed"),
        (0, 5, "failed"),
    ]


@bash
def test_without_a_verdict_there_are_no_results(archive: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(tmp_path / "source")
    (tmp_path / "source" / ".python").write_text(sys.executable)
    (tmp_path / "source" / "kata" / "judge" / "run.py").write_text("broken")
    (tmp_path / "submission").mkdir()
    (tmp_path / "submission" / "entry_point.py").write_text("x = 1\n")
    done = subprocess.run(
        ["bash", str(tmp_path / "source" / "run_autograder")],
        env={**os.environ, "AUTOGRADER": str(tmp_path)},
        capture_output=True,
        check=False,
    )
    assert done.returncode != 0
    assert not (tmp_path / "results" / "results.json").exists()


@bash
def test_its_scripts_are_sound(archive: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(tmp_path)
    for name in ("setup.sh", "run_autograder"):
        assert subprocess.run(["bash", "-n", tmp_path / name], check=False).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "Say where"),
        (["--gradescope", "x.tar"], "zip file"),
        (["--gradescope", "grade.zip"], "there already"),
    ],
)
def test_what_cannot_be_written_is_a_sentence(
    root: Path, arguments: list[str], sentence: str, tmp_path: Path
) -> None:
    (tmp_path / "grade.zip").write_text("mine")
    words = [str(tmp_path / word) if "." in word else word for word in arguments]
    refused = grade_py(root, "handout", *words)
    assert refused.returncode == 2 and sentence in refused.stderr
    assert (tmp_path / "grade.zip").read_text() == "mine"
