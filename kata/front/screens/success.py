"""One exercise that passed: a line, the picture, and what comes next."""

from collections.abc import Sequence

from kata.front.page import Page
from kata.front.results import ExerciseResult
from kata.front.screens.verdict_mark import mark
from kata.front.timeline import layout
from kata.front.timeline_text import draw


def add(page: Page, result: ExerciseResult, run: Sequence[str], *, picture: bool) -> None:
    """Add the exercise to the page; ``run`` says how it was judged, ``picture`` adds its most telling timeline."""
    glyph, style = mark("passed", page.terminal.glyphs)
    number = len(result["tests"])
    tests = f"all {number} tests" if number > 1 else "its test"
    page.sides(
        [(f"{glyph} ", style), (result["name"], "title"), (f"  passed {tests}", style)],
        (page.joined([*run, f"{result['points']} points"]), "quiet"),
    )
    trace = _telling(result) if picture else None
    if trace:
        page.gap()
        page.drawing(draw(layout(trace, page.terminal.width - 1, 8), page.terminal.glyphs))


def _telling(result: ExerciseResult) -> dict[str, object] | None:
    """The trace that shows most: the first of a visible test in which time passed and somebody worked."""
    traces = [test["trace"] for test in result["tests"] if test["trace"] and not test["hidden"]]
    return next((trace for trace in traces if trace.get("spans") and trace.get("elapsed")), None)
