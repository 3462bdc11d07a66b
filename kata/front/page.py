"""A page of styled lines, printed through rich; text from answers is made harmless on the way."""

import textwrap
from collections.abc import Iterable
from pathlib import Path

from rich.text import Text

from kata.front import safe_text
from kata.front.terminal import Terminal
from kata.front.timeline_text import Line

STYLES = {
    "title": "bold",
    "strong": "bold",
    "quiet": "dim",
    "good": "green",
    "bad": "red",
    "wait": "yellow",
    "command": "cyan",
    "diagnosis": "bold yellow",
    # the timeline
    "axis": "dim",
    "guide": "dim",
    "label": "",
    "call": "dim",
    "done": "cyan",
    "cancelled": "yellow",
    "raised": "red",
    "open": "magenta",
    "blocked": "red",
    "event": "bold",
    "note": "",
    "legend": "dim",
}

FIELD = 10
"""Columns of the names of fields, as in "call      main()"."""


class Page:
    """Lines that are gathered first, so that their number is known, and printed at the end."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self._lines: list[Text] = []

    def __len__(self) -> int:
        return len(self._lines)

    def line(self, *pieces: tuple[str, str]) -> None:
        """Add a line of (text, style) pieces; the texts are safe already."""
        self._lines.append(Text.assemble(*((text, _style(style)) for text, style in pieces)))

    def file(self, path: str | Path, text: str, style: str) -> tuple[str, str]:
        """A piece of a line: this text, which is a link to the file where the terminal can follow one."""
        piece = self.terminal.line(text)
        return piece, self._linked(path, style)

    def _linked(self, path: str | Path, style: str) -> str:
        return f"{style} link {Path(path).absolute().as_uri()}" if self.terminal.live else style

    def sides(self, left: Iterable[tuple[str, str]], right: tuple[str, str]) -> None:
        """Add a line with ``right`` at the right edge of the page, or below where there is no room."""
        left = list(left)
        room = self.width - sum(safe_text.cells(text) for text, _ in left) - safe_text.cells(right[0])
        if room >= 2:
            self.line(*left, (" " * room, ""), right)
        else:
            self.line(*left)
            self.line(("  ", ""), right)

    def gap(self) -> None:
        """Add an empty line, unless there is one already."""
        if self._lines and self._lines[-1].plain:
            self._lines.append(Text())

    @property
    def width(self) -> int:
        """The width of running text and of what stands at the right edge."""
        return min(self.terminal.width - 1, 110)

    def paragraph(self, text: object, style: str = "", indent: str = "", most: int = 4) -> None:
        """Add untrusted text as wrapped lines, each after ``indent``."""
        for line in self._wrapped(text, self.width - safe_text.cells(indent), most):
            self.line((indent, style), (line, style))

    def field(
        self, name: str, text: object, style: str = "", most: int = 2, file: str | Path | None = None
    ) -> None:
        """Add a named value: untrusted text as at most ``most`` lines, which may be a link to a ``file``."""
        style = self._linked(file, style) if file else style
        for number, line in enumerate(self._wrapped(text, self.width - FIELD, most)):
            self.line((f"{'' if number else name:<{FIELD}}", "quiet"), (line, style))

    def joined(self, texts: Iterable[str]) -> str:
        """Short texts in one line with dots between them."""
        return f" {self.terminal.glyphs.dot} ".join(texts)

    def block(self, name: str, lines: Iterable[str], style: str = "", file: str | Path | None = None) -> None:
        """Add a named value of several lines that are kept as they are, but for their length."""
        style = self._linked(file, style) if file else style
        for number, text in enumerate(lines):
            cut = safe_text.fit(text, self.width - FIELD, self.terminal.glyphs.ellipsis)
            self.line((f"{'' if number else name:<{FIELD}}", "quiet"), (cut, style))

    def drawing(self, lines: Iterable[Line]) -> None:
        """Add a drawn timeline."""
        for line in lines:
            self.line(*line)

    def extend(self, page: "Page") -> None:
        """Add all lines of another page."""
        self._lines.extend(page._lines)

    def text(self) -> Text:
        """All lines as one text."""
        return Text("\n").join(self._lines)

    def print(self) -> None:
        """Print all lines, without spaces at their ends."""
        console = self.terminal.console()
        while self._lines and not self._lines[-1].plain.strip():
            self._lines.pop()
        for line in self._lines:
            line.rstrip()
            console.print(line, soft_wrap=True)

    def _wrapped(self, text: object, width: int, most: int) -> list[str]:
        lines = textwrap.wrap(self.terminal.line(text), max(10, width), break_on_hyphens=False) or [""]
        if len(lines) > most:
            last = f"{lines[most - 1]} {self.terminal.glyphs.ellipsis}"
            lines = [*lines[: most - 1], safe_text.fit(last, width, self.terminal.glyphs.ellipsis)]
        return lines


def _style(name: str) -> str:
    """What rich calls the style of this name, which a link may follow."""
    style, _, link = name.partition(" ")
    return f"{STYLES.get(style, '')} {link}".strip()
