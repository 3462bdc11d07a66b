"""One run of an exercise looked at closely: that of its first visible test, with every step of the event loop."""

import json
import platform
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, TypedDict

from kata import __version__
from kata.front.errors import MachineryFailure, UsageProblem
from kata.front.judging import Answer, Bench
from kata.front.results import TestResult
from kata.manifest import Exercise

SCHEMA: Literal["asyncio-kata/traced/1"] = "asyncio-kata/traced/1"

NAMES = {"answer": "the answer", "reference": "the reference"}
"""What a run is called, by whose it is."""

_TEST = re.compile(r"^(?:async )?def (test_\w+)\(", re.MULTILINE)


class TracedRun(TypedDict):
    """One answer's run. ``whose`` is "answer" or "reference"; ``test["trace"]`` is null when there is none."""

    whose: str
    path: str
    verdict: str
    diagnosis: str | None
    test: TestResult


class Traced(TypedDict):
    """What ``trace --json`` prints: the same test played with one answer, or with an answer and the reference."""

    schema: Literal["asyncio-kata/traced/1"]
    exercise: str
    clock: str
    seed: int
    python: str
    kata: str
    runs: list[TracedRun]


def play(bench: Bench, exercise: Exercise, answers: Mapping[str, Answer], test: str, seed: int) -> Traced:
    """Have the test judged on each answer; ``answers`` are named by whose they are.

    MachineryFailure when the judge fails.
    """
    judged = dict(bench.judge(list(answers.values()), seed, steps=True, only=[test]))
    lines = {whose: judged[answer] for whose, answer in answers.items()}
    return {
        "schema": SCHEMA,
        "exercise": exercise.name,
        "clock": next(iter(answers.values())).clock,
        "seed": seed,
        "python": platform.python_version(),
        "kata": __version__,
        "runs": [
            {
                "whose": whose,
                "path": line["path"],
                "verdict": line["verdict"],
                "diagnosis": line.get("diagnosis"),
                "test": line["tests"][0],
            }
            for whose, line in lines.items()
        ],
    }


def first_test(visible_tests: Path) -> str:
    """The name of the first test in this file. MachineryFailure when there is none."""
    try:
        found = _TEST.search(visible_tests.read_text(encoding="utf-8"))
    except OSError:
        found = None
    if found is None:
        raise MachineryFailure(f"There is no visible test in {visible_tests}.")
    return found[1]


def traces(outcome: Traced) -> list[tuple[str, Mapping[str, Any]]]:
    """The traces there are, each with whose it is."""
    return [(run["whose"], run["test"]["trace"]) for run in outcome["runs"] if run["test"]["trace"]]


def write_chrome(outcome: Traced, file: Path) -> None:
    """Write the runs as Chrome trace events. UsageProblem when the file cannot be written."""
    from kata.front import chrome_trace

    runs = [(f"{outcome['exercise']}: {whose}", trace) for whose, trace in traces(outcome)]
    about = {key: outcome[key] for key in ("exercise", "clock", "seed", "python", "kata")}
    write(file, json.dumps(chrome_trace.document(runs, about)))


def write_svg(outcome: Traced, file: Path) -> None:
    """Write the timelines as a picture. UsageProblem when the file cannot be written."""
    from kata.front import timeline, timeline_svg

    shown = traces(outcome)
    plans = timeline.layouts([trace for _, trace in shown], width=110, most_rows=60)
    headings = [NAMES[whose] for whose, _ in shown] if len(shown) > 1 else [""]
    title = f"Timeline of {outcome['exercise']}"
    write(file, timeline_svg.draw(list(zip(headings, plans, strict=True)), title))


def write(file: Path, text: str) -> None:
    """Write the file. UsageProblem when it cannot be written."""
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageProblem(f"{file} cannot be written: {error.strerror}.") from None
