"""`grade.py report`: the page about all of the learner's answers."""

import os
from pathlib import Path

import click

from kata.front.commands.grade import grade
from kata.front.commands.options import SETTINGS
from kata.front.session import Session
from kata.layout import Layout


@click.command(context_settings=SETTINGS)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), required=False)
@click.pass_context
def report(ctx: click.Context, file: Path | None) -> int:
    """Grade everything, and write a page to look at.

    The page is one FILE that needs no network; .kata/report.html unless you name another.
    Exit codes are those of grading: 0 all passed, 1 not all passed.
    """
    session: Session = ctx.obj
    code: int = ctx.invoke(grade, page=file or _usual_place(session.layout))
    return code


def _usual_place(layout: Layout) -> Path:
    """Where the page goes; the current folder, if nothing can be written in the project's own."""
    folder = layout.page.parent
    try:
        folder.mkdir(exist_ok=True)
    except OSError:
        return Path(layout.page.name)
    return layout.page if os.access(folder, os.W_OK) else Path(layout.page.name)
