"""Debounce: only the last call, after a quiet period.

A call that is pending and a run that is under way are two things, and they are kept apart. What is pending is no task:
it is the call itself, still to be made, and a timer of the event loop. Both can be dropped without disturbing anybody.
A run is a task, and from the moment it begins nothing here cancels it.

The event loop holds only a weak reference to a task, so the runs are kept in a set until they are over, and no longer.
Nobody asks a task for its error, unless flush waits for it; so Python reports it when the task is thrown away. close
waits by asyncio.wait, which does not look at how the tasks ended.

Before a run begins nothing is pending any more. A func that calls its own debouncer is then a call like any other.
"""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Generic, ParamSpec

P = ParamSpec("P")


class Debouncer(Generic[P]):
    def __init__(self, func: Callable[P, Awaitable[object]], wait: float) -> None:
        self._func = func
        self._wait = wait
        self._pending: Callable[[], Awaitable[object]] | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._running: set[asyncio.Future[object]] = set()

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> None:
        self._drop()
        self._pending = partial(self._func, *args, **kwargs)
        self._timer = asyncio.get_running_loop().call_later(self._wait, self._begin, self._pending)

    async def flush(self) -> None:
        if self._pending is not None:
            await self._begin(self._pending)

    async def close(self) -> None:
        self._drop()
        if self._running:
            await asyncio.wait(self._running)

    def _drop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._pending = None

    def _begin(self, call: Callable[[], Awaitable[object]]) -> "asyncio.Future[object]":
        self._drop()
        run = asyncio.ensure_future(call())
        self._running.add(run)
        run.add_done_callback(self._running.discard)
        return run


async def search(text: str) -> None:
    print(f"searching for {text!r} ...")
    await asyncio.sleep(0.5)
    print(f"found {text!r}")


async def demo() -> None:
    debouncer = Debouncer(search, wait=0.4)
    for text in ("a", "as", "asy", "async"):
        print("typed", text)
        debouncer(text)
        await asyncio.sleep(0.2)
    await asyncio.sleep(0.4)
    debouncer("asyncio")
    await debouncer.flush()
    await debouncer.close()


if __name__ == "__main__":
    asyncio.run(demo())
