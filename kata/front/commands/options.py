"""What the options of several commands have in common."""

import click

CLOCKS = ("virtual", "wall")

SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


def whole_number(ctx: click.Context, param: click.Parameter, text: str | None) -> int | None:
    """The number, of at most nine digits."""
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= 9):
        raise click.BadParameter(f"{text!r} is not a whole number below 1000000000.", ctx, param)
    return int(text)
