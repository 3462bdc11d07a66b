"""Everything that a grading of a class writes for people and other programs, all of it from the same book."""

import csv
import io
import json
from pathlib import Path

from kata.front import atomic, results
from kata.front.classroom.gradebook import NOT_GRADED, Book, Page
from kata.front.classroom.store import Store
from kata.layout import Layout

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(book: Book, layout: Layout, store: Store, folder: Path) -> None:
    """Write every output of a class below its folder."""
    rows: list[tuple[Page, results.Results]] = []
    for page in book.pages:
        outcome = book.results_of(page, layout, store, traces=True)
        own = folder / "students" / page.student.folder
        own.mkdir(parents=True, exist_ok=True)
        atomic.replace(own / "result.json", json.dumps(outcome, indent=1).encode())
        for exercise in outcome["exercises"]:
            exercise["tests"] = []  # what the tables do not need would fill the memory
        rows.append((page, outcome))
    atomic.replace(folder / "grades.csv", grades(book, rows))


def grades(book: Book, rows: list[tuple[Page, results.Results]]) -> bytes:
    """The grades as a table: a line for each student, a column for each exercise."""
    names = [assigned.name for assigned in book.assignment.exercises]
    text = io.StringIO(newline="")
    table = csv.writer(text, lineterminator="\n")
    table.writerow(["id", "name", "points", "of", *names, "remarks"])
    for page, outcome in rows:
        points = [
            NOT_GRADED if exercise["verdict"] == NOT_GRADED else exercise["earned"]
            for exercise in outcome["exercises"]
        ]
        about = [page.student.id, page.student.name]
        table.writerow(
            [
                *map(cell, about),
                outcome["earned"],
                outcome["points"],
                *points,
                cell("; ".join(remarks(book, page))),
            ]
        )
    return text.getvalue().encode()


def remarks(book: Book, page: Page) -> list[str]:
    """What a teacher should know beside the points."""
    said = {
        "nothing was handed in": page.missing,
        "late": page.late,
        "not on the roster": not page.student.enrolled,
        "unverified: graded without a sandbox": not book.sandboxed and not page.missing,
    }
    return [words for words, true in said.items() if true]


def cell(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
