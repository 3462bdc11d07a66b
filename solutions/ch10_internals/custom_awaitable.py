"""__await__: a homemade sleep and a one-shot result.

What travels up from an `__await__` to the event loop is, in the end, a future: the task that is asked to wait for it
is suspended, and goes on when the future is done. So a homemade awaitable needs a future, somebody who resolves it, and
`yield from future`, which hands the future up and comes back when there is a result. `__await__` itself is a plain
function or a generator, never a coroutine function.

Sleep makes its future when it is awaited, and lets a timer of the loop resolve it. If the task is cancelled, so is the
future; `finally` sees that, too, and takes the timer back. (Cancelling a timer that has fired does nothing.) When both
happen in the same instant, the timer may find a future that is cancelled already, so it looks first.

OneShot gives each waiter a future of its own. A future that all of them share would be simpler, but cancelling a task
cancels the future that it waits for, and with a shared one everybody's wait would be cancelled. A waiter that was
cancelled leaves a future behind that is done: `set` passes it over.
"""

import asyncio
import time
from collections.abc import Generator
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Sleep(Generic[T]):
    def __init__(self, seconds: float, value: T = None) -> None:  # type: ignore[assignment]
        self._seconds = seconds
        self._value = value

    def __await__(self) -> Generator[Any, None, T]:
        loop = asyncio.get_running_loop()
        over: asyncio.Future[None] = loop.create_future()

        def wake() -> None:
            if not over.done():
                over.set_result(None)

        timer = loop.call_later(self._seconds, wake)
        try:
            yield from over
        finally:
            timer.cancel()
        return self._value


class OneShot(Generic[T]):
    _value: T

    def __init__(self) -> None:
        self._is_set = False
        self._waiters: list[asyncio.Future[None]] = []

    def set(self, value: T) -> None:
        if self._is_set:
            raise RuntimeError("it has been set already")
        self._is_set = True
        self._value = value
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(None)

    def __await__(self) -> Generator[Any, None, T]:
        if not self._is_set:
            waiter = asyncio.get_running_loop().create_future()
            self._waiters.append(waiter)
            yield from waiter
        return self._value


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
    asyncio.run(main())
