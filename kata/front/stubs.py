"""The stubs as they were handed out: by them an untouched file is known, and `reset` goes back to them.

A learner edits the files under exercises/ in place; exercises/.stubs/ has a second copy of each.
"""

import contextlib
import os
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kata.front.errors import UsageProblem
from kata.layout import Layout
from kata.manifest import Exercise

_LARGEST = 256 * 1024


EMPTY = f"{zlib.crc32(b''):08x}"
"""The mark of an empty file."""


def untouched(exercise: Exercise, path: Path, layout: Layout) -> bool:
    """Whether the file is the stub as it was handed out. The ends of its lines do not matter."""
    pristine = _text(layout.pristine(exercise.chapter, exercise.name))
    return pristine is not None and pristine == _text(path)


def is_stub(exercise: Exercise, content: bytes, layout: Layout) -> bool:
    """Whether this text is the stub as it was handed out. The ends of its lines do not matter."""
    pristine = _text(layout.pristine(exercise.chapter, exercise.name))
    return pristine is not None and pristine == content.replace(b"\r\n", b"\n")


def mark(path: Path) -> str | None:
    """A short text that changes when the file does; None when it cannot be read."""
    text = _text(path)
    return None if text is None else f"{zlib.crc32(text):08x}"


def marks(exercises: Sequence[Exercise], layout: Layout) -> dict[str, str]:
    """The marks of the stubs as they were handed out, by the names of the exercises."""
    every = {exercise.name: mark(layout.pristine(exercise.chapter, exercise.name)) for exercise in exercises}
    return {name: text for name, text in every.items() if text is not None}


@dataclass(frozen=True, slots=True)
class Reset:
    """One file that is the stub again. ``kept`` is where its former text is now; None when there was none."""

    path: Path
    kept: Path | None


def to_reset(exercises: Sequence[Exercise], layout: Layout) -> list[Exercise]:
    """Those of the exercises whose files are not the stubs. UsageProblem when a stub was not handed out."""
    for exercise in exercises:
        if not layout.pristine(exercise.chapter, exercise.name).is_file():
            raise UsageProblem(f"There is no stub of {exercise.name} under exercises/.stubs to go back to.")
    return [
        exercise
        for exercise in exercises
        if not untouched(exercise, layout.stub(exercise.chapter, exercise.name), layout)
    ]


def reset(exercise: Exercise, layout: Layout, now: datetime) -> Reset:
    """Put the stub back, and keep what was there in a folder that is named after this moment.

    UsageProblem when the text cannot be kept; then nothing has changed.
    """
    path = layout.stub(exercise.chapter, exercise.name)
    try:
        stub = layout.pristine(exercise.chapter, exercise.name).read_bytes()
        kept = _keep(path, layout.kept / f"{now:%Y-%m-%d_%H-%M-%S}" / exercise.chapter)
        path.parent.mkdir(parents=True, exist_ok=True)
        new = path.with_name(f".{path.name}.{os.getpid()}")
        new.write_bytes(stub)
        os.replace(new, path)
    except OSError as error:
        raise UsageProblem(f"{path} could not be reset: {error.strerror}.") from None
    return Reset(path, kept)


def _keep(path: Path, folder: Path) -> Path | None:
    """A copy of the file that nothing was overwritten for, or None when there is no file."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return None
    folder.mkdir(parents=True, exist_ok=True)
    number = 1
    while True:
        kept = folder / (path.name if number == 1 else f"{path.stem}-{number}.py")
        with contextlib.suppress(FileExistsError), open(kept, "xb") as file:
            file.write(content)
            return kept
        number += 1


def stray(exercise: Exercise, layout: Layout) -> bool:
    """Whether the copy under exercises/.stubs is not the stub itself."""
    return not untouched(exercise, layout.stub(exercise.chapter, exercise.name), layout)


def keep_stub(exercise: Exercise, layout: Layout) -> None:
    """Make the copy under exercises/.stubs the same as the stub. UsageProblem when that cannot be done."""
    pristine = layout.pristine(exercise.chapter, exercise.name)
    try:
        pristine.parent.mkdir(parents=True, exist_ok=True)
        pristine.write_bytes(layout.stub(exercise.chapter, exercise.name).read_bytes())
    except OSError as error:
        raise UsageProblem(f"{pristine} could not be written: {error.strerror}.") from None


def _text(path: Path) -> bytes | None:
    try:
        if not path.is_file() or path.stat().st_size > _LARGEST:
            return None
        return path.read_bytes().replace(b"\r\n", b"\n")
    except OSError:
        return None
