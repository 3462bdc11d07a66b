"""Judging a class again after a test, a point value or a diagnosis was corrected: the runs that were kept are judged,
and nobody's code runs, but where a scenario was changed.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kata.front.classroom.batch import Entry
from kata.front.classroom.gradebook import Book
from kata.front.classroom.store import Store
from kata.front.results import ExerciseResult, Results
from kata.layout import Layout


@dataclass(frozen=True, slots=True)
class Change:
    """One exercise of one student that is judged otherwise now."""

    student: str
    name: str
    exercise: str
    before: ExerciseResult
    after: ExerciseResult


def changes(before: dict[str, Results], book: Book, layout: Layout, store: Store) -> Iterator[Change]:
    """What is otherwise now, student by student; ``before`` are the former results by the students' ids."""
    for page in book.pages:
        was = {one["name"]: one for one in before[page.student.id]["exercises"]}
        for now in book.results_of(page, layout, store, traces=False)["exercises"]:
            old = was.get(now["name"])
            if old is not None and _said(old) != _said(now):
                yield Change(page.student.id, page.student.name, now["name"], old, now)


def _said(result: ExerciseResult) -> tuple[object, ...]:
    return result["earned"], result["points"], result["verdict"], result["diagnosis"]


def played_again(todo: tuple[Entry, ...], store: Store) -> list[Entry]:
    """Those whose kept runs did not do, because a scenario has changed: they were played."""
    return [entry for entry in todo if (store.line(entry.key) or {}).get("played")]
