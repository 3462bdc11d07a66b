"""Deterministic tests: an event loop that skips time.

An event loop touches time at two places only. It asks what time it is, by its own method `time()`, and sets all timers
by that. And when nothing is ready it waits, in `selector.select(timeout)`, for a socket or until the next timer is due;
the timeout is 0 while something is ready, and None when there is no timer. So there is nothing to patch in asyncio, and
no other event loop to write:

  * the loop's time is a number. What is due within the loop's resolution counts as due now; where floats are coarse,
    that must be a step of theirs, or the time would stand still just before a timer;
  * where the loop would wait, the number grows by the timeout instead. With a timeout of 0 it stands still, so all that
    is ready comes first;
  * where it would wait for ever, a Deadlock is raised. It comes out of the loop as it is: it is no task's exception.

The Runner does the rest as asyncio.run does it: it cancels what is left, lets it tidy up, which may take (virtual)
time, and closes the loop.
"""

import asyncio
import math
import selectors
import time
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


class Deadlock(RuntimeError):
    """Nothing is ready, and nothing is scheduled: all tasks wait for ever."""


class JumpingSelector(selectors.SelectSelector):
    """Never waits; it moves the time of its loop."""

    loop: "VirtualLoop"

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        events = super().select(0)
        if not events:
            self.loop.jump(timeout)
        return events


class VirtualLoop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        selector = JumpingSelector()
        selector.loop = self
        self._now = 0.0
        super().__init__(selector)

    def time(self) -> float:
        return self._now

    def jump(self, seconds: float | None) -> None:
        if seconds is None:
            names = sorted(task.get_name() for task in asyncio.all_tasks(self))
            raise Deadlock(f"nothing is ready and no timer is set, but these tasks wait: {', '.join(names)}")
        self._now += max(0.0, seconds)
        self._clock_resolution = max(1e-9, math.ulp(self._now))


def run_virtual(coro: Coroutine[Any, Any, T]) -> tuple[T, float]:
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        result = runner.run(coro)
        return result, runner.get_loop().time()


async def worker(delay: float, name: str) -> None:
    await asyncio.sleep(delay)
    print(f"{asyncio.get_running_loop().time():6.0f} s: {name}")


async def night() -> str:
    await asyncio.gather(
        worker(3600, "one o'clock"), worker(7200, "two o'clock"), worker(5400, "half past one")
    )
    return "good morning"


async def wait_for_nobody() -> None:
    await asyncio.Event().wait()


if __name__ == "__main__":
    started = time.perf_counter()
    try:
        print(run_virtual(night()))
        print(f"in {time.perf_counter() - started:.2f} s")
        run_virtual(wait_for_nobody())
    except Deadlock as deadlock:
        print(f"Deadlock: {deadlock}")
