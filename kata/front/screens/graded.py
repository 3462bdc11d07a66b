"""What was graded, on the screen: the summary of many exercises, or each of a few in detail."""

from collections.abc import Sequence

from kata.front import words
from kata.front.page import Page
from kata.front.results import ExerciseResult, Results
from kata.front.screens import failure, success, summary
from kata.front.terminal import Terminal
from kata.manifest import Manifest


def show(
    outcome: Results, manifest: Manifest, terminal: Terminal, *, in_detail: bool, options: Sequence[str]
) -> None:
    """Print the results; ``options`` are those to repeat in the commands that are suggested."""
    page = Page(terminal)
    if in_detail:
        _add_details(page, outcome, manifest, options)
    else:
        summary.add(page, outcome, manifest, options)
    page.print()


def _add_details(page: Page, outcome: Results, manifest: Manifest, options: Sequence[str]) -> None:
    judged = outcome["exercises"]
    for number, result in enumerate(judged):
        if number:
            page.gap()
            page.line((page.terminal.glyphs.rule * page.width, "quiet"))
        if result["verdict"] == "passed":
            success.add(page, result, picture=len(judged) == 1)
        else:
            failure.add(page, result, options)
    if len(judged) == 1 and judged[0]["verdict"] == "passed":
        _add_following(page, judged[0], manifest)
    page.gap()
    _add_run(page, outcome)


def _add_following(page: Page, result: ExerciseResult, manifest: Manifest) -> None:
    names = [exercise.name for exercise in manifest.exercises]
    following = manifest.exercises[names.index(result["name"]) + 1 :]
    page.gap()
    if following:
        page.field("next", following[0].title, most=1)
        page.field("", words.command(following[0].name), "command", most=1)
    else:
        page.field("next", words.command(), "command")


def _add_run(page: Page, outcome: Results) -> None:
    dot = page.terminal.glyphs.dot
    judged = outcome["exercises"]
    passed = sum(result["verdict"] == "passed" for result in judged)
    score = f"{passed} of {len(judged)} passed {dot} " if len(judged) > 1 else ""
    run = [f"{outcome['clock']} clock", f"seed {outcome['seed']}", words.duration(outcome["seconds"])]
    page.line((score + f" {dot} ".join(run), "quiet"))
