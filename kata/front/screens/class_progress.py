"""How far the grading of a class has come: rate, remaining time, and whose answer came last."""

import time
from types import TracebackType
from typing import Self

from kata.front.terminal import Terminal

_EVERY = 10.0  # seconds between two lines where nothing can be drawn over


class ClassProgress:
    """Call it with whose answer was judged, and how many of how many are done."""

    def __init__(self, screen: Terminal, total: int) -> None:
        self._screen = screen
        self._total = total
        self._began = self._said = time.monotonic()

    def __call__(self, who: str, done: int, total: int) -> None:
        now = time.monotonic()
        rate = done / max(now - self._began, 0.001)
        left = (total - done) / rate
        text = f"{done} of {total} answers  {rate:.1f} a second  {_clock(left)} left"
        screen = self._screen
        if screen.live:
            room = max(0, min(30, screen.width - len(text) - 4))
            full = room * done // max(1, total)
            bar = screen.glyphs.bar * full + screen.glyphs.bar_rest * (room - full)
            line = screen.fit(f"{bar} {text}  {who}", screen.width - 1)
            print(f"\r\x1b[K{line}", end="", flush=True)
        elif now - self._said >= _EVERY or done == total:
            self._said = now
            print(screen.fit(f"{text}  {who}", screen.width), flush=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._screen.live and self._total:
            print("\r\x1b[K", end="", flush=True)


def _clock(seconds: float) -> str:
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    return f"{whole // 60} min" if whole < 3600 else f"{whole // 3600} h {whole % 3600 // 60} min"
