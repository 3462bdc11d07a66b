"""The hints of one exercise, one at a time."""

import textwrap
from collections.abc import Iterable

import click

from kata.front.terminal import Terminal
from kata.manifest import Exercise


def how_many(exercise: Exercise) -> str:
    """The number of hints, in words: "1 hint" or "3 hints"."""
    number = len(exercise.hints)
    return f"{number} hint" if number == 1 else f"{number} hints"


def show(exercise: Exercise, terminal: Terminal, indices: Iterable[int]) -> None:
    """Print the hints at these positions, and how to come to the next."""
    last = 0
    for last in indices:
        heading = f"{exercise.name} {terminal.glyphs.dot} hint {last + 1} of {len(exercise.hints)}"
        _print(click.style(heading, bold=True), terminal)
        for line in textwrap.wrap(terminal.line(exercise.hints[last]), min(terminal.width, 100) - 4):
            _print(f"  {line}", terminal)
        _print("", terminal)
    if last + 1 < len(exercise.hints):
        _print(
            f"next  {click.style(f'python3 grade.py hint {exercise.name} {last + 2}', fg='cyan')}", terminal
        )
    else:
        _print("That was the last hint.", terminal)


def _print(text: str, terminal: Terminal) -> None:
    click.echo(text, color=terminal.colour)
