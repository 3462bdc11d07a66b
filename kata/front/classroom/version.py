"""What decides a verdict beside the answer: the kata's own code and the interpreter. Results name it by a digest."""

import hashlib
import platform
from functools import cache
from pathlib import Path

from kata.layout import Layout
from kata.manifest import Exercise


def digest(*parts: bytes) -> str:
    """A short name of these parts, in this order."""
    total = hashlib.sha256()
    for part in parts:
        total.update(b"%d:" % len(part) + part)
    return total.hexdigest()[:24]


@cache
def of_player(root: Path) -> str:
    """The digest of what plays an answer: player, interpreter and its version."""
    files = sorted((root / "kata" / "player").glob("*.py"))
    return digest(platform.python_version().encode(), *(path.read_bytes() for path in files))


@cache
def of_judge(root: Path) -> str:
    """The digest of what judges a trace."""
    files = sorted((root / "kata" / "judge").glob("*.py"))
    return digest(*(path.read_bytes() for path in files))


@cache
def of_tests(exercise: Exercise, layout: Layout) -> str:
    """The digest of an exercise's scenarios and tests."""
    files = [
        layout.scenarios(exercise.chapter, exercise.name),
        *layout.tests(exercise.chapter, exercise.name),
    ]
    return digest(*(path.read_bytes() for path in files))


@cache
def of_everything(layout: Layout) -> str:
    """The digest of all that a verdict depends on: two kata folders with the same one give the same verdicts."""
    tests = sorted((layout.root / "tests").glob("ch*/*.py"))
    return digest(
        of_player(layout.root).encode(),
        of_judge(layout.root).encode(),
        layout.manifest.read_bytes(),
        *(str(path.relative_to(layout.root)).encode() + b"\n" + path.read_bytes() for path in tests),
    )
