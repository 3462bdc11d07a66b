"""The author's check on the screen: a line an exercise, and what broke."""

import textwrap
from pathlib import Path

import click

from kata.front.safe_text import pad
from kata.front.terminal import Terminal
from kata.front.verify import Broken, Check
from kata.layout import Layout


class Report:
    """Prints each check as it comes."""

    def __init__(self, terminal: Terminal, layout: Layout, names: list[str]) -> None:
        self._terminal = terminal
        self._layout = layout
        self._widest = max(map(len, names), default=0)
        self._checked = 0
        self._broken = 0

    def add(self, check: Check) -> None:
        """Print one exercise: its line, and below it every expectation that does not hold."""
        glyphs = self._terminal.glyphs
        mark = click.style(glyphs.passed, fg="green") if check.ok else click.style(glyphs.failed, fg="red")
        end = (
            click.style("ok", fg="green")
            if check.ok
            else click.style(f"{len(check.broken)} broken", fg="red")
        )
        if check.again:
            end += f", {check.again} judged twice"
        self._print(
            f"{mark} {pad(check.exercise.name, self._widest)}"
            f"   accepted {check.accepted:2}/{check.accepted_of:<2}"
            f"   rejected {check.rejected:2}/{check.rejected_of:<2}   {end}"
        )
        for broken in check.broken:
            self._add(broken)
        self._checked += 1
        self._broken += not check.ok

    def end(self, clock: str, seed: int, seconds: float) -> int:
        """Print the last line and return the exit code."""
        dot = self._terminal.glyphs.dot
        total = f"{self._checked - self._broken} of {self._checked} exercises ok"
        clock = "both clocks" if clock == "both" else f"{clock} clock"
        self._print(f"{click.style(total, bold=True)} {dot} {clock} {dot} seed {seed} {dot} {seconds:.1f} s")
        return 1 if self._broken else 0

    def _add(self, broken: Broken) -> None:
        where = self._short(broken.path) + (f" ({broken.clock} clock)" if broken.clock else "")
        self._print(f"    {click.style(self._terminal.line(where), bold=True)}")
        for label, text in (("expected", broken.expected), ("got", broken.got)):
            room = max(20, self._terminal.width - 18)
            first, *rest = textwrap.wrap(self._terminal.line(text, 600), room) or [""]
            self._print(f"      {label:<9} {first}")
            for line in rest:
                self._print(f"      {'':<9} {line}")

    def _short(self, path: Path) -> str:
        root = self._layout.root
        return str(path.relative_to(root)) if path.is_relative_to(root) else str(path)

    def _print(self, text: str) -> None:
        click.echo(text, color=self._terminal.colour)
