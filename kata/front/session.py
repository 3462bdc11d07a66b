"""What every command needs: where the project is, its manifest, and the judges."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kata.front import choice
from kata.layout import Layout
from kata.manifest import Exercise, Manifest, load

if TYPE_CHECKING:
    import click

    from kata.front.judging import Bench


@dataclass
class Session:
    """One command at work. ``bench`` gives the judges to those that need them."""

    layout: Layout
    bench: "Callable[[], Bench]"
    commands: "Mapping[str, click.Command]"

    @cached_property
    def manifest(self) -> Manifest:
        """The manifest of this project."""
        return load(self.layout.manifest)

    def choose(self, words: Sequence[str]) -> list[Exercise]:
        """The exercises that the words name; all of them when there are no words."""
        return choice.choose(words, self.manifest, self.layout, sorted(self.commands))

    def choose_one(self, word: str) -> Exercise:
        """The one exercise that the word names."""
        return choice.choose_one(word, self.manifest, self.layout)
