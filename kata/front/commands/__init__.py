"""The commands, as click reads them. Each hands over to the module that knows the matter."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from kata.front.commands import author, learn, teach
from kata.front.commands.grade import grade
from kata.front.commands.report import report
from kata.front.commands.trace import trace
from kata.front.errors import UsageProblem
from kata.front.session import Session
from kata.layout import Layout

if TYPE_CHECKING:
    from kata.front.judging import Bench

_COMMAND_NAME = "grade.py"

_IN_THE_ORDER_OF_THE_HELP = (
    learn.watch,
    learn.list_exercises,
    learn.hint,
    learn.run,
    trace,
    learn.diff,
    learn.reset,
    report,
    author.verify,
    author.selftest,
    teach.handout,
    teach.classroom,
    teach.regrade,
)

COMMANDS = {str(command.name): command for command in _IN_THE_ORDER_OF_THE_HELP}
"""The commands other than grading, by name."""


def dispatch(argv: list[str], layout: Layout, bench: "Callable[[], Bench]") -> int:
    """Run the command that ``argv`` begins with, or else grade, and return the exit code."""
    session = Session(layout, bench, COMMANDS)
    command: click.Command = grade
    name = _COMMAND_NAME
    for words in (2, 1):
        wanted = " ".join(argv[:words])
        if wanted in COMMANDS:
            command = COMMANDS[wanted]
            name = f"{_COMMAND_NAME} {wanted}"
            argv = argv[words:]
            break
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
