"""What was graded, on the screen: the summary of many exercises, or each of a few in detail."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from kata.front import words
from kata.front.page import Page
from kata.front.results import ExerciseResult, Results
from kata.front.screens import failure, success, summary
from kata.front.terminal import Terminal
from kata.manifest import Manifest


def show(
    outcome: Results,
    manifest: Manifest,
    terminal: Terminal,
    *,
    in_detail: bool,
    options: Sequence[str],
    news: Sequence[str] = (),
    page: Path | None = None,
) -> None:
    """Print the results; ``options`` are those to repeat in the commands that are suggested.

    ``news`` are sentences about what is new in the kata, which the summary tells. ``page`` is one that was written.
    """
    room = replace(terminal, height=terminal.height - 2) if page else terminal
    shown = Page(room)
    if in_detail:
        _add_details(shown, outcome, manifest, options)
    else:
        summary.add(shown, outcome, manifest, options, news)
    if page:
        shown.gap()
        name = "page      " if in_detail else " page  "
        shown.line((name, "quiet"), shown.file(page, words.short_path(str(page.absolute())), "command"))
    shown.print()


def _add_details(page: Page, outcome: Results, manifest: Manifest, options: Sequence[str]) -> None:
    judged = outcome["exercises"]
    alone = len(judged) == 1
    run = words.run(outcome)
    for number, result in enumerate(judged):
        if number:
            page.gap()
            page.line((page.terminal.glyphs.rule * page.width, "quiet"))
        if result["verdict"] == "passed":
            success.add(page, result, run if alone else [], picture=alone)
        else:
            failure.add(page, result, run if alone else [])
    page.gap()
    if not alone:
        page.line((summary.score(judged), "strong"), (page.joined(["", *run]), "quiet"))
    elif judged[0]["verdict"] == "passed":
        if not options:
            page.field("compare", words.command("diff", judged[0]["name"]), "command", most=1)
        _add_following(page, judged[0], manifest)


def _add_following(page: Page, result: ExerciseResult, manifest: Manifest) -> None:
    names = [exercise.name for exercise in manifest.exercises]
    following = manifest.exercises[names.index(result["name"]) + 1 :]
    if following:
        page.field("next", following[0].title, most=1)
    name = [exercise.name for exercise in following[:1]]
    page.field("" if following else "next", words.command(*name), "command", most=1)
