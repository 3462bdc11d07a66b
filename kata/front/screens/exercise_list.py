"""Every chapter and exercise. Answers at once: it needs neither a judge nor a drawing library."""

import click

from kata.front.safe_text import pad
from kata.front.terminal import Terminal
from kata.manifest import Exercise, Manifest


def show(manifest: Manifest, terminal: Terminal) -> None:
    """Print the list."""
    widest = max(len(exercise.name) for exercise in manifest.exercises)
    for chapter in manifest.chapters:
        title = terminal.line(f"{chapter.number:2}  {chapter.title}")
        identity = click.style(chapter.id, dim=True)
        _print(f"{click.style(title, bold=True)}  {identity}", terminal)
        for exercise in chapter.exercises:
            _print(_row(exercise, widest, terminal), terminal)
        _print("", terminal)
    number, points = len(manifest.exercises), sum(exercise.points for exercise in manifest.exercises)
    _print(f"    {number} exercises, {points} points", terminal)


def _row(exercise: Exercise, widest: int, terminal: Terminal) -> str:
    glyphs = terminal.glyphs
    name = click.style(pad(exercise.name, widest), fg="cyan")
    stars = glyphs.star * exercise.difficulty + glyphs.star_rest * (5 - exercise.difficulty)
    room = terminal.width - widest - 22
    title = pad(terminal.fit(exercise.title, room), room)
    return f"    {name}  {click.style(stars, fg='yellow')} {exercise.points:3}  {title}".rstrip()


def _print(text: str, terminal: Terminal) -> None:
    click.echo(text, color=terminal.colour)
