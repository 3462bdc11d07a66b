"""`grade.py trace NAME`: one run, step by step."""

import json
from pathlib import Path

import click

from kata.front import terminal
from kata.front.commands.options import CLOCKS, SETTINGS, whole_number
from kata.front.errors import UsageProblem
from kata.front.session import Session


@click.command(context_settings=SETTINGS)
@click.argument("name")
@click.option(
    "--from",
    "source",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Trace the answer in another folder, or another file.",
)
@click.option("--solution", is_flag=True, help="Show the reference's run beside it.")
@click.option(
    "--clock",
    type=click.Choice(CLOCKS),
    default="virtual",
    help="virtual (the default): exact and without waiting. wall: real seconds.",
)
@click.option(
    "--seed", default="1", metavar="N", callback=whole_number, help="The seed of the inputs (default 1)."
)
@click.option("--all", "every", is_flag=True, help="Fold nothing away.")
@click.option(
    "--chrome",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write Chrome trace events, for Perfetto or chrome://tracing.",
)
@click.option(
    "--svg", type=click.Path(path_type=Path), metavar="FILE", help="Write the timeline as a picture."
)
@click.option("--json", "as_json", is_flag=True, help="Print the traces as one JSON object.")
@click.pass_obj
def trace(
    session: Session,
    name: str,
    source: Path | None,
    solution: bool,
    clock: str,
    seed: int,
    every: bool,
    chrome: Path | None,
    svg: Path | None,
    as_json: bool,
) -> int:
    """Show one run step by step.

    Plays the first test of the exercise, and shows the timeline, who finished when, and each step of the event
    loop: which task ran, where it suspended, and which tasks were ready or slept after it.
    Exit codes: 0 this test passed, 1 it did not, 2 wrong usage, 3 the grader itself failed.
    """
    from kata.front import answers, traced

    exercise = session.choose_one(name)
    asked = {
        "answer": (
            answers.from_path(source, [exercise], clock)
            if source
            else answers.from_exercises([exercise], session.layout, clock)
        )[0]
    }
    if solution:
        asked["reference"] = answers.from_solutions([exercise], session.layout, clock)[0]
        if not asked["reference"].path.is_file():
            raise UsageProblem(f"There is no reference for {exercise.name} here: leave out --solution.")
        if asked["reference"] == asked["answer"]:
            raise UsageProblem("This answer is the reference itself: leave out --solution.")
    test = traced.first_test(session.layout.visible_tests(exercise.chapter, exercise.name))
    outcome = traced.play(session.bench(), exercise, asked, test, seed)
    notes = []
    if traced.traces(outcome):
        if chrome:
            traced.write_chrome(outcome, chrome)
            notes.append(f"{chrome} is written: open it in Perfetto or chrome://tracing.")
        if svg:
            traced.write_svg(outcome, svg)
            notes.append(f"{svg} is written.")
    elif chrome or svg:
        notes.append("No file was written.")
    if as_json:
        print(json.dumps(outcome, indent=2))
    else:
        from kata.front.screens import traced as screen

        screen.show(outcome, terminal.of_stdout(), notes, every=every)
    return 0 if outcome["runs"][0]["verdict"] == "passed" else 1
