"""One exercise that passed: a line, the picture, and what comes next."""

from collections.abc import Sequence

from kata.front.page import Page
from kata.front.results import ExerciseResult
from kata.front.screens.verdict_mark import mark
from kata.front.telling import showing
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
    test = showing(result) if picture else None
    if test and test["trace"]:
        page.gap()
        page.drawing(draw(layout(test["trace"], page.terminal.width - 1, 8), page.terminal.glyphs))
