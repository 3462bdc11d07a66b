"""A kata of one chapter, whole, in a folder of its own, for tests that change its tests or grade a class with it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from kata.front.classroom.handout import SELFTESTS
from kata.layout import ROOT

CHAPTER = "ch01_coroutines"
EXERCISES = ("coroutine_object", "entry_point", "awaitable_kinds")


def small_kata(folder: Path) -> Path:
    """A copy of the project with one chapter."""
    root = folder / "kata of one chapter"
    ignore = shutil.ignore_patterns("__pycache__")
    root.mkdir()
    for name in ("grade.py", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, root / name)
    shutil.copytree(ROOT / "kata", root / "kata", ignore=ignore)
    places = ["exercises", "exercises/.stubs", "solutions", "tests"]
    for place in places:
        shutil.copytree(ROOT / place / CHAPTER, root / place / CHAPTER, ignore=ignore)
    for name in EXERCISES:
        shutil.copytree(ROOT / "tests" / "submissions" / name, root / "tests" / "submissions" / name)
    for name in SELFTESTS:
        path = ROOT / "tests" / "project" / name
        target = root / "tests" / "project" / name
        target.parent.mkdir(exist_ok=True)
        shutil.copytree(path, target) if path.is_dir() else shutil.copy(path, target)
    manifest = (ROOT / "exercises" / "kata.toml").read_text("utf-8")
    head, first, *_ = manifest.split("[[chapter]]\n")
    (root / "exercises" / "kata.toml").write_text(f"{head}[[chapter]]\n{first}", "utf-8")
    return root


def grade_py(root: Path, *arguments: object, timeout: float = 300) -> subprocess.CompletedProcess[str]:
    """Runs its grade.py."""
    command = [sys.executable, str(root / "grade.py"), *map(str, arguments)]
    environment = {**os.environ, "NO_COLOR": "1", "PYTHONUTF8": "1"}
    return subprocess.run(
        command, capture_output=True, text=True, timeout=timeout, env=environment, check=False
    )


def hand_in(folder: Path, student: str, **answers: Path | str) -> None:
    """Puts answers into a student's folder: files, or texts."""
    own = folder / student
    own.mkdir(parents=True, exist_ok=True)
    for name, answer in answers.items():
        text = answer.read_text("utf-8") if isinstance(answer, Path) else answer
        (own / f"{name}.py").write_text(text, "utf-8")
