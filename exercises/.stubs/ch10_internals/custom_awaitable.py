"""__await__: a homemade sleep and a one-shot result.

`await x` calls x.__await__(), which must give an iterator, and asks that for one thing after the other until it
ends; what it returns at its end is the value of the `await`. Write two classes of objects that can be awaited.
They belong to the tasks of one event loop.

`value = await Sleep(0.5, "v")` suspends the task for 0.5 seconds, and gives the very object "v" (None by default).
  * The time counts from the await, not from the making of the object. The same Sleep may be awaited again,
    and by several tasks at the same time: each time it takes its full time.
  * A task that is cancelled meanwhile ends at that moment, and leaves no timer behind.
  * Write it without asyncio.sleep, or there is nothing to learn.

A OneShot is a result that is set once, for everybody who awaits it:
  * `await shot` waits until set is called, and gives the very value that was set, any value. Afterwards it gives
    that value at once. Any number of tasks may await it, before and after, and each of them as often as it likes.
  * shot.set(value) is a plain function that never waits. Whoever waits goes on at that moment.
    A second set raises an exception, and the first value stays.
  * A task that is cancelled while it waits ends at that moment, and nobody else notices: the others wait on, and
    set works as ever.

Waiting keeps nobody busy, here and there. Neither class needs a task of its own: nothing is left running.

Try it:  python exercises/ch10_internals/custom_awaitable.py
"""

import asyncio
import time
from collections.abc import Generator
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Sleep(Generic[T]):
    def __init__(self, seconds: float, value: T = None) -> None:  # type: ignore[assignment]
        raise NotImplementedError

    def __await__(self) -> Generator[Any, None, T]:
        raise NotImplementedError


class OneShot(Generic[T]):
    def set(self, value: T) -> None:
        raise NotImplementedError

    def __await__(self) -> Generator[Any, None, T]:
        raise NotImplementedError


async def main() -> None:
    shot: OneShot[str] = OneShot()

    async def runner(name: str) -> None:
        word = await shot
        print(f"{name} heard {word!r} after {time.perf_counter() - started:.1f} s")

    started = time.perf_counter()
    async with asyncio.TaskGroup() as group:
        group.create_task(runner("Ann"))
        group.create_task(runner("Bob"))
        shot.set(await Sleep(0.5, "go"))


if __name__ == "__main__":
    try:
        asyncio.run(main())
    except* NotImplementedError:
        print("Not written yet: fill in Sleep and OneShot.")
