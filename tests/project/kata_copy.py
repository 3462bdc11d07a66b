"""A copy of the kata as a learner has it, to work in: without the project's own tests and the submissions."""

import shutil
from pathlib import Path

from kata.layout import ROOT


def copy_kata(folder: Path) -> None:
    """Copies it into this folder, which may be there already."""
    ignored = shutil.ignore_patterns("__pycache__", "project", "submissions")
    for name in ("kata", "exercises", "solutions", "tests"):
        shutil.copytree(ROOT / name, folder / name, ignore=ignored)
    for name in ("grade.py", "pyproject.toml"):
        shutil.copy(ROOT / name, folder)
