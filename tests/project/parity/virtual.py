"""A process on the virtual clock, and whether a test used its event loop."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from kata.player.blocking import blocking_by
from kata.player.loop import Loops, PacedLoop, every_new_loop
from kata.player.timeline import Timeline


class Watch:
    """Whether an event loop on the virtual clock has run since somebody set `ran` to False."""

    def __init__(self) -> None:
        self.ran = False


@contextmanager
def on_the_virtual_clock() -> Iterator[Watch]:
    """While this lasts, blocking calls, clocks and every new event loop of this process are virtual.

    Nothing may have been imported that takes such a function by name.
    """
    watch = Watch()
    timeline = Timeline(virtual=True)
    run_forever = PacedLoop.run_forever

    def watched(self: PacedLoop) -> Any:
        watch.ran = True
        return run_forever(self)

    PacedLoop.run_forever = watched
    with blocking_by(timeline), every_new_loop(Loops(timeline).new_for_answer):
        yield watch
    PacedLoop.run_forever = run_forever
