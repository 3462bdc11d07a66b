"""What the page says, without saying how it looks: made from the results object, and nothing here is HTML."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from kata.front import findings, safe_text, words
from kata.front.findings import Finding
from kata.front.report.listing import Listing, of_answer, points_at
from kata.front.results import ExerciseResult, Results, TestResult
from kata.front.telling import deciding, showing
from kata.manifest import Manifest

_MOST_FINDINGS = 20
_MOST_OUTPUT = 200  # lines
_MOST_OTHERS = 12  # failed tests that are shown in full


@dataclass(frozen=True, slots=True)
class Score:
    """How many of how many passed, and with how many points."""

    passed: int
    total: int
    earned: str
    points: int

    @property
    def percent(self) -> int:
        """How much of it has passed; 100 only if all has."""
        return 100 * self.passed // self.total if self.total else 0


@dataclass(frozen=True, slots=True)
class Found:
    """A finding as it is shown. ``line`` is that of the answer's code, when it lies there."""

    name: str
    what: str
    place: str = ""
    source: str = ""
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one test saw. ``trace`` is there to be drawn, when there is something to draw."""

    identity: str
    test: str
    fields: tuple[tuple[str, str], ...]
    trace: Mapping[str, Any] | None
    found: tuple[Found, ...]
    output: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TestRow:
    """One test in the table of all tests."""

    name: str
    hidden: bool
    verdict: str
    message: str
    state: str


@dataclass(frozen=True, slots=True)
class ExerciseEntry:
    """One exercise on the page. ``state`` is "good", "wait" or "bad"; ``lead`` comes before the diagnosis."""

    name: str
    title: str
    path: str
    verdict: str
    state: str
    earned: str
    points: int
    lead: str
    diagnosis: str
    evidence: Evidence | None
    others: tuple[Evidence, ...]
    tests: tuple[TestRow, ...]
    listing: Listing | None
    open: bool

    @property
    def passed_tests(self) -> int:
        """How many of the tests passed."""
        return sum(test.state == "good" for test in self.tests)


@dataclass(frozen=True, slots=True)
class ChapterEntry:
    """One chapter with those of its exercises that were graded."""

    id: str
    number: int
    title: str
    score: Score
    exercises: tuple[ExerciseEntry, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """All of the page. ``about`` are the terms under which it was graded."""

    score: Score
    about: tuple[tuple[str, str], ...]
    chapters: tuple[ChapterEntry, ...]


def contents(outcome: Results, manifest: Manifest, when: datetime) -> Contents:
    """The contents of the page about these results, which were got at this time."""
    alone = len(outcome["exercises"]) == 1
    chapters = []
    for chapter in manifest.chapters:
        judged = [result for result in outcome["exercises"] if result["chapter"] == chapter.id]
        if judged:
            entries = tuple(_exercise(result, alone) for result in judged)
            chapters.append(ChapterEntry(chapter.id, chapter.number, chapter.title, _score(judged), entries))
    about = (
        ("graded", f"{when.day} {when:%B %Y, %H:%M}"),
        ("clock", outcome["clock"]),
        ("seed", str(outcome["seed"])),
        ("Python", outcome["python"]),
        ("kata", outcome["kata"]),
        ("took", words.duration(outcome["seconds"])),
    )
    return Contents(_score(outcome["exercises"]), about, tuple(chapters))


def state(verdict: str) -> str:
    """Of which of three kinds a verdict is: "good", "wait" or "bad"."""
    return {"passed": "good", "unfinished": "wait"}.get(verdict, "bad")


def _score(judged: Sequence[ExerciseResult]) -> Score:
    return Score(
        passed=sum(result["verdict"] == "passed" for result in judged),
        total=len(judged),
        earned=words.amount(round(sum(result["earned"] for result in judged), 2)),
        points=sum(result["points"] for result in judged),
    )


def _exercise(result: ExerciseResult, alone: bool) -> ExerciseEntry:
    name, verdict, path = result["name"], result["verdict"], Path(result["path"])
    decided = deciding(result)
    told = decided or showing(result)
    others = [test for test in result["tests"] if test["outcome"] != "passed" and test is not decided]
    found = findings.read(decided["trace"] or {}) if decided else []
    played = bool(result["tests"])
    return ExerciseEntry(
        name=name,
        title=result["title"],
        path=words.short_path(result["path"]),
        verdict="not started yet" if result["untouched"] else verdict,
        state=state(verdict),
        earned=words.amount(result["earned"]),
        points=result["points"],
        lead="What the stub does: " if result["untouched"] and played else "",
        diagnosis=result["diagnosis"] or "",
        evidence=_evidence(told, f"{name}-0", path.name, result["diagnosis"]) if told else None,
        others=tuple(
            _evidence(test, f"{name}-{number}", path.name, None)
            for number, test in enumerate(others[:_MOST_OTHERS], 1)
        ),
        tests=tuple(_row(test) for test in result["tests"]),
        listing=None
        if verdict == "refused" or (result["untouched"] and not played)
        else of_answer(path, found),
        open=alone or state(verdict) == "bad",
    )


def _row(test: TestResult) -> TestRow:
    verdict = "passed" if test["outcome"] == "passed" else test["verdict"]
    verdict = "failed" if verdict == "passed" != test["outcome"] else verdict
    return TestRow(
        words.sentence(test["name"]), test["hidden"], verdict, test["message"] or "", state(verdict)
    )


def _evidence(test: TestResult, identity: str, file: str, diagnosis: str | None) -> Evidence:
    trace = test["trace"] or {}
    drawn = trace if trace and trace.get("stage") is None else None
    return Evidence(
        identity=identity,
        test=words.sentence(test["name"]) + (" (a hidden test)" if test["hidden"] else ""),
        fields=tuple(_fields(test, diagnosis)),
        trace=drawn,
        found=tuple(_found(finding, file) for finding in findings.read(trace)[:_MOST_FINDINGS]),
        output=tuple(safe_text.lines(trace.get("output") or "", _MOST_OUTPUT)),
    )


def _fields(test: TestResult, diagnosis: str | None) -> Iterator[tuple[str, str]]:
    if test["message"] and test["message"] != diagnosis:
        yield "because", test["message"]
    if test["call"]:
        yield "call", test["call"]
        given = words.inputs(test["inputs"] or {})
        if given:
            yield "with", given
    if test["expected"] is not None:
        yield "expected", test["expected"]
    if test["observed"] is not None:
        yield "observed", test["observed"]


def _found(finding: Finding, file: str) -> Found:
    where = finding.where
    if not where:
        return Found(finding.name, finding.what)
    line = int(where["line"]) if points_at(where, file) else None
    return Found(finding.name, finding.what, words.place(where), str(where.get("source") or ""), line)
