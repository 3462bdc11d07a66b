"""What of a student's results the student is told, by what the assignment shows."""

from typing import Any

from kata.front.classroom.assignment import Assignment, parse
from kata.front.classroom.gradebook import NOT_GRADED
from kata.front.classroom.telling import UNGRADED, Telling
from kata.layout import Layout
from kata.manifest import load
from tests.project.front_project import one_test

LAYOUT = Layout()
MANIFEST = load(LAYOUT.manifest)
VISIBLE, HIDDEN = "test_the_longer_job_sets_the_total", "test_zanzibar"


def asked(show: Any = "visible") -> Assignment:
    entry = {"name": "two_workers", "show": show}
    return parse({"title": "T", "exercise": [entry]}, "assignment.toml", MANIFEST)


def outcome(**keys: Any) -> Any:
    """Results of one exercise, with a visible and a hidden test that failed."""
    tests = [
        one_test(VISIBLE, message="seen"),
        one_test(HIDDEN, hidden=True, message="Zanzibar is 48271 km away"),
    ]
    exercise = {
        "name": "two_workers",
        "verdict": "failed",
        "diagnosis": "seen",
        "untouched": False,
        "tests": tests,
    }
    return {"exercises": [exercise | keys]}


def told(show: Any = "visible", **keys: Any) -> Any:
    return Telling(asked(show), LAYOUT).results(outcome(**keys))["exercises"][0]


def test_a_visible_test_is_told_and_a_hidden_one_is_a_number() -> None:
    visible, hidden = told()["tests"]
    assert visible == one_test(VISIBLE, message="seen")
    assert (hidden["name"], hidden["hidden"], hidden["outcome"]) == ("hidden test 1", True, "failed")
    assert "48271" not in str(hidden) and "Zanzibar" not in str(hidden)
    assert [hidden[key] for key in ("call", "expected", "observed", "scenario", "trace")] == [None] * 5
    assert hidden["inputs"] == {}


def test_an_assignment_may_show_all_tests() -> None:
    assert [test["name"] for test in told("all")["tests"]] == [VISIBLE, HIDDEN]
    assert not any(test["hidden"] for test in told("all")["tests"])


def test_an_assignment_may_name_the_tests_that_it_shows() -> None:
    assert [test["name"] for test in told([HIDDEN])["tests"]] == ["hidden test 1", HIDDEN]
    assert VISIBLE not in str(told([HIDDEN]))


def test_a_diagnosis_from_a_hidden_test_is_told_as_far_as_its_test_is() -> None:
    assert told()["diagnosis"] == "seen"
    assert "48271" not in told(diagnosis="Zanzibar is 48271 km away")["diagnosis"]
    assert told("all", diagnosis="Zanzibar is 48271 km away")["diagnosis"] == "Zanzibar is 48271 km away"


def test_a_diagnosis_of_no_test_is_not_told() -> None:
    assert "48271" not in told(diagnosis="48271 from nowhere")["diagnosis"]


def test_what_was_not_graded_does_not_say_why() -> None:
    assert told(verdict=NOT_GRADED, diagnosis="Traceback: /home/teacher", tests=[])["diagnosis"] == UNGRADED


def test_the_results_themselves_stay_as_they_are() -> None:
    before = outcome()
    Telling(asked(), LAYOUT).results(before)
    assert before == outcome()
