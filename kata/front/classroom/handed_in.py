"""Who handed in what: finds each student's answers in whatever a teacher has received.

What is there may be a folder (or one archive) of folders, of archives, or of single files, or what Canvas and Moodle
give when all submissions are downloaded:

    alice/two_workers.py   alice.zip   two_workers_alice.py  alice_two_workers.py
    Canvas   doejane_123_456_two_workers.py    doejane_LATE_123_456_two_workers-1.py   (a number: handed in again)
    Moodle   Jane Doe_7654_assignsubmission_file_/two_workers.py   or   ..._assignsubmission_file_two_workers.py

Only files that are called like an exercise count. Everything else is ignored, and listed.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kata.front.classroom.members import (
    Member,
    Unusable,
    bare_name,
    in_archive,
    in_folder,
    is_archive,
    read_file,
    refusing,
)
from kata.front.errors import UsageProblem

LARGEST_DOWNLOAD = 2 << 30  # bytes of an archive with the submissions of a whole class
MOST_IGNORED = 200  # listed for each student; the rest is counted
MOST_PER_STUDENT = 2_000  # files of one student that are looked at

_CANVAS = re.compile(r"(?P<name>[^_]+)(?P<late>_LATE)?_(?P<user>\d+)_(?P<submission>\d+)_(?P<file>.+)")
_MOODLE = re.compile(r"(?P<name>.+?)_(?P<id>\d+)_assignsubmission_[a-z]+_?(?P<file>.*)")
_AGAIN = re.compile(r"-(\d+)$")
Keep = Callable[[bytes], str]

_LITTER = ("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini")


@dataclass
class HandedIn:
    """What one student handed in.

    ``key`` is what the submissions say of who it was; ``names`` are all such words, for a roster to recognise.
    ``answers`` are the names under which the answers are kept, by exercise. ``ignored`` are files that do not count,
    each with the reason.
    """

    key: str
    names: tuple[str, ...]
    answers: dict[str, str] = field(default_factory=dict)
    late: bool = False
    ignored: list[tuple[str, str]] = field(default_factory=list)
    more_ignored: int = 0
    _rank: dict[str, tuple[int, ...]] = field(default_factory=dict)
    _seen: int = 0

    def ignore(self, place: str, why: str) -> None:
        """Note a file that does not count."""
        if len(self.ignored) < MOST_IGNORED:
            self.ignored.append((place, why))
        else:
            self.more_ignored += 1

    def take(self, member: Member, exercise: str, number: int, chapter: str, keep: Keep) -> None:
        """Take a file that may be the answer to an exercise; of several, the one handed in last, or in its chapter."""
        rank = (number, member.parts[-2:-1] == (chapter,), -len(member.parts))
        if exercise in self._rank and rank <= self._rank[exercise]:
            self.ignore(member.place, f"there is another {exercise}.py")
            return
        try:
            content = member.read()
        except Unusable as unusable:
            self.ignore(member.place, str(unusable))
            return
        if exercise in self._rank:
            self.ignore(f"{exercise}.py", f"{member.place} takes its place")
        self.answers[exercise], self._rank[exercise] = keep(content), rank


def collect(path: Path, chapters: dict[str, str], keep: Keep) -> list[HandedIn]:
    """Everybody who handed something in, in the order of their keys.

    ``chapters`` are the exercises that count, by name, each with its chapter. ``keep`` stores an answer and gives the
    name under which it is kept. UsageProblem when nothing is there.
    """
    students: dict[str, HandedIn] = {}
    for owner, member in _owned(_top(path), set(chapters)):
        student = students.setdefault(owner.key, HandedIn(owner.key, owner.names))
        student.late = student.late or owner.late
        _sort(student, member, chapters, keep)
    if not students:
        raise UsageProblem(f"{path} holds no submissions.")
    return [students[key] for key in sorted(students)]


@dataclass(frozen=True)
class _Owner:
    key: str
    names: tuple[str, ...]
    late: bool = False


def _top(path: Path) -> Iterable[Member]:
    if path.is_dir():
        return in_folder(path)
    if not path.exists():
        raise UsageProblem(f"There is no file or folder {path}.")
    if not is_archive(path.name):
        raise UsageProblem(f"{path} is neither a folder nor an archive (zip, tar).")
    try:
        found = in_archive(read_file(path, LARGEST_DOWNLOAD), path.name, LARGEST_DOWNLOAD)
    except Unusable as unusable:
        raise UsageProblem(f"{path}: {unusable}.") from None
    if len({member.parts[0] for member in found}) == 1 and all(len(member.parts) > 2 for member in found):
        return [Member(member.parts[1:], member.read) for member in found]  # a folder around everything
    return found


def _owned(members: Iterable[Member], exercises: set[str]) -> Iterator[tuple[_Owner, Member]]:
    """Each file with its owner; archives of a student are opened, once."""
    for member in members:
        if any(part in _LITTER for part in member.parts):
            continue
        owner, rest = _owner(member, exercises)
        if is_archive(member.name):
            yield from ((owner, inner) for inner in _opened(member))
        else:
            yield owner, Member(rest, member.read)


def _owner(member: Member, exercises: set[str]) -> tuple[_Owner, tuple[str, ...]]:
    first, *rest = member.parts
    if moodle := _MOODLE.fullmatch(first):
        names = (moodle["id"], f"Participant {moodle['id']}", moodle["name"])
        return _Owner(first.partition("_assignsubmission")[0], names), tuple(rest) or (moodle["file"],)
    if rest:
        return _Owner(first, (first,)), tuple(rest)
    if canvas := _CANVAS.fullmatch(first):
        words = (canvas["user"], canvas["name"])
        return _Owner(f"{canvas['name']}_{canvas['user']}", words, bool(canvas["late"])), (canvas["file"],)
    if is_archive(first):
        return _Owner(bare_name(first), (bare_name(first),)), (first,)
    stem = first.removesuffix(".py")
    for exercise in sorted(exercises, key=len, reverse=True):
        for who in (stem.removeprefix(f"{exercise}_"), stem.removesuffix(f"_{exercise}")):
            if who not in (stem, ""):
                return _Owner(who, (who,)), (f"{exercise}.py",)
    return _Owner(stem, (stem,)), (first,)


def _opened(member: Member) -> Iterator[Member]:
    try:
        inner = in_archive(member.read(), member.name)
    except Unusable as unusable:
        why = str(unusable)
        yield Member(member.parts[-1:], refusing(why))
        return
    if not inner:
        yield Member(member.parts[-1:], refusing("the archive is empty"))
    for found in inner:
        if not any(part in _LITTER for part in found.parts):
            yield Member((member.name, *found.parts), found.read)


def _sort(student: HandedIn, member: Member, chapters: dict[str, str], keep: Keep) -> None:
    student._seen += 1
    if student._seen > MOST_PER_STUDENT:
        student.more_ignored += 1
        return
    if is_archive(member.name):
        try:
            member.read()
            student.ignore(member.place, "an archive inside an archive is not opened")
        except Unusable as unusable:
            student.ignore(member.place, str(unusable))
        return
    stem = member.name.removesuffix(".py")
    again = _AGAIN.search(stem)
    name = stem[: again.start()] if again else stem
    if not member.name.endswith(".py") or name not in chapters:
        student.ignore(member.place, "it is not called like an exercise of the assignment")
    else:
        student.take(member, name, int(again[1][:9]) if again else 0, chapters[name], keep)
