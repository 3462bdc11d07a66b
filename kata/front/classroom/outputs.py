"""Everything that a grading of a class writes for people and other programs, all of it from the same book."""

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kata.front import atomic, junit, results
from kata.front.classroom import classroom50, feedback, gradescope, lms, overview
from kata.front.classroom.gradebook import NOT_GRADED, Book, Page
from kata.front.classroom.lms import Export
from kata.front.classroom.overview import Row
from kata.front.classroom.sheet import cell
from kata.front.classroom.store import Store
from kata.front.classroom.telling import Telling
from kata.front.errors import UsageProblem
from kata.layout import Layout

_UNVERIFIED = "unverified: graded without a sandbox"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is written beside the pages and the table that are always written."""

    tables: tuple[Export, ...] = ()
    gradescope: bool = False
    classroom50: bool = False
    junit: bool = False


def write(book: Book, layout: Layout, store: Store, folder: Path, wanted: Wanted | None = None) -> list[str]:
    """Write every output of a class below its folder. What there is to say about the exports, line by line."""
    wanted = wanted or Wanted()
    for export in wanted.tables:
        spare(export, folder)
    telling = Telling(book.assignment, layout)
    rows: list[Row] = []
    for page in book.pages:
        outcome = book.results_of(page, layout, store, traces=True)
        own = folder / "students" / page.student.folder
        own.mkdir(parents=True, exist_ok=True)
        atomic.replace(
            own / "result.json", json.dumps(outcome).encode()
        )  # with indent it takes ten times as long
        for name, content in _for_student(book, page, telling.results(outcome), wanted):
            atomic.replace(own / name, content)
        beside = "; ".join(word for word in remarks(book, page) if word != _UNVERIFIED)
        rows.append(Row.of(page, outcome, beside))  # all of the results would fill the memory
    atomic.replace(folder / "grades.csv", grades(book, rows))
    atomic.replace(folder / "overview.html", overview.html(book, rows))
    said = []
    for export in wanted.tables:
        filled = lms.fill(export, rows)
        atomic.replace(folder / export.file, filled.content)
        said += filled.sentence(export, folder / export.file, book.assignment.points)
    return said


def spare(export: Export, folder: Path) -> None:
    """UsageProblem when the table would be written over the teacher's own file."""
    target = folder / export.file
    if target.exists() and target.samefile(export.table.path):
        raise UsageProblem(
            f"{export.table.path} would be written over: keep the file from {export.kind} outside {folder}."
        )


def _for_student(book: Book, page: Page, told: results.Results, wanted: Wanted) -> list[tuple[str, bytes]]:
    parts = feedback.parts(told)
    files = [
        ("feedback.md", feedback.markdown(book, page, told, parts)),
        ("feedback.html", feedback.html(book, page, told, parts)),
    ]
    if wanted.gradescope:
        files.append(("gradescope.json", gradescope.document(told, parts, feedback.notes(book, page))))
    if wanted.classroom50:
        files.append(("classroom50.json", classroom50.document(book, page, told)))
    if wanted.junit:
        files.append(("junit.xml", junit.document(told)))
    return files


def grades(book: Book, rows: Sequence[Row]) -> bytes:
    """The grades as a table: a line for each student, a column for each exercise."""
    names = [assigned.name for assigned in book.assignment.exercises]
    text = io.StringIO(newline="")
    table = csv.writer(text, lineterminator="\n")
    table.writerow(["id", "name", "points", "of", *names, "remarks"])
    for row in rows:
        page = row.page
        points = [NOT_GRADED if mark.verdict == NOT_GRADED else mark.earned for mark in row.marks]
        about = [page.student.id, page.student.name]
        table.writerow(
            [
                *map(cell, about),
                row.earned,
                row.points,
                *points,
                cell("; ".join(remarks(book, page))),
            ]
        )
    return text.getvalue().encode("utf-8", "backslashreplace")


def remarks(book: Book, page: Page) -> list[str]:
    """What a teacher should know beside the points."""
    said = {
        "nothing was handed in": page.missing,
        "late": page.late,
        "not on the roster": not page.student.enrolled,
        _UNVERIFIED: not book.sandboxed and not page.missing,
    }
    return [words for words, true in said.items() if true]
