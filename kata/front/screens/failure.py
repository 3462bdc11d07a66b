"""One exercise that did not pass: what the code did, what was expected, the picture, and where to go on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kata.front import findings, words
from kata.front.findings import Finding
from kata.front.page import Page
from kata.front.results import ExerciseResult, TestResult
from kata.front.screens.verdict_mark import mark
from kata.front.telling import deciding
from kata.front.terminal import Terminal
from kata.front.timeline import layout
from kata.front.timeline_text import draw

_ROOMY = 36


@dataclass(frozen=True, slots=True)
class _Room:
    """How many lines each part may take, and whether parts are set apart by empty lines."""

    airy: bool
    rows: int
    findings: int
    output: int
    others: int


_ROOMS = (
    _Room(airy=True, rows=8, findings=8, output=12, others=6),
    _Room(airy=True, rows=6, findings=3, output=3, others=3),
    _Room(airy=False, rows=6, findings=2, output=2, others=1),
    _Room(airy=False, rows=4, findings=2, output=1, others=1),
)
"""From the roomiest to the tightest: the first that fits is taken."""


def add(page: Page, result: ExerciseResult, run: Sequence[str]) -> None:
    """Add the exercise to the page; ``run`` says how it was judged: the clock, the seed, the time.

    It takes no more than a screen if that can be done; lines that are left go to the timeline.
    """
    most = page.terminal.height - 1  # the prompt needs one
    for room in _ROOMS[page.terminal.height < _ROOMY :]:
        drawn = _drawn(page.terminal, result, run, room)
        if len(drawn) <= most:
            break
    for rows in range(room.rows + most - len(drawn), room.rows, -1):
        larger = _drawn(page.terminal, result, run, replace(room, rows=rows))
        if len(larger) <= most:
            drawn = larger
            break
    page.extend(drawn)


def _drawn(terminal: Terminal, result: ExerciseResult, run: Sequence[str], room: _Room) -> Page:
    page = Page(terminal)
    test = deciding(result)
    _add_heading(page, result, run, room)
    if test:
        _add_test(page, test, result["diagnosis"], room)
        if test["trace"] and test["trace"].get("stage") is None:
            page.gap()
            page.drawing(draw(layout(test["trace"], terminal.width - 1, room.rows), terminal.glyphs))
        page.gap()
        _add_evidence(page, test, room, result["path"])
    if result["verdict"] != "unfinished":
        _add_others(page, result["tests"], test, room)
    if room.airy or not test:
        page.gap()
    _add_next(page, result)
    return page


def _add_heading(page: Page, result: ExerciseResult, run: Sequence[str], room: _Room) -> None:
    glyph, style = mark(result["verdict"], page.terminal.glyphs)
    points = f"{words.amount(result['earned'])} of {result['points']} points"
    verdict = "not started yet" if result["untouched"] else result["verdict"]
    page.sides(
        [(f"{glyph} ", style), (result["name"], "title"), (f"  {verdict}", style)],
        (page.joined([*run, points]), "quiet"),
    )
    if room.airy:
        page.paragraph(result["title"], "quiet", "  ", most=1)
    if result["diagnosis"]:
        page.gap()
        told = deciding(result)
        if result["untouched"] and told and told["verdict"] != "unfinished":
            page.line(("what the stub does:", "quiet"))
        page.paragraph(result["diagnosis"], "diagnosis", f"{page.terminal.glyphs.quote} ", most=4)


def _add_test(page: Page, test: TestResult, diagnosis: str | None, room: _Room) -> None:
    page.gap()
    hidden = " (a hidden test)" if test["hidden"] else ""
    page.field("test", words.sentence(test["name"]) + hidden, most=1)
    if test["message"] and test["message"] != diagnosis:
        page.field("because", test["message"])
    if test["call"]:
        given = words.inputs(test["inputs"] or {})
        call = f"{test['call']}   with {given}" if given else test["call"]
        page.field("call", call, most=2 if room.airy else 1)
    if test["expected"] is not None:
        page.field("expected", test["expected"], "good")
    if test["observed"] is not None:
        page.field("observed", test["observed"], "bad")


def _add_evidence(page: Page, test: TestResult, room: _Room, path: str) -> None:
    """What the run left to look at: errors, stuck and forgotten tasks with their lines, what was printed."""
    trace = test["trace"] or {}
    for finding in _limited(findings.read(trace), room.findings):
        page.field(finding.name, finding.what)
        if where := finding.where:
            source = f"   {where['source']}" if where.get("source") else ""
            file = path if where.get("file") == Path(path).name else None
            page.block("", [page.terminal.line(f"{words.place(where)}{source}")], "strong", file)
    output = trace.get("output")
    if output and str(output).strip():
        page.block("printed", page.terminal.lines(output, room.output), "quiet")


def _limited(found: list[Finding], most: int) -> list[Finding]:
    if len(found) <= most:
        return found
    return [*found[: most - 1], Finding("", f"and {len(found) - most + 1} more like these")]


def _add_others(page: Page, tests: Sequence[TestResult], told: TestResult | None, room: _Room) -> None:
    others = [test for test in tests if test["outcome"] != "passed" and test is not told]
    shown = others if len(others) <= room.others else others[: room.others - 1]
    for number, test in enumerate(shown):
        verdict = "" if test["verdict"] == "failed" else f" ({test['verdict']})"
        page.field("" if number else "also", f"{words.sentence(test['name'])}{verdict}", most=1)
    if len(shown) < len(others):
        passed = sum(test["outcome"] == "passed" for test in tests)
        rest = f"{words.count(len(others) - len(shown), 'more test')} failed, {passed} passed"
        page.field("" if shown else "also", rest)


def _add_next(page: Page, result: ExerciseResult) -> None:
    if result["verdict"] in ("refused", "unfinished"):
        page.field("file", words.short_path(result["path"]), most=1, file=result["path"])
    page.field("next", words.command("hint", result["name"]), "command", most=1)
