"""What students get: the kata without references, hidden tests, submissions and history.

It is put together from a list of what belongs into it, never by leaving things out of what there is.
"""

import io
import json
import tomllib
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kata.front.classroom.assignment import Assigned, Assignment
from kata.front.errors import UsageProblem
from kata.front.words import enumeration
from kata.layout import Layout
from kata.manifest import Exercise

_AS_THEY_ARE = ("grade.py", "pyproject.toml", "LICENSE")
_ALWAYS = (
    2020,
    1,
    1,
    0,
    0,
    0,
)  # the date of every file in an archive: equal handouts are equal byte for byte

SELFTESTS = (
    "__init__.py",
    "front_project.py",
    "front_samples",
    "test_clock.py",
    "test_front_chrome_trace.py",
    "test_front_glyphs.py",
    "test_front_junit.py",
    "test_front_prose.py",
    "test_front_safe_text.py",
    "test_front_screens.py",
    "test_front_timeline.py",
    "test_front_timeline_svg.py",
    "test_front_words.py",
    "test_play.py",
    "test_reading.py",
)
"""Those of the project's own tests that know nothing of any answer, with what they need: `selftest` runs them.

They say whether clock, player, reading of traces, reports and pictures work on this machine.
"""


@dataclass(frozen=True, slots=True)
class File:
    """One file of a handout, by its path in it."""

    path: str
    content: bytes


def files(assignment: Assignment, layout: Layout) -> Iterator[File]:
    """Every file of a handout, in no particular order."""
    for name in _AS_THEY_ARE:
        yield _copy(layout, layout.root / name)
    for folder in ("player", "judge", "front"):
        yield from _folder(layout, layout.root / "kata" / folder)
    for path in sorted((layout.root / "kata").glob("*.py")):
        yield _copy(layout, path)
    for name in SELFTESTS:
        path = layout.project_tests / name
        yield from _folder(layout, path) if path.is_dir() else [_copy(layout, path)]
    chapters = {assigned.exercise.chapter: None for assigned in assignment.exercises}
    for chapter in chapters:
        yield from (
            _copy(layout, path) for path in [layout.exercises / chapter / "README.md"] if path.exists()
        )
    for assigned in assignment.exercises:
        yield from _exercise(assigned.exercise, layout)
    yield File("exercises/kata.toml", _manifest(assignment, layout).encode())
    yield File("README.md", _readme(assignment).encode())
    yield File(".gitignore", b".kata/\n.venv/\n.venv.lock\n__pycache__/\n")
    yield File(".github/workflows/grade.yml", WORKFLOW.encode())


def write(assignment: Assignment, layout: Layout, place: Path) -> int:
    """Write a handout as a folder, or as an archive where the name ends in .zip; the number of its files.

    UsageProblem when something is there already, or it cannot be written.
    """
    if place.exists() and (place.suffix == ".zip" or not place.is_dir() or any(place.iterdir())):
        raise UsageProblem(f"{place} is there already: remove it, or choose another name.")
    handed = list(files(assignment, layout))
    try:
        if place.suffix == ".zip":
            place.write_bytes(zipped(handed))
        else:
            for file in handed:
                path = place / file.path
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(file.content)
    except OSError as error:
        raise UsageProblem(f"{place} cannot be written: {error.strerror}.") from None
    return len(handed)


def zipped(handed: list[File]) -> bytes:
    """These files as an archive."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(handed, key=lambda file: file.path):
            info = zipfile.ZipInfo(file.path, _ALWAYS)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = (0o755 if file.content.startswith(b"#!") else 0o644) << 16
            archive.writestr(info, file.content)
    return content.getvalue()


def _exercise(exercise: Exercise, layout: Layout) -> Iterator[File]:
    """Its stub, twice, so that it can be gone back to; its scenarios and its visible tests."""
    pristine = layout.pristine(exercise.chapter, exercise.name)
    for place in ("exercises", "exercises/.stubs"):
        yield File(f"{place}/{exercise.chapter}/{exercise.name}.py", pristine.read_bytes())
    yield _copy(layout, layout.scenarios(exercise.chapter, exercise.name))
    yield _copy(layout, layout.visible_tests(exercise.chapter, exercise.name))


def _copy(layout: Layout, path: Path) -> File:
    return File(path.relative_to(layout.root).as_posix(), path.read_bytes())


def _folder(layout: Layout, folder: Path) -> Iterator[File]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield _copy(layout, path)


def _manifest(assignment: Assignment, layout: Layout) -> str:
    """The manifest of the exercises that are asked for, worth what they are worth here."""
    kept = tomllib.loads(layout.manifest.read_text("utf-8"))
    asked = {assigned.name: assigned for assigned in assignment.exercises}
    lines = [f"schema = {json.dumps(kept['schema'])}"]
    for chapter in kept["chapter"]:
        entries = [entry for entry in chapter["exercise"] if entry["name"] in asked]
        if entries:
            lines += ["", "[[chapter]]", *_assignments({key: chapter[key] for key in ("id", "title")})]
        for entry in entries:
            special = entry.pop("hint_for", {})
            entry["points"] = _points(asked[entry["name"]])
            lines += ["", "[[chapter.exercise]]", *_assignments(entry)]
            if special:
                lines += ["", "[chapter.exercise.hint_for]", *_assignments(special)]
    return "\n".join(lines) + "\n"


def _points(assigned: Assigned) -> int:
    """A manifest knows whole points; fractions are a matter of the teacher's own grading."""
    return max(1, round(assigned.points))


def _assignments(table: dict[str, object]) -> list[str]:
    # A string, a whole number, true or a list of strings is written in TOML as it is in JSON.
    return [f"{json.dumps(key)} = {json.dumps(value, ensure_ascii=False)}" for key, value in table.items()]


def _readme(assignment: Assignment) -> str:
    names = [assigned.name for assigned in assignment.exercises]
    shown = enumeration(names) if len(names) <= 8 else f"{len(names)} exercises"
    first = assignment.exercises[0].exercise
    return README.format(title=assignment.title, shown=shown, name=first.name, chapter=first.chapter)


README = """\
# {title}

You fill in {shown}; `grade.py` says at once what passes, and for what does not, what your code did, second by second,
and which belief about asyncio made it do so.

You need Python 3.11 or later and this folder, nothing else.

    python3 grade.py            # grade your answers; the first time it sets up .venv, and says so
    python3 grade.py selftest   # whether the grader itself works on your machine

1. Open `exercises/{chapter}/{name}.py`. Its docstring says all that is tested.
2. `python3 grade.py watch` grades on every save; `python3 grade.py {name}` grades one and shows what it did.
3. Stuck? `python3 grade.py hint {name}`. Each chapter's folder has a page to read.

Hand in the files under `exercises/`, with the names that they have. Your teacher's grading has more tests than you see
here, of the same contract: what the docstring states. Nothing else that you hand in counts, and your code is graded
in a sandbox without network.
"""

WORKFLOW = """\
# Grades on every push, on GitHub and on what understands its workflows.
name: grade
on: [push]
permissions:
  contents: read
jobs:
  grade:
    runs-on: ubuntu-latest
    timeout-minutes: 15
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.13"
      - run: python3 grade.py --junit results.xml
      - uses: actions/upload-artifact@v4
        if: always()
        with:
          name: results
          path: results.xml
"""
