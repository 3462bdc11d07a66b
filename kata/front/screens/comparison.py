"""Two ways to solve an exercise, beside each other, and the names of the other ways."""

import textwrap
from collections.abc import Sequence

import click

from kata.front.comparison import Model
from kata.front.safe_text import pad
from kata.front.terminal import Terminal
from kata.front.words import command

_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


def show(
    name: str, model: Model, difference: Sequence[str], others: Sequence[tuple[str, str]], terminal: Terminal
) -> None:
    """Print what the model says of itself, the difference, and the other answers."""

    def line(text: str = "") -> None:
        click.echo(text, color=terminal.colour)

    line(click.style(f"{name} {terminal.glyphs.dot} your file and {model.name}", bold=True))
    width = min(terminal.width, 100) - 4
    for paragraph in model.about.split("\n\n"):
        line()
        for text in textwrap.wrap(terminal.line(" ".join(paragraph.split())), width):
            line(f"  {text}")
    line()
    for text in difference:
        if text[0] == "@":
            line(click.style(terminal.glyphs.rule * width, dim=True))
        else:
            line(click.style(terminal.line(text.expandtabs(4)), fg=_COLOURS.get(text[0])))
    if not difference:
        line("Your code is the same, line by line.")
    if others:
        line()
        line(click.style("also right", bold=True))
        widest = max(len(other) for other, _ in others)
        for other, about in others:
            line(
                f"  {click.style(pad(other, widest), fg='cyan')}  {terminal.fit(about, terminal.width - widest - 5)}"
            )
        line()
        line(f"show  {click.style(command('diff', name, '--with', others[0][0]), fg='cyan')}")
