"""An autograder for Gradescope: an archive with the kata, its hidden tests and the two scripts that are run there.

It grades each submission as a class of one: answers are staged file by file, in a sandbox where the container has one.
"""

import json
from collections.abc import Iterator
from importlib.resources import files as resources
from pathlib import Path

from kata.front.classroom import handout
from kata.front.classroom.assignment import Assignment, as_data
from kata.front.classroom.handout import File
from kata.front.errors import UsageProblem
from kata.layout import Layout

_SCRIPTS = {"setup.sh": "setup.sh", "run_autograder": "run_autograder.sh"}
_NOT_NEEDED = ("tests/project/", ".github/", "README.md", ".gitignore")


def files(asked: Assignment, layout: Layout) -> Iterator[File]:
    """Every file of the archive."""
    for file in handout.files(asked, layout):
        if not file.path.startswith(_NOT_NEEDED):
            yield file
    for assigned in asked.exercises:
        path = layout.hidden_tests(assigned.exercise.chapter, assigned.name)
        if path.is_file():
            yield File(path.relative_to(layout.root).as_posix(), path.read_bytes())
    for name, template in _SCRIPTS.items():
        content = resources("kata.front.classroom").joinpath("templates", template).read_bytes()
        yield File(name, content)
    yield File("assignment.toml", _toml(asked).encode())


def write(asked: Assignment, layout: Layout, place: Path) -> int:
    """Write the archive; the number of its files. UsageProblem when it cannot be written, or something is there."""
    if place.suffix != ".zip":
        raise UsageProblem(f"Gradescope takes a zip file: {place} must be called something.zip.")
    if place.exists():
        raise UsageProblem(f"{place} is there already: remove it, or choose another name.")
    packed = list(files(asked, layout))
    try:
        place.write_bytes(handout.zipped(packed))
    except OSError as error:
        raise UsageProblem(f"{place} cannot be written: {error.strerror}.") from None
    return len(packed)


def _toml(asked: Assignment) -> str:
    # A string, a number or a list of strings is written in TOML as it is in JSON.
    data = as_data(asked)
    exercises = data.pop("exercise")
    lines = [f"{key} = {json.dumps(value)}" for key, value in data.items()]
    for entry in exercises:
        lines += ["", "[[exercise]]", *(f"{key} = {json.dumps(value)}" for key, value in entry.items())]
    return "\n".join(lines) + "\n"
