"""Where the answers are: the learner's files, the references, or a folder that somebody handed in."""

import os
from collections.abc import Sequence
from pathlib import Path

from kata.front.errors import UsageProblem
from kata.front.judging import Answer
from kata.layout import Layout
from kata.manifest import Exercise

_SKIPPED_FOLDERS = {"__pycache__", "node_modules", "site-packages", "venv"}


def clock_for(exercise: Exercise, clock: str) -> str:
    """The clock on which the exercise is played when ``clock`` was asked for."""
    return "wall" if exercise.clock == "wall" else clock


def from_exercises(exercises: Sequence[Exercise], layout: Layout, clock: str) -> list[Answer]:
    """The learner's own files."""
    return [
        Answer(exercise.name, layout.stub(exercise.chapter, exercise.name), clock_for(exercise, clock))
        for exercise in exercises
    ]


def from_solutions(exercises: Sequence[Exercise], layout: Layout, clock: str) -> list[Answer]:
    """The references. UsageProblem where they were not handed out."""
    if not layout.solutions.is_dir():
        raise UsageProblem("There are no references here: this kata was handed out without them.")
    return [
        Answer(exercise.name, layout.reference(exercise.chapter, exercise.name), clock_for(exercise, clock))
        for exercise in exercises
    ]


def from_path(path: Path, exercises: Sequence[Exercise], clock: str) -> list[Answer]:
    """The files called like the exercises anywhere below ``path``, or ``path`` itself for a single exercise.

    An exercise without a file is still asked for, where its file should be: the judge refuses it.
    UsageProblem when nothing at all is found, or when two files could be the same answer.
    """
    path = path.absolute()
    if path.is_file():
        if len(exercises) != 1:
            raise UsageProblem(
                f"{path.name} is one file: name the one exercise that it answers before --from."
            )
        return [Answer(exercises[0].name, path, clock_for(exercises[0], clock))]
    if not path.is_dir():
        raise UsageProblem(f"There is no file or folder {path}.")
    found = _files_below(path, {f"{exercise.name}.py" for exercise in exercises})
    if not any(found.values()):
        wanted = f"{exercises[0].name}.py" if len(exercises) == 1 else "any file named like an exercise"
        raise UsageProblem(f"{path} does not hold {wanted}.")
    return [
        Answer(exercise.name, _the_file(exercise, found, path), clock_for(exercise, clock))
        for exercise in exercises
    ]


def _files_below(folder: Path, names: set[str]) -> dict[str, list[Path]]:
    found: dict[str, list[Path]] = {name: [] for name in names}
    for parent, folders, files in os.walk(folder, followlinks=False):
        folders[:] = sorted(name for name in folders if name not in _SKIPPED_FOLDERS and name[0] != ".")
        for name in names.intersection(files):
            found[name].append(Path(parent, name))
    return found


def _the_file(exercise: Exercise, found: dict[str, list[Path]], folder: Path) -> Path:
    expected = folder / exercise.chapter / f"{exercise.name}.py"
    files = found[expected.name]
    if expected in files or not files:
        return expected
    if len(files) > 1:
        raise UsageProblem(
            f"Two files could be the answer to {exercise.name}: {files[0]} and {files[1]}; keep one."
        )
    return files[0]
