"""The commands, as click reads them. Each hands over to the module that knows the matter."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kata import __version__
from kata.front import choice, terminal
from kata.front.errors import MachineryFailure, UsageProblem
from kata.layout import Layout
from kata.manifest import Exercise, Manifest, load

if TYPE_CHECKING:
    from kata.front.judging import Bench

_COMMAND_NAME = "grade.py"
_CLOCKS = ("virtual", "wall")

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


@dataclass
class Session:
    """What every command needs. ``bench`` gives the judges to those that do."""

    layout: Layout
    bench: "Callable[[], Bench]"

    @cached_property
    def manifest(self) -> Manifest:
        """The manifest of this project."""
        return load(self.layout.manifest)

    def choose(self, words: Sequence[str]) -> list[Exercise]:
        """The exercises that the words name; all of them when there are no words."""
        return choice.choose(words, self.manifest, self.layout, sorted(command_group.commands))

    def choose_one(self, word: str) -> Exercise:
        """The one exercise that the word names."""
        return choice.choose_one(word, self.manifest, self.layout)


def dispatch(argv: list[str], layout: Layout, bench: "Callable[[], Bench]") -> int:
    """Run the command that ``argv`` begins with, or else grade, and return the exit code."""
    session = Session(layout, bench)
    command: click.Command = grade
    name = _COMMAND_NAME
    if argv and argv[0] in command_group.commands:
        command = command_group.commands[argv[0]]
        name = f"{_COMMAND_NAME} {argv[0]}"
        argv = argv[1:]
    try:
        code = command.main(argv, prog_name=name, standalone_mode=False, obj=session)
    except click.exceptions.Abort:
        raise KeyboardInterrupt from None
    except click.ClickException as error:
        raise UsageProblem(_sentence(error.format_message(), name)) from None
    return code if isinstance(code, int) else 0


def _sentence(message: str, command: str) -> str:
    first = " ".join(message.split()).rstrip(".")
    return f"{first}{'' if first.endswith('?') else '.'} Help: python3 {command} --help"


class _GradeCommand(click.Command):
    """Grading, whose help also lists the other commands."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        with formatter.section("Commands"):
            formatter.write_dl(
                [(name, command.get_short_help_str(70)) for name, command in command_group.commands.items()]
            )


_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


def _whole_number(ctx: click.Context, param: click.Parameter, text: str | None) -> int | None:
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= 9):
        raise click.BadParameter(f"{text!r} is not a whole number below 1000000000.", ctx, param)
    return int(text)


@click.command(cls=_GradeCommand, context_settings=_SETTINGS, epilog=_EXAMPLES)
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
    type=click.Choice(_CLOCKS),
    default="virtual",
    help="virtual (the default): exact and without waiting. wall: real seconds.",
)
@click.option(
    "--seed", metavar="N", callback=_whole_number, help="Repeat the random inputs of an earlier run."
)
@click.option("--partial", is_flag=True, help="Give each passed test its share of the points.")
@click.option("--json", "as_json", is_flag=True, help="Print the results as one JSON object.")
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
) -> int:
    """Grade your exercises.

    Without a NAME: all of them, one line a chapter, and what comes next.
    With NAMEs: the verdict of each, what its code did second by second, and why.
    A NAME is an exercise, a chapter such as ch02_tasks, or the path of an exercise's file.
    """
    from kata.front import answers, results
    from kata.front.progress import Progress

    if solutions and source:
        raise UsageProblem("Choose one of --solutions and --from: each says which answers to grade.")
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
    lines = session.bench().judge(asked, seed)
    if not as_json:
        from kata.front.screens import graded  # loads while the judges work

    screen = terminal.of_stdout()
    judged: dict[str, results.ExerciseResult] = {}
    with Progress(None if as_json else screen, len(asked) if clock == "wall" else 0) as progress:
        for answer, line in lines:
            judged[answer.exercise] = results.exercise_result(
                session.manifest[answer.exercise], line, partial
            )
            progress(len(judged), len(asked))
    outcome = results.results(
        [judged[exercise.name] for exercise in chosen],
        clock=clock,
        seed=seed,
        seconds=time.perf_counter() - began,
    )
    options = ["--solutions"] if solutions else ["--from", str(source)] if source else []
    if as_json:
        print(json.dumps(outcome, indent=2))
    else:
        graded.show(outcome, session.manifest, screen, in_detail=bool(names), options=options)
    return 0 if results.all_passed(outcome) else 1


@click.group()
def command_group() -> None:
    """The commands other than grading."""


@command_group.command("list", context_settings=_SETTINGS)
@click.pass_obj
def list_exercises(session: Session) -> None:
    """Show every chapter and exercise."""
    from kata.front.screens import exercise_list

    exercise_list.show(session.manifest, terminal.of_stdout())


@command_group.command(context_settings=_SETTINGS)
@click.argument("name")
@click.argument("number", type=click.IntRange(min=1), required=False)
@click.option("--all", "every", is_flag=True, help="Show all hints.")
@click.pass_obj
def hint(session: Session, name: str, number: int | None, every: bool) -> None:
    """Show a hint: the first, or the one of this NUMBER."""
    from kata.front.screens import hints

    exercise = session.choose_one(name)
    if not exercise.hints:
        raise UsageProblem(
            f"There is no hint for {exercise.name} yet; its docstring states all that is tested."
        )
    if number and number > len(exercise.hints):
        raise UsageProblem(f"{exercise.name} has {hints.how_many(exercise)}, so there is no hint {number}.")
    hints.show(exercise, terminal.of_stdout(), range(len(exercise.hints)) if every else [(number or 1) - 1])


@command_group.command(context_settings=_SETTINGS)
@click.argument("names", nargs=-1, metavar="[NAME...]")
@click.option(
    "--clock",
    type=click.Choice([*_CLOCKS, "both"]),
    default="virtual",
    help="The clock on which to check; both also requires the same verdict on both.",
)
@click.option(
    "--seed", default="1", metavar="N", callback=_whole_number, help="The seed of the inputs (default 1)."
)
@click.pass_obj
def verify(session: Session, names: tuple[str, ...], clock: str, seed: int) -> int:
    """Check the exercises themselves, for authors.

    For each exercise the reference and every accepted answer pass, the stub does not, and every rejected
    answer gets the verdict and the diagnosis that its docstring names.
    """
    from kata.front import verify as author
    from kata.front.progress import Progress

    began = time.perf_counter()
    screen = terminal.of_stdout()
    chosen = session.choose(names)
    clocks = _CLOCKS if clock == "both" else (clock,)
    with Progress(screen) as progress:
        checks = author.verify(
            chosen, session.layout, session.bench(), clocks=clocks, seed=seed, progress=progress
        )
        from kata.front.screens import verify_report

        report = verify_report.Report(screen, session.layout, [exercise.name for exercise in chosen])
        for check in checks:
            progress.clear()
            report.add(check)
    return report.end(clock, seed, time.perf_counter() - began)


@command_group.command(context_settings=_SETTINGS)
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
    type=click.Choice(_CLOCKS),
    default="virtual",
    help="virtual (the default): exact and without waiting. wall: real seconds.",
)
@click.option(
    "--seed", default="1", metavar="N", callback=_whole_number, help="The seed of the inputs (default 1)."
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


@command_group.command(
    context_settings={**_SETTINGS, "ignore_unknown_options": True, "allow_interspersed_args": False},
    add_help_option=False,
)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
@click.pass_obj
def selftest(session: Session, arguments: tuple[str, ...]) -> int:
    """Run the project's own tests; further arguments go to pytest."""
    command = [sys.executable, "-m", "pytest", str(session.layout.project_tests), *arguments]
    code = subprocess.run(command, cwd=session.layout.root, check=False).returncode
    if code in (0, 1):
        return code
    if code == 4:  # pytest's own code for arguments that it does not know
        return 2
    raise MachineryFailure(f"pytest ended with exit code {code}.")


def _random_seed() -> int:
    """A seed short enough to be typed again."""
    return int.from_bytes(os.urandom(4), "big") % 10_000
