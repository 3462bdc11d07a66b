"""`grade.py [NAME...]`: the verdict on answers."""

import json
import os
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kata import __version__
from kata.front import terminal
from kata.front.commands.options import CLOCKS, SETTINGS, whole_number
from kata.front.errors import UsageProblem
from kata.front.session import Session

if TYPE_CHECKING:
    from kata.front import results

_EXAMPLES = """\
Examples:

\b
  python3 grade.py                          grade every exercise
  python3 grade.py two_workers              grade one, and show what its code did
  python3 grade.py ch02_tasks               grade a chapter
  python3 grade.py --solutions              grade the references instead
  python3 grade.py --from ~/handed_in       grade somebody else's answers
  python3 grade.py two_workers --seed 7     repeat a run's random inputs
  python3 grade.py hint two_workers         the first hint; add a number for the next
  python3 grade.py trace two_workers        one run, step by step; --solution puts the reference's beside it

\b
Exit codes: 0 all passed, 1 not all passed, 2 wrong usage, 3 the grader itself failed.
"""


class _GradeCommand(click.Command):
    """Grading, whose help also lists the other commands."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        with formatter.section("Commands"):
            formatter.write_dl(
                [(name, command.get_short_help_str(70)) for name, command in ctx.obj.commands.items()]
            )


@click.command(cls=_GradeCommand, context_settings=SETTINGS, epilog=_EXAMPLES)
@click.argument("names", nargs=-1, metavar="[NAME...]")
@click.option("--solutions", is_flag=True, help="Grade the references instead of your files.")
@click.option(
    "--from",
    "source",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Grade the answers in another folder, or one file for one NAME.",
)
@click.option(
    "--clock",
    type=click.Choice(CLOCKS),
    default="virtual",
    help="virtual (the default): exact and without waiting. wall: real seconds.",
)
@click.option(
    "--seed", metavar="N", callback=whole_number, help="Repeat the random inputs of an earlier run."
)
@click.option("--partial", is_flag=True, help="Give each passed test its share of the points.")
@click.option("--json", "as_json", is_flag=True, help="Print the results as one JSON object.")
@click.option(
    "--junit",
    "junit_file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Also write the results as JUnit XML.",
)
@click.option(
    "--html",
    "page",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Also write the results as a page to look at.",
)
@click.option(
    "--open", "in_editor", is_flag=True, help="Open the exercise in your editor, and grade nothing."
)
@click.version_option(__version__, prog_name="asyncio kata", message="%(prog)s %(version)s")
@click.pass_obj
def grade(
    session: Session,
    names: tuple[str, ...],
    solutions: bool,
    source: Path | None,
    clock: str,
    seed: int | None,
    partial: bool,
    as_json: bool,
    junit_file: Path | None,
    page: Path | None,
    in_editor: bool,
) -> int:
    """Grade your exercises.

    Without a NAME: all of them, one line a chapter, and what comes next.
    With NAMEs: the verdict of each, what its code did second by second, and why.
    A stub that nobody has worked on is unfinished, and is only played when it is named.
    A NAME is an exercise, a chapter such as ch02_tasks, or the path of an exercise's file.
    --open takes one NAME, or opens the exercise that is next.
    """
    if in_editor:
        return _open(session, names)
    from kata.front import answers, results, stubs
    from kata.front.progress import Progress

    if solutions and source:
        raise UsageProblem("Choose one of --solutions and --from: each says which answers to grade.")
    if page and not page.absolute().parent.is_dir():
        raise UsageProblem(f"{page} cannot be written: there is no folder {page.parent}.")
    began = time.perf_counter()
    if source and source.is_file() and not names and source.stem in session.manifest:
        names = (source.stem,)
    chosen = session.choose(names)
    if source:
        asked = answers.from_path(source, chosen, clock)
    elif solutions:
        asked = answers.from_solutions(chosen, session.layout, clock)
    else:
        asked = answers.from_exercises(chosen, session.layout, clock)
    seed = _random_seed() if seed is None else seed
    untouched = {
        answer.exercise
        for answer in asked
        if stubs.untouched(session.manifest[answer.exercise], answer.path, session.layout)
    }
    texts = {answer.exercise: stubs.mark(answer.path) for answer in asked}
    played = [answer for answer in asked if names or answer.exercise not in untouched]
    lines = session.bench().judge(played, seed)
    if not as_json:
        from kata.front.screens import graded  # loads while the judges work

    screen = terminal.of_stdout()
    judged = {answer.exercise: results.untouched_line(answer.path) for answer in asked}
    with Progress(None if as_json else screen, len(played) if clock == "wall" else 0) as progress:
        for number, (answer, line) in enumerate(lines, 1):
            judged[answer.exercise] = line
            progress(number, len(played))
    outcome = results.results(
        [
            results.exercise_result(
                exercise, judged[exercise.name], partial, untouched=exercise.name in untouched
            )
            for exercise in chosen
        ],
        clock=clock,
        seed=seed,
        seconds=time.perf_counter() - began,
    )
    own = not (source or solutions)
    if own:
        _remember(session, outcome, texts)
    options = ["--solutions"] if solutions else ["--from", str(source)] if source else []
    if junit_file:
        from kata.front import junit

        junit.write(outcome, junit_file)
    if page:
        from kata.front.report import document

        document.write(outcome, session.manifest, page)
    if as_json:
        print(json.dumps(outcome, indent=2))
    else:
        news = _news(session) if own and not names else []
        graded.show(
            outcome, session.manifest, screen, in_detail=bool(names), options=options, news=news, page=page
        )
    return 0 if results.all_passed(outcome) else 1


def _open(session: Session, names: tuple[str, ...]) -> int:
    """Open the exercise of this name, or that comes next, in the user's editor."""
    from kata.front import editor, words
    from kata.front.watch.standing import first_waiting, standing

    if len(names) > 1:
        raise UsageProblem("--open opens one exercise: name no more than one.")
    exercise = session.choose_one(names[0] if names else first_waiting(standing(session)))
    path = session.layout.stub(exercise.chapter, exercise.name)
    if not path.is_file():
        raise UsageProblem(f"{path} is not there: reset {exercise.name} brings back its stub.")
    editor.open_file(path)
    click.echo(f"{words.short_path(str(path))}; then  {words.command(exercise.name)}")
    return 0


def _remember(session: Session, outcome: "results.Results", texts: Mapping[str, str | None]) -> None:
    """Note what the learner's own answers got."""
    from kata.front import history

    now = datetime.now(UTC).isoformat(timespec="seconds")
    with history.changing(session.layout.progress) as past:
        for result in outcome["exercises"]:
            if not result["untouched"]:
                name = result["name"]
                past.of(name).graded(texts[name], result["verdict"], result["diagnosis"], now)


def _news(session: Session) -> list[str]:
    """What an update of the kata brought, in sentences; each is told once."""
    from kata.front import history, stubs, words

    there = stubs.marks(session.manifest.exercises, session.layout)
    with history.changing(session.layout.progress) as past:
        new, changed = past.news(there)
        past.stubs, past.kata = there, __version__
    kinds = {"New": new, "Changed": changed}
    return [f"{kind} in kata {__version__}: {words.some(names)}" for kind, names in kinds.items() if names]


def _random_seed() -> int:
    """A seed short enough to be typed again."""
    return int.from_bytes(os.urandom(4), "big") % 10_000
