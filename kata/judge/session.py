"""What one judge process has been asked, and what its tests have said so far."""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..manifest import Exercise
from .ahead import Places
from .answers import Answer
from .packages import packages_of
from .players import Players
from .run import Runner
from .sentences import one_line
from .trace import Trace
from .verdict import NotPassed, Verdict, of_exercise

LONGEST = 400  # characters of an expected or observed value that are shown


@dataclass(frozen=True)
class TestReport:
    """Names one test of one answer."""

    __test__ = False

    answer: Answer | None
    name: str
    hidden: bool

    @property
    def key(self) -> tuple[int, str, bool]:
        return id(self.answer), self.name, self.hidden


@dataclass
class JudgeSession:
    """`answers` by exercise; None: pytest was started by hand. `emit` gets each answer's result once it is complete.

    `players`: those that are there already, if any. `before_the_first_test` is called when all tests are collected.
    `only`: the names of the tests that are run; None: all of them. `sandboxed`: answers run in a sandbox. `keep`:
    results hold every run, by its name, and a test only the name of the run that it shows. `packages`: folders that the
    players of an exercise need beside the standard library. `heavy`: the exercises whose runs keep a processor
    busy each; for these there are `places`, in all processes of a judge together.
    """

    clock: str
    seed: int
    answers: dict[str, list[Answer]] | None = None
    steps: bool = False
    only: frozenset[str] | None = None
    sandboxed: bool = False
    keep: bool = False
    clocks: dict[str, str] = field(default_factory=dict)
    heavy: set[str] = field(default_factory=set)
    places: Places | None = None
    packages: dict[str, list[str]] = field(default_factory=dict)
    emit: Callable[[dict[str, Any]], None] = lambda result: None
    before_the_first_test: Callable[[], None] = lambda: None
    players: Players | None = None
    compared: tuple[str, object, object] | None = None
    _expected: dict[int, list[TestReport]] = field(default_factory=dict)
    _reported: dict[tuple[int, str, bool], list[dict[str, Any]]] = field(default_factory=dict)
    _began: dict[int, float] = field(default_factory=dict)

    def clock_of(self, exercise: str) -> str:
        """The clock of an exercise: those about the operating system always run on the wall clock."""
        return self.clocks.get(exercise, self.clock)

    def learn_of(self, exercises: Iterable[Exercise]) -> None:
        """Notes the clocks of these exercises, and the packages that they need. Raises MissingPackage."""
        known = list(exercises)
        self.clocks = {exercise.name: "wall" for exercise in known if exercise.clock == "wall"}
        self.heavy = {exercise.name for exercise in known if exercise.heavy}
        self.packages = packages_of(known)

    @property
    def visible(self) -> list[Path]:
        """What players must be able to read in a sandbox."""
        return sorted({Path(folder) for folders in self.packages.values() for folder in folders})

    def expect(self, tests: list[TestReport]) -> None:
        """These tests, and no others, must each be reported once."""
        for test in tests:
            self._expected.setdefault(id(test.answer), []).append(test)

    def begin(self, test: TestReport) -> None:
        """One test begins."""
        self._began.setdefault(id(test.answer), time.monotonic())

    def report(self, test: TestReport, error: BaseException | None, runner: Runner | None) -> None:
        """One test has ended."""
        verdict, message = self._judge(error, runner)
        traces = runner.traces if runner is not None else []
        trace = _concerned(error, traces)
        entry = {
            "name": test.name,
            "hidden": test.hidden,
            "outcome": "passed" if verdict == "passed" else "failed",
            "verdict": verdict,
            "message": one_line(message) if message is not None else None,
            "call": trace.calls[-1].text if trace is not None and trace.calls else None,
            "expected": None,
            "observed": None,
            "scenario": trace.scenario if trace is not None else None,
            "inputs": trace.inputs if trace is not None else {},
            "run": trace.key if trace is not None else None,
            "trace": trace.data if trace is not None and not self.keep else None,
        }
        if verdict != "passed" and not isinstance(error, NotPassed) and self.compared is not None:
            op, observed, expected = self.compared
            prefix = {"==": "", "!=": "anything but ", "<": "less than ", "<=": "at most "}
            prefix |= {">": "more than ", ">=": "at least ", "in": "one of "}
            entry["expected"] = prefix.get(op, f"{op} ") + repr(expected)[:LONGEST]
            entry["observed"] = repr(observed)[:LONGEST]
        self.compared = None
        self._reported.setdefault(test.key, []).append(entry)
        self._emit_if_complete(test.answer)

    def _judge(self, error: BaseException | None, runner: Runner | None) -> tuple[Verdict, str | None]:
        if error is None:
            return "passed", None
        if isinstance(error, NotPassed):
            return error.verdict, error.sentence
        if isinstance(error, AssertionError):
            sentence = str(error).partition("\n")[0] or "an assertion of the test failed"
            return (runner.verdict_on_failure() if runner is not None else "failed"), sentence
        kind = type(error).__name__
        if kind == "Skipped":
            return "failed", "the test was skipped"
        if kind == "Failed" and "imeout" in str(error):
            return "timeout", "the test did not end in time"
        return "failed", f"the test could not go on: {kind}: {str(error).partition(chr(10))[0]}"

    def _emit_if_complete(self, answer: Answer | None) -> None:
        expected = self._expected.get(id(answer), [])
        if answer is None or not all(test.key in self._reported for test in expected):
            return
        tests = [self._one_entry(test) for test in expected]
        del self._expected[id(answer)]
        verdict, diagnosis = of_exercise(tests)
        traces = [came["trace"] for came in answer.runs.values() if came["trace"] is not None]
        result = {
            "exercise": answer.exercise,
            "path": str(answer.path),
            "verdict": verdict,
            "diagnosis": diagnosis,
            "seconds": time.monotonic() - self._began[id(answer)],
            "scenario_seconds": sum(trace["elapsed"] for trace in traces),
            "played": answer.played,
            "tests": tests,
        }
        self.emit(result | {"runs": answer.runs} if self.keep else result)
        answer.runs.clear()

    def _one_entry(self, test: TestReport) -> dict[str, Any]:
        entries = self._reported.pop(test.key)
        if len(entries) == 1:
            return entries[0]
        failed = [entry for entry in entries if entry["verdict"] != "passed"]
        if len(failed) == len(entries):
            return failed[0]
        return entries[0] | {
            "outcome": "failed",
            "verdict": "failed",
            "message": "the test was reported twice",
        }

    def unreported(self) -> list[str]:
        """Tests that were due and never reported; there must be none."""
        return [
            test.name for tests in self._expected.values() for test in tests if test.key not in self._reported
        ]


def _concerned(error: BaseException | None, traces: Sequence[Trace]) -> Trace | None:
    """Of the runs of a test the one that its failed check was looking at, if that can be seen; else the last one.

    A check looks at what it calls `trace`.
    """
    concerned = traces[-1] if traces else None
    place = error.__traceback__ if error is not None else None
    while place is not None:
        seen = place.tb_frame.f_locals.get("trace")
        concerned = next((trace for trace in traces if trace is seen), concerned)
        place = place.tb_next
    return concerned
