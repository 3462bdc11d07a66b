"""What is kept of each student for the tables of a class."""

from typing import Any

from kata.front.classroom.gradebook import Page
from kata.front.classroom.overview import Row
from kata.front.classroom.roster import Student


def outcome(*verdicts: str) -> Any:
    """The results of one student, one exercise for each verdict."""
    exercises = [
        {"name": f"exercise {number}", "title": "T", "verdict": verdict, "diagnosis": None, "earned": 0}
        | {"tests": ["x" * 10_000], "path": f"exercise_{number}.py"}
        for number, verdict in enumerate(verdicts)
    ]
    return {"earned": 3, "points": 20, "exercises": exercises}


def row(name: str, *verdicts: str) -> Row:
    return Row.of(Page(Student(name, name, (name,))), outcome(*verdicts), "late")


def test_a_row_holds_what_the_tables_need() -> None:
    ann = row("ann", "passed", "failed", "passed")
    assert (ann.earned, ann.points, ann.passed, ann.remarks) == (3, 20, 2, "late")
    assert [mark.exercise for mark in ann.marks] == ["exercise 0", "exercise 1", "exercise 2"]


def test_students_share_the_marks_that_are_alike_so_that_a_large_class_needs_little_memory() -> None:
    ann, bob = row("ann", "refused", "failed"), row("bob", "refused", "passed")
    assert ann.marks[0] is bob.marks[0]
    assert ann.marks[1] is not bob.marks[1]
    assert not any(isinstance(getattr(ann, name), dict) for name in Row.__slots__)
