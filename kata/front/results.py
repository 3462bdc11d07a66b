"""The results object: what every report is made from, and what ``--json`` prints."""

import platform
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, TypedDict

from kata import __version__
from kata.front.judging import Line
from kata.manifest import Exercise

SCHEMA: Literal["asyncio-kata/results/1"] = "asyncio-kata/results/1"

Trace = Mapping[str, Any]


class TestResult(TypedDict):
    """One test of one exercise. Of the keys of a judge's line, these are the ones that screens use."""

    name: str
    hidden: bool
    outcome: str
    verdict: str
    message: str | None
    call: str | None
    expected: str | None
    observed: str | None
    inputs: dict[str, Any]
    scenario: str | None
    trace: dict[str, Any] | None


class ExerciseResult(TypedDict):
    """One exercise, judged. ``seconds`` are real, ``scenario_seconds`` those of the scenario's clock.

    ``untouched``: the answer is the stub as it was handed out. It is unfinished, whatever became of its tests;
    ``diagnosis`` and ``tests`` say what the stub does, where it was played.
    """

    name: str
    chapter: str
    title: str
    points: int
    earned: float
    verdict: str
    diagnosis: str | None
    path: str
    untouched: bool
    seconds: float
    scenario_seconds: float
    tests: list[TestResult]


class Results(TypedDict):
    """One grading. ``seconds`` is the real time that the whole of it took."""

    schema: Literal["asyncio-kata/results/1"]
    clock: str
    seed: int
    python: str
    kata: str
    earned: float
    points: int
    seconds: float
    exercises: list[ExerciseResult]


def earned_points(exercise: Exercise, line: Line, partial: bool) -> float:
    """All points for a passed exercise; else none, or with ``partial`` each passed test's share."""
    if line["verdict"] == "passed":
        return exercise.points
    tests = line.get("tests") or []
    if not partial or not tests:
        return 0
    share = exercise.points * sum(test["outcome"] == "passed" for test in tests) / len(tests)
    return _plain(share)


def _plain(number: float) -> float:
    rounded = round(number, 2)
    return int(rounded) if rounded == int(rounded) else rounded


def untouched_line(path: Path) -> Line:
    """What a judge would say of a stub that nobody has worked on, without playing it."""
    return {"path": str(path), "verdict": "unfinished", "diagnosis": "the stub as it was handed out"}


def exercise_result(
    exercise: Exercise, line: Line, partial: bool = False, *, untouched: bool = False
) -> ExerciseResult:
    """The result of one exercise, from the judge's line about it."""
    untouched = untouched and line["verdict"] != "passed"
    return {
        "name": exercise.name,
        "chapter": exercise.chapter,
        "title": exercise.title,
        "points": exercise.points,
        "earned": 0 if untouched else earned_points(exercise, line, partial),
        "verdict": "unfinished" if untouched else line["verdict"],
        "diagnosis": line.get("diagnosis"),
        "path": line["path"],
        "untouched": untouched,
        "seconds": line.get("seconds", 0.0),
        "scenario_seconds": line.get("scenario_seconds", 0.0),
        "tests": list(line.get("tests") or []),
    }


def results(exercises: Sequence[ExerciseResult], *, clock: str, seed: int, seconds: float) -> Results:
    """The results object of one grading."""
    return {
        "schema": SCHEMA,
        "clock": clock,
        "seed": seed,
        "python": platform.python_version(),
        "kata": __version__,
        "earned": _plain(sum(exercise["earned"] for exercise in exercises)),
        "points": sum(exercise["points"] for exercise in exercises),
        "seconds": round(seconds, 3),
        "exercises": list(exercises),
    }


def all_passed(outcome: Results) -> bool:
    """Whether every exercise passed."""
    return all(exercise["verdict"] == "passed" for exercise in outcome["exercises"])
