"""Who is in the class: a CSV file with a column `id`, and as many more as there are words for a student.

    id,name,email,canvas
    s01,Jane Doe,jane@school.example,123

A submission belongs to the student of whom any of its words is one: the folder's name, a user number of Canvas, an
identifier or a full name of Moodle. Case, accents, blanks and punctuation do not matter. Without a roster every
submission is a student's of its own.
"""

import csv
import hashlib
import io
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kata.front.classroom.handed_in import HandedIn
from kata.front.errors import UsageProblem

LARGEST_ROSTER = 8 << 20


@dataclass(frozen=True, slots=True)
class Student:
    """One student. ``id`` is what grades are exported by, ``folder`` a name that any file system takes."""

    id: str
    name: str
    words: tuple[str, ...] = ()
    enrolled: bool = True

    @property
    def folder(self) -> str:
        """The name of this student's folder: the id, where that is a harmless name."""
        safe = re.sub(r"[^A-Za-z0-9._-]+", "_", self.id).strip("._-")[:60]
        if safe and safe == self.id:
            return safe
        return (
            f"{safe or 'student'}-{hashlib.sha256(self.id.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"
        )


def load(path: Path) -> list[Student]:
    """Read a roster. UsageProblem says in one sentence what is wrong with it."""
    try:
        text = path.read_bytes()[:LARGEST_ROSTER].decode("utf-8-sig")
    except OSError as error:
        raise UsageProblem(f"{path} cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise UsageProblem(f"{path.name} is not UTF-8 text: save the roster as CSV in UTF-8.") from None
    rows = csv.DictReader(io.StringIO(text, newline=""), dialect=_dialect(text))
    try:
        students = _students(rows, path.name)
    except csv.Error as error:
        raise UsageProblem(f"{path.name} is not CSV: line {rows.line_num + 1}: {error}.") from None
    ids = [student.id for student in students]
    twice = next((identity for identity in ids if ids.count(identity) > 1), None)
    if twice:
        raise UsageProblem(f"{path.name} has the id {twice} twice.")
    return students


def _students(rows: "csv.DictReader[str]", source: str) -> list[Student]:
    columns = {column.strip().casefold(): column for column in rows.fieldnames or () if column}
    if "id" not in columns:
        raise UsageProblem(f"{source} needs a column called id in its first line.")
    students: list[Student] = []
    for row in rows:
        words = tuple(value.strip() for key, value in row.items() if key and value and value.strip())
        identity = (row[columns["id"]] or "").strip()
        if identity:
            name = (row.get(columns.get("name", ""), "") or "").strip()
            students.append(Student(identity, name or identity, words))
    return students


def _dialect(text: str) -> type[csv.Dialect]:
    class Dialect(csv.excel):
        delimiter = max(",;\t", key=text.partition("\n")[0].count)

    return Dialect


def match(
    handed_in: Sequence[HandedIn], roster: Sequence[Student] | None
) -> list[tuple[Student, HandedIn | None]]:
    """Each student with what he handed in; whoever is on no roster comes last, and is marked as not enrolled.

    Of two submissions of one student the one with more answers counts; files of the other are ignored, and listed.
    """
    if roster is None:
        return [
            (Student(one.key, one.names[-1] if one.names else one.key, one.names), one) for one in handed_in
        ]
    known = directory(roster)
    found: dict[str, HandedIn] = {}
    strangers = []
    for one in handed_in:
        owner = next((known[word] for word in _words(one) if known.get(word)), None)
        if owner is None:
            strangers.append((Student(one.key, one.key, one.names, enrolled=False), one))
        elif owner.id in found:
            found[owner.id] = _together(found[owner.id], one)
        else:
            found[owner.id] = one
    return [
        (_known_as(student, found.get(student.id)), found.get(student.id)) for student in roster
    ] + strangers


def directory(students: Sequence[Student]) -> dict[str, Student | None]:
    """The students by all their words, folded; a word that two students share names neither."""
    known: dict[str, Student | None] = {}
    for student in students:
        for word in {folded(word) for word in (student.id, student.name, *student.words)} - {""}:
            known[word] = None if word in known else student
    return known


def _known_as(student: Student, one: HandedIn | None) -> Student:
    """The student with the words of the submission, too: by them Canvas and Moodle know who it is."""
    new = [name for name in one.names if name not in student.words] if one else []
    return replace(student, words=(*student.words, *new))


def _words(one: HandedIn) -> list[str]:
    words = [folded(word) for word in (one.key, *one.names)]
    turned = [" ".join(reversed(name.split(",", 1))) for name in one.names if "," in name]
    return [*words, *map(folded, turned)]


def folded(word: str) -> str:
    """A word without what does not matter in it."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(character for character in plain if character.isalnum())


def _together(one: HandedIn, other: HandedIn) -> HandedIn:
    kept, dropped = (one, other) if len(one.answers) >= len(other.answers) else (other, one)
    for exercise in dropped.answers:
        kept.ignore(f"{dropped.key}/{exercise}.py", f"{kept.key} is of the same student")
    return kept
