"""What was graded, on the screen: the summary of many exercises, or each of a few in detail."""

from collections.abc import Sequence

import click

from kata.front.results import Results
from kata.front.terminal import Terminal
from kata.manifest import Manifest


def show(
    outcome: Results, manifest: Manifest, terminal: Terminal, *, in_detail: bool, options: Sequence[str]
) -> None:
    """Print the results; ``options`` are those to repeat in the commands that are suggested."""
    for exercise in outcome["exercises"]:
        click.echo(
            terminal.line(f"{exercise['name']:20} {exercise['verdict']:10} {exercise['diagnosis'] or ''}")
        )
    click.echo(f"{outcome['earned']} of {outcome['points']} points, seed {outcome['seed']}")
