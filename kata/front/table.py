"""A table of cells that wrap, drawn as lines of styled text.

    draw([Column("who", 10), Column("what", 30)], rows, glyphs)

A cell is a list of lines, each with its style; a line that is too long for its column goes on below. No line is broken
at a no-break space, which is shown as a plain one.
"""

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from kata.front import safe_text
from kata.front.glyphs import Glyphs
from kata.front.timeline_text import Line, Segment

Cell = Sequence[Segment]
"""Lines, each with the name of its style; the texts are safe already."""

_GAP = "  "
_MOST_LINES = 6


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading and its width in columns of the terminal."""

    heading: str
    width: int
    right: bool = False


def fitted(heading: str, texts: Sequence[str], widest: int = 1000, *, right: bool = False) -> Column:
    """A column as wide as its texts need, up to ``widest``."""
    needed = max(safe_text.cells(text) for text in [heading, *texts])
    return Column(heading, min(needed, widest), right)


def width(columns: Sequence[Column]) -> int:
    """What the columns take together."""
    return sum(column.width for column in columns) + len(_GAP) * (len(columns) - 1)


def draw(columns: Sequence[Column], rows: Sequence[Sequence[Cell]], glyphs: Glyphs) -> list[Line]:
    """The lines of the table, its headings first."""
    headings = [[(column.heading, "quiet")] for column in columns]
    return [line for row in [headings, *rows] for line in _row(columns, row, glyphs)]


def _row(columns: Sequence[Column], row: Sequence[Cell], glyphs: Glyphs) -> Iterator[Line]:
    wrapped = [list(_wrapped(cell, column.width, glyphs)) for column, cell in zip(columns, row, strict=True)]
    for pieces in zip_longest(*wrapped, fillvalue=("", "")):
        line: Line = []
        for column, (text, style) in zip(columns, pieces, strict=True):
            space = " " * (column.width - safe_text.cells(text))
            line += [(_GAP if line else "", ""), (space if column.right else "", "")]
            line += [(text, style), ("" if column.right else space, "")]
        yield line


def _wrapped(cell: Cell, width: int, glyphs: Glyphs) -> Iterator[Segment]:
    for text, style in cell:
        indent = " " * min(len(text) - len(text.lstrip()) or 2, width // 3)
        lines = textwrap.wrap(text, width, subsequent_indent=indent, break_on_hyphens=False) or [""]
        lines = [line.replace("\u00a0", " ") for line in lines]
        if len(lines) > _MOST_LINES:
            lines = [*lines[: _MOST_LINES - 1], f"{lines[_MOST_LINES - 1]} {glyphs.ellipsis}"]
        yield from ((safe_text.fit(line, width, glyphs.ellipsis), style) for line in lines)
