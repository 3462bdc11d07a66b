"""The commands of an author of exercises, and of somebody who works on the grader."""

import subprocess
import sys
import time

import click

from kata.front import terminal
from kata.front.commands.options import CLOCKS, SETTINGS, part_of, whole_number
from kata.front.errors import MachineryFailure, UsageProblem
from kata.front.session import Session


@click.command(context_settings=SETTINGS)
@click.argument("names", nargs=-1, metavar="[NAME...]")
@click.option(
    "--clock",
    type=click.Choice([*CLOCKS, "both"]),
    default="virtual",
    help="The clock on which to check; both also requires the same verdict on both.",
)
@click.option(
    "--seed", default="1", metavar="N", callback=whole_number, help="The seed of the inputs (default 1)."
)
@click.option(
    "--keep-stubs", is_flag=True, help="First copy the stubs to exercises/.stubs, from where they are reset."
)
@click.option(
    "--part",
    default="1/1",
    metavar="K/N",
    callback=part_of,
    help="Of each exercise only the K-th of N parts of the accepted and rejected answers.",
)
@click.pass_obj
def verify(
    session: Session, names: tuple[str, ...], clock: str, seed: int, keep_stubs: bool, part: tuple[int, int]
) -> int:
    """Check the exercises themselves, for authors.

    For each exercise the reference and every accepted answer pass, the stub does not, and every rejected
    answer gets the verdict and the diagnosis that its docstring names.
    """
    from kata.front import stubs
    from kata.front import verify as author
    from kata.front.progress import Progress

    if not session.layout.solutions.is_dir():
        raise UsageProblem("verify is for authors: this kata was handed out without references to check.")
    began = time.perf_counter()
    screen = terminal.of_stdout()
    chosen = session.choose(names)
    if keep_stubs:
        for exercise in chosen:
            stubs.keep_stub(exercise, session.layout)
    clocks = CLOCKS if clock == "both" else (clock,)
    with Progress(screen) as progress:
        checks = author.verify(
            chosen,
            session.layout,
            session.bench(),
            clocks=clocks,
            seed=seed,
            part=author.Part(*part),
            progress=progress,
        )
        from kata.front.screens import verify_report

        report = verify_report.Report(screen, session.layout, [exercise.name for exercise in chosen])
        for check in checks:
            progress.clear()
            report.add(check)
    return report.end(clock, seed, time.perf_counter() - began)


@click.command(
    context_settings={**SETTINGS, "ignore_unknown_options": True, "allow_interspersed_args": False},
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
