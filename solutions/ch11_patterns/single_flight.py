"""An asynchronous cache without a stampede.

What is kept is not the value but the load: a future that will have the value, from the first moment on. Between looking
for it and putting it there is no `await`, so no other task can come between, and no lock is needed. A future that is
done can be awaited like one that is not: who comes while it loads and who comes a year later do the same.

The load belongs to nobody who waits for it, so it runs in a task of its own. `await task` would hand the cancellation
of one caller on to the task, and from there to everybody; `shield` keeps it from the task, and lets the caller go.
When all have gone, the load still brings the value for the next one.

An error must not stay. The callback that throws it away is the first one that the task has, so it runs before anybody
who waits hears of the error and asks again. It also looks at the error, in case nobody who asked for it is there
any more; otherwise asyncio would complain that nobody has.
"""

import asyncio
from collections.abc import Awaitable, Callable, Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class SingleFlight(Generic[K, V]):
    def __init__(self) -> None:
        self._loads: dict[K, asyncio.Future[V]] = {}

    async def get(self, key: K, load: Callable[[K], Awaitable[V]]) -> V:
        if key not in self._loads:
            self._loads[key] = asyncio.ensure_future(load(key))
            self._loads[key].add_done_callback(lambda done: self._forget_failure(key, done))
        return await asyncio.shield(self._loads[key])

    def _forget_failure(self, key: K, done: asyncio.Future[V]) -> None:
        if done.cancelled() or done.exception() is not None:
            del self._loads[key]


async def ask_the_kitchen(dish: str) -> str:
    print(f"    the kitchen is asked for the price of {dish}")
    await asyncio.sleep(1)
    return f"{dish} costs 5"


async def demo() -> None:
    flight: SingleFlight[str, str] = SingleFlight()

    async def guest(name: str) -> None:
        print(f"{name}: {await flight.get('soup', ask_the_kitchen)}")

    await asyncio.gather(guest("Ann"), guest("Bob"), guest("Cleo"))
    await guest("Dan")


if __name__ == "__main__":
    asyncio.run(demo())
