"""How far a long judging has come, on a line that is drawn over; nothing where that cannot be done."""

import sys
import time
from types import TracebackType
from typing import Self

from kata.front.terminal import Terminal

_PATIENCE = 0.5


class Progress:
    """Call it with how many of how many are done. It stays silent for the first half second.

        with Progress(terminal) as progress:
            progress(3, 8)
            progress.clear()  # before anything else is printed

    ``expected`` is the number of answers when they are known to take long: then it shows itself at once.
    """

    def __init__(self, terminal: Terminal | None, expected: int = 0) -> None:
        self._terminal = terminal if terminal and terminal.live else None
        self._silent_until = 0.0 if expected else time.monotonic() + _PATIENCE
        self._drawn = False
        if expected:
            self(0, expected)

    def __call__(self, done: int, total: int) -> None:
        if self._terminal is None or time.monotonic() < self._silent_until:
            return
        glyphs = self._terminal.glyphs
        room = min(30, self._terminal.width - 30)
        full = room * done // max(1, total)
        sys.stdout.write(f"\r{glyphs.bar * full}{glyphs.bar_rest * (room - full)} {done} of {total} answers ")
        sys.stdout.flush()
        self._drawn = True

    def clear(self) -> None:
        """Take the line away."""
        if self._drawn:
            sys.stdout.write("\r\x1b[K")
            sys.stdout.flush()
            self._drawn = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.clear()
