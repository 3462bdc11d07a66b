"""How things are said: names of tests as sentences, numbers with their nouns, the commands to run next."""

import re
import shlex
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from kata.front.results import Results

_NUMBERED = re.compile(r"Task-\d+")  # what asyncio calls a task that nobody named


def sentence(test_name: str) -> str:
    """The name of a test as words: "the longer job sets the total"."""
    return test_name.removeprefix("test_").replace("_", " ")


def count(number: int, noun: str) -> str:
    """The number with its noun: "1 test", "2 tests"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def amount(points: float) -> str:
    """Points, without a needless fraction."""
    return f"{points:g}"


def duration(seconds: float) -> str:
    """Real seconds, as exact as is of use."""
    return f"{seconds:.2f} s" if seconds < 10 else f"{seconds:.0f} s"


def run(outcome: Results) -> list[str]:
    """How a grading came about: the clock, the seed, the real time."""
    clock = [f"{outcome['clock']} clock"] if outcome["clock"] != "virtual" else []
    return [*clock, f"seed {outcome['seed']}", duration(outcome["seconds"])]


def command(*words: str) -> str:
    """The command line that does this."""
    return shlex.join(["python3", "grade.py", *words])


def place(where: Mapping[str, Any]) -> str:
    """File and line: "two_workers.py:12"."""
    return f"{where.get('file')}:{where.get('line')}"


def task(described: Mapping[str, Any]) -> str:
    """Whom a learner knows a task as: the name it was given, or the function of the answer in which it waits."""
    name = str(described.get("task") or "")
    if name and not _NUMBERED.fullmatch(name):
        return name
    where = described.get("where") or {}
    return str(where.get("function") or described.get("coroutine") or name)


def short_path(path: str) -> str:
    """The path as it is seen from the current folder, if it lies below."""
    absolute, here = Path(path), Path.cwd()
    return str(absolute.relative_to(here)) if absolute.is_relative_to(here) else path


def inputs(values: Mapping[str, Any]) -> str:
    """The inputs of a scenario: ``jobs = {'milk': 1, 'bread': 2}``."""
    return ", ".join(f"{name} = {value!r}" for name, value in values.items())


def some(names: Sequence[str], most: int = 5) -> str:
    """Names in a row, of which the last may be a number: "a, b and 12 more"."""
    shown = names if len(names) <= most else [*names[: most - 1], f"{len(names) - most + 1} more"]
    return enumeration(shown)


def enumeration(names: Sequence[str]) -> str:
    """Names in a row: "a, b and c"."""
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def without_numbers(text: str) -> str:
    """The text with every number alike: sentences that differ in numbers alone say the same."""
    return re.sub(r"\d+(\.\d+)?", "0", text)
