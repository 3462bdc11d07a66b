"""The page about a class for its teacher: how it went, what to talk about, and which answers need a look."""

import base64
import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from statistics import median_high
from typing import Self

from markupsafe import Markup

from kata.front import words
from kata.front.classroom import rendering
from kata.front.classroom.gradebook import NOT_GRADED, Book, Page
from kata.front.results import Results

_MOST_BELIEFS = 12
_MOST_LINES = 60
_MOST_NAMED = 6
_BINS = 10
_NO_BELIEF = {"passed", "refused", "unfinished", "tampered", NOT_GRADED}


@dataclass(frozen=True, slots=True)
class Mark:
    """What one student has for one exercise."""

    exercise: str
    title: str
    verdict: str
    diagnosis: str | None
    earned: float


_mark = cache(Mark)  # most marks of a large class say that nothing was handed in


@dataclass(frozen=True, slots=True)
class Row:
    """One student with all that the tables need of the results, and what a teacher should know beside."""

    page: Page
    earned: float
    points: float
    marks: tuple[Mark, ...]
    remarks: str = ""

    @classmethod
    def of(cls, page: Page, outcome: Results, remarks: str = "") -> Self:
        """The row of these results."""
        marks = tuple(
            _mark(one["name"], one["title"], one["verdict"], one["diagnosis"], one["earned"])
            for one in outcome["exercises"]
        )
        return cls(page, outcome["earned"], outcome["points"], marks, remarks)

    @property
    def passed(self) -> int:
        """How many exercises passed."""
        return sum(mark.verdict == "passed" for mark in self.marks)


@dataclass(frozen=True, slots=True)
class Tally:
    """How one exercise went."""

    name: str
    title: str
    handed_in: int
    passed: int

    @property
    def percent(self) -> int:
        """How many of a hundred answers passed."""
        return round(100 * self.passed / self.handed_in) if self.handed_in else 0


@dataclass(frozen=True, slots=True)
class Belief:
    """What several students were told about the same exercise."""

    exercise: str
    diagnosis: str
    students: tuple[str, ...]

    @property
    def names(self) -> str:
        """Who they are."""
        return words.some(self.students, _MOST_NAMED)


@dataclass(frozen=True, slots=True)
class Look:
    """Answers that need a look for one reason."""

    title: str
    about: str
    found: tuple[tuple[Page | None, str], ...]
    open: bool = True

    @property
    def number(self) -> int:
        """How many there are."""
        return len(self.found)

    @property
    def lines(self) -> tuple[tuple[Page | None, str], ...]:
        """Those that are listed."""
        return self.found[:_MOST_LINES]

    @property
    def more(self) -> int:
        """How many there are beyond those."""
        return len(self.found) - len(self.lines)


def html(book: Book, rows: Sequence[Row]) -> bytes:
    """The page; it needs nothing but itself, and the students' pages for its links."""
    script = files("kata.front.classroom").joinpath("templates", "sort.js").read_text("utf-8")
    beliefs = common_beliefs(rows)
    common = [belief for belief in beliefs if len(belief.students) > 1][:_MOST_BELIEFS] or beliefs[
        :_MOST_BELIEFS
    ]
    earned = [row.earned for row in rows if not row.page.missing]
    return rendering.render(
        "overview.html",
        title=book.assignment.title,
        points=book.assignment.points,
        sandboxed=book.sandboxed,
        students=rows,
        missing=sum(row.page.missing for row in rows),
        middle=median_high(earned) if earned else None,
        chart=_chart(earned, book.assignment.points),
        beliefs=common,
        more_beliefs=len(beliefs) - len(common),
        exercises=hardest_first(rows),
        looks=[look for look in _looks(rows) if look.found],
        link=lambda page: f"students/{page.student.folder}/feedback.html",
        script=Markup(script),
        script_hash=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
    )


def hardest_first(rows: Sequence[Row]) -> list[Tally]:
    """The exercises, by the share of answers that passed."""
    handed_in: dict[str, int] = defaultdict(int)
    passed: dict[str, int] = defaultdict(int)
    titles: dict[str, str] = {}
    for row in rows:
        for mark in row.marks:
            titles.setdefault(mark.exercise, mark.title)
            handed_in[mark.exercise] += mark.exercise in row.page.answers
            passed[mark.exercise] += mark.verdict == "passed"
    tallies = [Tally(name, title, handed_in[name], passed[name]) for name, title in titles.items()]
    return sorted(tallies, key=lambda tally: (not tally.handed_in, tally.percent))


def common_beliefs(rows: Sequence[Row]) -> list[Belief]:
    """What was told about each exercise, the commonest first; sentences that differ in numbers alone are the same."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for row in rows:
        for mark in row.marks:
            if mark.diagnosis and mark.verdict not in _NO_BELIEF:
                alike = words.without_numbers(mark.diagnosis)
                found[mark.exercise, alike].append((row.page.student.name, mark.diagnosis))
    beliefs = [
        Belief(name, told[0][1], tuple(student for student, _ in told)) for (name, _), told in found.items()
    ]
    return sorted(beliefs, key=lambda belief: -len(belief.students))


def _looks(rows: Sequence[Row]) -> Iterator[Look]:
    def with_verdict(verdict: str) -> tuple[tuple[Page | None, str], ...]:
        return tuple(
            (row.page, f"{mark.exercise}: {mark.diagnosis}")
            for row in rows
            for mark in row.marks
            if mark.verdict == verdict
        )

    yield Look("Tampered", "The answer reached for the grader; it has no points.", with_verdict("tampered"))
    about = "The machinery failed, which is no zero: grade the class again, and only these are judged."
    yield Look("Not graded", about, with_verdict(NOT_GRADED))
    strangers = [row.page for row in rows if not row.page.student.enrolled]
    about = "Add a word by which each is known to the roster, and grade again: nothing is judged twice."
    yield Look("Not on the roster", about, tuple((page, "") for page in strangers))
    late = [row.page for row in rows if row.page.late]
    yield Look("Late", "No points were taken off.", tuple((page, "") for page in late))
    yield Look("Files that did not count", "", tuple(_ignored(rows)), open=False)
    missing = [row.page for row in rows if row.page.missing]
    yield Look("Nothing handed in", "", tuple((page, "") for page in missing), open=False)


def _ignored(rows: Sequence[Row]) -> Iterator[tuple[Page, str]]:
    for row in rows:
        yield from ((row.page, f"{place}: {why}") for place, why in row.page.ignored)
        if row.page.more_ignored:
            yield row.page, f"and {row.page.more_ignored} more"


# ---------------------------------------------------------------------------------------------------- chart

_WIDTH, _HEIGHT, _LEFT, _TOP, _BASE = 340, 156, 6, 18, 122


def _chart(earned: Sequence[float], points: float) -> Markup:
    """How many students have how many points, a bar for each tenth of them."""
    counts = [0] * _BINS
    for one in earned:
        counts[min(_BINS - 1, int(_BINS * one / points)) if points else _BINS - 1] += 1
    edges = [words.amount(round(points * number / _BINS, 1)) for number in range(_BINS + 1)]
    step = (_WIDTH - 2 * _LEFT) / _BINS
    parts = [
        f'<line x1="{_LEFT}" y1="{_BASE + 0.5}" x2="{_WIDTH - _LEFT}" y2="{_BASE + 0.5}"/>',
    ]
    for number, count in enumerate(counts):
        x, height = _LEFT + number * step, (_BASE - _TOP) * count / max(counts, default=1) if count else 0
        if count:
            parts.append(
                f'<rect x="{x + 2:.1f}" y="{_BASE - height:.1f}" width="{step - 4:.1f}" height="{height:.1f}" rx="1"/>'
            )
            parts.append(
                f'<text x="{x + step / 2:.1f}" y="{_BASE - height - 4:.1f}" text-anchor="middle">{count}</text>'
            )
    for number in range(0, _BINS + 1, 2):
        anchor = "start" if number == 0 else "end" if number == _BINS else "middle"
        parts.append(
            f'<text class="axis" x="{_LEFT + number * step:.1f}" y="{_BASE + 14}" text-anchor="{anchor}">'
            f"{edges[number]}</text>"
        )
    middle = f'<text class="axis" x="{_WIDTH / 2}" y="{_BASE + 27}" text-anchor="middle">points</text>'
    said = "; ".join(
        f"{edges[number]} to {edges[number + 1]} points: {words.count(count, 'student')}"
        for number, count in enumerate(counts)
        if count
    )
    return Markup(
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-labelledby="chart-title chart-desc">'
        f'<title id="chart-title">How many students have how many points</title><desc id="chart-desc">{said}</desc>'
        f"{''.join(parts)}{middle}</svg>"
    )
