"""The learner's code beside other code that is right: the reference, or an accepted answer of another kind."""

import ast
import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kata.front.errors import UsageProblem
from kata.front.expectations import ExpectationError, approach
from kata.layout import Layout
from kata.manifest import Exercise, nearest


@dataclass(frozen=True, slots=True)
class Model:
    """Code that is right. ``about`` is what it says of itself before its code."""

    name: str
    about: str
    code: list[str]


def reference(exercise: Exercise, layout: Layout) -> Model:
    """The reference. UsageProblem when it was not handed out."""
    path = layout.reference(exercise.chapter, exercise.name)
    if not path.is_file():
        raise UsageProblem(f"There is no reference for {exercise.name} here.")
    return _model("the reference", path)


def accepted(exercise: Exercise, layout: Layout, word: str) -> Model:
    """The accepted answer of this name. UsageProblem suggests the nearest when there is none."""
    files = {path.stem: path for path in layout.accepted(exercise.name)}
    name = Path(word).stem
    if name not in files:
        meant = nearest(name, files)
        advice = f"did you mean {meant}?" if meant else f"diff {exercise.name}  lists them."
        raise UsageProblem(f'{exercise.name} has no accepted answer called "{word}"; {advice}')
    return _model(name, files[name])


def others(exercise: Exercise, layout: Layout) -> list[tuple[str, str]]:
    """The names of the accepted answers, each with the line that says what it does, or when one would choose it."""
    return [(path.stem, _approach(path)) for path in layout.accepted(exercise.name)]


def difference(answer: Path, model: Model) -> list[str]:
    """How to come from the answer's code to the model's, as lines of a unified diff; none when they are the same.

    What files say of themselves before their code is left out. UsageProblem when the answer cannot be read.
    """
    try:
        mine = _parts(answer)[1]
    except (OSError, UnicodeDecodeError):
        raise UsageProblem(f"{answer} cannot be read.") from None
    return list(_without_head(difflib.unified_diff(mine, model.code, lineterm="", n=3)))


def _without_head(lines: Iterator[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        if number >= 2:  # the names of the files
            yield line


def _approach(path: Path) -> str:
    try:
        return approach(path)
    except ExpectationError:
        return ""


def _model(name: str, path: Path) -> Model:
    about, code = _parts(path)
    return Model(name, about, code)


def _parts(path: Path) -> tuple[str, list[str]]:
    """The docstring of the file, and the lines of code after it."""
    source = path.read_text("utf-8-sig")
    lines = source.splitlines()
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return "", lines
    about = ast.get_docstring(tree)
    if about is None:
        return "", lines
    code = lines[tree.body[0].end_lineno or 0 :]
    while code and not code[0].strip():
        code.pop(0)
    return about, code
