"""Writes kata/docs/commands.md from the commands themselves: python -m tests.project.command_reference"""

import inspect
from collections.abc import Iterator
from pathlib import Path

import click

from kata.front.commands import COMMANDS
from kata.front.commands.grade import grade
from kata.layout import ROOT

FILE = ROOT / "kata" / "docs" / "commands.md"

_HEAD = """\
# Commands

Made by `python -m tests.project.command_reference` from what each command says of itself; a test compares the two.
`python3 grade.py COMMAND --help` says the same in the terminal.

Exit codes: 0 all passed (or done), 1 not all passed, 2 wrong usage, 3 the grader itself failed, 130 interrupted. Where
a command has others, it says so.
"""


def text() -> str:
    """The page."""
    return "\n".join(
        [_HEAD, *_section("", grade), *(line for one in COMMANDS.items() for line in _section(*one))]
    )


def _section(name: str, command: click.Command) -> Iterator[str]:
    called = " ".join(["python3 grade.py", *name.split()])
    context = click.Context(command, info_name=called)
    context.obj = None
    yield f"## {called}\n"
    usage = " ".join([called, *command.collect_usage_pieces(context)])
    yield f"    {usage}\n"
    for paragraph in inspect.cleandoc(command.help or "").split("\n\n"):
        yield f"{paragraph}\n"
    options = [one for one in command.params if isinstance(one, click.Option) and not one.hidden]
    if options:
        yield "| option | |\n|---|---|"
        for option in options:
            spelled, meaning = option.get_help_record(context) or ("", "")
            yield f"| `{_cell(spelled)}` | {_cell(meaning)} |"
        yield ""


def _flat(paragraph: str) -> str:
    return " ".join(paragraph.split())


def _cell(words: str) -> str:
    return _flat(words).replace("|", "\\|")


def write(file: Path = FILE) -> None:
    """Write the page anew."""
    file.write_text(text(), encoding="utf-8")


if __name__ == "__main__":
    write()
