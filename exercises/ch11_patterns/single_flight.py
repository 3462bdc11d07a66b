"""An asynchronous cache without a stampede.

Many tasks ask for the same thing at the same moment, before anybody has it. It is to be loaded once, for all of them.

`await flight.get(key, load)` gives the value for a key. `load` is a coroutine function, and load(key) brings the value:
  * the first get of a key loads; whoever asks for the same key meanwhile waits for its value too. There are never two
    loads of one key under way at the same time;
  * the value is kept for good: from then on every get of this key returns it at once. Any value may be one, None too;
  * different keys have nothing to do with each other: nobody waits for the load of another key, and a load may itself
    get another key. Two SingleFlights have nothing to do with each other either.

When a load fails, which it does with an Exception:
  * its error comes out of the get that began it. What those get who wait with it is up to you: the same error, or what
    comes of another load, which then begins at once;
  * an error is not kept: whoever asks when the load is over, without a value, loads again.

When somebody who waits in get is cancelled:
  * CancelledError comes out of that get at once, and nobody else feels it: the others get the value, from the
    same load or, if that one was cancelled, from another one, which begins at once;
  * when nobody waits any more, the load may go on or be cancelled, which may take a while. Whoever asks later still
    gets a value.

Whoever waits, waits: get does not look again and again. When no load is under way, no task of the flight runs, and
asyncio has nothing to complain about, but for the error of a load that nobody waits for any more.

Try it:  python exercises/ch11_patterns/single_flight.py
"""

import asyncio
from collections.abc import Awaitable, Callable, Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class SingleFlight(Generic[K, V]):
    async def get(self, key: K, load: Callable[[K], Awaitable[V]]) -> V:
        return await load(key)


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
    print("Asking the kitchen once would have done.")
