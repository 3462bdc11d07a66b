"""What a student reads about the own answers: `feedback.md` and `feedback.html`.

Both are made from results as the student may see them (``telling``).
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from kata.front import safe_text, timeline_svg, timeline_text, words
from kata.front.classroom import rendering
from kata.front.classroom.gradebook import NOT_GRADED, NOTHING, Book, Page
from kata.front.glyphs import UNICODE
from kata.front.results import ExerciseResult, Results, TestResult
from kata.front.timeline import Timeline, layout

_COLUMNS = 88
_ROWS = 14
_MOST_IGNORED = 50
_MISSING = "not handed in"
_SPECIAL = re.compile(r"[\\`*\[\]<>&#|~!]|(?<!\w)_|_(?!\w)|(?<=\w)(?=://)|^(?=[-+]|\d+[.)])")


@dataclass(frozen=True, slots=True)
class Failure:
    """A test that is shown and did not pass. ``fields`` are call, expected and observed, as far as there are any."""

    sentence: str
    message: str
    fields: tuple[tuple[str, str], ...]
    plan: Timeline | None


@dataclass(frozen=True, slots=True)
class Part:
    """One exercise. ``unshown`` are sentences of tests that are not shown, each with how often it came."""

    result: ExerciseResult
    failures: tuple[Failure, ...]
    passed: tuple[str, ...]
    unshown: tuple[tuple[str, int], ...]
    unshown_passed: int
    unshown_all: int

    @property
    def missing(self) -> bool:
        """Whether there is no answer to talk about."""
        return self.result["verdict"] == "refused" and self.result["diagnosis"] == NOTHING

    @property
    def verdict(self) -> str:
        """The verdict in a student's words."""
        return _MISSING if self.missing else self.result["verdict"]

    @property
    def tone(self) -> str:
        """The style of the verdict."""
        return {"passed": "good", "unfinished": "wait", _MISSING: "wait", NOT_GRADED: "wait"}.get(
            self.verdict, "bad"
        )

    @property
    def mark(self) -> str:
        """A sign that tells the verdict without colour."""
        waits = UNICODE.unfinished
        return {"passed": UNICODE.passed, "unfinished": waits, _MISSING: waits, NOT_GRADED: "?"}.get(
            self.verdict, UNICODE.failed
        )


def parts(told: Results) -> list[Part]:
    """What there is to say about each exercise."""
    return [_part(result) for result in told["exercises"]]


def html(book: Book, page: Page, told: Results, parts: Sequence[Part]) -> bytes:
    """The feedback as a page that needs nothing but itself."""
    number = 0

    def picture(part: Part, failure: Failure) -> Markup:
        nonlocal number
        number += 1
        assert failure.plan is not None
        title = f"Timeline of {part.result['name']}: {failure.sentence}"
        return Markup(timeline_svg.draw([("", failure.plan)], title, f"timeline-{number}"))

    return rendering.render(
        "feedback.html",
        title=book.assignment.title,
        student=page.student,
        told=told,
        parts=parts,
        notes=notes(book, page),
        ignored=page.ignored[:_MOST_IGNORED],
        more_ignored=len(page.ignored[_MOST_IGNORED:]) + page.more_ignored,
        picture=picture,
    )


def markdown(book: Book, page: Page, told: Results, parts: Sequence[Part]) -> bytes:
    """The feedback as Markdown; all that came from elsewhere is plain text in it."""
    lines = [f"# {_plain(book.assignment.title)}: {_plain(page.student.name)}", ""]
    lines += [f"**{_points(told)} points**", ""]
    lines += [f"- {_plain(note)}" for note in notes(book, page)]
    for part in parts:
        if not part.missing:
            lines += ["", *_section(part)]
    missing = [part.result for part in parts if part.missing]
    if missing:
        lines += ["", "## Not handed in", ""]
        lines += [f"- `{result['name']}`, {_points(result)} points" for result in missing]
    if page.ignored:
        lines += ["", "## Files that did not count", ""]
        lines += [f"- {_plain(place)}: {_plain(why)}" for place, why in page.ignored[:_MOST_IGNORED]]
    more = len(page.ignored[_MOST_IGNORED:]) + page.more_ignored
    lines += [f"- and {more} more"] if more else []
    text = "\n".join(lines) + "\n"
    return re.sub(r"\n{3,}", "\n\n", text).encode("utf-8", "backslashreplace")


def notes(book: Book, page: Page) -> list[str]:
    """What a student should know beside the points."""
    said = {
        "Nothing was handed in.": page.missing,
        "Handed in late.": page.late,
        "Graded without a sandbox: these results are not verified.": not (book.sandboxed or page.missing),
    }
    return [sentence for sentence, true in said.items() if true]


def summary(part: Part) -> Iterator[str]:
    """What there is to say about an exercise, as plain lines without pictures."""
    if part.result["diagnosis"] and part.result["verdict"] != "passed":
        yield part.result["diagnosis"]
    for failure in part.failures:
        known = failure.message == part.result["diagnosis"]
        yield f"{UNICODE.failed} {failure.sentence}" + ("" if known else f": {failure.message}")
        yield from (f"  {name}: {value}" for name, value in failure.fields)
    for sentence, _ in part.unshown:
        if sentence != part.result["diagnosis"]:
            yield f"a test that is not shown: {sentence}"
    if part.unshown_all:
        yield f"{part.unshown_passed} of {words.count(part.unshown_all, 'test')} that are not shown passed"


def _part(result: ExerciseResult) -> Part:
    shown = [test for test in result["tests"] if not test["hidden"]]
    unshown = [test for test in result["tests"] if test["hidden"]]
    failed = [test for test in shown if test["outcome"] != "passed"]
    failed.sort(
        key=lambda test: test["message"] != result["diagnosis"]
    )  # what explains the verdict comes first
    sentences = Counter(test["message"] or "" for test in unshown if test["outcome"] != "passed")
    return Part(
        result,
        tuple(_failure(test) for test in failed),
        tuple(words.sentence(test["name"]) for test in shown if test["outcome"] == "passed"),
        tuple(sentences.items()),
        sum(test["outcome"] == "passed" for test in unshown),
        len(unshown),
    )


def _failure(test: TestResult) -> Failure:
    call = test["call"]
    if call is not None and test["inputs"]:
        call = f"{call}   with {words.inputs(test['inputs'])}"
    fields = {"call": call, "expected": test["expected"], "observed": test["observed"]}
    return Failure(
        words.sentence(test["name"]),
        test["message"] or test["verdict"],
        tuple((name, safe_text.line(value, 600)) for name, value in fields.items() if value is not None),
        _plan(test["trace"]),
    )


def _plan(trace: Any) -> Timeline | None:
    if not trace or trace.get("stage") is not None:
        return None
    return layout(trace, _COLUMNS, _ROWS)


def _section(part: Part) -> Iterator[str]:
    result = part.result
    yield f"## {part.mark} `{result['name']}`: {result['verdict']}, {_points(result)} points"
    yield ""
    yield _plain(result["title"])
    if result["diagnosis"] and result["verdict"] != "passed":
        yield ""
        yield f"> {_plain(result['diagnosis'])}"
    for failure in part.failures:
        yield ""
        yield f"**{UNICODE.failed} {_plain(failure.sentence)}**"
        if failure.message != result["diagnosis"]:
            yield ""
            yield _plain(failure.message)
        yield ""
        yield from (f"    {name:<10}{value}" for name, value in failure.fields)
        if failure.plan:
            yield "    "
            drawn = timeline_text.plain(timeline_text.draw(failure.plan, UNICODE))
            yield from (f"    {line}" for line in drawn.splitlines())
    told = [sentence for sentence, _ in part.unshown if sentence != result["diagnosis"]]
    if told:
        yield ""
        yield "Of tests that are not shown:"
        yield ""
        yield from (f"- {_plain(sentence)}" for sentence in told)
    if part.passed or part.unshown_all:
        yield ""
    yield from (f"- {UNICODE.passed} {_plain(sentence)}" for sentence in part.passed)
    if part.unshown_all:
        yield f"- {part.unshown_passed} of {words.count(part.unshown_all, 'test')} that are not shown passed"


def _points(of: Results | ExerciseResult) -> str:
    return f"{words.amount(of['earned'])} of {words.amount(of['points'])}"


def _plain(text: object) -> str:
    """A text as Markdown that shows it as it is."""
    return _SPECIAL.sub(lambda found: f"\\{found[0]}", safe_text.line(text))
