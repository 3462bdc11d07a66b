"""A race with staggered starts.

A host may have several addresses, and some of them do not answer. To try one after the other is slow; to try all at
once is rude. "Happy Eyeballs" (RFC 8305) gives each attempt a head start before the next one begins.

`attempts` is a sequence of coroutine functions without parameters: `await attempts[0]()` gives a value, or raises.
Write `staggered_race(attempts, delay)`; delay is more than 0.

  * The first attempt begins at once. The next one begins when `delay` seconds have passed since the latest one began,
    or as soon as the latest one raises an Exception, if that is earlier. So it goes on, in the order of `attempts`; each
    of them is called at most once. "The latest" is the one that began last. When an earlier one raises meanwhile, it
    is up to you whether the next one begins at once, and from when on the delay counts then.
  * An attempt that is slow stays in the race: it goes on while others begin.
  * The first attempt that returns wins, whatever it returns, be it None. No further attempt begins. Those that are
    under way are cancelled at once. They may need time to clean up, and then they end cancelled. As soon as the last
    of them is over, and not before, the winner's value is returned. (If several return at the same instant, any of
    them may win.)
  * If every attempt raises, an ExceptionGroup with all their errors, in any order, comes out when the last of them has
    failed. Without attempts a ValueError comes out.
  * If the caller is cancelled, no further attempt begins, those under way are cancelled, and CancelledError comes out
    as soon as the last of them is over. (A cancellation that comes while attempts are cleaning up is not tested.)
  * However it ends, nothing is left running, and asyncio has nothing to complain of. Races at the same time do not
    disturb one another.

staggered_race waits; it does not look again and again.

Try it:  python exercises/ch07_waiting/happy_eyeballs.py
"""

import asyncio
import time
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def staggered_race(attempts: Sequence[Callable[[], Coroutine[Any, Any, T]]], delay: float) -> T:
    raise NotImplementedError


STARTED = time.perf_counter()


def address(name: str, takes: float, works: bool = True) -> Callable[[], Coroutine[Any, Any, str]]:
    async def connect() -> str:
        print(f"  {time.perf_counter() - STARTED:.1f} s: {name}?")
        await asyncio.sleep(takes)
        if not works:
            raise OSError(f"{name} refuses")
        return f"{time.perf_counter() - STARTED:.1f} s: connected to {name}"

    return connect


async def demo() -> None:
    hosts = [address("A", 9), address("B", 0.2, works=False), address("C", 0.8), address("D", 9), address("E", 9)]
    print(await staggered_race(hosts, 0.5))


if __name__ == "__main__":
    try:
        asyncio.run(demo())
    except NotImplementedError:
        print("Not written yet: staggered_race.")
