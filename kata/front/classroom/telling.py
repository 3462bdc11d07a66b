"""The results of a student as the student may see them.

Whatever a student gets is made from these, so that nothing has to be left out anywhere else: of tests that are not
shown there is nothing but whether they passed and what their author has to say; their names are numbers.
"""

from collections.abc import Sequence

from kata.front.classroom import wording
from kata.front.classroom.assignment import Assigned, Assignment
from kata.front.classroom.gradebook import NOT_GRADED
from kata.front.classroom.wording import Wording
from kata.front.results import ExerciseResult, Results, TestResult
from kata.layout import Layout

UNGRADED = "it could not be graded yet, which is no zero: your teacher can see why"


class Telling:
    """What the students of one assignment may be told."""

    def __init__(self, asked: Assignment, layout: Layout) -> None:
        self._assigned = {assigned.name: assigned for assigned in asked.exercises}
        self._layout = layout
        self._wordings: dict[str, Wording] = {}

    def results(self, outcome: Results) -> Results:
        """The results without what is not to be told."""
        return {**outcome, "exercises": [self._exercise(result) for result in outcome["exercises"]]}

    def _exercise(self, result: ExerciseResult) -> ExerciseResult:
        assigned = self._assigned[result["name"]]
        words = self._wording(assigned)
        tests: list[TestResult] = []
        unshown = 0
        for test in result["tests"]:
            if assigned.shows(test["name"], test["hidden"]):
                tests.append({**test, "hidden": False})
            else:
                unshown += 1
                tests.append(_unshown(test, unshown, words))
        return {**result, "tests": tests, "diagnosis": _diagnosis(result, tests)}

    def _wording(self, assigned: Assigned) -> Wording:
        if assigned.name not in self._wordings:
            self._wordings[assigned.name] = wording.of_exercise(assigned.exercise, self._layout)
        return self._wordings[assigned.name]


def _unshown(test: TestResult, number: int, words: Wording) -> TestResult:
    passed = test["outcome"] == "passed"
    return {
        "name": f"hidden test {number}",
        "hidden": True,
        "outcome": test["outcome"],
        "verdict": test["verdict"],
        "message": None if passed else words.told(test["message"], test["inputs"], test["verdict"]),
        "call": None,
        "expected": None,
        "observed": None,
        "inputs": {},
        "scenario": None,
        "trace": None,
    }


def _diagnosis(result: ExerciseResult, told: Sequence[TestResult]) -> str | None:
    """The diagnosis as far as the test that it came from is told."""
    if result["verdict"] == NOT_GRADED:
        return UNGRADED
    if result["diagnosis"] is None or not result["tests"]:
        return result["diagnosis"]
    for test, shown in zip(result["tests"], told, strict=True):
        same = test["message"] == result["diagnosis"]
        if (
            test["outcome"] != "passed"
            and same
            and (result["untouched"] or test["verdict"] == result["verdict"])
        ):
            return shown["message"]
    return wording.UNSAID.get(result["verdict"], "it did not pass")
