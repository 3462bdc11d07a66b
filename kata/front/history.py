"""What the learner has done so far: attempts, hints used, first passes. Kept in one small file that may be deleted.

    with history.changing(layout.progress) as past:
        past.of("two_workers").attempts += 1

The file is replaced as a whole, so that it can be read at any moment, whatever becomes of this process.
"""

import contextlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any, Literal

from kata import __version__
from kata.front import atomic

SCHEMA: Literal["asyncio-kata/progress/1"] = "asyncio-kata/progress/1"

RENAMED: Mapping[str, str] = {}
"""Exercises that had another name in an earlier version: the former name, and the name of today."""


@dataclass(slots=True)
class Entry:
    """What was done with one exercise.

    ``attempts`` counts the texts that were graded, ``hints`` are the numbers of those that were shown (0: the one
    that fits a diagnosis), ``passed`` is when it first passed, and ``version`` the kata's at that time. ``text`` marks
    the text that was graded last; ``verdict`` and ``diagnosis`` are what it got. ``shown``: the reference was, early.
    """

    attempts: int = 0
    hints: list[int] = field(default_factory=list)
    passed: str | None = None
    version: str | None = None
    text: str | None = None
    verdict: str | None = None
    diagnosis: str | None = None
    shown: bool = False

    def graded(self, text: str | None, verdict: str, diagnosis: str | None, when: str) -> None:
        """The learner's text was graded; the same text once more is no further attempt."""
        self.attempts += text is None or text != self.text
        self.text, self.verdict, self.diagnosis = text, verdict, diagnosis
        if verdict == "passed" and self.passed is None:
            self.passed, self.version = when, __version__

    def hinted(self, number: int) -> None:
        """The learner has seen this hint."""
        self.hints = sorted({*self.hints, number})


@dataclass(slots=True)
class History:
    """All entries by the names of exercises, and the stubs that were there (a mark of each) at the last look."""

    entries: dict[str, Entry] = field(default_factory=dict)
    stubs: dict[str, str] = field(default_factory=dict)
    kata: str = __version__

    def of(self, name: str) -> Entry:
        """The entry of this exercise, which is empty when nothing was done."""
        return self.entries.setdefault(name, Entry())

    def news(self, stubs: Mapping[str, str]) -> tuple[list[str], list[str]]:
        """Which of these exercises are new, and which have another stub, since the last look."""
        if not self.stubs:
            return [], []
        new = [name for name in stubs if name not in self.stubs]
        return new, [name for name, mark in stubs.items() if self.stubs.get(name, mark) != mark]


def read(file: Path) -> History:
    """The history in this file; an empty one when there is no file, or when it does not hold a history."""
    return _history(_content(file))


@contextlib.contextmanager
def changing(file: Path) -> Iterator[History]:
    """The history, to be changed and then written. Where nothing can be written, nothing is remembered."""
    with contextlib.ExitStack() as stack:
        possible = False
        with contextlib.suppress(OSError):
            file.parent.mkdir(exist_ok=True)
            stack.enter_context(_alone(file.with_name("lock")))
            possible = True
        data = _content(file)
        past = _history(data)
        before = _text(past)
        yield past
        if possible and (_text(past) != before or not file.exists()):
            with contextlib.suppress(OSError):
                if data is None and file.exists():
                    os.replace(file, file.with_name("progress.unreadable"))
                atomic.replace(file, _text(past).encode())


def _content(file: Path) -> dict[str, Any] | None:
    try:
        data = json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    return data if isinstance(data, dict) and data.get("schema") == SCHEMA else None


def _history(data: Mapping[str, Any] | None) -> History:
    past = History()
    if data is None:
        return past
    past.kata = str(data.get("kata"))
    for name, stored in _items(data.get("exercises")):
        if isinstance(stored, dict):
            past.entries[RENAMED.get(name, name)] = _entry(stored)
    past.stubs = {RENAMED.get(name, name): str(mark) for name, mark in _items(data.get("stubs"))}
    return past


def _items(stored: object) -> list[tuple[str, Any]]:
    return list(stored.items()) if isinstance(stored, dict) else []


def _entry(stored: Mapping[str, Any]) -> Entry:
    """What of the stored values is of the right kind."""
    entry = Entry()
    for known in fields(Entry):
        value = stored.get(known.name)
        usual = getattr(entry, known.name)
        if usual is None:
            right = isinstance(value, str)
        elif isinstance(usual, list):
            right = isinstance(value, list) and all(type(item) is int for item in value)
        else:
            right = type(value) is type(usual)
        if right:
            setattr(entry, known.name, value)
    return entry


def _text(past: History) -> str:
    exercises = {name: asdict(entry) for name, entry in past.entries.items() if entry != Entry()}
    content = {"schema": SCHEMA, "kata": past.kata, "exercises": exercises, "stubs": past.stubs}
    return json.dumps(content, indent=1)


@contextlib.contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Wait until nobody else changes the file; the system lets go of a lock when its holder ends, however it ends."""
    with open(lock, "w") as held:
        with contextlib.suppress(ImportError):  # where there is no such lock, the last to write wins
            import fcntl

            fcntl.flock(held, fcntl.LOCK_EX)
        yield
