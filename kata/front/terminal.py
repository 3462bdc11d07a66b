"""What the output can show: its size, its characters, and whether it takes colour."""

import os
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from kata.front import safe_text
from kata.front.glyphs import ASCII, UNICODE, Glyphs, glyphs_for

if TYPE_CHECKING:
    from rich.console import Console

NARROWEST = 40


@dataclass(frozen=True, slots=True)
class Terminal:
    """An output: ``width`` and ``height`` in characters; ``live`` when a line can be drawn over."""

    width: int = 80
    height: int = 24
    colour: bool = False
    live: bool = False
    glyphs: Glyphs = UNICODE

    @property
    def encoding(self) -> str:
        """The encoding that text must fit into."""
        return "ascii" if self.glyphs is ASCII else "utf-8"

    def line(self, text: object, limit: int = safe_text.LONGEST_LINE) -> str:
        """Untrusted text as one harmless line."""
        return safe_text.line(text, limit, self.encoding)

    def lines(self, text: object, most: int) -> list[str]:
        """Untrusted text as at most ``most`` harmless lines."""
        return safe_text.lines(text, most, encoding=self.encoding)

    def fit(self, text: object, width: int) -> str:
        """Untrusted text as one harmless line of at most ``width`` columns."""
        return safe_text.fit(self.line(text), width, self.glyphs.ellipsis)

    def console(self, file: TextIO | None = None) -> "Console":
        """A console that draws exactly this: no markup, no emoji codes, no colour of its own choosing."""
        from rich.console import Console

        return Console(
            file=file or sys.stdout,
            width=self.width,
            height=self.height,
            color_system="standard" if self.colour else None,
            force_terminal=self.live,
            legacy_windows=False,
            markup=False,
            emoji=False,
            highlight=False,
            soft_wrap=True,
        )


def of_stdout(environment: Mapping[str, str] = os.environ) -> Terminal:
    """The terminal that stdout is, or 80 by 24 characters when it is none."""
    size = shutil.get_terminal_size((80, 24))
    is_terminal = sys.stdout.isatty()
    dumb = environment.get("TERM", "") in ("dumb", "unknown")
    return Terminal(
        width=max(NARROWEST, size.columns),
        height=size.lines,
        colour=is_terminal and not dumb and not environment.get("NO_COLOR"),
        live=is_terminal and not dumb,
        glyphs=glyphs_for(sys.stdout.encoding, environment),
    )
