"""The summary: a line a chapter, what the few failures are, and what comes next. It fits 24 lines."""

from collections.abc import Sequence

from kata.front import words
from kata.front.page import Page
from kata.front.results import ExerciseResult, Results, all_passed
from kata.front.safe_text import cells, pad
from kata.front.screens.verdict_mark import mark
from kata.front.terminal import Terminal
from kata.manifest import Chapter, Manifest

_LONGEST_BAR = 20


def add(
    page: Page, outcome: Results, manifest: Manifest, options: Sequence[str], news: Sequence[str] = ()
) -> None:
    """Add the summary to the page; ``options`` are repeated in the command that comes next."""
    chapters = [
        (chapter, [result for result in outcome["exercises"] if result["chapter"] == chapter.id])
        for chapter in manifest.chapters
    ]
    chapters = [(chapter, judged) for chapter, judged in chapters if judged]
    page.gap()
    for chapter, judged in chapters:
        _add_chapter(page, chapter, judged, max(cells(page.terminal.line(one.title)) for one, _ in chapters))
    page.gap()
    _add_total(page, outcome)
    following = _next(page.terminal, outcome, options)
    tail = len(following) + len(news) + 3  # the gaps, and the prompt
    _add_failures(page, outcome, max(2, page.terminal.height - len(page) - tail))
    for sentence in news:
        page.paragraph(sentence, "wait", " ", most=1)
    page.gap()
    page.extend(following)


def _add_chapter(page: Page, chapter: Chapter, judged: list[ExerciseResult], widest: int) -> None:
    passed = sum(result["verdict"] == "passed" for result in judged)
    earned = sum(result["earned"] for result in judged)
    points = sum(result["points"] for result in judged)
    glyphs = page.terminal.glyphs
    length = min(_LONGEST_BAR, max(6, page.width - 44))
    full = length * passed // len(judged)
    title_room = min(widest, page.width - length - 30)  # the rest of a line, with points of three digits
    style = "good" if passed == len(judged) else ""
    page.line(
        (f" {chapter.number:2}  ", "quiet"),
        (pad(page.terminal.fit(chapter.title, title_room), title_room), style),
        ("  ", ""),
        (glyphs.bar * full, "good"),
        (glyphs.bar_rest * (length - full), "quiet"),
        (f"  {passed:2}/{len(judged):<2}", style),
        (f" {words.amount(earned):>4}/{points} points", "quiet"),
    )


def _add_total(page: Page, outcome: Results) -> None:
    points = f"{words.amount(outcome['earned'])} of {outcome['points']} points"
    style = "good" if all_passed(outcome) else "strong"
    heading = [(f" {score(outcome['exercises'])}", style), (page.joined(["", points]), "")]
    page.sides(heading, (page.joined(words.run(outcome)), "quiet"))


def score(judged: Sequence[ExerciseResult]) -> str:
    """How many passed, in words."""
    passed = sum(result["verdict"] == "passed" for result in judged)
    return f"All {passed} passed" if passed == len(judged) > 1 else f"{passed} of {len(judged)} passed"


def _add_failures(page: Page, outcome: Results, room: int) -> None:
    """One line each for answers that fail; untouched stubs say nothing of their own."""
    failures = [
        result for result in outcome["exercises"] if result["verdict"] not in ("passed", "unfinished")
    ]
    if not failures:
        return
    page.gap()
    glyphs = page.terminal.glyphs
    shown = failures if len(failures) <= room else failures[: room - 1]
    widest = max(len(result["name"]) for result in shown)
    for result in shown:
        glyph, style = mark(result["verdict"], glyphs)
        diagnosis = page.terminal.fit(result["diagnosis"] or "", page.width - widest - 15)
        page.line(
            (f" {glyph} ", style),
            (pad(result["name"], widest), "strong"),
            (f"  {result['verdict']:<8}  ", style),
            (diagnosis, ""),
        )
    if len(shown) < len(failures):
        page.line((f"   and {len(failures) - len(shown)} more", "quiet"))


def _next(terminal: Terminal, outcome: Results, options: Sequence[str]) -> Page:
    """What to do next: at the very beginning in full, later in brief."""
    page = Page(terminal)
    waiting = next((result for result in outcome["exercises"] if result["verdict"] != "passed"), None)
    if waiting is None:
        return page
    page.line((" next  ", "quiet"), (terminal.fit(waiting["title"], page.width - 7), ""))
    command = terminal.line(words.command(waiting["name"], *options))
    if options:
        page.line(("       ", ""), (command, "command"))
        return page
    begun = any(not result["untouched"] for result in outcome["exercises"])
    steps = [
        ("open", terminal.line(words.short_path(waiting["path"])), "read its top, edit"),
        ("then", command, "see what it does"),
        ("or", words.command("watch"), "on every save"),
    ]
    widest = max(cells(what) for _, what, _ in steps)
    for label, what, why in steps[:2] if begun else steps:
        explained = "" if begun or widest + len(why) + 9 > page.width else f"  {why}"
        step = page.file(waiting["path"], what, "command") if label == "open" else (what, "command")
        page.line((f" {label:<6}", "quiet"), step, (" " * (widest - cells(what)), ""), (explained, "quiet"))
    return page
