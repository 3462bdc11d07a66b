"""Grades for Canvas and Moodle: the table that the teacher exported from there, with one column filled in.

Everything else stays as it is: the other columns, rows of students who are not in this class, and a second row of
Canvas with the points that can be had. A column that is not there is never added: Canvas would make an assignment
of it. Nobody's cell is touched whose answers could not be graded, and none that holds something for who handed in
nothing (an excuse, say).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kata.front import words
from kata.front.classroom import sheet
from kata.front.classroom.gradebook import NOT_GRADED
from kata.front.classroom.overview import Row
from kata.front.classroom.roster import Student, directory, folded
from kata.front.classroom.sheet import Sheet
from kata.front.errors import UsageProblem

_MOST_NAMED = 6

GRADE = {
    *("grade", "bewertung", "note", "calificación", "qualificació", "nota", "valutazione", "avaliação"),
    *(
        "beoordeling",
        "cijfer",
        "ocena",
        "karakter",
        "betyg",
        "arvosana",
        "hodnocení",
        "známka",
        "értékelés",
        "hinne",
    ),
    *("оценка", "оцінка", "评分", "成绩", "評定", "성적"),
}
"""The title of Moodle's column of grades in the languages that are known here; elsewhere it is found by its place."""

_CANVAS_NUMBER = re.compile(r"\s*\(\d+\)\s*$")
_CANVAS_WHO = ("id", "sis user id", "sis login id", "student", "integration id")
_LAST_NUMBER = re.compile(r"(\d+)\s*$")


@dataclass(frozen=True, slots=True)
class Export:
    """A table to be filled in. ``who`` are the columns that say whose a row is, ``most`` the points it knows of."""

    kind: str
    table: Sheet
    column: int
    who: tuple[int, ...]
    first: int
    most: float | None
    comma: bool = False

    @property
    def file(self) -> str:
        """The name of the file that is written."""
        return f"{self.kind.lower()}.csv"


@dataclass(frozen=True, slots=True)
class Filled:
    """What came of filling in. ``left`` are the names of rows that are nobody's, ``lost`` students without a row."""

    content: bytes
    grades: int
    left: tuple[str, ...]
    lost: tuple[str, ...]

    def sentence(self, export: Export, path: Path, points: float) -> list[str]:
        """What a teacher should know before importing it."""
        said = [f"{export.kind}: {words.count(self.grades, 'grade')} in {path}"]
        if self.lost:
            said.append(f"  without a row there: {words.some(self.lost, _MOST_NAMED)}")
        if self.left:
            said.append(f"  rows left as they were: {words.some(self.left, _MOST_NAMED)}")
        if export.most is not None and export.most != points:
            said.append(
                f"  {export.kind} has {words.amount(export.most)} points for it, this class {words.amount(points)}"
            )
        return said


def canvas(path: Path, title: str) -> Export:
    """The gradebook that Canvas exported; ``title`` is the assignment's. UsageProblem when its column is not there."""
    table = sheet.load(path)
    plain = [_CANVAS_NUMBER.sub("", name) for name in table.head]
    who = tuple(number for name in _CANVAS_WHO for number in sheet.column_called(table.head, name))
    columns = sheet.column_called(table.head, title) or sheet.column_called(plain, title)
    columns = [number for number in columns if number not in who]
    if not who:
        raise UsageProblem(
            f"{path.name} has no column ID or Student: export the gradebook from Canvas again."
        )
    if not columns:
        raise UsageProblem(
            f'{path.name} has no column "{title}": make the assignment in Canvas and export again, '
            "or name its column with --canvas-column."
        )
    if len(columns) > 1:
        named = words.enumeration([table.head[number] for number in columns])
        raise UsageProblem(f"{path.name} has several such columns, {named}: name one with --canvas-column.")
    first = next((at + 1 for at, row in enumerate(table.rows[:4]) if _says_points(row)), 0)
    most = _number(_at(table.rows[first - 1], columns[0])) if first else None
    return Export("Canvas", table, columns[0], who, first, most)


def moodle(path: Path, title: str | None) -> Export:
    """The grading worksheet that Moodle exported, in whatever language. UsageProblem when no column is the grades'.

    The column is the one called ``title``; without that the one called "Grade" in a language that is known here; and
    otherwise the one before the only column in which every row has the same number: the largest grade.
    """
    table = sheet.load(path)
    most = _largest_grade(table)
    if title is not None:
        columns = sheet.column_called(table.head, title)
        if not columns:
            raise UsageProblem(
                f'{path.name} has no column "{title}": it has {words.enumeration(table.head)}.'
            )
    else:
        columns = [at for at, name in enumerate(table.head) if name.strip().casefold() in GRADE]
        columns = columns or ([most - 1] if most else [])
    if len(columns) != 1 or columns[0] == 0:
        raise UsageProblem(
            f"Which column of {path.name} has the grades cannot be told: name it with --moodle-column."
        )
    largest = table.rows[0][most] if most is not None and most == columns[0] + 1 else ""
    who = tuple(range(columns[0]))
    return Export("Moodle", table, columns[0], who, 0, _number(largest), comma="," in largest)


def fill(export: Export, rows: Sequence[Row]) -> Filled:
    """Fill in the grades of these students."""
    students = [row.page.student for row in rows]
    known = directory([student for student in students if not student.enrolled])
    known |= directory(
        [student for student in students if student.enrolled]
    )  # no stranger takes a word of theirs
    by_id = {row.page.student.id: row for row in rows}
    waiting = dict(by_id)
    grades = 0
    left: list[str] = []
    filled: list[list[str]] = []
    for number, before in enumerate(export.table.rows):
        line = list(before)
        if number >= export.first and any(value.strip() for value in line):
            student = _whose(export, line, known)
            row = waiting.pop(student.id, None) if student else None
            if row is None:
                left.append(_name(export, line))
            elif len(line) > export.column and _may_be_filled(row, line[export.column]):
                grade = words.amount(row.earned)
                line[export.column] = grade.replace(".", ",") if export.comma else grade
                grades += 1
        filled.append(line)
    table = export.table
    content = Sheet(table.path, table.head, filled, table.delimiter, table.bom, table.line_end).write()
    lost = tuple(row.page.student.name for row in waiting.values())
    return Filled(content, grades, tuple(left), lost)


def _whose(export: Export, line: Sequence[str], known: Mapping[str, Student | None]) -> Student | None:
    """The student of whom this row says words, when all of these are of the same one."""
    found: dict[str, Student] = {}
    for column in export.who:
        for word in _words(export, _at(line, column), column):
            student = known.get(folded(word))
            if student is not None:
                found[student.id] = student
    return next(iter(found.values())) if len(found) == 1 else None


def _words(export: Export, text: str, column: int) -> list[str]:
    said = [text.removeprefix("'"), " ".join(reversed(text.split(",", 1)))]
    if export.kind == "Canvas":
        return said
    number = _LAST_NUMBER.search(text)
    return [*said, f"Participant {number[1]}"] if number and column == 0 else said


def _may_be_filled(row: Row, before: str) -> bool:
    if any(mark.verdict == NOT_GRADED for mark in row.marks):
        return False
    return not row.page.missing or before.strip() in ("", "-")


def _name(export: Export, line: Sequence[str]) -> str:
    place = 0 if export.kind == "Canvas" else 1
    return _at(line, place) or _at(line, 0) or "a row without a name"


def _says_points(row: Sequence[str]) -> bool:
    return _at(row, 0).strip().casefold() == "points possible"


def _largest_grade(table: Sheet) -> int | None:
    """The only column after the first in which every row has one and the same number above 0."""
    rows = [row for row in table.rows if any(value.strip() for value in row)]
    found = []
    for column in range(1, len(table.head)):
        values = {_at(row, column).strip() for row in rows}
        number = _number(next(iter(values))) if len(values) == 1 else None
        if number is not None and number > 0:
            found.append(column)
    return found[0] if len(found) == 1 else None


def _number(text: str) -> float | None:
    try:
        return float(text.strip().replace(",", "."))
    except ValueError:
        return None


def _at(row: Sequence[str], column: int) -> str:
    return row[column] if column < len(row) else ""
