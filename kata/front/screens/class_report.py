"""What a teacher sees after a class was graded, or judged again."""

from collections.abc import Sequence
from pathlib import Path

from kata.front import words
from kata.front.classroom.batch import Entry
from kata.front.classroom.gradebook import Book
from kata.front.classroom.regrade import Change
from kata.front.terminal import Terminal

_MOST_NAMED = 8


def show(
    book: Book,
    screen: Terminal,
    folder: Path,
    exported: Sequence[str] = (),
    *,
    judged: int,
    answers: int,
    seconds: float,
) -> None:
    """Print what was done, what needs a look, and where everything is."""
    missing = sum(page.missing for page in book.pages)
    ignored = sum(len(page.ignored) + page.more_ignored for page in book.pages)
    strangers = [page.student.id for page in book.pages if not page.student.enrolled]
    print(
        f"{words.count(len(book.pages), 'student')}, {words.count(answers, 'answer')}: "
        f"{judged} judged now, {answers - judged} known from before, in {words.duration(seconds)}"
    )
    if missing:
        print(f"{words.count(missing, 'student')} handed in nothing")
    if strangers:
        print(screen.line(f"not on the roster: {words.some(strangers, _MOST_NAMED)}"))
    if ignored:
        print(f"{words.count(ignored, 'file')} ignored; each student's page lists them")
    if book.reasons:
        print(
            f"{words.count(len(book.reasons), 'answer')} NOT GRADED, which is no zero: run it again, or look at why:"
        )
        for reason in sorted(set(book.reasons.values()))[:_MOST_NAMED]:
            print(screen.fit(f"  {reason}", screen.width))
    if not book.sandboxed:
        print("graded without a sandbox: every result is marked as unverified")
    for line in exported:
        print(screen.line(line))
    print(screen.line(f"grades:   {folder / 'grades.csv'}"))
    print(screen.line(f"overview: {folder / 'overview.html'}"))


def show_changes(
    changes: Sequence[Change], played: Sequence[Entry], screen: Terminal, *, applied: bool
) -> None:
    """Print old against new, student by student."""
    if played:
        names = sorted({entry.assigned.name for entry in played})
        print(
            f"{words.count(len(played), 'answer')} had to be played again, whose scenarios have changed: "
            f"{words.some(names, _MOST_NAMED)}"
        )
    student = None
    for change in changes:
        if change.student != student:
            student = change.student
            print(
                screen.line(f"{change.student}  {change.name}" if change.name != student else change.student)
            )
        before, after = change.before, change.after
        print(
            screen.fit(
                f"  {change.exercise}: {words.amount(before['earned'])} of {before['points']}, {before['verdict']} -> "
                f"{words.amount(after['earned'])} of {after['points']}, {after['verdict']}",
                screen.width,
            )
        )
        if before["diagnosis"] != after["diagnosis"]:
            print(screen.fit(f"    was: {before['diagnosis'] or 'passed'}", screen.width))
            print(screen.fit(f"    now: {after['diagnosis'] or 'passed'}", screen.width))
    if not changes:
        print("Nothing is otherwise.")
    elif applied:
        print(f"{words.count(len(changes), 'change')} written.")
    else:
        print(f"{words.count(len(changes), 'change')}, not written: add --apply.")
