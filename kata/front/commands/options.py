"""What the options of several commands have in common."""

import re

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


def part_of(ctx: click.Context, param: click.Parameter, text: str) -> tuple[int, int]:
    """K and N of "K/N", where 1 <= K <= N."""
    numbers = re.fullmatch(r"([0-9]{1,3})/([0-9]{1,3})", text)
    if numbers is None or not 1 <= int(numbers[1]) <= int(numbers[2]):
        raise click.BadParameter(f"{text!r} is not a part such as 2/3, the second of three.", ctx, param)
    return int(numbers[1]), int(numbers[2])
