"""Who got what: the students of a class with their results, as everything that is exported is made from.

The book is kept in `class.json`, with which a class can be judged again when nothing of what it handed in is there.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from kata.front import atomic, results, stubs
from kata.front.classroom import assignment, batch
from kata.front.classroom.assignment import Assigned, Assignment
from kata.front.classroom.batch import Entry
from kata.front.classroom.handed_in import HandedIn
from kata.front.classroom.roster import Student
from kata.front.classroom.store import Store
from kata.front.errors import UsageProblem
from kata.layout import Layout
from kata.manifest import Manifest

SCHEMA: Literal["asyncio-kata/class/1"] = "asyncio-kata/class/1"

NOT_GRADED = "not graded"
NOTHING = "nothing was handed in"

Line = dict[str, Any]


@dataclass
class Page:
    """One student. ``answers`` are the names of the answers, by exercise; ``ignored`` files with the reason."""

    student: Student
    answers: dict[str, str] = field(default_factory=dict)
    late: bool = False
    ignored: list[tuple[str, str]] = field(default_factory=list)
    more_ignored: int = 0
    missing: bool = False


@dataclass
class Book:
    """A class: its assignment and its students. ``sandboxed``: whether strangers' code was kept where it belongs.

    ``reasons`` say why an answer could not be graded, by the key of its result.
    """

    assignment: Assignment
    pages: list[Page]
    sandboxed: bool
    reasons: dict[str, str] = field(default_factory=dict)

    def entries(self, layout: Layout, store: Store) -> list[Entry]:
        """Every answer that has to be judged; a stub as it was handed out has not."""
        return [
            self.entry(page, assigned, layout)
            for page in self.pages
            for assigned in self.assignment.exercises
            if assigned.name in page.answers and not _is_stub(page, assigned, layout, store)
        ]

    def entry(self, page: Page, assigned: Assigned, layout: Layout) -> Entry:
        """The student's answer with the names of its result and of its runs."""
        answer = page.answers[assigned.name]
        return batch.entry(page.student, assigned, answer, self.assignment, layout, self.sandboxed)

    def results_of(self, page: Page, layout: Layout, store: Store, *, traces: bool) -> results.Results:
        """The results of one student in the form that every other command prints."""
        exercises = [
            self._result(page, assigned, layout, store, traces) for assigned in self.assignment.exercises
        ]
        seed = self.assignment.seed_of(page.student.id)
        return results.results(
            exercises, clock="virtual", seed=seed, seconds=sum(one["seconds"] for one in exercises)
        )

    def _result(
        self, page: Page, assigned: Assigned, layout: Layout, store: Store, traces: bool
    ) -> results.ExerciseResult:
        partial = self.assignment.credit == "tests"
        exercise = assigned.exercise
        path = f"{exercise.chapter}/{exercise.name}.py"
        untouched = False
        line: Line = {"verdict": "refused", "diagnosis": NOTHING}
        if assigned.name in page.answers:
            entry = self.entry(page, assigned, layout)
            kept = store.line(entry.key)
            untouched = _is_stub(page, assigned, layout, store)
            if untouched:
                line = results.untouched_line(Path(path))
            elif kept is None:
                line = {
                    "verdict": NOT_GRADED,
                    "diagnosis": self.reasons.get(entry.key, "it has not been graded yet"),
                }
            else:
                line = store.with_traces(kept, entry.runs_key) if traces else kept
        result = results.exercise_result(exercise, {**line, "path": path}, partial, untouched=untouched)
        share = assigned.points / exercise.points if exercise.points else 0
        return {**result, "points": _whole(assigned.points), "earned": _whole(result["earned"] * share)}

    def save(self, path: Path) -> None:
        """Write the book."""
        data = {
            "schema": SCHEMA,
            "sandboxed": self.sandboxed,
            "assignment": assignment.as_data(self.assignment),
            "reasons": self.reasons,
            "students": [_page_data(page) for page in self.pages],
        }
        atomic.replace(path, json.dumps(data, indent=1).encode())


def _whole(number: float) -> Any:
    rounded = round(number, 2)
    return int(rounded) if rounded == int(rounded) else rounded


def _is_stub(page: Page, assigned: Assigned, layout: Layout, store: Store) -> bool:
    return stubs.is_stub(assigned.exercise, store.answer(page.answers[assigned.name]), layout)


def open_book(
    asked: Assignment, students: Sequence[tuple[Student, HandedIn | None]], *, sandboxed: bool
) -> Book:
    """The book of a class that has handed in."""
    pages = []
    for student, handed_in in students:
        if handed_in is None:
            pages.append(Page(student, missing=True))
        else:
            answers, ignored = dict(handed_in.answers), list(handed_in.ignored)
            pages.append(Page(student, answers, handed_in.late, ignored, handed_in.more_ignored))
    return Book(asked, pages, sandboxed)


def load(path: Path, manifest: Manifest) -> Book:
    """Read a book. UsageProblem when there is none, or none of this version's."""
    try:
        data = json.loads(path.read_bytes())
        if data["schema"] != SCHEMA:
            raise ValueError
        pages = [_page(stored) for stored in data["students"]]
        own = assignment.parse(data["assignment"], path.name, manifest)
        return Book(own, pages, bool(data["sandboxed"]), dict(data["reasons"]))
    except OSError:
        raise UsageProblem(f"There is no graded class in {path.parent}: grade one first.") from None
    except (ValueError, KeyError, TypeError):
        raise UsageProblem(f"{path} is not a book that this version of the kata can read.") from None


def former(folder: Path, book: Book) -> dict[str, results.Results]:
    """The results that were written for each student last time, by their ids."""
    found = {}
    for page in book.pages:
        file = folder / "students" / page.student.folder / "result.json"
        try:
            outcome: results.Results = json.loads(file.read_bytes())
        except (OSError, ValueError):
            raise UsageProblem(f"{file} cannot be read: grade the class again first.") from None
        for exercise in outcome["exercises"]:
            exercise["tests"] = []
        found[page.student.id] = outcome
    return found


def _page_data(page: Page) -> dict[str, Any]:
    student = page.student
    return {
        "id": student.id,
        "name": student.name,
        "words": list(student.words),
        "enrolled": student.enrolled,
        "answers": page.answers,
        "late": page.late,
        "ignored": page.ignored,
        "more_ignored": page.more_ignored,
        "missing": page.missing,
    }


def _page(stored: Mapping[str, Any]) -> Page:
    student = Student(stored["id"], stored["name"], tuple(stored["words"]), stored["enrolled"])
    ignored = [(str(place), str(why)) for place, why in stored["ignored"]]
    return Page(
        student, dict(stored["answers"]), stored["late"], ignored, stored["more_ignored"], stored["missing"]
    )
