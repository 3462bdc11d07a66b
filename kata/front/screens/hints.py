"""The hints of one exercise: the one for the last mistake, and the general ones, one at a time."""

import textwrap
from collections.abc import Iterable

import click

from kata.front.terminal import Terminal
from kata.manifest import Exercise

FITTING = 0
"""The number of the hint that is for the last diagnosis; the general ones count from 1."""


def how_many(exercise: Exercise) -> str:
    """The number of hints, in words: "1 hint" or "3 hints"."""
    number = len(exercise.hints)
    return f"{number} hint" if number == 1 else f"{number} hints"


def show(exercise: Exercise, terminal: Terminal, numbers: Iterable[int], diagnosis: str | None) -> None:
    """Print the hints of these numbers, and how to come to the next."""
    last = 0
    for last in numbers:
        about = f"hint {last} of {len(exercise.hints)}"
        if last == FITTING:
            about = "a hint for what your code did"
        _print(click.style(f"{exercise.name} {terminal.glyphs.dot} {about}", bold=True), terminal)
        if last == FITTING:
            _wrapped(diagnosis or "", terminal, f"{terminal.glyphs.quote} ")
            _print("", terminal)
        _wrapped(exercise.hints[last - 1] if last else exercise.fitting_hint(diagnosis) or "", terminal, "  ")
        _print("", terminal)
    if last < len(exercise.hints):
        command = click.style(f"python3 grade.py hint {exercise.name} {last + 1}", fg="cyan")
        _print(f"next  {command}", terminal)
    else:
        _print("That was the last hint.", terminal)


def _wrapped(text: str, terminal: Terminal, indent: str) -> None:
    for line in textwrap.wrap(terminal.line(text), min(terminal.width, 100) - 4):
        _print(f"{indent}{line}", terminal)


def _print(text: str, terminal: Terminal) -> None:
    click.echo(text, color=terminal.colour)
