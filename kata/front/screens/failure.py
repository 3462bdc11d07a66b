"""One exercise that did not pass: what the code did, what was expected, the picture, and where to go on."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kata.front import words
from kata.front.page import Page
from kata.front.results import ExerciseResult, TestResult
from kata.front.screens.verdict_mark import mark
from kata.front.timeline import layout
from kata.front.timeline_text import draw

_LEAST_ROWS = 5
_SHORTEST_OUTPUT = 3


def add(page: Page, result: ExerciseResult, options: Sequence[str]) -> None:
    """Add the exercise to the page; ``options`` are repeated in suggested commands."""
    began = len(page)
    _add_heading(page, result)
    test = deciding(result)
    others = [one for one in result["tests"] if one["outcome"] != "passed" and one is not test]
    after = Page(page.terminal)
    if test:
        _add_test(page, test, result["diagnosis"])
        _add_evidence(after, test)
    _add_others(after, others, sum(one["outcome"] == "passed" for one in result["tests"]))
    _add_next(after, result, options)
    if test and test["trace"] and test["trace"].get("stage") is None:
        left = page.terminal.height - (len(page) - began) - len(after) - 5
        rows = max(_LEAST_ROWS, left)
        page.gap()
        page.drawing(draw(layout(test["trace"], page.terminal.width - 1, rows), page.terminal.glyphs))
    page.gap()
    page.extend(after)


def deciding(result: ExerciseResult) -> TestResult | None:
    """The test that gave the exercise its verdict: the first with that verdict, or else the first to fail."""
    failed = [test for test in result["tests"] if test["outcome"] != "passed"]
    same = [test for test in failed if test["verdict"] == result["verdict"]]
    return next(iter(same or failed), None)


def _add_heading(page: Page, result: ExerciseResult) -> None:
    glyph, style = mark(result["verdict"], page.terminal.glyphs)
    points = f"{words.amount(result['earned'])} of {result['points']} points"
    page.gap()
    page.sides(
        [(f"{glyph} ", style), (result["name"], "title"), (f"  {result['verdict']}", style)],
        (points, "quiet"),
    )
    page.paragraph(result["title"], "quiet", "  ", most=1)
    if result["diagnosis"]:
        page.gap()
        page.paragraph(result["diagnosis"], "diagnosis", f"{page.terminal.glyphs.quote} ", most=4)


def _add_test(page: Page, test: TestResult, diagnosis: str | None) -> None:
    page.gap()
    hidden = " (a hidden test)" if test["hidden"] else ""
    page.field("test", words.sentence(test["name"]) + hidden, most=1)
    if test["message"] and test["message"] != diagnosis:
        page.field("because", test["message"])
    if test["call"]:
        given = words.inputs(test["inputs"] or {})
        page.field("call", f"{test['call']}   with {given}" if given else test["call"])
    if test["expected"] is not None:
        page.field("expected", test["expected"], "good")
    if test["observed"] is not None:
        page.field("observed", test["observed"], "bad")


def _add_evidence(page: Page, test: TestResult) -> None:
    """What the run left to look at: errors, stuck and forgotten tasks with their lines, what was printed."""
    trace = test["trace"] or {}
    roomy = page.terminal.height >= 36
    for name, what, where in _limited(list(_findings(trace)), 8 if roomy else 3):
        page.field(name, what, most=1)
        if where:
            source = f"   {where['source']}" if where.get("source") else ""
            page.block("", [page.terminal.line(f"{words.place(where)}{source}")], "strong")
    output = trace.get("output")
    if output and str(output).strip():
        page.block("printed", page.terminal.lines(output, 12 if roomy else _SHORTEST_OUTPUT), "quiet")


_Finding = tuple[str, str, Mapping[str, Any] | None]


def _findings(trace: Mapping[str, Any]) -> Iterator[_Finding]:
    if trace.get("error"):
        yield "raised", _error(trace["error"]), trace["error"].get("where")
    for call in trace.get("calls") or ():
        if call.get("error") and call.get("ending") == "raised":
            yield "raised", _error(call["error"]), call["error"].get("where")
    for task in trace.get("stuck") or ():
        yield "stuck", f"{task['coroutine']} waits for {task['waits']}", task.get("where")
    for stretch in trace.get("blocked") or ():
        lasted = f"{stretch['end'] - stretch['start']:.3g} s"
        yield "blocked", f"{stretch['what']} kept the event loop for {lasted}", stretch.get("where")
    forgotten = [task for call in trace.get("calls") or () for task in call.get("leftovers") or ()]
    for task in [*forgotten, *(trace.get("leftovers") or ())]:
        yield "left", f"{task['coroutine']} still runs, and waits for {task['waits']}", task.get("where")
    for warning in trace.get("warnings") or ():
        yield "warning", warning["text"], warning.get("where")
    if trace.get("where") and not trace.get("error"):
        yield "at", trace.get("reason") or "the line that ran last", trace["where"]


def _limited(findings: list[_Finding], most: int) -> list[_Finding]:
    unique = [finding for at, finding in enumerate(findings) if finding not in findings[:at]]
    if len(unique) <= most:
        return unique
    return [*unique[: most - 1], ("", f"and {len(unique) - most + 1} more like these", None)]


def _error(error: Mapping[str, Any]) -> str:
    return f"{error.get('type')}: {error.get('text')}" if error.get("text") else str(error.get("type"))


def _add_others(page: Page, others: Sequence[TestResult], passed: int) -> None:
    most = 6 if page.terminal.height >= 36 else 3
    shown = others if len(others) <= most else others[: most - 1]
    for number, test in enumerate(shown):
        verdict = "" if test["verdict"] == "failed" else f" ({test['verdict']})"
        page.field("" if number else "also", f"{words.sentence(test['name'])}{verdict}", most=1)
    if len(shown) < len(others):
        page.field("", f"and {len(others) - len(shown)} more fail, {passed} pass")


def _add_next(page: Page, result: ExerciseResult, options: Sequence[str]) -> None:
    page.gap()
    page.field("next", words.command("hint", result["name"]), "command", most=1)
